import type { DataItem } from '../../model/data-item.ts';
import type { CellTest } from '../engine/column-test.ts';
import type { CellContext } from './cell-judge.ts';
import { readBound } from './content-judge.ts';
import type { Decimal } from './decimal-text.ts';

/** Digits that an engine reads exactly. */
const mostDigits = 15;

/** The quick test of integers and numbers: those written plainly, with at most 15 digits. */
export function numberTest(item: DataItem, { encoding }: CellContext): CellTest {
  const most = Math.min(mostDigits, item.precision?.digits ?? mostDigits, digitsThatFit(item, encoding));
  const { minimum, maximum } = limits(item);
  const isLong = item.length?.min !== undefined && item.length.min > 1;
  if (isLong || most < 1 || !(minimum <= maximum)) return { kind: 'none' };
  // With another decimal character only whole numbers are written as an engine reads them.
  const isWhole = item.type === 'integer' || (item.decimalCharacter ?? '.') !== '.';
  if (!isWhole) {
    const decimals = Math.min(mostDigits, item.precision?.decimals ?? mostDigits);
    return { kind: 'number', minimum, maximum, digits: most, decimals };
  }
  const largest = 10 ** most - 1;
  return {
    kind: 'integer',
    minimum: Math.max(-largest, Math.ceil(minimum)),
    maximum: Math.min(largest, Math.floor(maximum)),
  };
}

/** How many digits surely fit into the declared length, beside a sign and a point. */
function digitsThatFit({ length, type }: DataItem, encoding: CellContext['encoding']): number {
  if (length?.max === undefined) return mostDigits;
  const wide = length.unit === 'bytes' && encoding.startsWith('utf-16') ? 2 : 1;
  return Math.floor(length.max / wide) - (type === 'integer' ? 1 : 2);
}

/** Inclusive bounds as doubles. Where a double is not exactly the bound, the next one inside is taken. */
function limits(item: DataItem): { readonly minimum: number; readonly maximum: number } {
  const wide = 10 ** mostDigits;
  const lows = [
    ...given(readBound(item, 'minimum'), (bound) => inside(bound, 1, false)),
    ...given(readBound(item, 'exclusiveMinimum'), (bound) => inside(bound, 1, true)),
  ];
  const highs = [
    ...given(readBound(item, 'maximum'), (bound) => inside(bound, -1, false)),
    ...given(readBound(item, 'exclusiveMaximum'), (bound) => inside(bound, -1, true)),
  ];
  return { minimum: Math.max(-wide, ...lows), maximum: Math.min(wide, ...highs) };
}

function given<Value, Result>(value: Value | undefined, use: (value: Value) => Result): Result[] {
  return value === undefined ? [] : [use(value)];
}

/** A double that is a bound of at most 15 digits or lies beyond it on the inner side; strictly beyond where the bound itself is excluded. */
function inside(bound: Decimal, direction: 1 | -1, excluded: boolean): number {
  const { negative, digits, point } = bound;
  if (point > mostDigits) return (negative ? -1 : 1) * 10 ** mostDigits * 10;
  const value = Number(`${negative ? '-' : ''}0.${digits === '' ? '0' : digits}e${point}`);
  // Whole numbers are met exactly; for others the engine may be off in the last place.
  const isExact = digits.length <= mostDigits && point >= digits.length;
  if (isExact && !excluded) return value;
  return value + direction * Math.max(Number.EPSILON * 4 * Math.abs(value), Number.MIN_VALUE * 4);
}
