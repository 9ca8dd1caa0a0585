/** A decimal number, exactly: 0.`digits` × 10^`point`. Zero has no digits, and neither end of `digits` is a zero. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly point: number;
}

const shape = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d+))?$/;
/** Powers of ten beyond this are all the same to whoever compares. */
const farthest = 1e15;

/** Reads a decimal number as XML Schema and Table Schema write it, with `.` before the decimals; undefined for anything else. Linear. */
export function readDecimal(text: string): Decimal | undefined {
  const parts = shape.exec(text);
  if (parts === null) return undefined;
  const [, sign, whole = '', behind, bare, power = '0'] = parts;
  const digits = whole + (behind ?? bare ?? '');
  let start = 0;
  while (start < digits.length && digits.charCodeAt(start) === 48) start += 1;
  let end = digits.length;
  while (end > start && digits.charCodeAt(end - 1) === 48) end -= 1;
  if (start === end) return { negative: false, digits: '', point: 0 };
  const exponent = Math.max(-farthest, Math.min(farthest, Number(power)));
  return { negative: sign === '-', digits: digits.slice(start, end), point: whole.length - start + exponent };
}

/** Below 0 where `a` is less, 0 where both are the same number, above 0 where `a` is more. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const [left, right] = [signOf(a), signOf(b)];
  if (left !== right || left === 0) return left - right;
  return left < 0 ? compareSizes(b, a) : compareSizes(a, b);
}

function signOf({ negative, digits }: Decimal): number {
  if (digits === '') return 0;
  return negative ? -1 : 1;
}

function compareSizes(a: Decimal, b: Decimal): number {
  if (a.point !== b.point) return a.point - b.point;
  if (a.digits === b.digits) return 0;
  return a.digits < b.digits ? -1 : 1;
}

/** How many digits stand before and behind the point when the number is written out without needless zeros. */
export function digitCounts({ digits, point }: Decimal): {
  readonly whole: number;
  readonly decimals: number;
} {
  if (digits === '') return { whole: 1, decimals: 0 };
  return { whole: Math.max(0, point), decimals: Math.max(0, digits.length - point) };
}

/** The number without exponent; undefined where that would be longer than 40 digits. */
export function writeDecimal(value: Decimal): string | undefined {
  const { digits, point, negative } = value;
  if (digits === '') return '0';
  if (Math.abs(point) > 40 || digits.length > 40) return undefined;
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0');
  const at = Math.max(1, point);
  const behind = padded.slice(at);
  return `${negative ? '-' : ''}${padded.slice(0, at)}${behind === '' ? '' : `.${behind}`}`;
}
