import type { Excerpt } from '../model/document.ts';
import type { TextPlace } from '../model/place.ts';

/** How many UTF-16 units of a line an excerpt keeps at most. */
const excerptUnits = 160;

/**
 * Where the lines of a text start. Offsets are UTF-16 units; lines end with LF, CRLF or CR.
 * The table is built when it is first needed: most documents never ask.
 */
export class LineIndex {
  readonly #text: string;
  #starts: number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The 1-based place of a stretch; without `end` only where it starts. Offsets beyond the text are its end. */
  place(start: number, end?: number): TextPlace {
    const from = this.#lineAndColumn(start);
    if (end === undefined) return from;
    const to = this.#lineAndColumn(Math.max(start, end));
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  /** The line on which a stretch starts, cut around it; a stretch of several lines is marked to the end of the first. */
  excerpt(start: number, end: number): Excerpt {
    const { line, column } = this.#lineAndColumn(start);
    const lineStart = this.#table()[line - 1] ?? 0;
    return cutExcerpt(this.#line(line), column - 1, Math.max(start, end) - lineStart);
  }

  #lineAndColumn(offset: number): { line: number; column: number } {
    const starts = this.#table();
    const at = Math.min(Math.max(0, offset), this.#text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  }

  /** The text of a line (1-based) without its line end. */
  #line(line: number): string {
    const starts = this.#table();
    const text = this.#text.slice(starts[line - 1] ?? 0, starts[line] ?? this.#text.length);
    return text.replace(/(?:\r\n|\n|\r)$/, '');
  }

  #table(): number[] {
    this.#starts ??= lineStarts(this.#text);
    return this.#starts;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10) starts.push(index + 1);
    else if (code === 13 && text.charCodeAt(index + 1) !== 10) starts.push(index + 1);
  }
  return starts;
}

/**
 * One line (without its end), cut to about 160 units around the stretch `from`–`to`; both are offsets into the line
 * and may lie beyond it. At least one unit is marked, and a surrogate pair is never split.
 */
export function cutExcerpt(line: string, from: number, to: number): Excerpt {
  const start = Math.min(Math.max(0, from), line.length);
  const end = Math.max(start, Math.min(to, line.length));
  if (line.length <= excerptUnits) return { text: line, from: start, length: Math.max(1, end - start) };
  const before = Math.max(excerptUnits >> 2, (excerptUnits - (end - start)) >> 1);
  const cutStart = wholeCharacter(line, Math.min(Math.max(0, start - before), line.length - excerptUnits));
  const cutEnd = wholeCharacter(line, Math.min(line.length, cutStart + excerptUnits));
  const length = Math.max(1, Math.min(end, cutEnd) - start);
  return { text: line.slice(cutStart, cutEnd), from: start - cutStart, length };
}

/** The offset itself, or one earlier where it would fall between the halves of a surrogate pair. */
export function wholeCharacter(text: string, offset: number): number {
  const splits = isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));
  return splits ? offset - 1 : offset;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
