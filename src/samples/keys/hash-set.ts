import { heavyWord } from './hash-words.ts';

/** Finds out quickly whether a hash is one of a list. The time of a look-up grows with the logarithm of the list at worst. */
export class HashSet {
  /** Sorted, each once. Another thread makes its own set from them. */
  readonly words: Uint32Array;
  readonly #shift: number;
  /** By the first bits of the hash: number of the first one that is not below. */
  readonly #starts: Uint32Array;

  /** @param words sorted as `sortHashes` does, each once */
  constructor(words: Uint32Array) {
    this.words = words;
    const bits = Math.min(22, Math.max(1, Math.ceil(Math.log2(this.size + 1))));
    this.#shift = 32 - bits;
    this.#starts = new Uint32Array(2 ** bits + 1);
    for (let at = heavyWord; at < words.length; at += 2) {
      const bucket = (words[at] ?? 0) >>> this.#shift;
      this.#starts[bucket + 1] = (this.#starts[bucket + 1] ?? 0) + 1;
    }
    for (let bucket = 1; bucket < this.#starts.length; bucket += 1) {
      this.#starts[bucket] = (this.#starts[bucket] ?? 0) + (this.#starts[bucket - 1] ?? 0);
    }
  }

  get size(): number {
    return this.words.length / 2;
  }

  /** Where in the list a hash stands; -1: it does not. The two words as an engine gives them. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: asked for every row of a sample
  indexOf(first: number, second: number): number {
    const heavy = heavyWord === 0 ? first : second;
    const light = heavyWord === 0 ? second : first;
    const bucket = heavy >>> this.#shift;
    let low = this.#starts[bucket] ?? 0;
    let high = this.#starts[bucket + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const difference =
        (this.words[2 * middle + heavyWord] ?? 0) - heavy ||
        (this.words[2 * middle + 1 - heavyWord] ?? 0) - light;
      if (difference === 0) return middle;
      if (difference < 0) low = middle + 1;
      else high = middle;
    }
    return -1;
  }

  /** Names the rows of a batch whose hash is in the list, in order. Rows without a key are none of them. */
  find(hashes: Uint32Array, rows: number, found: (row: number, index: number) => void): void {
    for (let row = 0; row < rows; row += 1) {
      const first = hashes[2 * row] ?? 0;
      const second = hashes[2 * row + 1] ?? 0;
      if (first === 0 && second === 0) continue;
      const index = this.indexOf(first, second);
      if (index !== -1) found(row, index);
    }
  }
}
