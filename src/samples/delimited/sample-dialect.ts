import type { SampleDialect } from '../../model/data-item.ts';
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
}

/**
 * The dialect of a delimited file by its first rows: what is declared counts; then what a first line `sep=;` says, which Excel writes and
 * obeys; then the delimiter that cuts the most of the first 100 rows alike. A declared sign that is not one ASCII character is found out.
 */
export function sampleDialect(head: SampleHead, declared: SampleDialect): FoundDialect {
  const said = saidDelimiter(head.bytes);
  const best = bestTrial(head, said, declared);
  const { delimiter, quote } = best;
  const found = { delimiter, quote, lineEnd: usualLineEnd(best.rows) };
  const skipped = declared.skipRows ?? 0;
  const first = best.rows.findIndex(
    ({ cells }, row) => row >= skipped && cells.some((cell) => cell.trim() !== ''),
  );
  const heading = best.rows[first];
  if (heading === undefined) return { ...found, ...withoutRows(head, best) };
  const behind = best.rows.slice(first + 1).filter(({ cells }) => cells.length > 0);
  const hasHeader = declared.hasHeader ?? !looksLikeData(heading, behind);
  const bytes = hasHeader ? heading.next : (best.rows[first - 1]?.next ?? said?.next ?? 0);
  const headings = hasHeader ? heading.cells : heading.cells.map(() => '');
  const isHeaderOnly = hasHeader && head.isWhole && isBlank(head.bytes.subarray(bytes));
  return {
    ...found,
    hasHeader,
    headings,
    duplicates: repeated(headings),
    lead: { bytes, lines: countLines(head.bytes, bytes) },
    state: isHeaderOnly ? 'header-only' : 'data',
  };
}

/** Nothing that could be a heading row: no text at all, or none that ends. */
function withoutRows(
  { isWhole, bytes }: SampleHead,
  { rows }: Trial,
): Omit<FoundDialect, 'delimiter' | 'quote' | 'lineEnd'> {
  const isEmpty = isWhole && (rows.length > 0 || isBlank(bytes));
  const state = isEmpty ? 'empty' : 'unreadable-header';
  return { hasHeader: false, headings: [], duplicates: [], lead: { bytes: 0, lines: 0 }, state };
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
  declared: SampleDialect,
): Trial {
  const sure = [declared.delimiter, said?.delimiter].find(isSign);
  const { quote: sureQuote } = declared;
  // Apostrophes stand in texts: they quote only where nothing else could.
  const usual = head.bytes.includes(0x22) ? ['"'] : ['"', "'"];
  const quotes = sureQuote === '' || isSign(sureQuote) ? [sureQuote] : usual;
  const from = said?.next ?? 0;
  const trials = quotes.flatMap((quote) =>
    (sure === undefined ? delimiters : [sure]).map((delimiter) =>
      tryDialect(head, from, { delimiter, quote }),
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
  { delimiter, quote }: { delimiter: string; quote: string },
): Trial {
  const signs = { delimiter: delimiter.charCodeAt(0), quote: quote === '' ? -1 : quote.charCodeAt(0) };
  const rows = headRows(head.bytes, signs, { from, isWhole: head.isWhole, most: sampleRows });
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
  };
}

/** Several columns before one, then rows that agree, then more columns; the earlier trial where nothing tells. */
function better(trial: Trial, than: Trial): boolean {
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

/** Whether the first row is data too: a column of numbers or dates starts with one, and none starts with a word. */
function looksLikeData(first: HeadRow, behind: readonly HeadRow[]): boolean {
  let saysData = false;
  for (const [column, heading] of first.cells.entries()) {
    const values = behind.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '');
    const measured = values.filter(isMeasured).length;
    if (values.length === 0 || measured * 2 <= values.length) continue;
    if (!isMeasured(heading) || (isYear(heading) && !values.some(isYear))) return false;
    saysData = true;
  }
  return saysData;
}

function isMeasured(text: string): boolean {
  return /^\s*[-+]?\d[\d.,:/TZ年月日 -]*\s*$/.test(text);
}

/** Years are headings of statistics. */
function isYear(text: string): boolean {
  return /^(?:19|20)\d\d年?$/.test(text);
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
