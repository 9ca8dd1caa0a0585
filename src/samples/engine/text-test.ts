import type { ByteTest } from './test-of-bytes.ts';

export interface TextBounds {
  readonly min: number;
  readonly max: number;
  readonly unit: 'characters' | 'bytes';
}

/**
 * Length in characters (code points, counted on the lead bytes of UTF-8) or in bytes of UTF-8, and edges without blanks or
 * invisible characters.
 */
export function textTest({ min, max, unit }: TextBounds): ByteTest {
  if (unit === 'bytes')
    return (bytes, start, end) =>
      end - start >= min && end - start <= max && hasCleanEdges(bytes, start, end);
  return (bytes, start, end) => {
    const length = end - start;
    if (length < min || !hasCleanEdges(bytes, start, end)) return false;
    // A character has one to four bytes: most cells need no counting.
    if (length <= max && length >= min * 4) return true;
    let count = 0;
    for (let at = start; at < end; at += 1) if (((bytes[at] as number) & 0xc0) !== 0x80) count += 1;
    return count >= min && count <= max;
  };
}

function hasCleanEdges(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] as number;
  const last = bytes[end - 1] as number;
  if (first <= 0x20 || last <= 0x20 || first === 0x7f || last === 0x7f) return false;
  if (first >= 0xc2 && isInvisible(bytes, start, end)) return false;
  if (last < 0x80) return true;
  return !isInvisible(bytes, lastLead(bytes, start, end), end);
}

/** Where the last character starts: at most four bytes before the end. */
function lastLead(bytes: Uint8Array, start: number, end: number): number {
  const least = Math.max(start, end - 4);
  let at = end - 1;
  while (at > least && ((bytes[at] as number) & 0xc0) === 0x80) at -= 1;
  return at;
}

/** U+0080–U+00A0, U+2000–U+206F, U+3000, U+FEFF and U+FFF0–U+FFFF. */
function isInvisible(bytes: Uint8Array, at: number, end: number): boolean {
  const second = at + 1 < end ? (bytes[at + 1] as number) : 0;
  const third = at + 2 < end ? (bytes[at + 2] as number) : 0;
  switch (bytes[at]) {
    case 0xc2:
      return second <= 0xa0;
    case 0xe2:
      return second === 0x80 || (second === 0x81 && third <= 0xaf);
    case 0xe3:
      return second === 0x80 && third === 0x80;
    case 0xef:
      return (second === 0xbb && third === 0xbf) || (second === 0xbf && third >= 0xb0);
    default:
      return false;
  }
}
