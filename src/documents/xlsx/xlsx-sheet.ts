import type { Buffer } from 'node:buffer';
import type { DocumentFault, Row } from '../../model/document.ts';
import type { CellContext } from './xlsx-cells.ts';
import { lastColumn, lastRow } from './xlsx-cells.ts';
import { digits, PlainNumbers } from './xlsx-plain-numbers.ts';
import { QuickCells } from './xlsx-quick-cells.ts';
import type { RowBuilder } from './xlsx-row.ts';
import { StoredCell } from './xlsx-stored-cell.ts';
import { syntax } from './xlsx-trouble.ts';
import { nameCode } from './xml-attributes.ts';
import { token, XmlScanner } from './xml-scan.ts';

const code = {
  worksheet: nameCode('worksheet'),
  sheetData: nameCode('sheetData'),
  row: nameCode('row'),
  cell: nameCode('c'),
  mergeCells: nameCode('mergeCells'),
  mergeCell: nameCode('mergeCell'),
  reference: nameCode('r'),
};

const depth = { sheet: 1, part: 2, row: 3, cell: 4 } as const;

/** A batch is handed over at so many rows, or earlier when they are wide. */
const batchRows = 500;
const batchWidth = 50_000;

/**
 * Turns the XML of a worksheet into rows (ECMA-376 18.3.1), chunk by chunk. Attributes in any order, any namespace prefix;
 * rows and cells without `r` stand behind the one before. `dimension` is not believed. Rows without a stored value are left out.
 * What lies outside the 1,048,576 rows and 16,384 columns of a sheet ends it (`Trouble` `cell-outside`).
 */
export class SheetScanner {
  readonly #scanner = new XmlScanner();
  readonly #rows: RowBuilder;
  readonly #cell: StoredCell;
  readonly #quick: QuickCells;
  #batch: (Row | DocumentFault)[] = [];
  #room = 0;
  #merges = 0;
  #rowsSeen = 0;
  #inRow = false;
  #skipRow = false;
  #inCell = false;

  constructor(rows: RowBuilder, context: CellContext, textLimit: number) {
    this.#rows = rows;
    const numbers = new PlainNumbers(context);
    this.#cell = new StoredCell(context, numbers, textLimit);
    this.#quick = new QuickCells(context, numbers);
  }

  /** How many merges were passed. */
  get merges(): number {
    return this.#merges;
  }

  push(chunk: Buffer): void {
    this.#scanner.push(chunk);
  }

  finish(): void {
    this.#scanner.finish();
  }

  /** Reads on; true when a batch is full, false when the next chunk is needed (or nothing is left). */
  run(): boolean {
    for (;;) {
      if (this.#inRow && !this.#inCell) this.#readQuickly();
      const kind = this.#scanner.next();
      if (kind === token.more || kind === token.end) return false;
      this.#receive(kind);
      if (this.#batch.length >= batchRows || this.#room >= batchWidth) return true;
    }
  }

  #readQuickly(): void {
    const scanner = this.#scanner;
    if (this.#skipRow || scanner.depth !== depth.row || scanner.position < 0) return;
    scanner.position = this.#quick.read(scanner.buffer, scanner.position, this.#rows);
  }

  #receive(kind: number): void {
    if (kind === token.open) this.#open();
    else if (kind === token.close) this.#close();
    else if (this.#cell.collecting) this.#text(kind);
  }

  take(): readonly (Row | DocumentFault)[] {
    const batch = this.#batch;
    this.#batch = [];
    this.#room = 0;
    return batch;
  }

  #text(kind: number): void {
    const { buffer, textFrom, textTo } = this.#scanner;
    if (kind === token.text) this.#cell.text.append(buffer, textFrom, textTo);
    else this.#cell.text.appendCdata(buffer, textFrom, textTo);
  }

  #open(): void {
    const scanner = this.#scanner;
    if (this.#inCell) this.#cell.openInside(scanner);
    else if (scanner.depth === depth.cell) {
      if (this.#inRow && scanner.name === code.cell) this.#openCell();
    } else if (scanner.depth === depth.row) this.#openInPart();
    else if (scanner.depth === depth.sheet && scanner.name !== code.worksheet)
      throw syntax('malformed-xml', { what: 'not-a-worksheet' });
  }

  #openInPart(): void {
    const part = this.#scanner.nameAt(depth.part);
    if (this.#scanner.name === code.row && part === code.sheetData) this.#openRow();
    else if (this.#scanner.name === code.mergeCell && part === code.mergeCells) this.#merges += 1;
  }

  #openRow(): void {
    const rows = this.#rows;
    const before = rows.row;
    const row = this.#rowNumber() ?? before + 1;
    this.#rowsSeen += 1;
    if (row > lastRow || this.#rowsSeen > lastRow) throw syntax('cell-outside');
    this.#inRow = true;
    this.#skipRow = !(row >= 1);
    rows.begin(this.#skipRow ? before : row);
    if (this.#skipRow) rows.problem('cell-reference');
    else if (row <= before) rows.problem('row-order');
  }

  #rowNumber(): number | undefined {
    const { buffer, attributes } = this.#scanner;
    const found = attributes.find(code.reference, 0);
    if (found < 0) return undefined;
    return digits(buffer, attributes.from[found] as number, attributes.to[found] as number);
  }

  #openCell(): void {
    if (this.#skipRow) return;
    const { attributes } = this.#scanner;
    const rows = this.#rows;
    const found = attributes.find(code.reference, 0);
    rows.column = found < 0 ? rows.column + 1 : this.#columnAt(found);
    if (rows.column > lastColumn) throw syntax('cell-outside');
    this.#inCell = true;
    this.#cell.begin(this.#scanner);
  }

  /** The column of `B7`. A cell whose reference is no reference, or names another row, stands behind the one before it. */
  #columnAt(attribute: number): number {
    const { buffer, attributes } = this.#scanner;
    const to = attributes.to[attribute] as number;
    let at = attributes.from[attribute] as number;
    let column = 0;
    for (const last = Math.min(to, at + 4); at < last; at += 1) {
      const byte = buffer[at] as number;
      if (byte < 0x41 || byte > 0x5a) break;
      column = column * 26 + byte - 0x40;
    }
    if (column > 0 && digits(buffer, at, to) === this.#rows.row) return column;
    this.#rows.problem('cell-reference');
    return this.#rows.column + 1;
  }

  #close(): void {
    const around = this.#scanner.depth;
    if (this.#inCell) {
      if (around === depth.row) {
        this.#inCell = false;
        this.#cell.end(this.#rows);
      } else this.#cell.closeInside(around, this.#rows);
    } else if (around === depth.part && this.#inRow) {
      this.#inRow = false;
      this.#room += this.#rows.end(this.#batch);
    }
  }
}
