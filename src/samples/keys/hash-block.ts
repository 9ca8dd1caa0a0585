import { heavyWord, sortHashes, thinOut } from './hash-words.ts';

/** Hashes are told apart by eight of their bits, so that each part can be looked through by itself. */
export const partCount = 256;
/** Hashes of a full block. */
export const blockHashes = 1 << 16;
/** Parts of a block that hold more than this, many times their share, most likely hold one hash many times. */
const crowdedPart = (8 * blockHashes) / partCount;

/**
 * Hashes by part: those of part `p` are number `starts[p]` up to `starts[p + 1]`. Plain data that moves between threads without being
 * copied. A hash that stands in it twice may have been met more often.
 */
export interface HashBlock {
  readonly words: Uint32Array;
  readonly starts: Uint32Array;
}

/** A block of all hashes in `words`. */
export function makeBlock(words: Uint32Array): HashBlock {
  const starts = new Uint32Array(partCount + 1);
  for (let at = heavyWord; at < words.length; at += 2) {
    const part = (words[at] ?? 0) >>> 24;
    starts[part + 1] = (starts[part + 1] ?? 0) + 1;
  }
  let isCrowded = false;
  for (let part = 0; part < partCount; part += 1) {
    if ((starts[part + 1] ?? 0) > crowdedPart) isCrowded = true;
    starts[part + 1] = (starts[part + 1] ?? 0) + (starts[part] ?? 0);
  }
  const block = { words: distribute(words, starts), starts };
  return isCrowded ? thinnedOut(block) : block;
}

/** Puts each hash behind those of its part that came before. */
function distribute(words: Uint32Array, starts: Uint32Array): Uint32Array {
  const placed = new Uint32Array(words.length);
  const free = starts.slice();
  for (let at = 0; at < words.length; at += 2) {
    const part = (words[at + heavyWord] ?? 0) >>> 24;
    const to = free[part] ?? 0;
    free[part] = to + 1;
    placed[2 * to] = words[at] ?? 0;
    placed[2 * to + 1] = words[at + 1] ?? 0;
  }
  return placed;
}

/** The same with crowded parts cut down, so that twelve million equal keys need no more room than a few thousand. */
function thinnedOut({ words, starts }: HashBlock): HashBlock {
  const kept = new Uint32Array(partCount + 1);
  let end = 0;
  for (let part = 0; part < partCount; part += 1) {
    const from = starts[part] ?? 0;
    const to = starts[part + 1] ?? 0;
    const stretch = words.subarray(2 * from, 2 * to);
    let count = to - from;
    if (count > crowdedPart) {
      sortHashes(stretch);
      count = thinOut(stretch, 2);
    }
    words.copyWithin(2 * end, 2 * from, 2 * (from + count));
    end += count;
    kept[part + 1] = end;
  }
  return { words: words.slice(0, 2 * end), starts: kept };
}
