import type { ByteAutomaton } from '../engine/column-test.ts';
import type { CharacterAutomaton, Characters } from './character-automaton.ts';
import type { Spelling, ToldCharacters } from './utf8-spelling.ts';
import { noKind, spellingOf } from './utf8-spelling.ts';

/** An automaton over characters spelled out as UTF-8; undefined where it had more than `maxStates` states. */
export function spelledAutomaton(
  automaton: CharacterAutomaton,
  characters: Characters,
  maxStates: number,
): ByteAutomaton | undefined {
  const { next, told } = withoutTwins(automaton.next, characters);
  const spelling = spellingOf(told);
  const { classOf, bytes } = byteClasses(spelling);
  const speller = new Speller(spelling, bytes, next.length + 1);
  for (const [state, row] of next.entries()) {
    speller.spell(state + 1, row);
    if (speller.rows.length > maxStates) return undefined;
  }
  const accepts = Uint8Array.from(speller.rows, (_, state) =>
    automaton.accepts[state - 1] === true ? 1 : 0,
  );
  return { classOf, classCount: bytes.length, next: Uint16Array.from(speller.rows.flat()), accepts };
}

/** Kinds of characters that no state tells apart become one, and those that lead nowhere none: most expressions speak of few characters. */
function withoutTwins(
  next: readonly (readonly number[])[],
  { kinds, starts, kindOf }: Characters,
): { next: number[][]; told: ToldCharacters } {
  const known = new Map<string, number>();
  const firsts: number[] = [];
  const newKind = kinds.map((_, kind) => {
    if (next.every((row) => row[kind] === -1)) return noKind;
    const key = next.map((row) => row[kind]).join();
    const id = known.get(key) ?? firsts.push(kind) - 1;
    known.set(key, id);
    return id;
  });
  const told = { starts, kindOf: kindOf.map((kind) => newKind[kind] ?? noKind) };
  return { next: next.map((row) => firsts.map((kind) => row[kind] ?? -1)), told: joinStretches(told) };
}

/** Neighbours of one kind become one stretch. */
function joinStretches({ starts, kindOf }: ToldCharacters): ToldCharacters {
  const isFirst = kindOf.map((kind, at) => at === 0 || kind !== kindOf[at - 1]);
  return { starts: starts.filter((_, at) => isFirst[at]), kindOf: kindOf.filter((_, at) => isFirst[at]) };
}

/** Bytes that stand for the same wherever they stand, and one byte of each class. */
function byteClasses({ first, nodes }: Spelling): { classOf: Uint8Array; bytes: readonly number[] } {
  const known = new Map<string, number>();
  const bytes: number[] = [];
  const classOf = Uint8Array.from(first, (child, byte) => {
    const isInner = byte >= 0x80 && byte < 0xc0;
    const key = isInner ? nodes.map((node) => node[byte - 0x80]).join() : String(child);
    const id = known.get(`${isInner}${key}`) ?? bytes.push(byte) - 1;
    known.set(`${isInner}${key}`, id);
    return id;
  });
  return { classOf, bytes };
}

/** Writes the rows of states over classes of bytes, and adds the states that stand inside a character. Equal ones are shared. */
class Speller {
  /** By state; state 0 is dead. */
  readonly rows: (readonly number[])[];
  readonly #first: readonly number[];
  /** By node: what each class of bytes leads to. */
  readonly #nodes: readonly (readonly number[])[];
  readonly #known = new Map<string, number>();

  constructor({ first, nodes }: Spelling, bytes: readonly number[], states: number) {
    const dead = bytes.map(() => 0);
    this.rows = Array.from({ length: states }, () => dead);
    this.#first = bytes.map((byte) => first[byte] ?? 0);
    this.#nodes = nodes.map((node) => bytes.map((byte) => node[byte - 0x80] ?? 0));
  }

  /** The row of a state that goes on to `targets[kind]`, where -1 is none. */
  spell(state: number, targets: readonly number[]): void {
    // A node comes behind all that it leads to.
    const states: number[] = [];
    const stateOf = (child: number): number =>
      child <= 0 ? (targets[-child - 1] ?? -1) + 1 : (states[child - 1] ?? 0);
    for (const node of this.#nodes) states.push(this.#add(node.map(stateOf)));
    this.rows[state] = this.#first.map(stateOf);
  }

  #add(row: readonly number[]): number {
    if (row.every((target) => target === 0)) return 0;
    const key = row.join();
    const state = this.#known.get(key) ?? this.rows.push(row) - 1;
    this.#known.set(key, state);
    return state;
  }
}
