import type { RecordSpan } from './csv-scan.ts';
import { scanRecord } from './csv-scan.ts';

/** The part of csv-parse that is used, loaded only when a delimited text turns up. */
export type CsvParse = typeof import('csv-parse/sync');

/** A delimited text and how to cut it. */
export interface CsvText {
  readonly csv: CsvParse;
  readonly text: string;
  readonly recordBytes: number;
}

/** Records that stand one after the other, and what ended them before their number was full. */
export interface RecordRun {
  readonly spans: readonly RecordSpan[];
  /** A record that cannot be delivered: its quote is never closed, or it is longer than `recordBytes`. */
  readonly broken?: RecordSpan;
}

/** Where reading stands: an offset and its 1-based physical line. */
export interface Position {
  readonly start: number;
  readonly line: number;
}

/** Records are handed on when they make this many UTF-16 units, so that long ones do not pile up. */
const batchUnits = 1 << 18;

/** At most `count` records from a position on; fewer where they are long. */
export function takeRecords(
  { text, recordBytes }: CsvText,
  from: Position,
  shape: { delimiter: string; count: number },
): RecordRun {
  const spans: RecordSpan[] = [];
  let { start, line } = from;
  const enough = start + batchUnits;
  while (start < text.length && start < enough && spans.length < shape.count) {
    const span = scanRecord(text, { start, line }, shape.delimiter);
    if (span.open >= 0 || isLonger(text, span, recordBytes)) return { spans, broken: span };
    spans.push(span);
    start = span.next;
    line = span.nextLine;
  }
  return { spans };
}

/**
 * The cells of records that stand one after the other, verbatim: not trimmed, not converted. An empty line has none.
 * `undefined` where csv-parse does not see as many records as `scanRecord`: the rows would be counted wrongly.
 */
export function cellsOf(
  { csv, text }: CsvText,
  spans: readonly RecordSpan[],
  delimiter: string,
): string[][] | undefined {
  const start = spans[0]?.start ?? 0;
  const end = spans.at(-1)?.next ?? 0;
  const part = text.slice(start, end);
  // Nothing to unquote: ten times as fast, above all where widths differ, for each of which csv-parse makes an error object.
  if (!part.includes('"')) return spans.map((span) => bareCells(text, span, delimiter));
  const records = csv.parse(part, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    // The records were measured already; the library counts otherwise and must not find one too long by itself.
    max_record_size: 3 * (end - start) + 1,
  });
  if (records.length !== spans.length) return undefined;
  return records.map((cells, index) => (spans[index]?.start === spans[index]?.end ? [] : cells));
}

function bareCells(text: string, { start, end }: RecordSpan, delimiter: string): string[] {
  return start === end ? [] : text.slice(start, end).split(delimiter);
}

function isLonger(text: string, { start, end }: RecordSpan, bytes: number): boolean {
  // A UTF-16 unit is at most three bytes of UTF-8.
  if ((end - start) * 3 <= bytes) return false;
  return end - start > bytes || new TextEncoder().encode(text.slice(start, end)).length > bytes;
}
