import type { ByteAutomaton } from '../engine/column-test.ts';

/** The form in which the module runs an automaton: the fastest that fits. Tables are laid out as assembly/automata.ts says. */
export type AutomatonTables =
  | { readonly kind: 'chain'; readonly table: Uint8Array; readonly length: number }
  | { readonly kind: 'small'; readonly table: Uint8Array; readonly accepts: number }
  | {
      readonly kind: 'automaton';
      readonly table: Uint8Array;
      /** Bytes of a row of the table, which is where state 1 stands. */
      readonly rowBytes: number;
      /** Where in the table the bytes that say which states accept start. */
      readonly accepts: number;
    };

/** States that fit into the lanes of a vector. */
const smallStates = 16;
/** Places that have a bit each. */
const longestChain = 64;
/** Bytes of the part of a table that says by byte where its class stands. */
const classBytes = 512;

export function automatonTables(automaton: ByteAutomaton): AutomatonTables {
  const { next, classCount } = automaton;
  return (
    chainOf(automaton) ?? (next.length <= smallStates * classCount ? smallOf(automaton) : anyOf(automaton))
  );
}

/** Where every text has the same length and each byte is judged by its place alone: `[A-Z]{2}-[0-9]{5}`. */
function chainOf(automaton: ByteAutomaton): AutomatonTables | undefined {
  const table = new Uint8Array(256 * 8);
  let state = 1;
  for (let place = 0; place <= longestChain; place += 1) {
    const steps = stepsOf(automaton, state);
    const live = new Set(steps.filter((step) => step !== 0));
    if (automaton.accepts[state] === 1) {
      return live.size === 0 ? { kind: 'chain', table, length: place } : undefined;
    }
    const [only = 0] = live;
    if (live.size !== 1 || place === longestChain) return undefined;
    markPlace(table, place, steps);
    state = only;
  }
  return undefined;
}

/** By byte: the state that follows. */
function stepsOf({ classOf, classCount, next }: ByteAutomaton, state: number): readonly number[] {
  return Array.from(classOf, (group) => next[state * classCount + group] ?? 0);
}

function markPlace(table: Uint8Array, place: number, steps: readonly number[]): void {
  for (const [byte, step] of steps.entries()) {
    const at = byte * 8 + (place >> 3);
    if (step !== 0) table[at] = (table[at] ?? 0) | (1 << (place & 7));
  }
}

function smallOf({ classOf, classCount, next, accepts }: ByteAutomaton): AutomatonTables {
  const table = new Uint8Array(classBytes + classCount * 16);
  writeClasses(table, (byte) => classBytes + (classOf[byte] ?? 0) * 16);
  for (const [index, state] of next.entries()) {
    const group = index % classCount;
    table[classBytes + group * 16 + (index - group) / classCount] = state;
  }
  let bits = 0;
  for (const [state, accepted] of accepts.entries()) if (accepted === 1) bits |= 1 << state;
  return { kind: 'small', table, accepts: bits };
}

function anyOf({ classOf, classCount, next, accepts }: ByteAutomaton): AutomatonTables {
  const rowBytes = classCount * 4;
  const table = new Uint8Array(classBytes + next.length * 4 + accepts.length);
  const view = new DataView(table.buffer);
  writeClasses(table, (byte) => (classOf[byte] ?? 0) * 4);
  for (const [index, state] of next.entries()) {
    view.setUint32(classBytes + index * 4, state * rowBytes, true);
  }
  table.set(accepts, classBytes + next.length * 4);
  return { kind: 'automaton', table, rowBytes, accepts: classBytes + next.length * 4 };
}

function writeClasses(table: Uint8Array, offset: (byte: number) => number): void {
  const view = new DataView(table.buffer);
  for (let byte = 0; byte < 256; byte += 1) view.setUint16(byte * 2, offset(byte), true);
}
