/**
 * Hash of the cells of a key: 64 bits in two lanes of 32, made byte by byte with nothing but xor, rotation, addition and
 * multiplication of 32-bit words, so that every engine computes the same. It is not exact: equal hashes are candidates.
 *
 * ```text
 * start    a = 0x243f6a88                     b = 0x85a308d3
 * a byte x a = (a ^ x) * 0x01000193           b = rotl(b ^ x, 13) * 0x9e3779b1
 * (after each cell x = 0x100: no byte, so that ("a","bc") and ("ab","c") differ)
 * end      a ^= b >>> 15; a = mix(a + b);     b = mix(b ^ a)
 * mix(h)   h ^= h >>> 16; h *= 0x85ebca6b; h ^= h >>> 13; h *= 0xc2b2ae35; h ^= h >>> 16
 * ```
 *
 * All modulo 2^32. Where both lanes end as 0, which says “no key”, `b` becomes 1. The bytes of a cell are those without the quotes
 * around it; of two quotes that stand for one, one is taken.
 */
export interface HashLanes {
  a: number;
  b: number;
}

const cellEnd = 0x100;

export function startHash(lanes: HashLanes): void {
  lanes.a = 0x243f6a88;
  lanes.b = 0x85a308d3 | 0;
}

/** Takes in one cell of the key: `bytes[start, end)`; `doubled` is the quote that stands twice for once, -1 where none does. */
export function hashCell(
  lanes: HashLanes,
  bytes: Uint8Array,
  { start, end, doubled }: { start: number; end: number; doubled: number },
): void {
  let { a, b } = lanes;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte === doubled) at += 1;
    a = Math.imul(a ^ byte, 0x01000193);
    b ^= byte;
    b = Math.imul((b << 13) | (b >>> 19), 0x9e3779b1);
  }
  a = Math.imul(a ^ cellEnd, 0x01000193);
  b ^= cellEnd;
  b = Math.imul((b << 13) | (b >>> 19), 0x9e3779b1);
  lanes.a = a;
  lanes.b = b;
}

/** Writes the two words of the finished hash. */
export function endHash(lanes: HashLanes, words: Uint32Array, at: number): void {
  const { a, b } = lanes;
  const first = mix(((a ^ (b >>> 15)) + b) | 0);
  const second = mix(b ^ first);
  words[at] = first;
  words[at + 1] = first === 0 && second === 0 ? 1 : second;
}

function mix(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
