import type { QuickMapping, QuickReading } from './yaml-quick-reading.ts';
import { expectPlain, flowPlainEnd, isQuote, quotedEnd } from './yaml-quick-scalars.ts';
import {
  behindBlanks,
  behindLineEnd,
  behindSpaces,
  closeBrace,
  closeBracket,
  colon,
  comma,
  hash,
  isGap,
  isLineEnd,
  isMarker,
  leaveToGeneral,
  openBrace,
  openBracket,
} from './yaml-quick-text.ts';

/**
 * Reads `[…]` and `{…}` as JSON has them, with plain text and comments besides. Items without a value, pairs in lists and
 * keys that are no text are left.
 */
export class QuickFlow {
  readonly #reading: QuickReading;
  /** Further lines are indented by so much or more. */
  #min = 0;
  #level = 0;

  constructor(reading: QuickReading) {
    this.#reading = reading;
  }

  /** Reads the collection that starts here, up to behind its bracket. */
  read(min: number): unknown {
    this.#min = min;
    this.#level = 0;
    return this.#collection();
  }

  #collection(): unknown {
    this.#level += 1;
    const value = this.#reading.code() === openBracket ? this.#list() : this.#mapping();
    this.#level -= 1;
    return value;
  }

  #list(): unknown[] {
    const reading = this.#reading;
    const entry = reading.open(reading.at);
    const values: unknown[] = [];
    reading.at += 1;
    while (!this.#atEnd(closeBracket)) {
      reading.item(values.length);
      values.push(this.#value());
      this.#behindItem(closeBracket);
    }
    reading.at += 1;
    reading.close(entry, reading.at);
    return values;
  }

  #mapping(): Record<string, unknown> {
    const reading = this.#reading;
    const mapping = reading.openMapping(reading.at);
    reading.at += 1;
    while (!this.#atEnd(closeBrace)) {
      const name = this.#name(mapping);
      this.#gap();
      reading.set(mapping, name, this.#value());
      this.#behindItem(closeBrace);
    }
    reading.at += 1;
    reading.close(mapping.entry, reading.at);
    return mapping.object;
  }

  #atEnd(bracket: number): boolean {
    this.#gap();
    return this.#reading.code() === bracket;
  }

  /** To behind the comma, or to the bracket that ends the collection. */
  #behindItem(bracket: number): void {
    this.#gap();
    const code = this.#reading.code();
    if (code === comma) this.#reading.at += 1;
    else if (code !== bracket) leaveToGeneral();
  }

  /** A name with its colon. */
  #name(mapping: QuickMapping): string {
    const reading = this.#reading;
    const end = this.#textEnd();
    const name = reading.name(mapping, end);
    const at = behindBlanks(reading.text, end);
    if (reading.text.charCodeAt(at) !== colon) leaveToGeneral();
    reading.at = at + 1;
    return name;
  }

  #value(): unknown {
    const reading = this.#reading;
    const code = reading.code();
    if (code === openBracket || code === openBrace) return this.#collection();
    const end = this.#textEnd();
    const value = isQuote(code) ? reading.quoted(end) : reading.plain(end);
    reading.at = end;
    return value;
  }

  #textEnd(): number {
    const { text, at } = this.#reading;
    if (isQuote(text.charCodeAt(at))) return quotedEnd(text, at, this.#min);
    expectPlain(text, at, true);
    return flowPlainEnd(text, at);
  }

  /** Passes blanks, line ends and comments. */
  #gap(): void {
    const reading = this.#reading;
    const { text } = reading;
    reading.at = behindBlanks(text, reading.at);
    while (isGap(reading.code()) || reading.code() === hash) {
      if (reading.at >= text.length) leaveToGeneral();
      if (reading.code() === hash) this.#comment();
      else this.#line();
    }
  }

  #comment(): void {
    const { text, at } = this.#reading;
    if (!isGap(text.charCodeAt(at - 1))) leaveToGeneral();
    const end = text.indexOf('\n', at);
    this.#reading.at = end < 0 ? text.length : end;
  }

  /** The next line: indented enough, or with nothing but the last bracket right below what the collection belongs to. */
  #line(): void {
    const reading = this.#reading;
    const { text } = reading;
    const start = behindLineEnd(text, reading.at);
    const indent = behindSpaces(text, start) - start;
    reading.at = behindBlanks(text, start + indent);
    const code = reading.code();
    if (isLineEnd(code) || code === hash) return;
    if (isMarker(text, start)) leaveToGeneral();
    const closes = this.#level === 1 && (code === closeBracket || code === closeBrace);
    if (indent < this.#min && !(closes && indent === this.#min - 1)) leaveToGeneral();
  }
}
