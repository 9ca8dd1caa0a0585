import type { ByteAutomaton } from './column-test.ts';
import type { ByteTest } from './test-of-bytes.ts';

/** Whether an automaton accepts the bytes: one step a byte, none after its dead state. */
export function automatonTest(automaton: ByteAutomaton): ByteTest {
  return automaton.next.length <= 1 << 16 ? smallTest(automaton) : largeTest(automaton);
}

/** States are kept as the offsets of their rows, which saves a multiplication a byte, in words of 16 bits, which stay in the cache. */
function smallTest({ classOf, classCount, next, accepts }: ByteAutomaton): ByteTest {
  const rows = next.map((state) => state * classCount);
  const acceptsRow = new Uint8Array(rows.length + 1);
  for (const [state, accepted] of accepts.entries()) acceptsRow[state * classCount] = accepted;
  return (bytes, start, end) => {
    let row = classCount;
    for (let at = start; at < end; at += 1) {
      row = rows[row + (classOf[bytes[at] as number] as number)] as number;
      if (row === 0) return false;
    }
    return acceptsRow[row] === 1;
  };
}

function largeTest({ classOf, classCount, next, accepts }: ByteAutomaton): ByteTest {
  return (bytes, start, end) => {
    let state = 1;
    for (let at = start; at < end; at += 1) {
      state = next[state * classCount + (classOf[bytes[at] as number] as number)] as number;
      if (state === 0) return false;
    }
    return accepts[state] === 1;
  };
}
