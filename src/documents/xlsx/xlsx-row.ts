import type { Cell, DocumentCheck, DocumentFault, Row } from '../../model/document.ts';
import { columnLetters } from '../../model/place.ts';
import { unreadable } from './xlsx-trouble.ts';

/** A row with hardly a cell but many columns costs its width; so much width is free, and so much more for each cell. */
const freeWidth = 1 << 24;
const widthPerCell = 200;

interface Problem {
  readonly check: DocumentCheck;
  readonly column: number;
  count: number;
}

/**
 * Collects the cells of one row after the other and what is wrong with them: one fault for each reason and row, placed
 * at the first cell concerned, with the number of cells in `facts.cells`.
 */
export class RowBuilder {
  row = 0;
  /** 1-based column of the cell last begun. */
  column = 0;
  readonly #sheet: string;
  readonly #limits: { readonly row: number; readonly sheet: number };
  #cells: (Cell | undefined)[] = [];
  #rowText = 0;
  #sheetText = 0;
  #width = 0;
  #stored = 0;
  readonly #problems = new Map<string, Problem>();

  /** `limits`: characters of one row and of a whole sheet; beyond them `Trouble`. */
  constructor(sheet: string, limits: { readonly row: number; readonly sheet: number }) {
    this.#sheet = sheet;
    this.#limits = limits;
  }

  begin(row: number): void {
    this.row = row;
    this.column = 0;
    this.#cells = [];
    this.#rowText = 0;
  }

  /** Puts a cell where `column` says; a second one at the same place is left out and said. */
  put(cell: Cell): void {
    const index = this.column - 1;
    const cells = this.#cells;
    this.#rowText += cell.text.length;
    if (this.#rowText > this.#limits.row) throw unreadable('row-too-long', { allowed: this.#limits.row });
    if (index < cells.length && cells[index] !== undefined) {
      this.problem('duplicate-cell');
      return;
    }
    while (cells.length < index) cells.push(undefined);
    cells[index] = cell;
    this.#stored += 1;
  }

  problem(reason: string, check: DocumentCheck = 'document/syntax'): void {
    const known = this.#problems.get(reason);
    if (known !== undefined) known.count += 1;
    else this.#problems.set(reason, { check, column: Math.max(1, this.column), count: 1 });
  }

  /** Hands the row over, if it holds anything, and its faults; returns how much room that takes. */
  end(batch: (Row | DocumentFault)[]): number {
    const width = this.#cells.length;
    if (width > 0) batch.push({ row: this.row, cells: this.#cells });
    this.#width += width;
    this.#sheetText += this.#rowText;
    if (this.#sheetText > this.#limits.sheet)
      throw unreadable('zip-bomb', { limit: 'text', allowed: this.#limits.sheet });
    if (this.#width > freeWidth + this.#stored * widthPerCell) throw unreadable('sparse-sheet');
    if (this.#problems.size > 0) this.#handOver(batch);
    return width;
  }

  #handOver(batch: (Row | DocumentFault)[]): void {
    for (const [reason, { check, column, count }] of this.#problems) {
      const place = { sheet: this.#sheet, cell: columnLetters(column) + Math.max(1, this.row) };
      batch.push({ check, reason, place, facts: { cells: count } });
    }
    this.#problems.clear();
  }
}
