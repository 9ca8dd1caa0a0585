import type { Buffer } from 'node:buffer';
import type { CellContext } from './xlsx-cells.ts';
import { lastColumn } from './xlsx-cells.ts';
import type { PlainNumbers } from './xlsx-plain-numbers.ts';
import { digits } from './xlsx-plain-numbers.ts';
import type { RowBuilder } from './xlsx-row.ts';

const less = 0x3c;
const greater = 0x3e;
const slash = 0x2f;
const quote = 0x22;
const equals = 0x3d;
const blank = 0x20;
const letterA = 0x41;
const letterZ = 0x5a;
const letterC = 0x63;
const letterR = 0x72;
const letterS = 0x73;
const letterT = 0x74;
const letterV = 0x76;
const zero = 0x30;
const nine = 0x39;
/** A longer value is not one of those that `PlainNumbers` and the shared strings know. */
const longestValue = 20;

/**
 * The short way over cells as nearly every program writes them: `<c r="B7" s="3" t="s"><v>12</v></c>`, with `s` and `t`
 * in either order or without, and `<c r="B7" s="3"/>`. It takes only what it is sure of; whatever else stands there is left to the
 * tokenizer, which says the same of these cells, only more slowly.
 */
export class QuickCells {
  readonly #context: CellContext;
  readonly #numbers: PlainNumbers;
  /** The bytes in hand, and the same as a string: to cut a short piece out of it is far quicker than to decode it. */
  #buffer: Buffer | undefined;
  #latin1 = '';
  #column = 0;
  #style = 0;
  #shared = false;

  constructor(context: CellContext, numbers: PlainNumbers) {
    this.#context = context;
    this.#numbers = numbers;
  }

  /** Puts cells into the open row as long as it knows them and returns where it stopped. */
  read(buffer: Buffer, start: number, rows: RowBuilder): number {
    if (buffer !== this.#buffer) {
      this.#buffer = buffer;
      this.#latin1 = buffer.toString('latin1');
    }
    let at = start;
    for (;;) {
      const end = this.#cell(buffer, at, rows);
      if (end < 0) return at;
      at = end;
    }
  }

  /** Where the cell ends; -1 to leave it alone. */
  #cell(buffer: Buffer, start: number, rows: RowBuilder): number {
    if (buffer[start] !== less || buffer[start + 1] !== letterC) return -1;
    let at = this.#reference(buffer, start + 2, rows.row);
    if (at < 0 || this.#column <= rows.column || this.#column > lastColumn) return -1;
    at = this.#styleAndType(buffer, at);
    if (buffer[at] === greater) return this.#value(buffer, at + 1, rows);
    if (buffer[at] !== slash || buffer[at + 1] !== greater) return -1;
    rows.column = this.#column;
    return at + 2;
  }

  /** Reads ` r="B7"` in row 7 and returns where the tag goes on. */
  #reference(buffer: Buffer, start: number, row: number): number {
    if (!isAttribute(buffer, start, letterR)) return -1;
    let at = start + 4;
    let column = 0;
    let byte = buffer[at] as number;
    for (; byte >= letterA && byte <= letterZ && column <= lastColumn; byte = buffer[at] as number) {
      column = column * 26 + byte - letterA + 1;
      at += 1;
    }
    this.#column = column;
    const from = at;
    while (isDigit(buffer[at])) at += 1;
    return column > 0 && buffer[at] === quote && digits(buffer, from, at) === row ? at + 1 : -1;
  }

  /** Reads ` s="3"` and ` t="s"`, each at most once, and returns where the tag goes on. */
  #styleAndType(buffer: Buffer, start: number): number {
    let at = start;
    this.#style = 0;
    this.#shared = false;
    if (isAttribute(buffer, at, letterS)) at = this.#readStyle(buffer, at + 4);
    if (at >= 0 && isAttribute(buffer, at, letterT)) {
      if (buffer[at + 4] !== letterS || buffer[at + 5] !== quote) return -1;
      this.#shared = true;
      at += 6;
      if (at === start + 6 && isAttribute(buffer, at, letterS)) at = this.#readStyle(buffer, at + 4);
    }
    return at;
  }

  #readStyle(buffer: Buffer, from: number): number {
    let at = from;
    while (isDigit(buffer[at])) at += 1;
    this.#style = digits(buffer, from, at);
    return buffer[at] === quote ? at + 1 : -1;
  }

  /** Reads `<v>12</v></c>`. */
  #value(buffer: Buffer, start: number, rows: RowBuilder): number {
    if (buffer[start] !== less || buffer[start + 1] !== letterV || buffer[start + 2] !== greater) return -1;
    const from = start + 3;
    let at = from;
    while (at < from + longestValue && buffer[at] !== less) at += 1;
    if (!closesCell(buffer, at)) return -1;
    const cell = this.#shared
      ? this.#context.strings.cell(digits(buffer, from, at))
      : this.#numbers.cell(buffer, { from, to: at, style: this.#style, text: this.#latin1 });
    if (cell === undefined) return -1;
    rows.column = this.#column;
    rows.put(cell);
    return at + 8;
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= zero && byte <= nine;
}

/** Whether ` x="` stands there. */
function isAttribute(buffer: Buffer, at: number, name: number): boolean {
  return (
    buffer[at] === blank && buffer[at + 1] === name && buffer[at + 2] === equals && buffer[at + 3] === quote
  );
}

/** Whether `</v></c>` stands there. */
function closesCell(buffer: Buffer, at: number): boolean {
  return (
    buffer[at] === less &&
    buffer[at + 1] === slash &&
    buffer[at + 2] === letterV &&
    buffer[at + 3] === greater &&
    buffer[at + 4] === less &&
    buffer[at + 5] === slash &&
    buffer[at + 6] === letterC &&
    buffer[at + 7] === greater
  );
}
