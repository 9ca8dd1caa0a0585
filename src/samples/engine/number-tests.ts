import type { ByteTest } from './test-of-bytes.ts';

const minus = 45;
const point = 46;
const zero = 48;
/** Numbers of so many digits, and their quotients by powers of ten, are the doubles that `Number` gives for them. */
const exactDigits = 15;
const powersOfTen = Float64Array.from({ length: exactDigits + 1 }, (_, power) => 10 ** power);

/** `-?` digits without leading zeros, at most 15, inside the bounds. `-0` is left to the exact judge. */
export function integerTest({ minimum, maximum }: { minimum: number; maximum: number }): ByteTest {
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one pass over the bytes, called for every cell
  return (bytes, start, end) => {
    const isNegative = bytes[start] === minus;
    const from = isNegative ? start + 1 : start;
    const length = end - from;
    if (length < 1 || length > exactDigits || (bytes[from] === zero && (length > 1 || isNegative)))
      return false;
    let value = 0;
    for (let at = from; at < end; at += 1) {
      const digit = (bytes[at] as number) - zero;
      if (digit >>> 0 > 9) return false;
      value = value * 10 + digit;
    }
    if (isNegative) value = -value;
    return value >= minimum && value <= maximum;
  };
}

export interface NumberBounds {
  readonly minimum: number;
  readonly maximum: number;
  readonly digits: number;
  readonly decimals: number;
}

/** `-?` digits, with a point and more digits or without, at most 15 in all. A zero before the point counts as a digit. */
export function numberTest({ minimum, maximum, digits, decimals }: NumberBounds): ByteTest {
  const most = Math.min(digits, exactDigits);
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one pass over the bytes, called for every cell
  return (bytes, start, end) => {
    const isNegative = bytes[start] === minus;
    const from = isNegative ? start + 1 : start;
    let value = 0;
    let at = from;
    for (; at < end; at += 1) {
      const digit = (bytes[at] as number) - zero;
      if (digit >>> 0 > 9) break;
      value = value * 10 + digit;
    }
    const whole = at - from;
    let behind = 0;
    if (at < end) {
      if (bytes[at] !== point) return false;
      behind = end - at - 1;
      if (behind === 0 || behind > decimals) return false;
      for (at += 1; at < end; at += 1) {
        const digit = (bytes[at] as number) - zero;
        if (digit >>> 0 > 9) return false;
        value = value * 10 + digit;
      }
    }
    if (whole === 0 || whole + behind > most || (whole > 1 && bytes[from] === zero)) return false;
    if (behind > 0) value /= powersOfTen[behind] as number;
    if (isNegative) value = -value;
    return value >= minimum && value <= maximum && !(isNegative && value === 0);
  };
}
