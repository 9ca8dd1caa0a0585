import type { Buffer } from 'node:buffer';
import type { Cell } from '../../model/document.ts';
import type { DateFormat } from './xlsx-dates.ts';
import { dateText, isoDateText } from './xlsx-dates.ts';
import { numberCell } from './xlsx-numbers.ts';
import type { SharedStrings } from './xlsx-strings.ts';
import { trimBlanks, unescapeUnits } from './xml-text.ts';

/** What a sheet can hold (ECMA-376; the same in every spreadsheet program). */
export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** Types of cells (ECMA-376, ST_CellType). */
export const cellType = {
  number: 0,
  shared: 1,
  formulaText: 2,
  inline: 3,
  boolean: 4,
  error: 5,
  date: 6,
  unknown: 7,
} as const;

const typeByName = new Map<string, number>([
  ['n', cellType.number],
  ['s', cellType.shared],
  ['str', cellType.formulaText],
  ['inlineStr', cellType.inline],
  ['b', cellType.boolean],
  ['e', cellType.error],
  ['d', cellType.date],
]);

const letterS = 0x73;
const letterN = 0x6e;

/** The type that the stretch of a `t` attribute names. */
export function cellTypeOf(buffer: Buffer, from: number, to: number): number {
  if (to - from === 1) {
    if (buffer[from] === letterS) return cellType.shared;
    if (buffer[from] === letterN) return cellType.number;
  }
  return typeByName.get(buffer.toString('latin1', from, Math.min(to, from + 10))) ?? cellType.unknown;
}

/** What the cells of a workbook need to be understood. */
export interface CellContext {
  readonly strings: SharedStrings;
  /** By style number. */
  readonly dateFormats: readonly DateFormat[];
  readonly date1904: boolean;
}

/** A cell, or why there is none; a cell that is not quite what it claims comes with the reason. */
export interface CellReading {
  readonly cell?: Cell;
  readonly problem?: string;
}

/** Makes a cell from its type, style number and the text of its value. Shared strings and numbers have quicker ways of their own. */
export function readCell(
  context: CellContext,
  stored: { type: number; style: number; text: string },
): CellReading {
  const { type, style, text } = stored;
  const format = context.dateFormats[style] ?? 'none';
  switch (type) {
    case cellType.number:
      return readNumber(trimBlanks(text), format, context.date1904);
    case cellType.shared:
      return readShared(context.strings, trimBlanks(text));
    case cellType.formulaText:
    case cellType.inline:
      return { cell: { text: unescapeUnits(text), kind: 'text' } };
    case cellType.boolean:
      return readBoolean(trimBlanks(text));
    case cellType.error:
      return { cell: { text: trimBlanks(text), kind: 'error' } };
    case cellType.date:
      return readIsoDate(trimBlanks(text), format);
    default:
      return { cell: { text, kind: 'text' }, problem: 'cell-type' };
  }
}

function readShared(strings: SharedStrings, text: string): CellReading {
  const cell = /^\d{1,9}$/.test(text) ? strings.cell(Number(text)) : undefined;
  return cell === undefined ? { problem: 'shared-string-missing' } : { cell };
}

function readBoolean(text: string): CellReading {
  if (text === '1' || text === 'true') return { cell: { text: 'true', kind: 'boolean' } };
  if (text === '0' || text === 'false') return { cell: { text: 'false', kind: 'boolean' } };
  return { cell: { text, kind: 'text' }, problem: 'cell-value' };
}

function readIsoDate(text: string, format: DateFormat): CellReading {
  const date = isoDateText(text, format);
  if (date !== undefined) return { cell: { text: date, kind: 'date' } };
  return { cell: { text, kind: 'text' }, problem: 'cell-value' };
}

function readNumber(text: string, format: DateFormat, date1904: boolean): CellReading {
  if (text === '') return {};
  const number = numberCell(text);
  if (number === undefined) return { cell: { text, kind: 'text' }, problem: 'cell-value' };
  if (format === 'none') return { cell: number };
  const date = dateText(Number(text), format, date1904);
  if (date === undefined) return { cell: number, problem: 'date-out-of-range' };
  return { cell: { text: date, kind: 'date' } };
}
