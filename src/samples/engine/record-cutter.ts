const lf = 10;
const cr = 13;

/** The signs of a delimited text, a byte each. */
export interface CutSigns {
  readonly delimiter: number;
  /** -1: cells are never quoted. */
  readonly quote: number;
}

/**
 * Cuts one record after the other out of bytes, by RFC 4180 with the liberties of documents/csv/csv-scan.ts: records end with LF, CRLF
 * or CR; a quote inside an unquoted cell is a character like any other; a closing quote with more text behind it makes its cell an
 * unquoted one, up to the next delimiter.
 */
export class RecordCutter {
  /** By cell of the last record, as many as there are columns: where it starts and ends, without quotes around. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** By cell: 1 where doubled quotes inside stand for one. */
  readonly escaped: Uint8Array;
  /** Cells of the last record, those beyond the columns included. */
  cells = 0;
  /** The first quote of the last record that stands where none may; -1: none. */
  stray = -1;
  /** The quote that opened the cell in which the bytes ran out; -1 where they did not inside quotes. */
  open = -1;
  readonly #bytes: Uint8Array;
  readonly #columns: number;
  readonly #delimiter: number;
  readonly #quote: number;
  /** The highest of the signs: with a comma all letters and digits are beyond it, which one comparison tells. */
  readonly #highest: number;
  /** By byte: 1 where it ends or disturbs an unquoted cell. */
  readonly #stops = new Uint8Array(256);
  /** 1 where quotes stand doubled in the quoted cell that was closed last. */
  #doubled: 0 | 1 = 0;

  /** Reads `bytes` as they are at each call. The byte behind those that are cut must exist: `guarded` overwrites and restores it. */
  constructor(bytes: Uint8Array, columns: number, { delimiter, quote }: CutSigns) {
    this.#bytes = bytes;
    this.#columns = columns;
    this.#delimiter = delimiter;
    this.#quote = quote;
    this.#highest = Math.max(delimiter, quote, lf, cr);
    this.starts = new Int32Array(columns);
    this.ends = new Int32Array(columns);
    this.escaped = new Uint8Array(columns);
    for (const stop of [delimiter, lf, cr]) this.#stops[stop] = 1;
    if (quote >= 0) this.#stops[quote] = 1;
  }

  /** Calls `cut` while a sign stands at `end` that stops every loop over bytes, so that the loops need no bound. */
  guarded<Result>(end: number, cut: () => Result): Result {
    if (end >= this.#bytes.length) throw new RangeError('no room for the sign behind the bytes');
    const kept = this.#bytes[end] as number;
    this.#bytes[end] = this.#quote >= 0 ? this.#quote : lf;
    try {
      return cut();
    } finally {
      this.#bytes[end] = kept;
    }
  }

  /**
   * Cuts the record at `start` and answers the offset of its line end, `end` where it has none; -1 where more bytes could still belong
   * to it. At the end of the file (`isLast`) that is only a quoted cell that is not closed.
   */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the loop over all bytes of a file
  cut(start: number, end: number, isLast: boolean): number {
    const bytes = this.#bytes;
    const stops = this.#stops;
    const quote = this.#quote;
    const delimiter = this.#delimiter;
    const highest = this.#highest;
    this.stray = -1;
    this.open = -1;
    let at = start;
    for (let cell = 0; ; cell += 1) {
      const from = at;
      let isBare = true;
      if (bytes[at] === quote && at < end) {
        const close = this.#closing(from, end, isLast);
        if (close < 0) return -1;
        at = close + 1;
        isBare = stops[bytes[at] as number] === 0 || (bytes[at] === quote && at < end);
        if (!isBare) this.#keep(cell, from + 1, close);
        else if (this.stray < 0) this.stray = close;
      }
      if (isBare) {
        let byte = bytes[at] as number;
        for (;;) {
          while (byte > highest) {
            at += 1;
            byte = bytes[at] as number;
          }
          if (byte === delimiter || byte === lf || byte === quote || byte === cr) break;
          at += 1;
          byte = bytes[at] as number;
        }
        if (byte === quote && at < end) at = this.#pastQuotes(at, end);
        if (cell < this.#columns) {
          this.starts[cell] = from;
          this.ends[cell] = at;
          this.escaped[cell] = 0;
        }
      }
      if (bytes[at] !== delimiter) {
        this.cells = cell + 1;
        if (!isLast && (at === end || (bytes[at] === cr && at + 1 === end))) return -1;
        return at;
      }
      at += 1;
    }
  }

  /** Where the record behind the line end at `at` starts. */
  behind(at: number, end: number): number {
    if (at === end) return end;
    return this.#bytes[at] === cr && at + 1 < end && this.#bytes[at + 1] === lf ? at + 2 : at + 1;
  }

  #keep(cell: number, start: number, end: number): void {
    if (cell >= this.#columns) return;
    this.starts[cell] = start;
    this.ends[cell] = end;
    this.escaped[cell] = this.#doubled;
  }

  /** The quote that closes the cell opened at `open`; -1 where the bytes run out before that is sure. */
  #closing(open: number, end: number, isLast: boolean): number {
    const bytes = this.#bytes;
    const quote = this.#quote;
    this.#doubled = 0;
    let at = open + 1;
    for (;;) {
      while (bytes[at] !== quote) at += 1;
      if (at >= end) {
        this.open = open;
        return -1;
      }
      if (at + 1 === end) return isLast ? at : -1;
      if (bytes[at + 1] !== quote) return at;
      this.#doubled = 1;
      at += 2;
    }
  }

  /** The end of an unquoted cell in which a quote stands at `from`. */
  #pastQuotes(from: number, end: number): number {
    if (this.stray < 0) this.stray = from;
    let at = from;
    while (at < end && (this.#bytes[at] === this.#quote || this.#stops[this.#bytes[at] as number] === 0))
      at += 1;
    return at;
  }
}
