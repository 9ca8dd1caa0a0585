/** Where something stands, in the words of the document it stands in. Lines and columns are 1-based; columns count UTF-16 code units. */
export type Place = TextPlace | CellPlace | RowPlace;

/** A stretch of a text document (JSON, NDJSON, YAML); the end is exclusive. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** A cell of a workbook, such as `Sheet1!B7`. */
export interface CellPlace {
  readonly sheet: string;
  readonly cell: string;
}

/** A field of a delimited text file: physical line where the row starts, row number without the header (1-based), column heading. */
export interface RowPlace {
  readonly line: number;
  readonly row: number;
  readonly columnName?: string;
}

/** A sortable key of a place inside its document: [sheet, line or row, column]. */
export function placeOrder(place: Place): readonly [string, number, number] {
  if ('cell' in place) {
    const { row, column } = parseCell(place.cell);
    return [place.sheet, row, column];
  }
  return ['', place.line, 'column' in place ? place.column : 0];
}

/** `B7` → row 7, column 2 (both 1-based). */
export function parseCell(cell: string): { row: number; column: number } {
  let column = 0;
  let index = 0;
  for (; index < cell.length; index += 1) {
    const code = cell.charCodeAt(index);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return { row: Number(cell.slice(index)), column };
}

/** Column 28 → `AB` (1-based). */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A place in the words a person reads: `4:3`, `Sheet1!B7`, `line 9, row 5, 名称`. */
export function placeText(place: Place): string {
  if ('cell' in place) return `${place.sheet}!${place.cell}`;
  if ('row' in place)
    return place.columnName === undefined ? `${place.line}` : `${place.line} ${place.columnName}`;
  return `${place.line}:${place.column}`;
}
