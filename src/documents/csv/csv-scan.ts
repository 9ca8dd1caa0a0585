/** Where one record of a delimited text stands. All numbers but `line` are offsets in UTF-16 units. */
export interface RecordSpan {
  readonly start: number;
  /** Where the record ends, its line end not included. */
  readonly end: number;
  /** Where the next record starts. */
  readonly next: number;
  /** 1-based physical line of `start`. */
  readonly line: number;
  /** 1-based physical line of `next`. */
  readonly nextLine: number;
  /** The first quote that stands where RFC 4180 allows none: in an unquoted cell, or before more text of its cell. -1: none. */
  readonly stray: number;
  /** An opening quote that is never closed: the record swallows the rest of the text. -1: none. */
  readonly open: number;
}

const quote = 34;
const lf = 10;
const cr = 13;

/**
 * Finds the record that starts at `start`, by RFC 4180 with three liberties, which are those of csv-parse with
 * `relax_quotes`: records end with LF, CRLF or CR; a quote inside an unquoted cell is a character like any other; a
 * closing quote with more text behind it makes its cell an unquoted one, up to the next delimiter.
 */
export function scanRecord(
  text: string,
  from: { start: number; line: number },
  delimiter: string,
): RecordSpan {
  const { start, line } = from;
  const separator = delimiter.charCodeAt(0);
  const cursor: Cursor = { at: start, breaks: 0, stray: -1, open: -1 };
  while (scanCell(text, cursor, separator)) cursor.at += 1;
  const { at: end, breaks, stray, open } = cursor;
  const next = end + lineEndAt(text, end).length;
  return { start, end, next, line, nextLine: line + breaks + (next > end ? 1 : 0), stray, open };
}

interface Cursor {
  at: number;
  /** Line ends inside cells. */
  breaks: number;
  stray: number;
  open: number;
}

/** Moves to the end of a cell; true where another one follows. */
function scanCell(text: string, cursor: Cursor, separator: number): boolean {
  if (text.charCodeAt(cursor.at) === quote) {
    const close = closingQuote(text, cursor.at);
    if (close < 0) {
      cursor.open = cursor.at;
      cursor.at = text.length;
      return false;
    }
    cursor.breaks += lineEnds(text, cursor.at, close);
    cursor.at = close + 1;
    if (cursor.stray < 0 && !endsCell(text, cursor.at, separator)) cursor.stray = close;
  }
  let { at } = cursor;
  for (; !endsBareCell(text, at, separator); at += 1) {
    if (cursor.stray < 0 && text.charCodeAt(at) === quote) cursor.stray = at;
  }
  cursor.at = at;
  return at < text.length && text.charCodeAt(at) === separator;
}

/** The line end at an offset; empty where there is none. */
export function lineEndAt(text: string, at: number): '' | '\n' | '\r\n' | '\r' {
  const code = text.charCodeAt(at);
  if (code === lf) return '\n';
  if (code !== cr) return '';
  return text.charCodeAt(at + 1) === lf ? '\r\n' : '\r';
}

function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== quote) return at;
  }
  return -1;
}

function endsBareCell(text: string, at: number, separator: number): boolean {
  const code = text.charCodeAt(at);
  return code === separator || code === lf || code === cr || at >= text.length;
}

/** NUL behind a closing quote passes: csv-parse takes it for the end, and it is a fault of its own. */
function endsCell(text: string, at: number, separator: number): boolean {
  return endsBareCell(text, at, separator) || text.charCodeAt(at) === 0;
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === lf || (code === cr && text.charCodeAt(at + 1) !== lf)) count += 1;
  }
  return count;
}
