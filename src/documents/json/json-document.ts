import type { DocumentFault, Part, ReadOptions } from '../../model/document.ts';
import type { Pointer } from '../../model/pointer.ts';
import { child, tokensOf } from '../../model/pointer.ts';
import { atEnd, ByteWindow, needsMore } from '../byte-window.ts';
import type { Utf8Input } from '../utf8-input.ts';
import { faultHere, JsonElements, strayLength } from './json-elements.ts';
import { faultPart } from './json-record.ts';
import { JsonScanner } from './json-scanner.ts';
import { JsonSkeleton } from './json-skeleton.ts';
import { keyName } from './json-spans.ts';

/** Ends the walk through a document. `drain`: its structure is odd, the exact parser is to see the rest of it. */
class Stop extends Error {
  readonly rest: 'drain' | 'finish' | 'give-up';
  readonly fault: DocumentFault | undefined;

  constructor(rest: Stop['rest'], fault?: DocumentFault) {
    super(rest);
    this.rest = rest;
    this.fault = fault;
  }
}

/** The tokens of the pattern's array that are still to be walked. */
type Path = readonly string[];

/** `/dataset/*` → [`dataset`]. Patterns with an inner `*` are left to whoever looks into the trees. */
function streamedPaths(patterns: readonly Pointer[]): Path[] {
  return patterns
    .filter((pattern) => pattern.endsWith('/*'))
    .map((pattern) => tokensOf(pattern.slice(0, -2)))
    .filter((path) => !path.includes('*'));
}

/** One JSON document on its way from bytes to parts. May be walked once. */
export class JsonDocument {
  readonly #input: Utf8Input;
  readonly #options: ReadOptions;
  readonly #window: ByteWindow;
  readonly #skeleton: JsonSkeleton;
  readonly #scanner = new JsonScanner();
  readonly #omitted: Pointer[] = [];
  /** From where on bytes are not yet in the skeleton, and where that is in the file. */
  #mark = 0;
  #markPlace = { line: 1, column: 1, offset: 0 };

  constructor(input: Utf8Input, options: ReadOptions) {
    this.#input = input;
    this.#options = options;
    this.#window = new ByteWindow(input);
    this.#skeleton = new JsonSkeleton(options.limits);
  }

  async *parts(): AsyncGenerator<Part[]> {
    let end: Stop['rest'] = 'finish';
    try {
      await this.#window.fill();
      yield this.#input.takeFaults().map(faultPart);
      this.#markHere();
      yield* this.#value('', streamedPaths(this.#options.recordsAt));
      await this.#trailing();
    } catch (stop) {
      if (!(stop instanceof Stop)) throw stop;
      end = stop.rest;
      if (stop.fault !== undefined) yield [faultPart(stop.fault)];
    }
    yield* this.#rest(end);
    yield [...this.#window.takeMixedLineEnds(), ...this.#input.takeFaults()].map(faultPart);
  }

  async *#rest(end: Stop['rest']): AsyncGenerator<Part[]> {
    if (end === 'give-up') return;
    if (end === 'drain' && !(await this.#drain())) {
      yield [faultPart(this.#tooLarge())];
      return;
    }
    yield this.#skeleton.parts(this.#options.limits, this.#omitted);
  }

  /** Walks one value; `paths` say which arrays inside it are to be taken apart. */
  async *#value(pointer: Pointer, paths: readonly Path[]): AsyncGenerator<Part[]> {
    const byte = await this.#significant();
    if (byte === 0x5b && paths.some((path) => path.length === 0)) yield* this.#elements(pointer);
    else if (byte === 0x7b && paths.some((path) => path.length > 0)) yield* this.#members(pointer, paths);
    else if (byte === atEnd) throw new Stop('drain');
    else await this.#pass(byte);
  }

  async *#members(pointer: Pointer, paths: readonly Path[]): AsyncGenerator<Part[]> {
    this.#window.advanceTo(this.#window.pos + 1);
    let byte = await this.#significant();
    while (byte !== 0x7d) {
      if (byte !== 0x22) throw new Stop('drain');
      const key = await this.#key();
      if ((await this.#significant()) !== 0x3a) throw new Stop('drain');
      this.#window.advanceTo(this.#window.pos + 1);
      const inner = paths.filter((path) => path[0] === key).map((path) => path.slice(1));
      yield* this.#value(child(pointer, key), inner);
      byte = await this.#significant();
      if (byte !== 0x2c && byte !== 0x7d) throw new Stop('drain');
      if (byte === 0x2c) {
        this.#window.advanceTo(this.#window.pos + 1);
        byte = await this.#significant();
      }
    }
    this.#window.advanceTo(this.#window.pos + 1);
  }

  /** Hands out the elements of the array at the cursor. In the skeleton it stands empty. */
  async *#elements(pointer: Pointer): AsyncGenerator<Part[]> {
    const window = this.#window;
    window.advanceTo(window.pos + 1);
    this.#keep();
    this.#skeleton.cut();
    const elements = new JsonElements(pointer, tokensOf(pointer).length + 1, this.#options);
    for (;;) {
      const parts: Part[] = [];
      const outcome = elements.take(window, parts);
      parts.unshift(...window.takeMixedLineEnds().map(faultPart));
      yield parts;
      if (outcome === 'broken') throw new Stop('give-up');
      if (outcome === 'end') break;
      await window.fill();
    }
    if (elements.count > 0) this.#omitted.push(pointer);
    this.#markHere();
    window.advanceTo(window.pos + 1);
  }

  /** The name at the cursor, which stands at its opening quote. */
  async #key(): Promise<string> {
    const window = this.#window;
    this.#scanner.begin(0x22);
    for (;;) {
      const to = this.#scanner.scan(window.bytes, { origin: window.pos, end: window.end, last: window.last });
      if (to >= 0) {
        const token = window.bytes.toString('utf8', window.pos, to);
        window.advanceTo(to);
        return keyName(token, 0, token.length);
      }
      if (window.last || this.#scanner.scanned > this.#options.limits.recordBytes) throw new Stop('drain');
      await this.#more();
    }
  }

  /** Moves over a value that stays in the skeleton. */
  async #pass(first: number): Promise<void> {
    const window = this.#window;
    if (first === 0x2c || first === 0x5d || first === 0x7d || first === 0x3a) throw new Stop('drain');
    this.#scanner.begin(first);
    for (;;) {
      const to = this.#scanner.scan(window.bytes, { origin: window.pos, end: window.end, last: window.last });
      window.advanceTo(to < 0 ? window.pos + this.#scanner.scanned : to);
      if (to >= 0) return;
      if (window.last) throw new Stop('drain');
      this.#scanner.rebase();
      await this.#more();
    }
  }

  /** Behind the root value there may be nothing but white space (and comments, which the skeleton keeps). */
  async #trailing(): Promise<void> {
    const { line } = this.#window;
    const byte = await this.#significant();
    this.#keep();
    if (byte === atEnd) return;
    const fault = faultHere(this.#window, 'trailing-content', {
      text: byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '',
    });
    const lines = this.#window.line > line && (await this.#lineIsJson());
    throw new Stop('finish', lines ? { ...fault, facts: { ...fault.facts, ndjson: 1 } } : fault);
  }

  /** Whether the line at the cursor is a JSON value of its own: then the file is NDJSON under a wrong name. */
  async #lineIsJson(): Promise<boolean> {
    const window = this.#window;
    const limit = 1 << 16;
    if (window.end - window.pos < limit && !window.last) await this.#more();
    const end = window.bytes.indexOf(10, window.pos);
    const to = Math.min(end < 0 ? window.end : end, window.end, window.pos + limit);
    try {
      JSON.parse(window.bytes.toString('utf8', window.pos, to));
      return true;
    } catch {
      return (
        to - window.pos === limit && (window.bytes[window.pos] === 0x7b || window.bytes[window.pos] === 0x5b)
      );
    }
  }

  /** Puts all that follows into the skeleton. */
  async #drain(): Promise<boolean> {
    const window = this.#window;
    try {
      for (;;) {
        window.advanceTo(window.end);
        if (window.last) break;
        await this.#more();
      }
      this.#keep();
      return true;
    } catch (stop) {
      if (stop instanceof Stop) return false;
      throw stop;
    }
  }

  /** The next byte that is neither blank nor part of a comment. */
  async #significant(): Promise<number> {
    const window = this.#window;
    for (;;) {
      const byte = window.skipBlank();
      const stray = byte === needsMore ? needsMore : strayLength(window);
      if (byte === atEnd || stray === 0) return byte;
      if (stray > 0) window.advanceTo(window.pos + stray);
      else if (window.end - window.pos > this.#options.limits.recordBytes) throw new Stop('drain');
      else await this.#more();
    }
  }

  async #more(): Promise<void> {
    this.#keep();
    await this.#window.fill();
    this.#mark = this.#window.pos;
  }

  /** Puts the bytes between mark and cursor into the skeleton. */
  #keep(): void {
    const bytes = this.#window.bytes.subarray(this.#mark, this.#window.pos);
    if (bytes.length > 0 && !this.#skeleton.append(bytes, this.#markPlace))
      throw new Stop('give-up', this.#tooLarge());
    this.#markHere();
  }

  #markHere(): void {
    const { pos, line, column, offset } = this.#window;
    this.#mark = pos;
    this.#markPlace = { line, column: column + 1, offset };
  }

  #tooLarge(): DocumentFault {
    return { check: 'document/syntax', reason: 'too-large', facts: { limit: this.#skeleton.limit } };
  }
}
