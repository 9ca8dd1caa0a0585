import type { ByteTest } from './test-of-bytes.ts';

const dash = 45;
const colon = 58;
const monthDays = Uint8Array.of(0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

/** CCYY-MM-DD, a day that exists, inside the bounds (CCYYMMDD numbers, inclusive). */
export function dateTest({ minimum, maximum }: { minimum: number; maximum: number }): ByteTest {
  return (bytes, start, end) => {
    if (end - start !== 10) return false;
    const day = dayAt(bytes, start);
    return day >= minimum && day <= maximum && day > 0;
  };
}

/** CCYY-MM-DDThh:mm:ssZ, a moment that exists. Second 60 is left to the exact judge. */
export const dateTimeTest: ByteTest = (bytes, start, end) =>
  end - start === 20 &&
  bytes[start + 10] === 84 &&
  bytes[start + 13] === colon &&
  bytes[start + 16] === colon &&
  bytes[start + 19] === 90 &&
  pairAt(bytes, start + 11) < 24 &&
  pairAt(bytes, start + 14) < 60 &&
  pairAt(bytes, start + 17) < 60 &&
  dayAt(bytes, start) > 0;

/** The day as a number CCYYMMDD; 0 where there is none. The year 0000 is left to the exact judge. */
function dayAt(bytes: Uint8Array, start: number): number {
  if (bytes[start + 4] !== dash || bytes[start + 7] !== dash) return 0;
  const century = pairAt(bytes, start);
  const inCentury = pairAt(bytes, start + 2);
  const month = pairAt(bytes, start + 5);
  const day = pairAt(bytes, start + 8);
  if (century > 99 || inCentury > 99 || month < 1 || month > 12 || day < 1 || day > 31) return 0;
  const year = century * 100 + inCentury;
  if (year === 0) return 0;
  if (day > 28 && day > (month === 2 && isLeap(year) ? 29 : (monthDays[month] as number))) return 0;
  return year * 10_000 + month * 100 + day;
}

/** Two digits as a number; 100 or more where they are none. */
function pairAt(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - 48;
  const ones = (bytes[at + 1] as number) - 48;
  return tens >>> 0 > 9 || ones >>> 0 > 9 ? 100 : tens * 10 + ones;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
