import type { Automaton } from './automaton.ts';

/** A set of automaton states before a character, and what is known of the character before it. */
interface Step {
  readonly ids: readonly number[];
  readonly atStart: boolean;
  readonly afterWord: boolean;
  /** Known answers by character; `true` means a match has been found. */
  readonly onward: Map<string, Step | true>;
  atEnd: boolean | undefined;
}

/** Automaton states in remembered steps before all are forgotten. */
const maxHeld = 100_000;
/** Characters that one step remembers. */
const maxOnward = 300;

/**
 * Whether a regular expression matches somewhere in a text, in time linear in the text: all states are followed at once, and
 * the sets of states are remembered as they are met. Every set holds the start, since a match may begin anywhere.
 */
export class LinearMatcher {
  readonly #automaton: Automaton;
  readonly #unicode: boolean;
  readonly #steps = new Map<string, Step>();
  readonly #first: Step;
  #held = 0;

  constructor(automaton: Automaton, unicode: boolean) {
    this.#automaton = automaton;
    this.#unicode = unicode;
    this.#first = this.#step([], true, false);
  }

  test(text: string): boolean {
    let step = this.#first;
    for (let index = 0; index < text.length; ) {
      const character = this.#characterAt(text, index);
      index += character.length;
      const next = step.onward.get(character) ?? this.#advance(step, character);
      if (next === true) return true;
      step = next;
    }
    step.atEnd ??= this.#reached(step, undefined) === true;
    return step.atEnd;
  }

  #characterAt(text: string, index: number): string {
    if (!this.#unicode) return text.charAt(index);
    return String.fromCodePoint(text.codePointAt(index) ?? 0);
  }

  #advance(from: Step, character: string): Step | true {
    const reached = this.#reached(from, character);
    let next: Step | true = true;
    if (reached !== true) {
      const { states, tests } = this.#automaton;
      const passed = tests.map((test) => test(character));
      const ids = new Set<number>();
      for (const id of reached) {
        const state = states[id];
        if (state?.kind === 'one' && passed[state.test] === true) ids.add(state.next);
      }
      next = this.#step([...ids], false, isWord(character));
    }
    if (from.onward.size < maxOnward) from.onward.set(character, next);
    return next;
  }

  /** Follows forks and edges that hold between two characters; `true` as soon as the match is complete. */
  #reached(from: Step, character: string | undefined): Set<number> | true {
    const { states, start } = this.#automaton;
    const seen = new Set<number>();
    const open = [...from.ids, start];
    const atBoundary = from.afterWord !== (character !== undefined && isWord(character));
    const holds = {
      start: from.atStart,
      end: character === undefined,
      word: atBoundary,
      notWord: !atBoundary,
    };
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const state = states[id];
      if (state?.kind === 'accept') return true;
      if (state?.kind === 'fork') open.push(...state.next);
      else if (state?.kind === 'edge' && holds[state.edge]) open.push(state.next);
    }
    return seen;
  }

  #step(ids: number[], atStart: boolean, afterWord: boolean): Step {
    const key = `${atStart}${afterWord}${ids.sort((a, b) => a - b).join()}`;
    const known = this.#steps.get(key);
    if (known !== undefined) return known;
    if (this.#held > maxHeld) this.#forget();
    this.#held += ids.length + 10;
    const step: Step = { ids, atStart, afterWord, onward: new Map(), atEnd: undefined };
    this.#steps.set(key, step);
    return step;
  }

  /** The first step stays, but what it leads to goes, so that nothing old keeps memory. */
  #forget(): void {
    this.#held = 0;
    this.#steps.clear();
    this.#first.onward.clear();
  }
}

function isWord(character: string): boolean {
  return /^\w$/.test(character);
}
