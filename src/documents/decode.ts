import { isUtf8 } from 'node:buffer';
import type { DocumentFault } from '../model/document.ts';
import type { Encoding } from './encoding.ts';
import { brokenUtf8, detectEncoding } from './encoding.ts';
import { LineIndex } from './excerpt.ts';

/** A text and what had to be done to get it. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether a byte order mark stood before the text; it is not part of `text`. */
  readonly bom: boolean;
  readonly faults: DocumentFault[];
}

/**
 * Bytes → text. The ladder of `detectEncoding` decides the encoding; an encoding other than UTF-8 is a `not-utf-8` fault,
 * bytes that are no text in it are replaced by U+FFFD and are one `broken-bytes` fault at the first of them. Never throws.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const { encoding, bomBytes } = detectEncoding(bytes);
  const bom = bomBytes > 0;
  const body = bomBytes > 0 ? bytes.subarray(bomBytes) : bytes;
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(body);
  const faults: DocumentFault[] = [];
  const lines = new LineIndex(text);
  if (encoding !== 'utf-8') faults.push(notUtf8(text, encoding, lines));
  const broken = encoding === 'utf-8' ? firstBrokenUtf8(body) : firstBrokenUtf16(body, encoding);
  if (broken !== undefined) {
    faults.push({
      check: 'document/encoding',
      reason: 'broken-bytes',
      place: lines.place(broken.at, broken.at + 1),
      offset: broken.offset + bomBytes,
      facts: { count: broken.count, encoding, hex: broken.hex },
      excerpt: lines.excerpt(broken.at, broken.at + 1),
    });
  }
  return { text, encoding, bom, faults };
}

/** The statement that a text is not UTF-8, placed at its first character beyond ASCII. */
function notUtf8(text: string, encoding: Encoding, lines: LineIndex): DocumentFault {
  const found = text.search(/[^\0-\x7f]/);
  const at = Math.max(0, found);
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  return {
    check: 'document/encoding',
    reason: 'not-utf-8',
    place: lines.place(at, Math.min(text.length, at + character.length)),
    facts: { encoding },
    excerpt: lines.excerpt(at, at + character.length),
  };
}

interface Broken {
  /** Offset in the text, in UTF-16 units. */
  readonly at: number;
  /** Offset in the bytes. */
  readonly offset: number;
  readonly count: number;
  readonly hex: string;
}

function firstBrokenUtf8(bytes: Uint8Array): Broken | undefined {
  if (isUtf8(bytes)) return undefined;
  const { count, start, end } = brokenUtf8(bytes);
  const at = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, start)).length;
  return { at, offset: start, count, hex: hexOf(bytes.subarray(start, end)) };
}

/** Unpaired surrogates and a last half unit. GB18030 gets here only when it is whole. */
function firstBrokenUtf16(bytes: Uint8Array, encoding: Encoding): Broken | undefined {
  if (encoding === 'gb18030') return undefined;
  const high = encoding === 'utf-16be' ? 0 : 1;
  let first = -1;
  let count = 0;
  for (let index = 0; index < bytes.length; ) {
    const length = utf16Length(bytes, index, high);
    if (length === 0) {
      count += 1;
      if (first < 0) first = index;
    }
    index += length === 0 ? 2 : length;
  }
  if (count === 0) return undefined;
  return { at: first / 2, offset: first, count, hex: hexOf(bytes.subarray(first, first + 2)) };
}

/** Bytes of the UTF-16 character at `index`, 0 where it is broken; `high` is where the high byte of a unit stands. */
function utf16Length(bytes: Uint8Array, index: number, high: number): 0 | 2 | 4 {
  if (index + 1 >= bytes.length) return 0;
  const kind = (bytes[index + high] ?? 0) & 0xfc;
  if (kind !== 0xd8 && kind !== 0xdc) return 2;
  const next = index + 3 < bytes.length ? (bytes[index + 2 + high] ?? 0) & 0xfc : 0;
  return kind === 0xd8 && next === 0xdc ? 4 : 0;
}

/** Bytes as they are read aloud: `E9 22`. */
export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}
