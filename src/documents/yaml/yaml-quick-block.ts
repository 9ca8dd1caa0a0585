import type { QuickComments } from './yaml-quick-comments.ts';
import { QuickFlow } from './yaml-quick-flow.ts';
import { blockText } from './yaml-quick-lines.ts';
import type { QuickMapping, QuickReading } from './yaml-quick-reading.ts';
import { expectPlain, isQuote, plainEnd, plainLineEnd, quotedEnd } from './yaml-quick-scalars.ts';
import {
  behindBlanks,
  behindSpaces,
  colon,
  dash,
  greater,
  hash,
  isGap,
  isLineEnd,
  leaveToGeneral,
  openBrace,
  openBracket,
  pipe,
  tab,
} from './yaml-quick-text.ts';

/** The column where there is no line any more: the document ends. */
const outside = -1;
/** From a name to its colon; the specification ends it at 1024 characters. */
const longestName = 1000;

/**
 * Reads values in block style: mappings and lists by their indentation, text on one or several lines, brackets in between.
 * Nodes with properties (`&`, `!`), aliases and explicit keys (`?`) are left, and whatever is not well-formed.
 */
export class QuickBlock {
  readonly #reading: QuickReading;
  readonly #comments: QuickComments;
  readonly #flow: QuickFlow;

  constructor(reading: QuickReading, comments: QuickComments) {
    this.#reading = reading;
    this.#comments = comments;
    this.#flow = new QuickFlow(reading);
  }

  /** Reads the collection that makes up a document, up to the marker or the end of the text behind it. */
  read(): unknown {
    const { column } = this.#comments;
    if (column === outside) leaveToGeneral();
    const value = this.#value(column, outside);
    if (this.#comments.column !== outside) leaveToGeneral();
    return value;
  }

  /** The value that starts here, in `column`, in a collection of the column `parent`. Ends where the next line starts. */
  #value(column: number, parent: number): unknown {
    const reading = this.#reading;
    const code = reading.code();
    if (code === dash && isGap(reading.text.charCodeAt(reading.at + 1))) return this.#list(column);
    if (startsOtherwise(code)) return this.#inline(parent);
    const end = this.#nameEnd(parent);
    return end === undefined ? this.#inline(parent) : this.#mapping(column, end);
  }

  /** Where the name ends that stands here, if it is one: text on one line with a colon behind it. */
  #nameEnd(parent: number): number | undefined {
    const { text, at } = this.#reading;
    const quoted = isQuote(text.charCodeAt(at));
    if (!quoted) expectPlain(text, at, false);
    const end = quoted ? quotedEnd(text, at, parent + 1) : plainLineEnd(text, at);
    const behind = behindBlanks(text, end);
    if (text.charCodeAt(behind) !== colon || !isGap(text.charCodeAt(behind + 1))) return undefined;
    if (behind - at > longestName || (quoted && text.slice(at, end).includes('\n'))) leaveToGeneral();
    return end;
  }

  #mapping(column: number, firstEnd: number): Record<string, unknown> {
    const reading = this.#reading;
    const comments = this.#comments;
    const mapping = reading.openMapping(reading.at);
    let end: number | undefined = firstEnd;
    for (;;) {
      this.#pair(mapping, column, end);
      if (comments.column !== column) break;
      if (startsOtherwise(reading.code())) leaveToGeneral();
      end = this.#nameEnd(column) ?? leaveToGeneral();
    }
    this.#close(mapping.entry, column);
    return mapping.object;
  }

  #pair(mapping: QuickMapping, column: number, end: number): void {
    const reading = this.#reading;
    const name = reading.name(mapping, end);
    reading.at = behindSpaces(reading.text, behindBlanks(reading.text, end) + 1);
    if (this.#behindNothing()) {
      const next = this.#comments.column;
      if (next > column) reading.set(mapping, name, this.#value(next, column));
      else if (next === column && this.#atDash()) reading.set(mapping, name, this.#list(column));
      else reading.set(mapping, name, this.#empty());
      return;
    }
    if (this.#atDash()) leaveToGeneral();
    reading.set(mapping, name, this.#inline(column));
  }

  #list(column: number): unknown[] {
    const reading = this.#reading;
    const entry = reading.open(reading.at);
    const values: unknown[] = [];
    do {
      reading.item(values.length);
      const start = reading.at;
      reading.at = behindSpaces(reading.text, start + 1);
      values.push(this.#item(column, column + reading.at - start));
    } while (this.#comments.column === column && this.#atDash());
    this.#close(entry, column);
    return values;
  }

  #item(column: number, inner: number): unknown {
    if (!this.#behindNothing()) return this.#value(inner, column);
    return this.#comments.column > column ? this.#value(this.#comments.column, column) : this.#empty();
  }

  /** Ends a collection; the next line must belong to one around it. */
  #close(entry: number, column: number): void {
    const comments = this.#comments;
    if (comments.column > column) leaveToGeneral();
    this.#reading.close(entry, comments.tail);
    comments.close(column);
  }

  #atDash(): boolean {
    const { text, at } = this.#reading;
    return text.charCodeAt(at) === dash && isGap(text.charCodeAt(at + 1));
  }

  /** Behind `:` or `-`: whether the line holds nothing more. Then goes on to the next line. */
  #behindNothing(): boolean {
    const reading = this.#reading;
    const code = reading.code();
    if (code === tab) leaveToGeneral();
    if (!isLineEnd(code) && code !== hash) return false;
    this.#comments.behindIndicator(reading.at);
    return true;
  }

  #empty(): null {
    const at = this.#comments.empty();
    this.#reading.value(at, at);
    return null;
  }

  /** A value that is no collection in block style, in a collection of the column `parent`. */
  #inline(parent: number): unknown {
    const reading = this.#reading;
    const { text, at } = reading;
    const code = reading.code();
    // A document of nothing but text is no catalogue, and nothing but its end would bound the text.
    if (parent === outside && code !== openBracket && code !== openBrace) leaveToGeneral();
    if (code === pipe || code === greater) return this.#lines(parent);
    if (code === openBracket || code === openBrace) {
      const value = this.#flow.read(parent + 1);
      this.#comments.behindValue(reading.at, parent);
      return value;
    }
    if (isQuote(code)) {
      const end = quotedEnd(text, at, parent + 1);
      const value = reading.quoted(end);
      this.#comments.behindValue(end, parent);
      return value;
    }
    expectPlain(text, at, false);
    const end = plainEnd(text, plainLineEnd(text, at), parent + 1);
    const value = reading.plain(end);
    this.#comments.behindValue(end, parent);
    return value;
  }

  #lines(parent: number): string {
    const reading = this.#reading;
    const { value, end, next } = blockText(reading.text, reading.at, parent + 1);
    reading.value(reading.at, end);
    this.#comments.behindLines(end, next);
    return value;
  }
}

/** Whether a value starts here that is no name. */
function startsOtherwise(code: number): boolean {
  return code === openBracket || code === openBrace || code === pipe || code === greater;
}
