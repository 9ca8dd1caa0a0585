import type { DocumentFault } from '../../model/document.ts';
import type { Member } from './json-flat.ts';
import type { NewHeadings, RowBatch, SampleCell, SampleRow } from './row-source.ts';
import { batchRows } from './row-source.ts';

/** As many columns as a spreadsheet has. */
const mostColumns = 16_384;
/** Whoever reads the rows looks at all columns again when some are new: so many are looked at, all times together. */
const mostLooks = 500_000;

/** A row that names its columns itself. */
export interface NamedRow {
  /** Data row, from 0. */
  readonly row: number;
  readonly line: number;
  readonly members: readonly Member[];
}

/** Puts the cells of rows that name their columns under headings, in the order in which those are met. */
export class HeadingCollector {
  readonly headings: string[] = [];
  readonly #indexes = new Map<string, number>();
  #refused = false;
  #looks = 0;

  /** Batches of the rows, with what is new before the rows that have it. */
  *batches(rows: readonly NamedRow[]): Generator<RowBatch | NewHeadings | DocumentFault> {
    let start = 0;
    let batch: SampleRow[] = [];
    for (const { row, line, members } of rows) {
      const met: string[] = [];
      const cells = this.#cells(members, met);
      const breaks = met.length > 0 || row !== start + batch.length || batch.length >= batchRows;
      if (breaks && batch.length > 0) {
        yield { row: start, rows: batch };
        batch = [];
      }
      if (met.length > 0) yield* this.#announce(met, line);
      if (batch.length === 0) start = row;
      batch.push({ line, cells });
    }
    if (batch.length > 0) yield { row: start, rows: batch };
  }

  #cells(members: readonly Member[], met: string[]): (SampleCell | undefined)[] {
    const cells: (SampleCell | undefined)[] = [];
    for (const [at, [name, cell]] of members.entries()) {
      // Rows mostly have the same members in the same order.
      const index = this.headings[at] === name ? at : this.#index(name, met);
      if (index < 0) continue;
      while (cells.length < index) cells.push(undefined);
      cells[index] = cell;
    }
    return cells;
  }

  #index(name: string, met: string[]): number {
    const known = this.#indexes.get(name);
    if (known !== undefined) return known;
    met.push(name);
    if (this.headings.length >= mostColumns || this.#looks > mostLooks) return -1;
    this.#indexes.set(name, this.headings.length);
    return this.headings.push(name) - 1;
  }

  #announce(met: readonly string[], line: number): (NewHeadings | DocumentFault)[] {
    const newHeadings = met.filter((name) => this.#indexes.has(name));
    const pieces: (NewHeadings | DocumentFault)[] = newHeadings.length > 0 ? [{ newHeadings }] : [];
    if (newHeadings.length > 0) this.#looks += this.headings.length;
    if (newHeadings.length < met.length && !this.#refused) {
      this.#refused = true;
      const facts = { limit: this.headings.length };
      pieces.push({
        check: 'document/unreadable',
        reason: 'too-many-columns',
        place: { line, column: 1 },
        facts,
      });
    }
    return pieces;
  }
}
