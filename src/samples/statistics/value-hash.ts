/**
 * Ranks a text: 52 bits that look like chance and are the same on every machine. Two lanes of 32 bits over its UTF-16 code units, finished as
 * MurmurHash3 finishes. Not for keys that someone may choose to collide: nothing but estimates depends on it.
 */
export function valueHash(text: string): number {
  let one = 0x243f6a88;
  let other = 0x85a308d3 | 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    one ^= one >>> 15;
    other = Math.imul(((other ^ unit) << 13) | ((other ^ unit) >>> 19), 0x9e3779b1);
  }
  const first = mixed(one ^ other);
  return (first >>> 0) * 2 ** 20 + (mixed(other ^ Math.imul(first, 0x9e3779b1)) >>> 12);
}

/** One more than the highest rank. */
export const valueHashes = 2 ** 52;

function mixed(word: number): number {
  let lane = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  lane = Math.imul(lane ^ (lane >>> 13), 0xc2b2ae35);
  return lane ^ (lane >>> 16);
}
