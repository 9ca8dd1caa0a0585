import { Buffer, isUtf8 } from 'node:buffer';
import { syntax, unreadable } from './xlsx-trouble.ts';

const ampersand = 0x26;
const carriageReturn = 0x0d;
/** Up to here a loop is quicker than the built-in copy and search. */
const shortBytes = 64;
/** `&#x0010FFFF;` with a zero or two to spare. */
const longestEntity = 16;

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Gathers the character data of one element, which may come in several stretches, and turns it into text:
 * line ends and entities as XML 1.0 says. `problem` names what was wrong with the text last made: `unknown-entity`, `not-utf-8`.
 */
export class TextCollector {
  bytes = Buffer.allocUnsafeSlow(1024);
  length = 0;
  problem: { readonly reason: string; readonly found: string } | undefined;
  #plain = true;
  #ascii = true;
  readonly #limit: number;

  /** `limit`: bytes of one text; beyond it `Trouble` `text-too-long`. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  clear(): void {
    this.length = 0;
    this.problem = undefined;
    this.#plain = true;
    this.#ascii = true;
  }

  /** Whether the bytes are the text already: no entity, no carriage return. */
  get plain(): boolean {
    return this.#plain;
  }

  append(from: Buffer, start: number, end: number): void {
    const length = end - start;
    this.#reserve(length);
    if (length > shortBytes) this.#appendLong(from.subarray(start, end));
    else this.#appendShort(from, start, end);
    this.length += length;
  }

  /** Character data in which `&` means itself. */
  appendCdata(from: Buffer, start: number, end: number): void {
    const escaped = Buffer.from(from.toString('latin1', start, end).replaceAll('&', '&amp;'), 'latin1');
    this.append(escaped, 0, escaped.length);
  }

  text(): string {
    let text = this.bytes.toString(this.#ascii ? 'latin1' : 'utf8', 0, this.length);
    if (!this.#ascii && text.includes('\ufffd') && !isUtf8(this.bytes.subarray(0, this.length)))
      this.problem = { reason: 'not-utf-8', found: text.slice(0, 80) };
    if (this.#plain) return text;
    text = text.replace(/\r\n?/g, '\n');
    return text.includes('&') ? this.#unescape(text) : text;
  }

  /** A text with an entity that XML does not know stays as it is written. */
  #unescape(text: string): string {
    let decoded = '';
    let from = 0;
    for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
      const end = text.indexOf(';', at);
      const meant = end < 0 || end - at > longestEntity ? undefined : entityText(text.slice(at + 1, end));
      if (meant === undefined) {
        const found = /^&[^;&\s]*;?/.exec(text.slice(at, at + longestEntity))?.[0] ?? '&';
        this.problem = { reason: 'unknown-entity', found };
        return text;
      }
      decoded += text.slice(from, at) + meant;
      from = end + 1;
    }
    return decoded + text.slice(from);
  }

  #reserve(length: number): void {
    const needed = this.length + length;
    if (needed > this.#limit) throw unreadable('text-too-long', { allowed: this.#limit });
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(needed * 2);
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }

  #appendShort(from: Buffer, start: number, end: number): void {
    const { bytes } = this;
    let to = this.length;
    for (let at = start; at < end; at += 1) {
      const byte = from[at] as number;
      bytes[to++] = byte;
      if (byte === ampersand || byte === carriageReturn) this.#plain = false;
      else if (byte > 0x7f) this.#ascii = false;
    }
  }

  #appendLong(stretch: Buffer): void {
    this.bytes.set(stretch, this.length);
    this.#ascii = false;
    if (stretch.includes(ampersand) || stretch.includes(carriageReturn)) this.#plain = false;
  }
}

function entityText(name: string): string | undefined {
  if (!name.startsWith('#')) return entities.get(name);
  const code = /^#(?:\d+|x[\dA-Fa-f]+)$/.test(name) ? Number(name.slice(1).replace('x', '0x')) : 0;
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code === 0 || surrogate || code > 0x10ffff ? undefined : String.fromCodePoint(code);
}

/** A text inside an attribute; unlike in cells a broken one ends the part. Throws `Trouble`: `unknown-entity`. */
export function attributeText(bytes: Buffer): string {
  if (!bytes.includes(ampersand)) return bytes.toString('utf8');
  const collector = new TextCollector(bytes.length);
  collector.append(bytes, 0, bytes.length);
  const text = collector.text();
  if (collector.problem !== undefined)
    throw syntax(collector.problem.reason, { found: collector.problem.found });
  return text;
}

/** `_x000D_` stands for the UTF-16 unit 000D in strings of a workbook (ECMA-376, ST_Xstring); `_x005F_` for the underline itself. */
export function unescapeUnits(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Blanks as XML knows them. */
export function isBlank(unit: number | undefined): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d;
}

/** Without `xml:space="preserve"` a spreadsheet drops blanks at the ends. */
export function trimBlanks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}
