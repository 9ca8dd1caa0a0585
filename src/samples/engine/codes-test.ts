import type { ByteTest } from './test-of-bytes.ts';

/**
 * Whether the bytes are one of the codes, byte for byte: found by the hash of all bytes (FNV-1a, 32 bits) in a table that is
 * at most half full, then compared.
 */
export function codesTest(codes: readonly Uint8Array[]): ByteTest {
  const table = codeTable(codes);
  const { slots, mask, starts, joined } = table;
  const longest = codes.reduce((length, code) => Math.max(length, code.length), 0);
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: called for every cell
  return (bytes, start, end) => {
    const length = end - start;
    if (length > longest) return false;
    let slot = hashOf(bytes, start, end) & mask;
    for (let code = slots[slot] as number; code >= 0; code = slots[slot] as number) {
      const from = starts[code] as number;
      const shift = from - start;
      let at = (starts[code + 1] as number) - from === length ? start : end + 1;
      while (at < end && bytes[at] === joined[at + shift]) at += 1;
      if (at === end) return true;
      slot = (slot + 1) & mask;
    }
    return false;
  };
}

interface CodeTable {
  /** Number of a code, or -1. A power of two long. */
  readonly slots: Int32Array;
  readonly mask: number;
  /** Where each code starts in `joined`; one more than there are codes. */
  readonly starts: Int32Array;
  readonly joined: Uint8Array;
}

function codeTable(codes: readonly Uint8Array[]): CodeTable {
  const size = 2 ** Math.ceil(Math.log2(2 * codes.length + 2));
  const slots = new Int32Array(size).fill(-1);
  const starts = new Int32Array(codes.length + 1);
  const joined = new Uint8Array(codes.reduce((total, code) => total + code.length, 0));
  for (const [index, code] of codes.entries()) {
    const from = starts[index] as number;
    joined.set(code, from);
    starts[index + 1] = from + code.length;
    let slot = hashOf(code, 0, code.length) & (size - 1);
    while ((slots[slot] as number) >= 0) slot = (slot + 1) & (size - 1);
    slots[slot] = index;
  }
  return { slots, mask: size - 1, starts, joined };
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return hash ^ (hash >>> 15);
}
