import type { StoredKind } from '../inputs/row-source.ts';

/** Where a cell stands. Rows count from the start of the part. The same object at each call: keep its values, not it. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  /** Its physical line, from the start of the part. Lines are counted when this is called: call it, at once, only for places that are kept. */
  line(): number;
  /** How it is stored, in formats that have types. */
  readonly kind?: StoredKind;
}

/** Who judges exactly what the engine did not pass, and takes the hashes of keys. */
export interface CellSink {
  /** A cell that is not certainly fine, as it reads: unquoted, not trimmed. */
  cell(text: string, place: CellPlace): void;
  /** A filled cell that is certainly fine but handed out, in a column with sights. */
  sight?(text: string, place: CellPlace): void;
  /** So many rows were judged since it was called last. */
  rows?(count: number): void;
  /**
   * Hashes of the keys of `rows` rows from `firstRow` on: by key two words a row, `0, 0` where there is no key. Valid during the call.
   * Answers which of these rows are wanted as a whole, in order, as numbers behind `firstRow`; undefined for none.
   */
  keys?(firstRow: number, rows: number, hashes: readonly Uint32Array[]): readonly number[] | undefined;
  /** A row that `keys` asked for. Valid during the call; `place.column` says nothing. */
  record?(text: (column: number) => string, place: CellPlace): void;
  /** So many wanted rows, the first of them at `place`, are in every byte as the one that `record` was called for last. */
  again?(count: number, place: CellPlace): void;
}
