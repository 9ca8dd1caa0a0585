import type { PartSpot } from '../sample-part.ts';
import type { RowTallies } from './row-tallies.ts';

/** Empty lines between rows are worth a word; those behind the last row of a file mean nothing. Which they are shows with the next row. */
export class EmptyLines {
  readonly #tallies: RowTallies;
  readonly #spots: number;
  /** Rows before the lines that wait for the next row. */
  #row = -1;
  #count = 0;
  #first: PartSpot[] = [];

  constructor(tallies: RowTallies, spots: number) {
    this.#tallies = tallies;
    this.#spots = spots;
  }

  note(row: number, line: () => number): void {
    if (row > this.#row) this.#settle('empty-line');
    this.#row = row;
    this.#count += 1;
    if (this.#first.length < this.#spots) this.#first.push({ row, line: line() });
  }

  /** At the end of a stretch of so many rows. */
  finish(rows: number): void {
    this.#settle(rows > this.#row ? 'empty-line' : 'empty-line-at-end');
  }

  #settle(reason: string): void {
    const kind = { check: 'row/ragged', reason, facts: {} } as const;
    for (const [index, spot] of this.#first.entries()) {
      const isLast = index === this.#first.length - 1;
      this.#tallies.note(kind, () => spot, isLast ? this.#count - index : 1);
    }
    this.#count = 0;
    this.#first = [];
  }
}
