import { buildAutomaton } from '../../schema/pattern/automaton.ts';
import { costOf } from '../../schema/pattern/cost.ts';
import type { Tree } from '../../schema/pattern/syntax-tree.ts';
import { parsePattern } from '../../schema/pattern/syntax-tree.ts';
import type { ByteAutomaton } from '../engine/column-test.ts';
import type { CharacterAutomaton, Characters, TextClaims } from './character-automaton.ts';
import { characterKinds, determinise } from './character-automaton.ts';
import { characterSet } from './character-set.ts';
import type { Spelling } from './utf8-spelling.ts';
import { spellingOf } from './utf8-spelling.ts';

const maxSourceLength = 10_000;
/** States of the automaton that is made deterministic. */
const maxSize = 4_000;
/** States of the result. */
const maxStates = 2_000;

/**
 * A regular expression with the meaning of ECMA-262 (as `compilePattern` has it: somewhere in the text), and further claims, as an automaton
 * over UTF-8. It accepts no text that does not match; characters beyond plane 3 may be refused where a property of Unicode decides. Undefined
 * where there is none of at most 2,000 states: look-around, back-references, syntax not understood, or too many states.
 */
export function byteAutomaton(source: string, claims: TextClaims): ByteAutomaton | undefined {
  if (source.length > maxSourceLength) return undefined;
  const unicode = isUnicode(source);
  const tree = unicode === undefined ? undefined : parsePattern(source, unicode);
  if (tree === undefined || unicode === undefined) return undefined;
  const cost = costOf(tree);
  if (cost.irregular || cost.size > maxSize) return undefined;
  const sets = [...atomsOf(tree)].map((atom) => characterSet(atom, unicode));
  const characters = characterKinds(sets, claims);
  const automaton = determinise(buildAutomaton(tree, unicode), characters.kinds, { claims, maxStates });
  return automaton === undefined ? undefined : overBytes(automaton, characters);
}

/** Whether the flag `u` is legal for an expression; undefined where it is none. */
function isUnicode(source: string): boolean | undefined {
  for (const unicode of [true, false]) {
    try {
      new RegExp(source, unicode ? 'u' : '');
      return unicode;
    } catch {
      // The next one may do.
    }
  }
  return undefined;
}

/** The sources of characters in the order in which `buildAutomaton` numbers its tests: as it links them, last part first. */
function atomsOf(tree: Tree, found = new Set<string>()): Set<string> {
  if (tree.kind === 'one') found.add(tree.source);
  else if (tree.kind === 'sequence') for (const part of [...tree.parts].reverse()) atomsOf(part, found);
  else if (tree.kind === 'choice') for (const option of tree.options) atomsOf(option, found);
  else if (tree.kind === 'repeat' && tree.max > 0) atomsOf(tree.body, found);
  return found;
}

/** Spells the characters of an automaton out as UTF-8. */
function overBytes(automaton: CharacterAutomaton, characters: Characters): ByteAutomaton | undefined {
  const rows: (readonly number[])[] = [empty, ...automaton.next.map(() => empty)];
  const speller = new Speller(spellingOf(characters), rows);
  for (const [state, row] of automaton.next.entries()) {
    rows[state + 1] = speller.spell(row);
    if (rows.length > maxStates) return undefined;
  }
  const accepts = Uint8Array.from(rows, (_, state) => (automaton.accepts[state - 1] === true ? 1 : 0));
  return { ...squeeze(rows), accepts };
}

const empty: readonly number[] = new Array<number>(256).fill(0);

/** Adds the states that stand inside a character. Equal ones are shared. */
class Speller {
  readonly #spelling: Spelling;
  readonly #rows: (readonly number[])[];
  readonly #known = new Map<string, number>();

  constructor(spelling: Spelling, rows: (readonly number[])[]) {
    this.#spelling = spelling;
    this.#rows = rows;
  }

  /** The row of a state that goes on to `targets[kind]`, where -1 is none. */
  spell(targets: readonly number[]): readonly number[] {
    const { nodes, first } = this.#spelling;
    // A node comes behind all that it leads to.
    const states: number[] = [];
    const stateOf = (child: number): number =>
      child <= 0 ? (targets[-child - 1] ?? -1) + 1 : (states[child - 1] ?? 0);
    for (const node of nodes) states.push(this.#add(node.map(stateOf)));
    return first.map(stateOf);
  }

  /** The state that goes on so behind the bytes 0x80 to 0xBF. */
  #add(targets: readonly number[]): number {
    if (targets.every((target) => target === 0)) return 0;
    const key = targets.join();
    let state = this.#known.get(key);
    if (state === undefined) {
      state = this.#rows.push(empty.map((_, byte) => targets[byte - 0x80] ?? 0)) - 1;
      this.#known.set(key, state);
    }
    return state;
  }
}

/** Bytes that always lead to the same become one class. */
function squeeze(
  rows: readonly (readonly number[])[],
): Pick<ByteAutomaton, 'classOf' | 'classCount' | 'next'> {
  const classOf = new Uint8Array(256);
  const known = new Map<string, number>();
  const firsts: number[] = [];
  for (let byte = 0; byte < 256; byte += 1) {
    const key = rows.map((row) => row[byte]).join();
    const id = known.get(key) ?? firsts.push(byte) - 1;
    known.set(key, id);
    classOf[byte] = id;
  }
  const next = Uint16Array.from(rows.flatMap((row) => firsts.map((byte) => row[byte] ?? 0)));
  return { classOf, classCount: firsts.length, next };
}
