import type { Buffer } from 'node:buffer';
import type { DocumentFault, Limits, Part, ReadOptions, RecordTaker } from '../../model/document.ts';
import type { Pointer } from '../../model/pointer.ts';
import { child } from '../../model/pointer.ts';
import type { ByteWindow } from '../byte-window.ts';
import { atEnd, needsMore } from '../byte-window.ts';
import { parseJson } from './json-parser.ts';
import { faultsInARow, Patience } from './json-patience.ts';
import type { RecordSite } from './json-record.ts';
import { exactParts, faultPart, recordParts } from './json-record.ts';
import { JsonScanner } from './json-scanner.ts';
import { PieceIndex, placedFault } from './json-tree.ts';

const comma = 0x2c;
const closing = 0x5d;

/** A fault of the text at the window's cursor, `length` units wide. */
export function faultHere(
  window: ByteWindow,
  reason: string,
  facts: NonNullable<DocumentFault['facts']> = {},
): DocumentFault {
  const place = { line: window.line, column: window.column + 1 };
  return { check: 'document/syntax', reason, place, ...(Object.keys(facts).length > 0 ? { facts } : {}) };
}

/** What stands between tokens besides white space: bytes of a comment or a byte order mark at the cursor. 0: nothing. */
export function strayLength(window: ByteWindow): number {
  const { bytes, pos, end, last } = window;
  const first = bytes[pos];
  if (first !== 0x2f && first !== 0xef) return 0;
  if (pos + 2 >= end && !last) return needsMore;
  if (first === 0xef) return bytes[pos + 1] === 0xbb && bytes[pos + 2] === 0xbf ? 3 : 0;
  const close = commentEnd(bytes, pos);
  const open = last ? end - pos : needsMore;
  return close < 0 ? open : close - pos;
}

/** Where the comment at `start` ends, -1 where its end is not there; `start` itself when it is none. */
function commentEnd(bytes: Buffer, start: number): number {
  const second = bytes[start + 1];
  if (second === 0x2f) return lineEndAfter(bytes, start);
  if (second !== 0x2a) return start;
  const close = bytes.indexOf('*/', start + 2);
  return close < 0 ? -1 : close + 2;
}

/** Where the next LF or CR stands, or -1. */
function lineEndAfter(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at += 1) if (bytes[at] === 10 || bytes[at] === 13) return at;
  return -1;
}

/**
 * Takes the elements of one array out of the window, one after the other. The cursor starts behind `[`.
 * An element with a fault is told and passed over; as long as the brackets balance the next one is read.
 */
export class JsonElements {
  readonly pointer: Pointer;
  readonly #limits: Limits;
  readonly #taker: RecordTaker | undefined;
  readonly #scanner = new JsonScanner();
  readonly #patience = new Patience();
  /** How many containers stand around an element. */
  readonly #outside: number;
  #index = 0;
  /** Inside an element; and where it started, once it is too large to be held. */
  #reading = false;
  #oversize: { fault: DocumentFault; bytes: number } | undefined;
  /** Whether a comma must come before the next element, and where the last one stands. */
  #needsComma = false;
  #commaAt: DocumentFault | undefined;
  /** Whether the last element's brackets did not match. */
  #lost = false;

  constructor(pointer: Pointer, outside: number, { limits, taker }: Pick<ReadOptions, 'limits' | 'taker'>) {
    this.pointer = pointer;
    this.#outside = outside;
    this.#limits = limits;
    this.#taker = taker;
  }

  /** Elements met so far. */
  get count(): number {
    return this.#index;
  }

  /**
   * Reads what is there. `more`: the window must be filled. `end`: the cursor stands at the closing bracket.
   * `broken`: the array does not go on; the fault is among the parts.
   */
  take(window: ByteWindow, parts: Part[]): 'more' | 'end' | 'broken' {
    for (;;) {
      const before = parts.length;
      const outcome = this.#reading ? this.#element(window, parts) : this.#next(window, parts);
      if (outcome !== 'go-on') return outcome;
      if (this.#patience.lost(parts, before)) {
        parts.push(faultPart(faultHere(window, 'too-many-faults', { limit: faultsInARow })));
        return 'broken';
      }
    }
  }

  #next(window: ByteWindow, parts: Part[]): 'go-on' | 'more' | 'end' | 'broken' {
    const byte = window.skipBlank();
    if (byte === needsMore) return 'more';
    if (byte === atEnd) return this.#truncated(window, parts);
    const stray = strayLength(window);
    if (stray === 0) return this.#token(byte, window, parts);
    if (stray === needsMore) return this.#longComment(window, parts);
    parts.push(faultPart(faultHere(window, byte === 0x2f ? 'comment' : 'byte-order-mark-inside')));
    window.advanceTo(window.pos + stray);
    return 'go-on';
  }

  #longComment(window: ByteWindow, parts: Part[]): 'more' | 'broken' {
    const limit = this.#limits.recordBytes;
    if (window.end - window.pos <= limit) return 'more';
    parts.push(faultPart(faultHere(window, 'too-large', { limit })));
    return 'broken';
  }

  #token(byte: number, window: ByteWindow, parts: Part[]): 'go-on' | 'end' | 'broken' {
    if (byte === closing) {
      if (this.#commaAt !== undefined) parts.push(faultPart(this.#commaAt));
      return 'end';
    }
    if (byte === comma) {
      this.#comma(window, parts);
      return 'go-on';
    }
    // `}` and `:` cannot be mended: nobody knows what they belong to.
    const lost = byte === 0x7d || byte === 0x3a;
    if (lost || this.#needsComma) {
      const text = String.fromCharCode(byte);
      parts.push(
        faultPart(faultHere(window, 'not-json', { found: 'character', text, expected: 'comma-or-end' })),
      );
      if (lost) return 'broken';
    }
    this.#commaAt = undefined;
    this.#reading = true;
    this.#scanner.begin(byte);
    return 'go-on';
  }

  #comma(window: ByteWindow, parts: Part[]): void {
    if (!this.#needsComma) {
      parts.push(
        faultPart(faultHere(window, 'not-json', { found: 'character', text: ',', expected: 'value' })),
      );
    }
    this.#needsComma = false;
    this.#commaAt = faultHere(window, 'trailing-comma');
    window.advanceTo(window.pos + 1);
  }

  #element(window: ByteWindow, parts: Part[]): 'go-on' | 'more' | 'broken' {
    const { pos, end, last } = window;
    const to = this.#scanner.scan(window.bytes, { origin: pos, end, last });
    const size = to < 0 ? this.#scanner.scanned : to - pos;
    if (this.#oversize !== undefined || size > this.#limits.recordBytes)
      this.#passOversize(window, parts, size);
    if (to < 0) return last ? this.#truncated(window, parts) : 'more';
    if (this.#oversize !== undefined) parts.push(this.#refusal(this.#oversize));
    else parts.push(...this.#record(window, to));
    this.#oversize = undefined;
    this.#reading = false;
    this.#needsComma = true;
    this.#index += 1;
    return 'go-on';
  }

  #record(window: ByteWindow, to: number): Part[] {
    const { bytes, pos } = window;
    // `{…]`: a bracket is missing inside, and the array's own may be taken for it.
    this.#lost =
      (bytes[pos] === 0x7b && bytes[to - 1] === closing) || (bytes[pos] === 0x5b && bytes[to - 1] === 0x7d);
    return recordParts(window, to, { scanner: this.#scanner, site: this.#site() });
  }

  #refusal({ fault, bytes }: { fault: DocumentFault; bytes: number }): Part {
    return faultPart({ ...fault, facts: { limit: this.#limits.recordBytes, bytes } });
  }

  /** Moves over a record that is too large, without keeping it. Its beginning is looked at: a missing bracket makes a record endless. */
  #passOversize(window: ByteWindow, parts: Part[], size: number): void {
    if (this.#oversize === undefined) {
      const { pointer, outside } = this.#site();
      this.#oversize = { fault: { ...faultHere(window, 'too-large'), pointer }, bytes: 0 };
      const { bytes, pos, line, column } = window;
      const text = bytes.toString('utf8', pos, pos + this.#limits.recordBytes);
      const { faults } = parseJson(text, { depth: this.#limits.depth.json, outside });
      const places = new PieceIndex(text, [{ start: 0, line, column: column + 1 }]);
      const [why] = faults.filter(({ reason }) => reason === 'not-json' || reason === 'too-deep');
      if (why !== undefined) parts.push(faultPart(placedFault(why, places, pointer)));
    }
    this.#oversize.bytes += size;
    window.advanceTo(window.pos + size);
    this.#scanner.rebase();
  }

  #truncated(window: ByteWindow, parts: Part[]): 'broken' {
    if (this.#lost) return 'broken';
    if (this.#oversize !== undefined) parts.push(this.#refusal(this.#oversize));
    else if (this.#reading) return this.#partial(window, parts);
    window.advanceTo(window.end);
    parts.push(faultPart(faultHere(window, 'truncated', { inside: 'array' })));
    return 'broken';
  }

  /** The text ends inside an element, or a missing quote or bracket made it look so: the exact parser says which. */
  #partial(window: ByteWindow, parts: Part[]): 'broken' {
    const { bytes, pos, end, line, column } = window;
    const source = () => ({
      text: bytes.toString('utf8', pos, end),
      pieces: [{ start: 0, line, column: column + 1 }],
    });
    const { text, pieces } = source();
    const { pointer, outside } = this.#site();
    const bounds = { depth: this.#limits.depth.json, outside };
    const found = exactParts({ text, places: new PieceIndex(text, pieces), source }, bounds, { pointer });
    parts.push(...found.filter(({ kind }) => kind === 'fault'));
    window.advanceTo(end);
    if (found.some(({ kind }) => kind === 'tree'))
      parts.push(faultPart(faultHere(window, 'truncated', { inside: 'array' })));
    return 'broken';
  }

  #site(): RecordSite {
    return {
      pointer: child(this.pointer, this.#index),
      outside: this.#outside,
      limits: this.#limits,
      ...(this.#taker && { taker: this.#taker }),
    };
  }
}
