import type { DocumentFault } from '../../model/document.ts';
import type { Place } from '../../model/place.ts';

/**
 * How a cell is stored in its file. `date` stands for dates, times and moments that the format knows as such; `null` for an explicit
 * nothing; `list` and `object` for values that are no single cell; `error` for a formula without a value (`#REF!`).
 */
export type StoredKind = 'text' | 'number' | 'boolean' | 'date' | 'null' | 'list' | 'object' | 'error';

export interface SampleCell {
  /** What a person sees: dates as CCYY-MM-DD, numbers with the digits of the file; `''` for `null`, JSON for lists and objects. */
  readonly text: string;
  readonly kind: StoredKind;
  /** A spreadsheet stored a number of more than 15 digits: its last ones are lost. */
  readonly digitsLost?: true;
}

export interface SampleRow {
  /** 1-based line where the row starts; for a workbook the row of the sheet. Undefined where the format has neither. */
  readonly line?: number;
  /**
   * In the order of the headings known so far; `undefined` where nothing is stored. May be shorter than the headings: what is behind its
   * end is not stored either; and, in a sheet, longer: cells beside the table.
   */
  readonly cells: readonly (SampleCell | undefined)[];
}

/** Neighbouring rows. */
export interface RowBatch {
  /** Data row of the first one, from 0. Rows that could not be read are counted too, so batches may leave gaps. */
  readonly row: number;
  readonly rows: readonly SampleRow[];
}

/** Columns met for the first time, in rows from here on: formats that name the columns in every row cannot tell them all at the start. */
export interface NewHeadings {
  readonly newHeadings: readonly string[];
}

/** A table, row by row, whatever the format of its file. */
export interface RowSource {
  /** What is known of the columns at the start; `newHeadings` of the batches stand behind these. */
  readonly headings: readonly string[];
  /** Columns whose values are no cells (nested ones): read as cells without text, not to be judged. */
  readonly unreadable?: readonly string[];
  /**
   * Whether the kinds of the cells were chosen by whoever wrote the file, so that `"12"` is a text and no number. In a workbook they come
   * from how somebody typed.
   */
  readonly meansKinds?: true;
  /** Of a workbook: the name of the sheet. */
  readonly sheet?: string;
  /** Where the headings stand, 1-based, as `SampleRow.line`; undefined where each row names its columns itself. */
  readonly headingLine?: number;
  /** Rows, as far as the file itself says how many there are. */
  readonly rows?: number;
  /** In order; may be iterated once, and left early. */
  batches(): AsyncIterable<RowBatch | NewHeadings | DocumentFault>;
  /** Where a cell stands, in the words of the format. `row` counts data rows from 0; no `column`: the row as a whole. */
  place(spot: { readonly row: number; readonly line?: number }, column?: number): Place;
}

/** What one file gives: tables in the order of the file, and what is wrong with the file as a whole. Each table is to be read before the next is asked for. */
export type RowSources = AsyncIterable<RowSource | DocumentFault>;

/** Rows of one batch, at most. */
export const batchRows = 1000;
