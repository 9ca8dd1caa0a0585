import type { PartSpot } from '../sample-part.ts';

/** By what an engine says: its number for a kind of line end. */
const names: ReadonlyMap<number, string> = new Map([
  [10, 'LF'],
  [13, 'CR'],
  [23, 'CRLF'],
]);

/** How many rows end with a kind of line end, and where the first of them does. */
export interface LineEndRows {
  readonly name: string;
  readonly rows: number;
  readonly spot: PartSpot;
}

/** Counts rows by the kind of their line end out of the places where it changes. */
export class LineEndRuns {
  readonly #counts = new Map<string, LineEndRows>();
  #name = '';
  #spot: PartSpot = { row: 0, line: 0 };

  /** From this row on, line ends are of this kind. `line` is called only where the kind is new. */
  change(row: number, kind: number, line: () => number): void {
    this.#close(row);
    this.#name = names.get(kind) ?? '';
    this.#spot = { row, line: this.#counts.has(this.#name) ? 0 : line() };
  }

  /** All kinds, after the last of `rows` rows. `isOpen`: the last row has no line end. */
  finish(rows: number, isOpen: boolean): LineEndRows[] {
    this.#close(isOpen ? rows - 1 : rows);
    return [...this.#counts.values()];
  }

  #close(row: number): void {
    const rows = row - this.#spot.row;
    if (this.#name === '' || rows <= 0) return;
    const before = this.#counts.get(this.#name);
    const spot = before?.spot ?? this.#spot;
    this.#counts.set(this.#name, { name: this.#name, rows: rows + (before?.rows ?? 0), spot });
  }
}
