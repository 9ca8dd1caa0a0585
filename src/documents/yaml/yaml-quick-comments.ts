import type { QuickReading } from './yaml-quick-reading.ts';
import {
  behindBlanks,
  behindLineEnd,
  behindSpaces,
  carriage,
  dash,
  hash,
  isGap,
  isLineEnd,
  isMarker,
  leaveToGeneral,
  tab,
} from './yaml-quick-text.ts';

interface Comment {
  readonly indent: number;
  readonly end: number;
}

/**
 * Passes what stands between values: line ends, empty lines, comments. Whether a comment behind the last value of a collection
 * lies within it is settled as the general reader does: by how far it is indented. Only places of collections depend on it.
 */
export class QuickComments {
  /** The column in which the next line starts; -1 where the document ends. */
  column = -1;
  /** Where the value that was read last ends, comments that belong to it included. */
  tail = 0;
  readonly #reading: QuickReading;
  /** Comments between the last value and the next line that belong to no value yet. */
  #comments: Comment[] = [];
  /** Where a value would stand that is not there. */
  #absent = 0;

  constructor(reading: QuickReading) {
    this.#reading = reading;
  }

  /** To the first line of a document, from the start of a line. */
  pass(): void {
    this.#comments = [];
    this.#lines(this.#reading.at);
  }

  /** Behind a value that ends in its line, in a collection of the column `parent`. */
  behindValue(end: number, parent: number): void {
    this.#comments = [];
    const comment = this.#restOfLine(end);
    this.tail = comment?.end ?? end;
    this.#lines(behindLineEnd(this.#reading.text, this.#reading.at));
    let [first] = this.#comments;
    while (first !== undefined && first.indent > parent) {
      this.tail = first.end;
      this.#comments.shift();
      [first] = this.#comments;
    }
  }

  /** Behind text in lines; `next` is the line end behind it. */
  behindLines(end: number, next: number): void {
    this.#comments = [];
    this.tail = end;
    this.#lines(behindLineEnd(this.#reading.text, next));
  }

  /** Behind `:` or `-`, where the value is still to come, if there is one. */
  behindIndicator(at: number): void {
    this.#comments = [];
    this.#absent = at;
    const comment = this.#restOfLine(at);
    this.#lines(behindLineEnd(this.#reading.text, this.#reading.at));
    if (comment !== undefined) this.#comments.unshift(comment);
  }

  /** No value is there: where it would stand. */
  empty(): number {
    const last = this.#comments.at(-1);
    // The library loses such comments before `---`, not at the end of the text.
    if (last !== undefined && this.#reading.code() === dash && this.column < 0) leaveToGeneral();
    this.tail = last?.end ?? this.#absent;
    this.#comments = [];
    return this.#absent;
  }

  /** At the end of a collection: comments indented as it is lie in it, and so do those between them and the next line. */
  close(column: number): void {
    if (this.#comments.length === 0 || column === 0) return;
    if (!this.#comments.some(({ indent }) => indent >= column)) return;
    this.tail = this.#comments.at(-1)?.end ?? this.tail;
    this.#comments = [];
  }

  /** Behind a value: blanks and perhaps a comment, to the line end. */
  #restOfLine(from: number): Comment | undefined {
    const reading = this.#reading;
    reading.at = behindBlanks(reading.text, from);
    if (isLineEnd(reading.code())) return undefined;
    if (reading.code() !== hash || !isGap(reading.text.charCodeAt(reading.at - 1))) leaveToGeneral();
    return this.#comment(0);
  }

  #comment(indent: number): Comment {
    const reading = this.#reading;
    const { text } = reading;
    const found = text.indexOf('\n', reading.at);
    const end = found < 0 ? text.length : found;
    reading.at = text.charCodeAt(end - 1) === carriage ? end - 1 : end;
    return { indent, end: reading.at };
  }

  /** To the first line from `lineStart` on that is neither empty nor a comment. */
  #lines(lineStart: number): void {
    const reading = this.#reading;
    const { text } = reading;
    let start = lineStart;
    for (;;) {
      reading.at = behindSpaces(text, start);
      const code = reading.code();
      if (code === tab) leaveToGeneral();
      if (code === hash) this.#comments.push(this.#comment(reading.at - start));
      else if (!isLineEnd(code) || reading.at >= text.length) break;
      start = behindLineEnd(text, reading.at);
    }
    const ends = reading.at >= text.length || isMarker(text, start);
    this.column = ends ? -1 : reading.at - start;
  }
}
