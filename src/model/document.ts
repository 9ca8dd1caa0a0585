import type { Place } from './place.ts';
import type { Pointer } from './pointer.ts';

/** The ids of the checks that readers themselves answer for. */
export type DocumentCheck =
  | 'document/unreadable'
  | 'document/encoding'
  | 'document/syntax'
  | 'document/duplicate-key'
  | 'row/ragged'
  | 'value/text-quality';

/** Something wrong with the text itself, whatever the standard says. */
export interface DocumentFault {
  readonly check: DocumentCheck;
  /** Which of the check's messages applies: `trailing-comma`, `not-utf-8`, `beyond-2^53`, `lone-surrogate`, … */
  readonly reason: string;
  readonly place?: Place;
  /** Pointer inside the document, where one is known. */
  readonly pointer?: Pointer;
  /** Byte offset, for encodings. */
  readonly offset?: number;
  readonly facts?: Readonly<Record<string, string | number>>;
  /** The source line around the place, for a code frame. */
  readonly excerpt?: Excerpt;
}

/** One line of the source as it stands, cut around the place when it is long. */
export interface Excerpt {
  readonly text: string;
  /** Where the marked part starts in `text`, 0-based UTF-16 units, and how long it is (at least 1). */
  readonly from: number;
  readonly length: number;
}

/** A located stretch: the place, and the line it stands on where the document is text. */
export interface Located {
  readonly place: Place;
  readonly excerpt?: Excerpt;
}

/**
 * One value with places: a whole JSON file, one YAML document, one element of a huge array, one line of NDJSON.
 * Pointers are relative to `value`. Places are looked up only when asked for.
 */
export interface Tree {
  readonly value: unknown;
  /** Where the value sits in its file: `''`, `/dataset/3`; for the n-th YAML document or NDJSON line `/n` (0-based). */
  readonly pointer: Pointer;
  /** For an envelope: the arrays whose elements were handed out one by one before; they stand as `[]` in `value`. */
  readonly omitted?: readonly Pointer[];
  /** The value at a pointer; where it is absent, the nearest enclosing value. */
  locate(pointer: Pointer): Located;
  /** The name of the property at a pointer. */
  locateKey(pointer: Pointer): Located;
  /** The text of a scalar as it is written in the source (`0123`, `1e400`, `2017-05-01`), where the format keeps it. */
  sourceText?(pointer: Pointer): string | undefined;
}

/** How a cell of a sheet is stored. CSV cells are always `text`. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

export interface Cell {
  /** What a person sees, as plain text: dates as CCYY-MM-DD, numbers as written in the file. */
  readonly text: string;
  readonly kind: CellKind;
  /** True where a spreadsheet stored a number of more than 15 digits: its last digits are lost. */
  readonly digitsLost?: boolean;
  readonly formula?: boolean;
}

export interface Row {
  /** 1-based row of the sheet; for CSV the record number with the header counted. */
  readonly row: number;
  /** 1-based physical line where the row starts (CSV only). */
  readonly line?: number;
  /** By column, 0-based; `undefined` where the sheet stores nothing. */
  readonly cells: readonly (Cell | undefined)[];
}

/** A rectangle of merged cells, all 1-based and inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A table as rows; the standard's sheet binding turns it into records. */
export interface Sheet {
  /** The sheet's name; `''` for a CSV file. */
  readonly name: string;
  readonly merges: readonly Merge[];
  /** What was found out about a delimited file, to be stated. */
  readonly dialect?: Readonly<{ delimiter: string; quote: string; lineEnd: string }>;
  /** In order; may be iterated once. Faults of the text arrive between the rows. */
  rows(): AsyncIterable<readonly (Row | DocumentFault)[]>;
}

/** What a reader hands out, in the order of the file. */
export type Part =
  | { readonly kind: 'tree'; readonly tree: Tree }
  | { readonly kind: 'sheet'; readonly sheet: Sheet }
  | { readonly kind: 'fault'; readonly fault: DocumentFault };

/** One of several threads that read the same document: each is handed the records whose turn is its own. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

/** Neighbouring records go to the same share: they are in memory together. */
const turnLength = 32;

/** Whether the n-th record of a document (from 0) belongs to a share; every one does where there are no shares. */
export function isOurTurn(share: Share | undefined, index: number): boolean {
  return share === undefined || Math.floor(index / turnLength) % share.of === share.index;
}

/** A record as it stands in its document, found but not yet parsed. */
export interface UnreadRecord {
  readonly pointer: Pointer;
  /** Where it starts: 1-based line, UTF-16 units before it on that line. */
  readonly line: number;
  readonly column: number;
  /** Containers around it. */
  readonly outside: number;
  /** Members of all its objects, when no key stands twice. */
  readonly members: number;
}

/** Others who parse and assess records, so that the reader of a document only has to find them. */
export interface RecordTaker {
  /** Set by takers that look at numbers as they are written: they are offered records with numbers that a double may not keep. */
  readonly takesLongNumbers?: true;
  /** Whether somebody else takes this record. `bytes` is valid UTF-8, and only valid during the call. */
  take(record: UnreadRecord, bytes: Uint8Array): boolean;
}

export interface ReadOptions {
  /** For readers that can find records without parsing them; the others hand out all. */
  readonly taker?: RecordTaker;
  /** Patterns (`/*`, `/dataset/*`) of arrays whose elements are handed out one by one. */
  readonly recordsAt: readonly Pointer[];
  readonly limits: Limits;
}

/** Bounds for untrusted input. Beyond one of them the document is refused in words. */
export interface Limits {
  readonly depth: { readonly json: number; readonly yaml: number };
  /** Bytes of one record (JSON element, NDJSON line, CSV row). */
  readonly recordBytes: number;
  /** Bytes of a document that must be held whole (YAML, one JSON record). */
  readonly documentBytes: number;
  /** Values of one YAML document, aliases counted as often as they are used. */
  readonly nodes: number;
  /** Unpacked bytes of one entry and of a whole XLSX file, number of entries, and how many times larger than packed. */
  readonly zip: {
    readonly entryBytes: number;
    readonly totalBytes: number;
    readonly entries: number;
    readonly ratio: number;
  };
}

/** Reads one input format. Never throws for what the bytes hold: that is a `DocumentFault`. */
export interface Reader {
  readonly format: 'json' | 'ndjson' | 'yaml' | 'csv' | 'xlsx';
  /** File name endings, with the dot, without `.gz`. */
  readonly extensions: readonly string[];
  /** Whether it finds records before it parses them, and so can leave them to a `taker`. */
  readonly findsRecords?: true;
  read(
    source: { readonly path: string; chunks(): AsyncIterable<Uint8Array> },
    options: ReadOptions,
  ): AsyncIterable<readonly Part[]>;
}
