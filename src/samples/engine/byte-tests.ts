import { automatonTest } from './automaton-test.ts';
import { codesTest } from './codes-test.ts';
import type { CellTest } from './column-test.ts';
import { dateTest, dateTimeTest } from './date-tests.ts';
import { integerTest, numberTest } from './number-tests.ts';
import type { ByteTest } from './test-of-bytes.ts';
import { textTest } from './text-test.ts';

const made = new WeakMap<CellTest, ByteTest>();

/** The function that a test of the contract stands for. It reads nothing outside `[start, end)`, never throws, and is made once. */
export function byteTest(test: CellTest): ByteTest {
  const known = made.get(test) ?? makeTest(test);
  made.set(test, known);
  return known;
}

function makeTest(test: CellTest): ByteTest {
  switch (test.kind) {
    case 'any':
      return () => true;
    case 'none':
      return () => false;
    case 'text':
      return textTest(test);
    case 'integer':
      return integerTest(test);
    case 'number':
      return numberTest(test);
    case 'date':
      return dateTest(test);
    case 'date-time':
      return dateTimeTest;
    case 'codes':
      return codesTest(test.codes);
    case 'pattern':
      return automatonTest(test.automaton);
  }
}
