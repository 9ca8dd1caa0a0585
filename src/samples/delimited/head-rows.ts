import { Buffer } from 'node:buffer';
import type { CutSigns } from '../engine/record-cutter.ts';
import { RecordCutter } from '../engine/record-cutter.ts';

/** A row of the start of a file. Empty lines are rows of no cells. */
export interface HeadRow {
  readonly cells: readonly string[];
  /** Offset of the next row. */
  readonly next: number;
  /** `\n`, `\r\n`, `\r`; empty at the end of the file. */
  readonly lineEnd: string;
  /** Whether a quote stands where none may. */
  readonly hasStray: boolean;
}

/** The first whole rows of a text, at most `most`, from an offset on. */
export function headRows(
  bytes: Uint8Array,
  signs: CutSigns,
  { from, isWhole, most }: { from: number; isWhole: boolean; most: number },
): HeadRow[] {
  const text = Buffer.concat([bytes, Uint8Array.of(0)]);
  const end = bytes.length;
  const cutter = new RecordCutter(text, end, signs);
  return cutter.guarded(end, () => {
    const rows: HeadRow[] = [];
    for (let start = from; start < end && rows.length < most; ) {
      const at = cutter.cut(start, end, isWhole);
      if (at < 0) break;
      const next = cutter.behind(at, end);
      const cells =
        at === start ? [] : Array.from({ length: cutter.cells }, (_, cell) => cellText(text, cutter, cell));
      rows.push({ cells, next, lineEnd: text.toString('latin1', at, next), hasStray: cutter.stray >= 0 });
      start = next;
    }
    return rows;
  });

  function cellText(source: Buffer, { starts, ends, escaped }: RecordCutter, cell: number): string {
    const read = source.toString('utf8', starts[cell], ends[cell]);
    const quote = String.fromCharCode(signs.quote);
    return escaped[cell] === 1 ? read.replaceAll(quote + quote, quote) : read;
  }
}
