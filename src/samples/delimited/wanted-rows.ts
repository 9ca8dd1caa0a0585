import type { Buffer } from 'node:buffer';
import type { EnginePlan } from '../engine/engine.ts';
import { RecordCutter } from '../engine/record-cutter.ts';
import type { CellPlace, CellSink } from './cell-sink.ts';

const lf = 10;

/** What is needed of the scan that asks for whole rows. */
export interface RowScan {
  readonly sink: CellSink;
  /** How many first places of each kind are kept. */
  readonly spots: number;
  text(start: number, end: number, escaped: boolean): string;
  lineAt(offset: number): number;
}

/** Tells a sink of the rows that it asked for by their hashes. Rows that repeat byte for byte are told of together. */
export class WantedRows {
  readonly #buffer: Buffer;
  readonly #cutter: RecordCutter;
  readonly #scan: RowScan;

  constructor(buffer: Buffer, plan: EnginePlan, scan: RowScan) {
    this.#buffer = buffer;
    this.#cutter = new RecordCutter(buffer, plan.columns.length, plan);
    this.#scan = scan;
  }

  /** Tells of rows among the whole records in `buffer[0, end)`. `wanted`: their numbers behind `firstRow`, in order. */
  tell(wanted: readonly number[], firstRow: number, end: number): void {
    const cutter = this.#cutter;
    const { sink, lineAt } = this.#scan;
    const placeOf = (row: number, from: number): CellPlace => {
      return { row: firstRow + row, column: -1, line: () => lineAt(from) };
    };
    const again = (row: number, from: number, { count, bytes }: { count: number; bytes: number }): void => {
      for (const { rows, before } of runsOf(count, this.#scan.spots))
        sink.again?.(rows, placeOf(row + before, from + before * bytes));
    };
    cutter.guarded(end, () => {
      let row = 0;
      for (let [start, next] = [0, 0]; start < end && next < wanted.length; ) {
        const from = start;
        const at = cutter.cut(from, end, true);
        start = cutter.behind(at, end);
        if (at === from) continue;
        if (row === wanted[next]) {
          sink.record?.((column) => this.#cell(column), placeOf(row, from));
          const bytes = start - from;
          const count = this.#repeats(start, { bytes, most: runLength(wanted, next) - 1, end });
          again(row + 1, start, { count, bytes });
          start += count * bytes;
          row += count;
          next += 1 + count;
        }
        row += 1;
      }
    });
  }

  /** A cell of the record that was cut last. */
  #cell(column: number): string {
    const { starts, ends, escaped } = this.#cutter;
    return this.#scan.text(starts[column] ?? 0, ends[column] ?? 0, escaped[column] === 1);
  }

  /** How often the record of so many bytes that ends at `at` stands there again, byte for byte. */
  #repeats(at: number, { bytes, most, end }: { bytes: number; most: number; end: number }): number {
    const buffer = this.#buffer;
    // Behind a CR a LF may follow, which belongs to it.
    if (buffer[at - 1] !== lf) return 0;
    let count = 0;
    for (let from = at; count < most && from + bytes <= end; from += bytes) {
      if (buffer.compare(buffer, at - bytes, at, from, from + bytes) !== 0) break;
      count += 1;
    }
    return count;
  }
}

/** How many of the numbers from `first` on follow each other. */
function runLength(numbers: readonly number[], first: number): number {
  let at = first + 1;
  while (at < numbers.length && numbers[at] === (numbers[at - 1] ?? 0) + 1) at += 1;
  return at - first;
}

/** So many rows one by one as places are kept of, and the rest together. */
function runsOf(count: number, spots: number): { rows: number; before: number }[] {
  const single = Math.min(count, spots);
  const runs = Array.from({ length: single }, (_, before) => ({ rows: 1, before }));
  return count > single ? [...runs, { rows: count - single, before: single }] : runs;
}
