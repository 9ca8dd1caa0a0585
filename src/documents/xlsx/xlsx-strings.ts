import { Buffer, isUtf8 } from 'node:buffer';
import type { Cell, DocumentFault } from '../../model/document.ts';
import { scanPart } from './xlsx-part.ts';
import { syntax, unreadable } from './xlsx-trouble.ts';
import { nameCode } from './xml-attributes.ts';
import type { XmlScanner } from './xml-scan.ts';
import { token } from './xml-scan.ts';
import { isBlank, TextCollector, trimBlanks, unescapeUnits } from './xml-text.ts';
import type { ZipArchive } from './zip.ts';

const sst = nameCode('sst');
const si = nameCode('si');
const t = nameCode('t');
const run = nameCode('r');
const space = nameCode('space');

const maxStrings = 1 << 24;
/** How many cells are remembered at most: more would cost the garbage collector what they save. */
const maxSlots = 1 << 13;
/** A longer string is decoded once and kept, so that a hostile sheet cannot have it decoded a million times. */
const keptLength = 1024;

/**
 * The strings that cells share, as UTF-8 bytes with offsets: a table of millions costs its bytes, not objects.
 * Cells are made on demand; the last ones used are kept.
 */
export class SharedStrings {
  #bytes: Buffer;
  #used = 0;
  #ends = new Uint32Array(1024);
  #count = 0;
  #slotMask = -1;
  #cachedAt = new Int32Array(0);
  #cached: (Cell | undefined)[] = [];
  readonly #long = new Map<number, Cell>();

  /** `expectedBytes`: room to begin with; untouched pages cost nothing. */
  constructor(expectedBytes = 0) {
    this.#bytes = Buffer.allocUnsafeSlow(expectedBytes);
  }

  get count(): number {
    return this.#count;
  }

  isUtf8(): boolean {
    return isUtf8(this.#bytes.subarray(0, this.#used));
  }

  append(text: Buffer): void {
    const needed = this.#used + text.length;
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(needed * 2);
      this.#bytes.copy(larger, 0, 0, this.#used);
      this.#bytes = larger;
    }
    this.#bytes.set(text, this.#used);
    this.#used = needed;
  }

  /** Ends the string whose pieces were appended. */
  close(): void {
    if (this.#count === maxStrings) throw unreadable('zip-bomb', { limit: 'strings', allowed: maxStrings });
    if (this.#count === this.#ends.length) {
      const larger = new Uint32Array(this.#count * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#ends[this.#count] = this.#used;
    this.#count += 1;
  }

  /** The text cell of a string; `undefined` where the table has no such number (NaN included). */
  cell(index: number): Cell | undefined {
    if (!(index < this.#count)) return undefined;
    if (this.#slotMask < 0) this.#makeSlots();
    const slot = index & this.#slotMask;
    if (this.#cachedAt[slot] === index) return this.#cached[slot];
    const cell = this.#long.get(index) ?? this.#decode(index);
    this.#cachedAt[slot] = index;
    this.#cached[slot] = cell;
    return cell;
  }

  /** As many as there are strings, to the next power of two: called when all are known. */
  #makeSlots(): void {
    const slots = 2 ** Math.ceil(Math.log2(Math.min(maxSlots, this.#count)));
    this.#slotMask = slots - 1;
    this.#cachedAt = new Int32Array(slots).fill(-1);
    this.#cached = new Array<Cell | undefined>(slots).fill(undefined);
  }

  #decode(index: number): Cell {
    const from = index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
    const to = this.#ends[index] ?? from;
    const cell: Cell = { text: unescapeUnits(this.#bytes.toString('utf8', from, to)), kind: 'text' };
    if (to - from > keptLength) this.#long.set(index, cell);
    return cell;
  }
}

/** Reads `sharedStrings.xml`: plain and rich strings; phonetic guides (`rPh`) are not part of the text. */
export async function readSharedStrings(
  archive: ZipArchive,
  part: string,
  limit: number,
): Promise<{ strings: SharedStrings; faults: DocumentFault[] }> {
  const builder = new StringsBuilder(archive.entry(part).size, limit);
  await scanPart(archive, part, (kind, scanner) => builder.take(kind, scanner));
  return { strings: builder.strings, faults: builder.faults(part) };
}

class StringsBuilder {
  readonly strings: SharedStrings;
  readonly problems: { reason: string; found: string }[] = [];
  readonly #text: TextCollector;
  #collecting = false;
  #preserve = false;
  #preserveAll = false;

  constructor(expectedBytes: number, limit: number) {
    this.strings = new SharedStrings(expectedBytes);
    this.#text = new TextCollector(limit);
  }

  take(kind: number, scanner: XmlScanner): void {
    if (kind === token.text) {
      if (this.#collecting) this.#text.append(scanner.buffer, scanner.textFrom, scanner.textTo);
    } else if (kind === token.open) this.#open(scanner);
    else if (kind === token.close) this.#close(scanner);
    else if (this.#collecting) this.#text.appendCdata(scanner.buffer, scanner.textFrom, scanner.textTo);
  }

  /** One fault for each reason: a string has no place of its own. */
  faults(part: string): DocumentFault[] {
    const faults: DocumentFault[] = [];
    const entity = this.problems.find(({ reason }) => reason === 'unknown-entity');
    if (entity !== undefined)
      faults.push({ check: 'document/syntax', reason: entity.reason, facts: { part, found: entity.found } });
    if (this.problems.some(({ reason }) => reason === 'not-utf-8') || !this.strings.isUtf8())
      faults.push({ check: 'document/encoding', reason: 'not-utf-8', facts: { part } });
    return faults;
  }

  #open(scanner: XmlScanner): void {
    const { depth, name } = scanner;
    if (depth === 1) {
      if (name !== sst) throw syntax('malformed-xml', { what: 'not-shared-strings' });
      this.#preserveAll = scanner.attribute(space, true) === 'preserve';
    }
    const direct = depth === 3 && scanner.nameAt(2) === si;
    const rich = depth === 4 && scanner.nameAt(2) === si && scanner.nameAt(3) === run;
    if (name !== t || !(direct || rich)) return;
    this.#collecting = true;
    this.#preserve = this.#preserveAll || scanner.attribute(space, true) === 'preserve';
    this.#text.clear();
  }

  #close(scanner: XmlScanner): void {
    if (this.#collecting && scanner.depth <= 3) {
      this.#collecting = false;
      this.#keep();
    } else if (scanner.depth === 1 && scanner.nameAt(2) === si) this.strings.close();
  }

  #keep(): void {
    const bytes = this.#text.bytes.subarray(0, this.#text.length);
    const blankEnds = !this.#preserve && (isBlank(bytes[0]) || isBlank(bytes.at(-1)));
    if (this.#text.plain && !blankEnds) this.strings.append(bytes);
    else this.#keepDecoded();
  }

  #keepDecoded(): void {
    const text = this.#text.text();
    this.strings.append(Buffer.from(this.#preserve ? text : trimBlanks(text), 'utf8'));
    const { problem } = this.#text;
    if (problem !== undefined && !this.problems.some(({ reason }) => reason === problem.reason))
      this.problems.push(problem);
  }
}
