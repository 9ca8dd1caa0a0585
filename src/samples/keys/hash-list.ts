/** Words for which room is made at first. Most samples are small. */
const firstRoom = 2048;

/** Hashes in the order in which they come. */
export class HashList {
  #words = new Uint32Array(firstRoom);
  #end = 0;

  get size(): number {
    return this.#end / 2;
  }

  push(first: number, second: number): void {
    const end = this.#end;
    if (end === this.#words.length) {
      const more = new Uint32Array(2 * end);
      more.set(this.#words);
      this.#words = more;
    }
    this.#words[end] = first;
    this.#words[end + 1] = second;
    this.#end = end + 2;
  }

  /** A copy of them, two words each. */
  words(): Uint32Array {
    return this.view().slice();
  }

  /** The same without copying, valid until something is added. */
  view(): Uint32Array {
    return this.#words.subarray(0, this.#end);
  }

  clear(): void {
    this.#end = 0;
  }
}
