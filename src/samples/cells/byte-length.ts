import type { Encoding } from '../../documents/encoding.ts';

/** How many bytes a code point takes in an encoding. */
export function bytesOfCodePoint(code: number, encoding: Encoding): number {
  if (encoding === 'utf-8') return utf8Bytes(code);
  if (encoding === 'gb18030') return gb18030Bytes(code);
  return code > 0xffff ? 4 : 2;
}

/** How many bytes a text takes in an encoding, without byte order mark. */
export function byteLength(text: string, encoding: Encoding): number {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return text.length * 2;
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    bytes += bytesOfCodePoint(code, encoding);
  }
  return bytes;
}

function utf8Bytes(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function gb18030Bytes(code: number): number {
  if (code < 0x80) return 1;
  if (code > 0xffff) return 4;
  return ((pairs()[code >> 3] ?? 0) >> (code & 7)) & 1 ? 2 : 4;
}

let known: Uint8Array | undefined;

/** A bit for each code point that GB 18030 writes in two bytes, learnt from the decoder on first use: 24,000 pairs, a millisecond. */
function pairs(): Uint8Array {
  if (known !== undefined) return known;
  const trails = Array.from({ length: 191 }, (_, at) => at + 0x40).filter((trail) => trail !== 0x7f);
  const leads = Array.from({ length: 126 }, (_, at) => at + 0x81);
  const bytes = leads.flatMap((lead) => trails.flatMap((trail) => [lead, trail]));
  known = new Uint8Array(0x2000);
  for (const character of new TextDecoder('gb18030').decode(Uint8Array.from(bytes))) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x80 && code < 0xfffd) known[code >> 3] = (known[code >> 3] ?? 0) | (1 << (code & 7));
  }
  return known;
}
