import { isUtf8 } from 'node:buffer';

/** The encodings that departments hand in. Everything else is UTF-8 with broken bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** What the bytes of a text are encoded in, and how many bytes of byte order mark stand before it. */
export interface Detected {
  readonly encoding: Encoding;
  readonly bomBytes: 0 | 2 | 3;
}

/**
 * The encoding of a text: byte order mark, else UTF-16 by its NUL bytes, else strict UTF-8, else strict GB18030,
 * else UTF-8 with broken bytes. Nearly every UTF-8 text is also valid GB18030, never the other way round: hence the order.
 * `complete` is false for the first part of a longer text, whose last character may be cut off.
 */
export function detectEncoding(bytes: Uint8Array, complete = true): Detected {
  const mark = byteOrderMark(bytes);
  if (mark !== undefined) return mark;
  const valid = isUtf8(complete ? bytes : bytes.subarray(0, wholeUtf8End(bytes)));
  const wide = utf16ByZeros(bytes, valid);
  if (wide !== undefined) return { encoding: wide, bomBytes: 0 };
  // A text that was cut off may end in the middle of a character, and is GB18030 all the same.
  if (valid || !decodes(bytes, 'gb18030', false)) return { encoding: 'utf-8', bomBytes: 0 };
  // A damaged UTF-8 text often passes as GB18030; many whole three-byte characters say what it was.
  const { count, long } = brokenUtf8(bytes);
  return { encoding: long > count ? 'utf-8' : 'gb18030', bomBytes: 0 };
}

function byteOrderMark(bytes: Uint8Array): Detected | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bomBytes: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bomBytes: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bomBytes: 2 };
  return undefined;
}

/** How many bytes tell whether a text is UTF-16. */
const zeroSample = 4096;

/** UTF-16 without a mark: the high bytes of ASCII are NUL, all on one side. Text that is also UTF-8 must start with ASCII. */
function utf16ByZeros(bytes: Uint8Array, validUtf8: boolean): 'utf-16le' | 'utf-16be' | undefined {
  const units = Math.min(bytes.length, zeroSample) >> 1;
  if (!bytes.subarray(0, zeroSample).includes(0)) return undefined;
  if (bytes.length <= zeroSample && bytes.length % 2 === 1) return undefined;
  const even = zeros(bytes, 0, units);
  const odd = zeros(bytes, 1, units);
  if (even > 0 === odd > 0 || (even + odd) * 16 < units) return undefined;
  if (validUtf8 && bytes[even > 0 ? 0 : 1] !== 0) return undefined;
  const encoding = even > 0 ? 'utf-16be' : 'utf-16le';
  return decodes(bytes, encoding, bytes.length % 2 === 0) ? encoding : undefined;
}

/** How many of the first `units` pairs of bytes have NUL as first (0) or second (1) byte. */
function zeros(bytes: Uint8Array, side: 0 | 1, units: number): number {
  let count = 0;
  for (let index = side; index < units * 2; index += 2) if (bytes[index] === 0) count += 1;
  return count;
}

/** Whether the bytes are a text in this encoding without one broken byte. */
function decodes(bytes: Uint8Array, encoding: Encoding, complete: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !complete });
    return true;
  } catch {
    return false;
  }
}

/** Where the last whole UTF-8 character ends: the length, or up to three bytes less where a character is cut off. */
export function wholeUtf8End(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Broken stretches of a UTF-8 text: how many, the first one, and how many whole characters of three or four bytes there are. */
export interface BrokenUtf8 {
  readonly count: number;
  readonly long: number;
  readonly start: number;
  readonly end: number;
}

/** Finds what is not UTF-8. Each broken stretch becomes one U+FFFD (Unicode, "substitution of maximal subparts"). */
export function brokenUtf8(bytes: Uint8Array): BrokenUtf8 {
  let count = 0;
  let long = 0;
  let start = -1;
  let end = -1;
  for (let index = 0; index < bytes.length; ) {
    const length = validLength(bytes, index);
    if (length > 2) long += 1;
    if (length < 0) {
      count += 1;
      if (start < 0) [start, end] = [index, index - length];
    }
    index += Math.abs(length);
  }
  return { count, long, start, end };
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Bytes of the character at `index`; negative: that many bytes are broken. */
function validLength(bytes: Uint8Array, index: number): number {
  const lead = bytes[index] ?? 0;
  const length = sequenceLength(lead);
  if (length < 2) return length === 1 ? 1 : -1;
  for (let at = 1; at < length; at += 1) {
    const [low, high] = at === 1 ? secondByteRange(lead) : [0x80, 0xbf];
    const byte = bytes[index + at] ?? 0;
    if (byte < low || byte > high) return -at;
  }
  return length;
}

/** Overlong forms, surrogates and code points beyond U+10FFFF are no UTF-8 (RFC 3629). */
function secondByteRange(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}
