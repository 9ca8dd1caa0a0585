import type { Encoding } from '../../documents/encoding.ts';
import type { Automaton } from '../../schema/pattern/automaton.ts';
import { isBlank } from './cell-text.ts';
import type { CharacterSet } from './character-set.ts';

/** What a text must hold besides matching. */
export interface TextClaims {
  /** No white space or invisible character at its ends. */
  readonly cleanEdges: boolean;
  readonly min: number;
  /** `Infinity` where there is none. */
  readonly max: number;
  readonly unit: 'characters' | 'bytes';
  readonly encoding: Encoding;
}

/** Characters that no test tells apart, and how much each of them counts at least and at most. */
export interface CharacterKind {
  readonly passes: readonly boolean[];
  readonly isWord: boolean;
  readonly isBlank: boolean;
  readonly least: number;
  readonly most: number;
}

/** All characters cut into stretches of one kind each. */
export interface Characters {
  readonly kinds: readonly CharacterKind[];
  /** First code point of each stretch, in order; the first is 0. */
  readonly starts: readonly number[];
  /** By stretch: the number of its kind. */
  readonly kindOf: readonly number[];
}

/** Where word characters, blanks and lengths in any encoding change. */
const fixedCuts = [
  0, 0x21, 0x30, 0x3a, 0x41, 0x5b, 0x5f, 0x60, 0x61, 0x7b, 0x7f, 0x80, 0xa1, 0x800, 0x2000, 0x2010, 0x2028,
  0x2030, 0x205f, 0x2070, 0x3000, 0x3001, 0x4e00, 0x9fa6, 0xfeff, 0xff00, 0x10000,
];

/** Cuts all characters into kinds, by the sets that an automaton tests for. */
export function characterKinds(sets: readonly CharacterSet[], claims: TextClaims): Characters {
  const cuts = new Set(fixedCuts);
  for (const set of sets) for (const [from, to] of set) cuts.add(from).add(to + 1);
  const starts = [...cuts].filter((code) => code <= 0x10ffff).sort((a, b) => a - b);
  const cursors = sets.map(() => 0);
  const kinds: CharacterKind[] = [];
  const known = new Map<string, number>();
  const kindOf = starts.map((code) => {
    const passes = sets.map((set, at) => {
      let cursor = cursors[at] ?? 0;
      while ((set[cursor]?.[1] ?? code) < code) cursor += 1;
      cursors[at] = cursor;
      return (set[cursor]?.[0] ?? Number.POSITIVE_INFINITY) <= code;
    });
    const isWord = code < 0x80 && /\w/.test(String.fromCodePoint(code));
    const kind = { passes, isWord, isBlank: isBlank(code), ...weightOf(code, claims) };
    const key = JSON.stringify(kind);
    const id = known.get(key) ?? kinds.push(kind) - 1;
    known.set(key, id);
    return id;
  });
  return { kinds, starts, kindOf };
}

/** How much a character counts. Which ones GB 18030 writes in two bytes is a long list: beside those of GB 13000.1 it is held to be two to four. */
function weightOf(
  code: number,
  { unit, encoding }: TextClaims,
): { readonly least: number; readonly most: number } {
  const exactly = (size: number) => ({ least: size, most: size });
  if (unit === 'characters') return exactly(1);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return exactly(code > 0xffff ? 4 : 2);
  if (code < 0x80) return exactly(1);
  if (code > 0xffff) return exactly(4);
  if (encoding === 'gb18030') return code >= 0x4e00 && code < 0x9fa6 ? exactly(2) : { least: 2, most: 4 };
  return exactly(code < 0x800 ? 2 : 3);
}

/** A set of states of the automaton between two characters, and what is known of the text so far. */
interface Step {
  readonly ids: readonly number[];
  readonly matched: boolean;
  readonly atStart: boolean;
  readonly afterWord: boolean;
  readonly afterBlank: boolean;
  readonly least: number;
  readonly most: number;
}

/** A deterministic automaton over kinds of characters: `next[state][kind]`; `-1` is no state, 0 the start. */
export interface CharacterAutomaton {
  readonly next: readonly (readonly number[])[];
  readonly accepts: readonly boolean[];
}

/** States visited while states are followed, over all steps. */
const maxWork = 20_000_000;

/** Makes an automaton deterministic; undefined where it would have more than `maxStates` states. */
export function determinise(
  automaton: Automaton,
  kinds: readonly CharacterKind[],
  { claims, maxStates }: { readonly claims: TextClaims; readonly maxStates: number },
): CharacterAutomaton | undefined {
  const steps = new Steps(automaton, claims);
  const next: number[][] = [];
  const accepts: boolean[] = [];
  for (let at = 0; at < steps.all.length; at += 1) {
    const step = steps.all[at];
    if (step === undefined || steps.all.length > maxStates || steps.work > maxWork) return undefined;
    accepts.push(steps.accepts(step));
    next.push(kinds.map((kind) => steps.after(step, kind)));
  }
  return { next: withoutDeadEnds(next, accepts), accepts };
}

class Steps {
  readonly all: Step[] = [];
  work = 0;
  readonly #automaton: Automaton;
  readonly #claims: TextClaims;
  readonly #known = new Map<string, number>();

  constructor(automaton: Automaton, claims: TextClaims) {
    this.#automaton = automaton;
    this.#claims = claims;
    this.#add({
      ids: [],
      matched: false,
      atStart: true,
      afterWord: false,
      afterBlank: false,
      least: 0,
      most: 0,
    });
  }

  accepts(step: Step): boolean {
    const { cleanEdges, min } = this.#claims;
    if ((cleanEdges && step.afterBlank) || step.least < min) return false;
    return step.matched || this.#reached(step, undefined) === true;
  }

  after(step: Step, kind: CharacterKind): number {
    const { cleanEdges, min, max } = this.#claims;
    if (cleanEdges && step.atStart && kind.isBlank) return -1;
    const most = max === Number.POSITIVE_INFINITY ? 0 : step.most + kind.most;
    if (most > max) return -1;
    const reached = step.matched ? true : this.#reached(step, kind);
    return this.#add({
      ids: reached === true ? [] : this.#onward(reached, kind),
      matched: reached === true,
      atStart: false,
      afterWord: reached !== true && kind.isWord,
      afterBlank: cleanEdges && kind.isBlank,
      least: Math.min(min, step.least + kind.least),
      most,
    });
  }

  /** Follows forks and edges that hold between two characters; `true` as soon as the match is complete. Any state may begin a match. */
  #reached(from: Step, kind: CharacterKind | undefined): Set<number> | true {
    const { states, start } = this.#automaton;
    const seen = new Set<number>();
    const open = [...from.ids, start];
    const atBoundary = from.afterWord !== (kind?.isWord === true);
    const holds = { start: from.atStart, end: kind === undefined, word: atBoundary, notWord: !atBoundary };
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      this.work += 1;
      const state = states[id];
      if (state?.kind === 'accept') return true;
      if (state?.kind === 'fork') open.push(...state.next);
      else if (state?.kind === 'edge' && holds[state.edge]) open.push(state.next);
    }
    return seen;
  }

  #onward(reached: ReadonlySet<number>, kind: CharacterKind): number[] {
    const ids = new Set<number>();
    for (const id of reached) {
      const state = this.#automaton.states[id];
      if (state?.kind === 'one' && kind.passes[state.test] === true) ids.add(state.next);
    }
    return [...ids].sort((a, b) => a - b);
  }

  #add(step: Step): number {
    const { ids, matched, atStart, afterWord, afterBlank, least, most } = step;
    const flags = `${Number(matched)}${Number(atStart)}${Number(afterWord)}${Number(afterBlank)}`;
    const key = `${flags},${least},${most},${ids.join()}`;
    const known = this.#known.get(key) ?? this.all.push(step) - 1;
    this.#known.set(key, known);
    return known;
  }
}

/** The same transitions without those into states from which no end is reached: a text is doubted as soon as it is lost. */
function withoutDeadEnds(next: readonly (readonly number[])[], accepts: readonly boolean[]): number[][] {
  const before: number[][] = next.map(() => []);
  next.forEach((row, state) => {
    for (const target of new Set(row)) before[target]?.push(state);
  });
  const alive = new Set(accepts.flatMap((isEnd, state) => (isEnd ? [state] : [])));
  for (const state of alive) for (const source of before[state] ?? []) alive.add(source);
  return next.map((row) => row.map((target) => (alive.has(target) ? target : -1)));
}
