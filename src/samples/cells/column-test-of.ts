import { findFormat } from '../../formats/index.ts';
import type { DataItem } from '../../model/data-item.ts';
import type { CellTest, ColumnTest } from '../engine/column-test.ts';
import { booleanWords } from './boolean-cell.ts';
import { byteAutomaton } from './byte-automaton.ts';
import type { CellContext } from './cell-judge.ts';
import { cellJudge } from './cell-judge.ts';
import type { TextClaims } from './character-automaton.ts';
import { asksNothing, patternSource } from './content-judge.ts';
import { temporalTest } from './date-test.ts';
import { formatPatterns } from './format-patterns.ts';
import { numberTest } from './number-test.ts';

/** Codes longer than this are left to the judge. Bytes of UTF-8. */
const longestCode = 255;
/** Words that engines doubt are no longer. Bytes of UTF-8. */
const longestWord = 64;

/**
 * The quick test of a column: whatever it passes, `cellJudge` of the same item and context finds nothing wrong with, as long as the engine
 * doubts `emptyWords` and `nullWords` of the context. Without an item, for a column that is not declared, everything passes.
 */
export function columnTestOf(item: DataItem | undefined, context: CellContext): ColumnTest {
  if (item === undefined) return { test: { kind: 'any' }, allowsEmpty: true, watchesDigits: true };
  const words = [...context.emptyWords, ...context.nullWords];
  const isDoubted = words.every((word) => utf8Of(word).length <= longestWord);
  const test: CellTest = isDoubted ? testOf(item, context) : { kind: 'none' };
  return { test, allowsEmpty: !item.isRequired, watchesDigits: mayHoldElevenDigits(item, test) };
}

function testOf(item: DataItem, context: CellContext): CellTest {
  if (asksNothing(item)) return { kind: 'any' };
  if (item.codes !== undefined)
    return codesTest(
      item.codes.codes.map(({ code }) => code),
      item,
      context,
    );
  if (item.type === 'boolean') {
    const words = booleanWords(item);
    return codesTest([...words.true, ...words.false], item, context);
  }
  if (item.type === 'string' || item.type === 'any') return textTest(item, context);
  // What a pattern or a format asks of numbers and dates besides their type is rare, and left to the judge.
  if (patternSource(item) !== undefined || asksFormat(item)) return { kind: 'none' };
  if (item.type === 'integer' || item.type === 'number') return numberTest(item, context);
  return temporalTest(item, context);
}

function utf8Of(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function asksFormat({ format }: DataItem): boolean {
  return format !== undefined && findFormat(format) !== undefined;
}

/** Those of the words that the judge passes. */
function codesTest(words: readonly string[], item: DataItem, context: CellContext): CellTest {
  const judge = cellJudge(item, context);
  const fine = [...new Set(words)].filter((word) => word !== '' && judge(word) === undefined);
  const codes = fine
    .map((word) => new TextEncoder().encode(word))
    .filter(({ length }) => length <= longestCode);
  return { kind: 'codes', codes };
}

function textTest(item: DataItem, context: CellContext): CellTest {
  // A bound on something that may be a number.
  if (item.type === 'any' && (item.range !== undefined || item.precision !== undefined))
    return { kind: 'none' };
  const source = patternSource(item);
  if (asksFormat(item)) {
    const keeps = formatPatterns.get(item.format ?? '');
    if (keeps !== undefined && source === undefined) return patternTest(keeps, item, context);
    if (source !== undefined || !isDateFormat(item) || item.datePattern !== undefined)
      return { kind: 'none' };
    return temporalTest({ ...item, type: 'date' }, context);
  }
  return source === undefined ? lengthTest(item, context) : patternTest(source, item, context);
}

function isDateFormat({ format }: DataItem): boolean {
  return format === 'date' || format === 'cn-date';
}

/** An expression, clean edges and length in one automaton. */
function patternTest(source: string, { length }: DataItem, { encoding }: CellContext): CellTest {
  const claims: TextClaims = {
    cleanEdges: true,
    min: length?.min ?? 0,
    max: length?.max ?? Number.POSITIVE_INFINITY,
    unit: length?.unit ?? 'characters',
    encoding,
  };
  const automaton = byteAutomaton(source, claims);
  return automaton === undefined ? { kind: 'none' } : { kind: 'pattern', automaton };
}

/** The largest number an engine has to reckon with. */
const noLimit = 0x7fffffff;

/** Length alone. Bytes that are not those of UTF-8 are counted by an automaton; where it were too large, only what is sure to fit passes. */
function lengthTest(item: DataItem, context: CellContext): CellTest {
  const { min = 0, max = noLimit, unit = 'characters' } = item.length ?? {};
  const [least, most] = [Math.max(0, Math.ceil(min)), Math.min(noLimit, Math.floor(max))];
  if (unit === 'characters' || context.encoding === 'utf-8')
    return { kind: 'text', min: least, max: most, unit };
  if (most <= longestCounted) {
    // Nothing is asked but the length.
    const counted = patternTest('', item, context);
    if (counted.kind === 'pattern') return counted;
  }
  // One to four bytes a character in GB 18030, two or four in UTF-16; and never more than twice the bytes of UTF-8.
  if (least <= 1) return { kind: 'text', min: least, max: Math.floor(most / 2), unit: 'bytes' };
  return { kind: 'text', min: least, max: Math.floor(most / 4), unit: 'characters' };
}

/** Bytes up to which an automaton counts them: it takes a dozen states a byte. */
const longestCounted = 40;

/** Whether a cell that the test passes may hold eleven ASCII digits in a row. */
function mayHoldElevenDigits({ length }: DataItem, test: CellTest): boolean {
  // A character has at least one byte in every encoding.
  if (length?.max !== undefined && length.max <= 10) return false;
  switch (test.kind) {
    case 'date':
    case 'date-time':
      return false;
    case 'integer':
      return test.minimum <= -1e10 || test.maximum >= 1e10;
    case 'number':
      return test.digits > 10 && (test.decimals > 10 || test.minimum <= -1e10 || test.maximum >= 1e10);
    case 'codes':
      return test.codes.some((code) => /\d{11}/.test(new TextDecoder().decode(code)));
    default:
      return true;
  }
}
