import type { Buffer } from 'node:buffer';

const maxAttributes = 256;
const blank = 32;
const less = 0x3c;
const greater = 0x3e;
const slash = 0x2f;
const equals = 0x3d;
const colon = 0x3a;
const doubleQuote = 0x22;
const singleQuote = 0x27;

/** A number that stands for a name, as the scanner reports names: without their prefix. */
export function nameCode(name: string): number {
  let code = 0;
  for (let index = 0; index < name.length; index += 1)
    code = (Math.imul(code, 31) + name.charCodeAt(index)) | 0;
  return code;
}

/** What `AttributeList.read` returns instead of a position. */
export const unfinished = -1;
export const broken = -2;

/** The attributes of one tag as stretches of the buffer; one object is used for all tags of a part. */
export class AttributeList {
  count = 0;
  readonly names = new Int32Array(maxAttributes);
  readonly prefixed = new Uint8Array(maxAttributes);
  readonly from = new Int32Array(maxAttributes);
  readonly to = new Int32Array(maxAttributes);
  #name = 0;
  #prefixed = 0;

  /** Which attribute has this name; -1 for none. */
  find(name: number, prefixed: number): number {
    for (let index = 0; index < this.count; index += 1)
      if (this.names[index] === name && this.prefixed[index] === prefixed) return index;
    return -1;
  }

  /** Reads `name="value"`… from behind a tag's name and returns where `>` or `/` stands, `unfinished` or `broken`. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the loop over the attributes of every cell
  read(buffer: Buffer, start: number): number {
    this.count = 0;
    let at = start;
    for (;;) {
      const blanks = at;
      while ((buffer[at] as number) <= blank) at += 1;
      if (at >= buffer.length) return unfinished;
      const byte = buffer[at] as number;
      if (byte === greater || byte === slash) return at;
      if (at === blanks) return broken;
      at = this.#readName(buffer, at);
      if (at >= 0) at = this.#readValue(buffer, at);
      if (at < 0) return at;
    }
  }

  /** Returns where `=` stands. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the loop over every byte of a name
  #readName(buffer: Buffer, start: number): number {
    const { length } = buffer;
    let at = start;
    let name = 0;
    let prefixed = 0;
    for (; at < length; at += 1) {
      const byte = buffer[at] as number;
      if (byte === equals || byte <= blank) break;
      if (byte === less || byte === greater) return broken;
      if (byte === colon) {
        prefixed = 1;
        name = 0;
      } else name = (Math.imul(name, 31) + byte) | 0;
    }
    if (at === start) return broken;
    while (at < length && (buffer[at] as number) <= blank) at += 1;
    if (at >= length) return unfinished;
    this.#name = name;
    this.#prefixed = prefixed;
    return buffer[at] === equals ? at : broken;
  }

  /** Returns where the tag goes on behind the closing quote. */
  #readValue(buffer: Buffer, equalsAt: number): number {
    const { length } = buffer;
    let at = equalsAt + 1;
    while (at < length && (buffer[at] as number) <= blank) at += 1;
    if (at >= length) return unfinished;
    const quote = buffer[at] as number;
    if (quote !== doubleQuote && quote !== singleQuote) return broken;
    const from = at + 1;
    for (at = from; at < length; at += 1) {
      const byte = buffer[at];
      if (byte === quote) return this.#add(from, at);
      if (byte === less) return broken;
    }
    return unfinished;
  }

  #add(from: number, to: number): number {
    if (this.count === maxAttributes || this.#repeated()) return broken;
    this.names[this.count] = this.#name;
    this.prefixed[this.count] = this.#prefixed;
    this.from[this.count] = from;
    this.to[this.count] = to;
    this.count += 1;
    return to + 1;
  }

  /** Two attributes of one name would be read differently by different programs. Prefixed ones may share a local name. */
  #repeated(): boolean {
    return this.#prefixed === 0 && this.find(this.#name, 0) >= 0;
  }
}
