import { createHash } from 'node:crypto';
import { Failure } from '../../model/failure.ts';

/** Texts of up to this many bytes of UTF-8 are kept as they are. */
const keptBytes = 32;
const digestBytes = 32;
/** In place of a length: a SHA-256 of the text as UTF-8, and as UTF-16 where it holds half a surrogate pair, which UTF-8 cannot write. */
const digestOfUtf8 = 0xfe;
const digestOfUtf16 = 0xff;
const usualFurtherTexts = 2 ** 20;
const halfPair = /\p{Surrogate}/u;
const encoder = new TextEncoder();

/** What a table consists of, for another thread. Plain data. */
export interface TextTablePart {
  readonly places: Uint32Array;
  readonly store: Uint8Array;
  /** Which hash the entries behind the first `places` of one each belong to. */
  readonly owners: readonly number[];
}

/**
 * Numbers the different texts under each hash of a list. Nearly always there is one text a hash, and its number is that of the hash; others
 * (two texts of equal hash, one among 10^19 pairs by chance) get numbers behind those.
 *
 * What equality rests on: texts of up to 32 bytes are compared themselves; longer ones by their SHA-256, of which no two texts with the same
 * digest are known. Needs at most 37 bytes a hash, whatever the texts are, and some 200 for each further text of an equal hash.
 */
export class TextTable {
  /** By entry: where its text begins in the store, plus one; 0 while no text is known. */
  #places: Uint32Array;
  #store = new Uint8Array(1024);
  #end = 0;
  readonly #hashes: number;
  readonly #furtherTexts: number;
  readonly #owners: number[] = [];
  readonly #others = new Map<string, number>();
  /** The text that is looked at, as it is stored: length or kind, then bytes. */
  readonly #look = new Uint8Array(1 + 3 * keptBytes);
  #lookEnd = 0;

  /**
   * @param hashes how many hashes there are
   * @param furtherTexts how many texts may have the hash of another one. Only texts that someone has made for it reach it.
   */
  constructor(hashes: number, furtherTexts: number = usualFurtherTexts) {
    this.#hashes = hashes;
    this.#furtherTexts = furtherTexts;
    this.#places = new Uint32Array(hashes);
  }

  /** Entries so far. Those that no text was met for are counted too. */
  get size(): number {
    return this.#hashes + this.#owners.length;
  }

  /**
   * The number of a text under a hash, which is new where the text is.
   * @throws Failure `limit` where too many texts have the hash of another one.
   */
  enter(hash: number, text: string): number {
    this.#lookAt(text);
    return this.#enter(hash);
  }

  /** The number of a text under a hash; -1 where it was never entered. */
  find(hash: number, text: string): number {
    if ((this.#places[hash] ?? 0) === 0) return -1;
    this.#lookAt(text);
    if (this.#isSame(hash)) return hash;
    return this.#others.get(this.#otherKey(hash)) ?? -1;
  }

  /** All of it. The arrays are copies and may be transferred. */
  part(): TextTablePart {
    return {
      places: this.#places.slice(0, this.size),
      store: this.#store.slice(0, this.#end),
      owners: [...this.#owners],
    };
  }

  /** Takes in the table of another thread over the same hashes, and tells which entry became which. */
  adopt(part: TextTablePart, entered: (theirs: number, ours: number) => void): void {
    for (let theirs = 0; theirs < part.places.length; theirs += 1) {
      const place = part.places[theirs] ?? 0;
      if (place === 0) continue;
      const length = storedLength(part.store[place - 1] ?? 0);
      this.#look.set(part.store.subarray(place - 1, place - 1 + length));
      this.#lookEnd = length;
      const hash = theirs < this.#hashes ? theirs : (part.owners[theirs - this.#hashes] ?? 0);
      entered(theirs, this.#enter(hash));
    }
  }

  #enter(hash: number): number {
    if ((this.#places[hash] ?? 0) === 0) {
      this.#keep(hash);
      return hash;
    }
    if (this.#isSame(hash)) return hash;
    const key = this.#otherKey(hash);
    const known = this.#others.get(key);
    if (known !== undefined) return known;
    if (this.#owners.length === this.#furtherTexts) throw tooManyCollisions(this.#furtherTexts);
    const entry = this.size;
    this.#others.set(key, entry);
    this.#owners.push(hash);
    this.#keep(entry);
    return entry;
  }

  #lookAt(text: string): void {
    const look = this.#look;
    let length = asciiInto(text, look);
    if (length === -1 && text.length <= keptBytes && !halfPair.test(text)) {
      const { written } = encoder.encodeInto(text, look.subarray(1));
      if (written <= keptBytes) length = written;
    }
    if (length === -1) {
      look.set(digestOf(text), 1);
      length = digestBytes;
      look[0] = halfPair.test(text) ? digestOfUtf16 : digestOfUtf8;
    } else look[0] = length;
    this.#lookEnd = 1 + length;
  }

  #isSame(entry: number): boolean {
    const at = (this.#places[entry] ?? 0) - 1;
    for (let byte = 0; byte < this.#lookEnd; byte += 1) {
      if (this.#store[at + byte] !== this.#look[byte]) return false;
    }
    return true;
  }

  #keep(entry: number): void {
    if (entry >= this.#places.length) this.#places = grown(this.#places, entry + 1);
    if (this.#end + this.#lookEnd > this.#store.length)
      this.#store = grown(this.#store, this.#end + this.#lookEnd);
    this.#store.set(this.#look.subarray(0, this.#lookEnd), this.#end);
    this.#places[entry] = this.#end + 1;
    this.#end += this.#lookEnd;
  }

  #otherKey(hash: number): string {
    return `${hash}:${Buffer.from(this.#look.buffer, 0, this.#lookEnd).toString('latin1')}`;
  }
}

function tooManyCollisions(count: number): Failure {
  return new Failure('limit', `More than ${count} keys of a sample have the hash of another key.`, {
    hint: 'That does not happen by chance: the keys were made to slow down their comparison.',
    zh: {
      message: `数据样本中有超过 ${count} 个主键与其他主键的散列值相同。`,
      hint: '这不会偶然发生：这些主键是为拖慢比对而构造的。',
    },
  });
}

/** Writes a short text of ASCII behind the first byte, as nearly all keys are; -1 where it is another one. */
function asciiInto(text: string, into: Uint8Array): number {
  if (text.length > keptBytes) return -1;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) return -1;
    into[at + 1] = unit;
  }
  return text.length;
}

function digestOf(text: string): Uint8Array {
  return createHash('sha256')
    .update(text, halfPair.test(text) ? 'utf16le' : 'utf8')
    .digest();
}

function storedLength(first: number): number {
  return 1 + (first >= digestOfUtf8 ? digestBytes : first);
}

/** The same numbers with room for half as many again, and for `atLeast`. */
export function grown<T extends Uint8Array | Uint32Array | Float64Array>(array: T, atLeast: number): T {
  const length = Math.max(atLeast, Math.ceil(array.length * 1.5), 16);
  const make = array.constructor as new (length: number) => T;
  const more = new make(length);
  more.set(array);
  return more;
}
