const fields = 3;

/**
 * Where the values of a document stand: for each its first offset, the offset behind it, and which entry follows what lies in it.
 * Entries are in the order of the text: those of a list are its items, those of a mapping its names and values in turn.
 */
export class QuickPlaces {
  #cells = new Int32Array(fields * 16);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** An entry without entries in it; its number. */
  add(start: number, end: number): number {
    const entry = this.#count;
    const at = entry * fields;
    if (at === this.#cells.length) this.#grow();
    this.#cells[at] = start;
    this.#cells[at + 1] = end;
    this.#count += 1;
    this.#cells[at + 2] = this.#count;
    return entry;
  }

  /** Ends an entry behind all that was added since. */
  close(entry: number, end: number): void {
    this.#cells[entry * fields + 1] = end;
    this.#cells[entry * fields + 2] = this.#count;
  }

  start(entry: number): number {
    return this.#cells[entry * fields] ?? 0;
  }

  end(entry: number): number {
    return this.#cells[entry * fields + 1] ?? 0;
  }

  /** The number of the entry behind this one and all in it. */
  next(entry: number): number {
    return this.#cells[entry * fields + 2] ?? 0;
  }

  /** Gives back what was held ready for more. */
  settle(): void {
    this.#cells = this.#cells.slice(0, this.#count * fields);
  }

  #grow(): void {
    const cells = new Int32Array(this.#cells.length * 2);
    cells.set(this.#cells);
    this.#cells = cells;
  }
}
