import { Buffer } from 'node:buffer';
import { syntax, unreadable } from './xlsx-trouble.ts';
import { AttributeList, broken, unfinished } from './xml-attributes.ts';
import { attributeText, trimBlanks } from './xml-text.ts';

/** What `XmlScanner.next` found. `more`: nothing whole is left, push the next chunk. */
export const token = { more: 0, open: 1, close: 2, text: 3, cdata: 4, end: 5 } as const;
const nothing = -1;
const blank = 32;
const less = 0x3c;
const greater = 0x3e;
const slash = 0x2f;
const exclamation = 0x21;
const question = 0x3f;
const colon = 0x3a;

const maxDepth = 64;
const maxTagBytes = 1 << 16;
/** Up to here a loop finds the next tag quicker than the built-in search. */
const shortBytes = 32;

/**
 * A forward-only tokenizer for the XML of workbook parts (XML 1.0, UTF-8, no DOCTYPE), fed with chunks cut anywhere.
 * It makes no strings: names are codes (`nameCode`), texts and attribute values are stretches of `buffer`, valid until
 * the next `push`. Long texts and CDATA sections come in several stretches. An empty element is opened and closed.
 * Memory is bounded by the chunk plus 64 KiB, depth by 64. Throws `Trouble`: `doctype`, `malformed-xml`, `truncated-xml`.
 */
export class XmlScanner {
  buffer: Buffer = Buffer.alloc(0);
  /** Of the element just opened; after a close, of the element around it. */
  depth = 0;
  /** Name code of the element just opened. */
  name = 0;
  textFrom = 0;
  textTo = 0;
  /** Of the element just opened. */
  readonly attributes = new AttributeList();

  /** What `buffer` lies in: used again for every chunk. */
  #work: Buffer = Buffer.alloc(0);
  #at = 0;
  #passed = 0;
  #last = false;
  #emptyElement = false;
  #inCdata = false;
  /** What ends the comment or processing instruction that is being skipped. */
  #skipTo = '';
  #rootSeen = false;
  readonly #fullNames = new Int32Array(maxDepth + 1);
  readonly #names = new Int32Array(maxDepth + 1);

  push(chunk: Buffer): void {
    const rest = this.buffer.length - this.#at;
    const needed = rest + chunk.length;
    const work = needed <= this.#work.length ? this.#work : Buffer.allocUnsafeSlow(needed + maxTagBytes);
    work.set(this.buffer.subarray(this.#at), 0);
    work.set(chunk, rest);
    this.#work = work;
    this.#passed += this.#at;
    this.#at = 0;
    this.buffer = work.subarray(0, needed);
  }

  /** No further chunk follows. */
  finish(): void {
    this.#last = true;
  }

  /** Where the next token starts in `buffer`, for a consumer that knows a shorter way over some of them; -1 while none can start. */
  get position(): number {
    return this.#emptyElement || this.#inCdata || this.#skipTo !== '' ? -1 : this.#at;
  }

  set position(at: number) {
    this.#at = at;
  }

  /** Name code of the open element at a depth (1 is the root). */
  nameAt(depth: number): number {
    return this.#names[depth] ?? 0;
  }

  /** An attribute of the element just opened as text, entities resolved. */
  attribute(name: number, prefixed = false): string | undefined {
    const found = this.attributes.find(name, prefixed ? 1 : 0);
    if (found < 0) return undefined;
    return attributeText(this.buffer.subarray(this.attributes.from[found], this.attributes.to[found]));
  }

  next(): number {
    if (this.#emptyElement) {
      this.#emptyElement = false;
      this.depth -= 1;
      return token.close;
    }
    let found = this.#step();
    while (found === nothing) found = this.#step();
    return found;
  }

  #step(): number {
    const byte = this.buffer[this.#at];
    if (byte === undefined) return this.#starve();
    if (this.#skipTo !== '') return this.#skip();
    if (this.#inCdata) return this.#cdata();
    if (byte !== less) return this.#text();
    return this.buffer[this.#at + 1] === slash ? this.#close() : this.#markup();
  }

  #starve(): number {
    if (!this.#last) return token.more;
    const open = this.depth > 0 || this.#skipTo !== '' || this.#inCdata;
    if (open || !this.#rootSeen || this.#at < this.buffer.length)
      throw unreadable('truncated-xml', { offset: this.#passed + this.#at });
    return token.end;
  }

  /** A tag that the chunk does not hold whole is read again with the next one. */
  #incomplete(): number {
    if (this.buffer.length - this.#at > maxTagBytes) this.#malformed('tag-too-long');
    return this.#starve();
  }

  #malformed(what: string): never {
    throw syntax('malformed-xml', { what, offset: this.#passed + this.#at });
  }

  /** Text up to the next tag or the end of the chunk. Outside the root only blanks may stand. */
  #text(): number {
    const { buffer } = this;
    const from = this.#at;
    const limit = Math.min(buffer.length, from + shortBytes);
    let to = from + 1;
    while (to < limit && buffer[to] !== less) to += 1;
    if (to === limit) {
      const found = buffer.indexOf(less, to);
      to = found < 0 ? buffer.length : found;
    }
    this.#at = to;
    this.textFrom = from;
    this.textTo = to;
    if (this.depth > 0) return token.text;
    if (trimBlanks(buffer.toString('latin1', from, to)) !== '') this.#malformed('text-outside-root');
    return nothing;
  }

  #cdata(): number {
    const end = this.buffer.indexOf(']]>', this.#at, 'latin1');
    this.textFrom = this.#at;
    this.textTo = end < 0 ? Math.max(this.#at, this.buffer.length - 2) : end;
    this.#inCdata = end < 0;
    this.#at = end < 0 ? this.textTo : end + 3;
    if (this.textTo > this.textFrom) return token.cdata;
    return end < 0 ? this.#starve() : nothing;
  }

  #skip(): number {
    const end = this.buffer.indexOf(this.#skipTo, this.#at, 'latin1');
    if (end < 0) {
      this.#at = Math.max(this.#at, this.buffer.length - this.#skipTo.length + 1);
      return this.#starve();
    }
    this.#at = end + this.#skipTo.length;
    this.#skipTo = '';
    return nothing;
  }

  #markup(): number {
    const next = this.buffer[this.#at + 1];
    if (next === exclamation) return this.#declaration();
    if (next === question) {
      this.#skipTo = '?>';
      this.#at += 2;
      return nothing;
    }
    return next === undefined ? this.#incomplete() : this.#open();
  }

  /** A comment, a CDATA section, or what is not allowed here: DOCTYPE and its kin. */
  #declaration(): number {
    const start = this.buffer.toString('latin1', this.#at, this.#at + 9);
    if (start.length < 9 && !start.startsWith('<!--')) return this.#incomplete();
    if (start.startsWith('<!--')) {
      this.#skipTo = '-->';
      this.#at += 4;
    } else if (start === '<![CDATA[' && this.depth > 0) {
      this.#inCdata = true;
      this.#at += 9;
    } else if (/^<!doctype/i.test(start)) throw unreadable('doctype', { offset: this.#passed + this.#at });
    else this.#malformed('declaration');
    return nothing;
  }

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: runs for every tag; a call a byte would double its time
  #open(): number {
    const { buffer } = this;
    let at = this.#at + 1;
    let full = 0;
    let name = 0;
    for (; at < buffer.length; at += 1) {
      const byte = buffer[at] as number;
      if (byte <= blank || byte === greater || byte === slash) break;
      full = (Math.imul(full, 31) + byte) | 0;
      name = byte === colon ? 0 : (Math.imul(name, 31) + byte) | 0;
    }
    if (at === this.#at + 1 && at < buffer.length) this.#malformed('tag-without-name');
    const end = this.attributes.read(buffer, at);
    if (end === unfinished) return this.#incomplete();
    const empty = buffer[end] === slash;
    if (empty && end + 1 >= buffer.length) return this.#incomplete();
    if (end === broken || (empty && buffer[end + 1] !== greater)) this.#malformed('attribute');
    this.#enter(full, name);
    this.#emptyElement = empty;
    this.#at = empty ? end + 2 : end + 1;
    return token.open;
  }

  #enter(full: number, name: number): void {
    if (this.depth === 0 && this.#rootSeen) this.#malformed('second-root');
    if (this.depth === maxDepth) this.#malformed('too-deep');
    this.#rootSeen = true;
    this.depth += 1;
    this.#fullNames[this.depth] = full;
    this.#names[this.depth] = name;
    this.name = name;
  }

  #close(): number {
    const { buffer } = this;
    let at = this.#at + 2;
    let full = 0;
    let byte = buffer[at];
    while (byte !== undefined && byte > blank && byte !== greater) {
      full = (Math.imul(full, 31) + byte) | 0;
      at += 1;
      byte = buffer[at];
    }
    while (byte !== undefined && byte <= blank) {
      at += 1;
      byte = buffer[at];
    }
    if (byte === undefined) return this.#incomplete();
    if (byte !== greater || this.depth === 0 || full !== this.#fullNames[this.depth])
      this.#malformed('mismatched-tag');
    this.depth -= 1;
    this.#at = at + 1;
    return token.close;
  }
}
