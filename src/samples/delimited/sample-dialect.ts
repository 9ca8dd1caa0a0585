import { headingSearchRows } from '../../alignment/heading-rows.ts';
import type { SampleDialect } from '../../model/data-item.ts';
import type { Row } from '../../model/document.ts';
import type { HeadingSigns } from '../inputs/heading-row.ts';
import { locateHeadings } from '../inputs/heading-row.ts';
import type { HeadRow } from './head-rows.ts';
import { headRows } from './head-rows.ts';
import type { SampleHead } from './sample-head.ts';

/** How a delimited file is written, and what its first rows are. */
export interface FoundDialect {
  /** One ASCII character. */
  readonly delimiter: string;
  /** One ASCII character, or `''` where cells are never quoted. */
  readonly quote: string;
  /** `LF`, `CRLF` or `CR`: the line end of most of the first rows; `LF` where there is none. */
  readonly lineEnd: string;
  readonly hasHeader: boolean;
  /** Of the heading row as they stand, empty ones and those that stand twice too; without heading row as many empty texts as there are columns. */
  readonly headings: readonly string[];
  /** Headings that stand more than once, each once. */
  readonly duplicates: readonly string[];
  /** What stands before the first row of data: bytes of UTF-8 behind the byte order mark, and physical lines. */
  readonly lead: Readonly<{ bytes: number; lines: number }>;
  /**
   * What stands above the headings, or above the data where there are none, beside what is declared to stand there: lines in all, rows of
   * them that say something, and the line (from 0) of the first of these, or of the first line.
   */
  readonly above: Readonly<{ lines: number; texts: number; line: number }>;
  /**
   * `empty`: nothing but blanks; `header-only`: no row behind the heading row; `unreadable-header`: the heading row does not end within the
   * first 64 KiB, mostly for a quote that is never closed.
   */
  readonly state: 'data' | 'empty' | 'header-only' | 'unreadable-header';
}

const delimiters = [',', ';', '\t', '|'];
const sampleRows = 100;
const lineEndNames: ReadonlyMap<string, string> = new Map([
  ['\n', 'LF'],
  ['\r\n', 'CRLF'],
  ['\r', 'CR'],
]);

interface Trial {
  readonly delimiter: string;
  readonly quote: string;
  readonly rows: readonly HeadRow[];
  /** Cells of most rows. */
  readonly width: number;
  /** The part of the rows that have this width and no quote out of place, 0 … 1. */
  readonly agreement: number;
  /** Whether one of the rows names declared columns. */
  readonly isNamed: boolean;
}

/**
 * The dialect of a delimited file by its first rows: what is declared counts; then what a first line `sep=;` says, which Excel writes and
 * obeys; then the delimiter that cuts the most of the first 100 rows alike. A declared sign that is not one ASCII character is found out.
 * Headings are looked for below titles and notes.
 */
export function sampleDialect(
  head: SampleHead,
  declared: SampleDialect,
  signs: HeadingSigns = {},
): FoundDialect {
  const said = saidDelimiter(head.bytes);
  const best = bestTrial(head, said, { declared, signs });
  const { delimiter, quote } = best;
  const found = { delimiter, quote, lineEnd: usualLineEnd(best.rows) };
  const start = startOf(best, declared, signs);
  const first = best.rows[start.first];
  if (first === undefined) return { ...found, ...withoutRows(head, best) };
  const { hasHeader, titles } = start;
  const offsetOf = (row: number): number => best.rows[row - 1]?.next ?? said?.next ?? 0;
  const lineOf = (row: number): number => countLines(head.bytes, offsetOf(row));
  const bytes = hasHeader ? first.next : offsetOf(start.first);
  const headings = hasHeader ? first.cells : first.cells.map(() => '');
  const isHeaderOnly = hasHeader && head.isWhole && isBlank(head.bytes.subarray(bytes));
  const skipped = declared.skipRows ?? 0;
  return {
    ...found,
    hasHeader,
    headings,
    duplicates: repeated(headings),
    lead: { bytes, lines: countLines(head.bytes, bytes) },
    above: {
      lines: lineOf(start.first) - lineOf(skipped),
      texts: titles.length,
      line: lineOf(titles[0] ?? skipped),
    },
    state: isHeaderOnly ? 'header-only' : 'data',
  };
}

/** Rows by their number. */
interface Start {
  /** The row of headings, or the first of data where there are none; there may be no such row. */
  readonly first: number;
  readonly hasHeader: boolean;
  /** The rows above that say something. */
  readonly titles: readonly number[];
}

function startOf({ rows }: Trial, { hasHeader, skipRows = 0 }: SampleDialect, signs: HeadingSigns): Start {
  const filled = [...rows.entries()].filter(
    ([index, { cells }]) => index >= skipRows && cells.some((cell) => cell.trim() !== ''),
  );
  const numbers = filled.map(([index]) => index);
  if (hasHeader === false) return { first: numbers[0] ?? -1, hasHeader, titles: [] };
  const { headings, dataStart } = locateHeadings(filled.map(sheetRow), [], signs);
  const at = headings === undefined ? dataStart : dataStart - 1;
  return { first: numbers[at] ?? -1, hasHeader: headings !== undefined, titles: numbers.slice(0, at) };
}

/** As a row of a sheet. */
function sheetRow([index, { cells }]: [number, HeadRow]): Row {
  return { row: index + 1, cells: cells.map((text) => ({ text, kind: 'text' })) };
}

/** Nothing that could be a heading row: no text at all, or none that ends. */
function withoutRows(
  { isWhole, bytes }: SampleHead,
  { rows }: Trial,
): Omit<FoundDialect, 'delimiter' | 'quote' | 'lineEnd'> {
  const isEmpty = isWhole && (rows.length > 0 || isBlank(bytes));
  const state = isEmpty ? 'empty' : 'unreadable-header';
  const nothing = { lines: 0, texts: 0, line: 0 };
  return {
    hasHeader: false,
    headings: [],
    duplicates: [],
    lead: { bytes: 0, lines: 0 },
    above: nothing,
    state,
  };
}

/** What a first line `sep=;` says, and where the next line starts. */
function saidDelimiter(bytes: Uint8Array): { delimiter: string; next: number } | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, 16));
  const match = /^"?sep=([^A-Za-z0-9"\s\x80-\xff]|\t)"?(?:\r\n|\n|\r|$)/i.exec(text);
  const delimiter = match?.[1];
  return match === null || delimiter === undefined ? undefined : { delimiter, next: match[0].length };
}

function bestTrial(
  head: SampleHead,
  said: { delimiter: string; next: number } | undefined,
  { declared, signs }: { readonly declared: SampleDialect; readonly signs: HeadingSigns },
): Trial {
  const sure = [declared.delimiter, said?.delimiter].find(isSign);
  const { quote: sureQuote } = declared;
  // Apostrophes stand in texts: they quote only where nothing else could.
  const usual = head.bytes.includes(0x22) ? ['"'] : ['"', "'"];
  const quotes = sureQuote === '' || isSign(sureQuote) ? [sureQuote] : usual;
  const from = said?.next ?? 0;
  const trials = quotes.flatMap((quote) =>
    (sure === undefined ? delimiters : [sure]).map((delimiter) =>
      tryDialect(head, from, { delimiter, quote, signs }),
    ),
  );
  const best = trials.reduce((one, trial) => (better(trial, one) ? trial : one));
  // One column with quotes inside its heading: more likely a quote that is never closed, which leaves no row at all.
  const unclosed = trials.find(({ rows }) => rows.length === 0);
  return best.width <= 1 && best.rows[0]?.hasStray === true ? (unclosed ?? best) : best;
}

function isSign(text: string | undefined): text is string {
  return text !== undefined && /^[\t -~]$/.test(text);
}

function tryDialect(
  head: SampleHead,
  from: number,
  { delimiter, quote, signs }: { delimiter: string; quote: string; signs: HeadingSigns },
): Trial {
  const cut = { delimiter: delimiter.charCodeAt(0), quote: quote === '' ? -1 : quote.charCodeAt(0) };
  const rows = headRows(head.bytes, cut, { from, isWhole: head.isWhole, most: sampleRows });
  const filled = rows.filter(({ cells }) => cells.length > 0);
  const tally = new Map<number, number>();
  for (const { cells } of filled) tally.set(cells.length, (tally.get(cells.length) ?? 0) + 1);
  const [width, suits] = [...tally].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0] as [
    number,
    number,
  ]);
  const strays = filled.filter(({ hasStray }) => hasStray).length;
  return {
    delimiter,
    quote,
    rows,
    width,
    agreement: filled.length === 0 ? 0 : (suits - strays) / filled.length,
    isNamed: namesColumns(filled, signs),
  };
}

function namesColumns(rows: readonly HeadRow[], { knows }: HeadingSigns): boolean {
  if (knows === undefined) return false;
  return rows
    .slice(0, headingSearchRows)
    .some(({ cells }) => cells.filter((text) => text !== '' && knows(text, '')).length > 1);
}

/** What names declared columns first; then several columns before one, then rows that agree, then more columns; the earlier trial where nothing tells. */
function better(trial: Trial, than: Trial): boolean {
  if (trial.isNamed !== than.isNamed) return trial.isNamed;
  if (trial.width > 1 !== than.width > 1) return trial.width > 1;
  if (trial.agreement !== than.agreement) return trial.agreement > than.agreement;
  return trial.quote === than.quote && trial.width > than.width;
}

function usualLineEnd(rows: readonly HeadRow[]): string {
  const tally = new Map<string, number>();
  for (const { lineEnd } of rows) if (lineEnd !== '') tally.set(lineEnd, (tally.get(lineEnd) ?? 0) + 1);
  const most = [...tally].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['\n', 0] as [
    string,
    number,
  ]);
  return lineEndNames.get(most[0]) ?? 'LF';
}

function repeated(headings: readonly string[]): string[] {
  const met = new Set<string>();
  const twice = new Set<string>();
  for (const heading of headings) {
    if (met.has(heading) && heading !== '') twice.add(heading);
    met.add(heading);
  }
  return [...twice];
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20 && byte !== 0);
}

function countLines(bytes: Uint8Array, end: number): number {
  let count = 0;
  for (let at = 0; at < end; at += 1)
    if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) count += 1;
  return count;
}
