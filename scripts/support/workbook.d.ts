/** `date` is a serial number shown as a date; `null` stores nothing. */
export type CellInput =
  | string
  | number
  | boolean
  | null
  | { readonly date: number }
  | { readonly formula: string; readonly value: string | number | boolean };

export interface SheetInput {
  readonly name: string;
  readonly rows: readonly (readonly CellInput[])[];
  /** `A1:B2` */
  readonly merges?: readonly string[];
  readonly columnWidths?: readonly number[];
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
}

/** An Excel workbook with shared strings, one date style, merges and column widths; the same input gives the same bytes. */
export function writeWorkbook(sheets: readonly SheetInput[]): Buffer;

/** The XML parts of such a workbook by name, for who wants to change one before packing. */
export function workbookParts(sheets: readonly SheetInput[]): Record<string, string>;
