import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import type { DocumentFault } from '../model/document.ts';
import { wholeUtf8End } from './encoding.ts';
import type { Utf8Input } from './utf8-input.ts';

/** How many bytes are asked for at once. */
const blockBytes = 64 << 10;

/** From so many bytes on it pays to look first whether a stretch is plain. */
const longStretch = 4 << 10;

/** What `skipBlank` found instead of a byte. */
export const needsMore = -1;
export const atEnd = -2;

/**
 * The part of a UTF-8 text that is in memory, with a cursor that knows its line and column. Each refill moves what is
 * still needed into a new block and never touches the old one: a record may keep a view of its bytes for as long as it
 * lives, at the price of the whole block (64 KiB, or the record's own size) staying alive with it. Copying every record
 * for the few that are looked at again would cost more.
 */
export class ByteWindow {
  readonly #input: Utf8Input;
  #rest: Uint8Array = new Uint8Array(0);
  bytes: Buffer = Buffer.alloc(0);
  /** The cursor, and where the bytes end. */
  pos = 0;
  end = 0;
  /** True when no bytes follow `end`. */
  last = false;
  /** Line of the cursor (1-based) and UTF-16 units before it on that line. */
  line = 1;
  column = 0;
  /** Whether all bytes here are UTF-8. When false, some are not, and each record has to be asked. */
  valid = true;
  /** Offset of `bytes[0]` in the source. */
  #base = 0;
  #lineEnd: 'LF' | 'CRLF' | undefined;
  #mixed: DocumentFault | undefined;
  #mixedTold = false;
  /** UTF-16 units of the line that ended last. */
  #lineLength = 0;

  constructor(input: Utf8Input) {
    this.#input = input;
  }

  /** Offset of the cursor in the source, in bytes. Right for UTF-8 sources. */
  get offset(): number {
    return this.#base + this.pos + this.#input.bomBytes;
  }

  /** The first line end that is not like those before it, once. */
  takeMixedLineEnds(): DocumentFault[] {
    const fault = this.#mixed;
    this.#mixed = undefined;
    return fault === undefined ? [] : [fault];
  }

  /** Gets more bytes behind `end`, at least as many as are held: a long record is moved only a few times. */
  async fill(): Promise<void> {
    // The byte before the cursor stays: it may be the CR of a CR LF.
    const from = Math.max(0, this.pos - 1);
    const kept = this.end - from;
    const block = Buffer.allocUnsafeSlow(kept + Math.max(blockBytes, kept));
    this.bytes.copy(block, 0, from, this.end);
    const size = await this.#pull(block, kept);
    // A small file must not keep a large block alive.
    this.bytes =
      size < block.length >> 1
        ? Buffer.from(new Uint8Array(block.subarray(0, size)).buffer)
        : block.subarray(0, size);
    this.#base += from;
    this.pos -= from;
    this.end = size;
    const held = this.bytes.subarray(this.pos, size);
    this.valid = isUtf8(held.subarray(0, wholeUtf8End(held)));
  }

  /** Copies chunks into the block until it is full: the giver may reuse a chunk. Returns how far the block is filled. */
  async #pull(block: Buffer, start: number): Promise<number> {
    let at = start;
    while (at < block.length) {
      const chunk = this.#rest.length > 0 ? this.#rest : await this.#input.next();
      if (chunk === undefined) {
        this.last = true;
        break;
      }
      const part = chunk.subarray(0, block.length - at);
      block.set(part, at);
      this.#rest = chunk.subarray(part.length);
      at += part.length;
    }
    return at;
  }

  /** Moves over white space and returns the byte that follows, `needsMore` or `atEnd`. */
  skipBlank(): number {
    for (;;) {
      if (this.pos >= this.end) return this.last ? atEnd : needsMore;
      const byte = this.bytes[this.pos] as number;
      if (byte > 0x20 || (byte !== 0x20 && byte !== 10 && byte !== 13 && byte !== 9)) return byte;
      this.advanceTo(this.pos + 1);
    }
  }

  /** Moves the cursor, counting lines and columns: byte by byte, except over a long plain stretch. */
  advanceTo(to: number): void {
    if (to - this.pos > longStretch && isPlain(this.bytes.subarray(this.pos, to))) {
      this.column += to - this.pos;
      this.pos = to;
    }
    for (; this.pos < to; this.pos += 1) {
      const byte = this.bytes[this.pos] as number;
      if (byte === 10 || byte === 13) this.#passLineEnd(byte);
      else if ((byte & 0xc0) !== 0x80) this.column += byte >= 0xf0 ? 2 : 1;
    }
  }

  /** Moves the cursor over text whose lines are counted already. */
  jump(to: number, lines: number, column: number): void {
    this.pos = to;
    this.line += lines;
    this.column = column;
  }

  /** Whether line ends counted elsewhere are like those seen so far; they are remembered. */
  sameLineEnds(bare: number, withReturn: number): boolean {
    if (this.#mixedTold || (bare === 0 && withReturn === 0)) return true;
    const kind = withReturn === 0 ? 'LF' : 'CRLF';
    if ((bare > 0 && withReturn > 0) || (this.#lineEnd !== undefined && this.#lineEnd !== kind)) return false;
    this.#lineEnd = kind;
    return true;
  }

  #passLineEnd(byte: number): void {
    const afterReturn = byte === 10 && this.bytes[this.pos - 1] === 13;
    if (!afterReturn) {
      this.#lineLength = this.column;
      this.line += 1;
    }
    if (byte === 10) this.#noteLineEnd(afterReturn ? 'CRLF' : 'LF');
    this.column = 0;
  }

  #noteLineEnd(found: 'LF' | 'CRLF'): void {
    const expected = this.#lineEnd;
    this.#lineEnd ??= found;
    if (expected === undefined || expected === found || this.#mixedTold) return;
    this.#mixedTold = true;
    this.#mixed = {
      check: 'document/syntax',
      reason: 'mixed-line-ends',
      place: { line: this.line - 1, column: this.#lineLength + 1 },
      facts: { expected, found },
    };
  }
}

/** ASCII without line ends: as many columns as bytes. */
function isPlain(bytes: Buffer): boolean {
  return isAscii(bytes) && !bytes.includes(10) && !bytes.includes(13);
}
