import type { ColumnTest } from './column-test.ts';

/** Cells of a row whose hash is wanted. */
export interface EngineKey {
  /** Columns of the file, in order. */
  readonly columns: readonly number[];
  /** Whether a row with an empty cell among them has a key all the same, as whole rows do. */
  readonly allowsEmpty: boolean;
}

/** What an engine is made for: one delimited file, or a part of one, after its heading row. */
export interface EnginePlan {
  /** By column of the file. */
  readonly columns: readonly ColumnTest[];
  /** A byte each. */
  readonly delimiter: number;
  /** `-1`: cells are never quoted. */
  readonly quote: number;
  /** Words that are doubted in every column, as UTF-8; each at most 64 bytes. */
  readonly doubtedWords: readonly Uint8Array[];
  /** By number of the key. */
  readonly keys: readonly EngineKey[];
  /** Bytes of the longest record that is judged. */
  readonly recordBytes: number;
}

/** Hears what an engine cannot pass. Rows count from 0 over all calls of `judge`; `start` and `end` are offsets in `buffer`, without quotes around. */
export interface EngineListener {
  /** A cell that is not certainly fine. `escaped`: doubled quotes inside stand for one. */
  doubt(row: number, column: number, start: number, end: number, escaped: boolean): void;
  /** A cell that is certainly fine but handed out, in a column with `sights` or `watchesDigits`. Needed only where there is one. */
  sight?(row: number, column: number, start: number, end: number, escaped: boolean): void;
  /** A record with another number of cells than there are columns. Its cells are not tested. An empty line is such a record of no cells. */
  ragged(row: number, start: number, end: number, cells: number): void;
  /** A quote where RFC 4180 allows none; the cell is read as an unquoted one (see documents/csv/csv-scan.ts for the same liberties). */
  stray(row: number, at: number): void;
  /** The first line end of a row, and each of another kind than that of the row before: `\r` or `\n` or `\r\n` as 13, 10, 23. Those of empty lines do not count. */
  lineEnd(row: number, at: number, kind: number): void;
}

/**
 * Cuts UTF-8 bytes into records and cells and tests each cell. Records end with LF, CRLF or CR. There are two that must agree: one on plain
 * bytes in TypeScript, one in WebAssembly.
 */
export interface Engine {
  /** Where the bytes to be judged are put, from offset 0. At least `recordBytes` + 1 MiB long, with 64 bytes behind that the engine may overwrite. */
  readonly buffer: Uint8Array;
  /**
   * Judges all whole records in `buffer[0, end)` and says where the first one starts that is not whole. `isLast`: no bytes follow, so a last
   * record without line end is whole. When it answers 0 and `end` is beyond `recordBytes`, or `isLast` and less than `end`, the record that starts at
   * the answer is broken: see `openQuote`.
   */
  judge(end: number, isLast: boolean): number;
  /** Physical lines that end in `buffer[from, end)`, quoted ones included: at LF, CRLF or CR. A CR at the end ends one unless a LF stands behind it. */
  lineEnds(from: number, end: number): number;
  /** Offset of the quote that opened the cell in which the last call ran out of bytes; -1 where it did not end inside quotes. */
  readonly openQuote: number;
  /** Records judged so far, ragged ones included; empty lines are not counted. */
  readonly rows: number;
  /** By column: empty cells so far. */
  readonly empties: Float64Array;
  /** By sight, those of the first column first: cells so far, the ones that were handed out included. */
  readonly sighted: Float64Array;
  /** By key: two words of hash a row of the last call, `0, 0` for a row that is ragged or in which a cell of a key is empty that may not be. */
  readonly keyHashes: readonly Uint32Array[];
  /** Rows of the last call. */
  readonly judged: number;
  /** Physical lines of the records of the last call, empty ones included. */
  readonly lines: number;
  /** Gives its memory to the next engine of the same plan. It must not be used any more. */
  close(): void;
}

export type MakeEngine = (plan: EnginePlan, listener: EngineListener) => Engine;
