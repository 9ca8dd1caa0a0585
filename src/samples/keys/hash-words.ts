/**
 * Hashes of 64 bits lie in a `Uint32Array` as two words each. They are sorted eight bytes at a time, as the machine reads numbers, so which
 * word weighs more is the machine's matter. No result depends on it: it only decides what is looked at first.
 */
export const heavyWord = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** Sorts hashes in place and hands them back. Takes n log n time whatever they are, so that nobody can choose keys that make it slow. */
export function sortHashes(words: Uint32Array): Uint32Array {
  new BigUint64Array(words.buffer, words.byteOffset, words.length / 2).sort();
  return words;
}

/** Keeps each hash of a sorted list at most `copies` times, in place, and says how many hashes are left. */
export function thinOut(words: Uint32Array, copies: number): number {
  let kept = 0;
  let run = 0;
  for (let at = 0; at < words.length; at += 2) {
    const one = words[at] ?? 0;
    const other = words[at + 1] ?? 0;
    const isSame = kept > 0 && words[kept - 2] === one && words[kept - 1] === other;
    run = isSame ? run + 1 : 1;
    if (run > copies) continue;
    words[kept] = one;
    words[kept + 1] = other;
    kept += 2;
  }
  return kept / 2;
}
