import { automatonTest } from './automaton-test.ts';
import { byteTest } from './byte-tests.ts';
import { codesTest } from './codes-test.ts';
import type { ColumnTest, Sight } from './column-test.ts';
import { hasDigitRun } from './digit-runs.ts';
import type { ByteTest } from './test-of-bytes.ts';

/** What the engine asks of the cells of one column. Plain functions, so that each column has its own. */
export interface CellGuard {
  readonly allowsEmpty: boolean;
  /** Whether a filled cell is certainly fine. */
  readonly passes: ByteTest;
  /** Whether a cell that passes need not be handed out. Absent where none is. */
  readonly isSighted?: ByteTest;
}

/**
 * The guard of each column: its own test, that no doubted word stands there, and whether somebody looks at what is fine.
 * `sighted`: the counts of all sights, which the guards keep.
 */
export function cellGuards(
  columns: readonly ColumnTest[],
  doubtedWords: readonly Uint8Array[],
  sighted: Float64Array,
): readonly CellGuard[] {
  let sightsBefore = 0;
  return columns.map(({ test, allowsEmpty, watchesDigits, sights }) => {
    const passesTest = byteTest(test);
    // A word that the test does not pass needs no second look: for numbers, dates and most codes nothing is left to do.
    const words = doubtedWords.filter((word) => passesTest(word, 0, word.length));
    const passes = words.length === 0 ? passesTest : unlessWord(passesTest, words);
    const known = sights === undefined ? undefined : sightTest(sights, sighted, sightsBefore);
    sightsBefore += sights?.length ?? 0;
    const isSighted = watchesDigits ? unlessDigits(known) : known;
    return { allowsEmpty, passes, ...(isSighted === undefined ? {} : { isSighted }) };
  });
}

/** Counts a cell for the first sight that it is of; false for those that are handed out. `first`: where the counts of these sights start. */
function sightTest(sights: readonly Sight[], sighted: Float64Array, first: number): ByteTest {
  const tests = sights.map(({ automaton, longest, shown }, index) => ({
    isOf: automatonTest(automaton),
    longest,
    shown,
    slot: first + index,
  }));
  return (bytes, start, end) => {
    for (const { isOf, longest, shown, slot } of tests) {
      if (end - start > longest || !isOf(bytes, start, end)) continue;
      const before = sighted[slot] as number;
      sighted[slot] = before + 1;
      return before >= shown;
    }
    return false;
  };
}

function unlessWord(passes: ByteTest, words: readonly Uint8Array[]): ByteTest {
  const isWord = codesTest(words);
  const longest = Math.max(...words.map(({ length }) => length));
  const starts = new Uint8Array(256);
  for (const [first = 0] of words) starts[first] = 1;
  return (bytes, start, end) =>
    passes(bytes, start, end) &&
    !(end - start <= longest && starts[bytes[start] as number] === 1 && isWord(bytes, start, end));
}

function unlessDigits(isSighted: ByteTest | undefined): ByteTest {
  return (bytes, start, end) =>
    !hasDigitRun(bytes, start, end) && (isSighted === undefined || isSighted(bytes, start, end));
}
