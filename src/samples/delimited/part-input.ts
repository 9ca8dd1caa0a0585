import { Buffer } from 'node:buffer';
import type { Encoding } from '../../documents/encoding.ts';

const lf = 10;
const cr = 13;
/** How far back an offset of the rewritten text can be asked for. */
const remembered = 8 << 20;

/** Which bytes of a source a part reads. */
export interface PartRange {
  /** Offset in the source of the first byte that is handed over. */
  readonly from: number;
  /** Records that start at or before this offset of the source belong to the part; `Infinity`: all. */
  readonly to: number;
  readonly encoding: Encoding;
}

interface Piece {
  readonly source: Uint8Array;
  readonly sourceStart: number;
  readonly text: Uint8Array;
  readonly textStart: number;
}

/**
 * The bytes of a part as UTF-8, and where offsets of the UTF-8 text lie in the source. Where the source is written otherwise, the two are
 * held together by their line ends: LF and CR never occur inside a character of GB18030.
 */
export class PartInput {
  readonly #iterator: AsyncIterator<Uint8Array>;
  readonly #range: PartRange;
  readonly #decoder: InstanceType<typeof TextDecoder> | undefined;
  #pieces: Piece[] = [];
  #waiting: Uint8Array[] = [];
  #sourceAt: number;
  #textAt = 0;
  #ended = false;
  /** Records that start at or before this offset of the UTF-8 text belong to the part. Settled once that much text was handed out. */
  limit: number;

  constructor(chunks: AsyncIterable<Uint8Array>, range: PartRange) {
    this.#iterator = chunks[Symbol.asyncIterator]();
    this.#range = range;
    this.#sourceAt = range.from;
    const { encoding, from, to } = range;
    this.#decoder = encoding === 'utf-8' ? undefined : new TextDecoder(encoding, { ignoreBOM: true });
    this.limit = encoding === 'utf-8' ? to - from : Number.POSITIVE_INFINITY;
  }

  /** The next bytes of UTF-8, never none; undefined after the last. */
  async next(): Promise<Uint8Array | undefined> {
    while (!this.#ended) {
      const source = this.#waiting.shift() ?? (await this.#pull());
      const text = this.#take(source);
      if (text.length > 0) return text;
    }
    return undefined;
  }

  async close(): Promise<void> {
    if (!this.#ended) await this.#iterator.return?.();
  }

  /** Where the record that starts at this offset of the UTF-8 text starts in the source. Only for offsets near what was handed out last. */
  sourceOffset(offset: number): number {
    if (this.#decoder === undefined) return this.#range.from + offset;
    if (this.#ended && offset === this.#textAt) return this.#sourceAt;
    const piece = this.#pieces.find(
      ({ textStart, text }) => offset > textStart && offset <= textStart + text.length,
    );
    if (piece === undefined) return this.#range.from;
    const breaks = countBreaks(piece.text, offset - piece.textStart);
    return piece.sourceStart + behindBreak(piece.source, breaks);
  }

  async #pull(): Promise<Uint8Array | undefined> {
    const { done, value } = await this.#iterator.next();
    if (done === true) this.#ended = true;
    return done === true ? undefined : value;
  }

  #take(source: Uint8Array | undefined): Uint8Array {
    if (this.#decoder === undefined) return source ?? new Uint8Array(0);
    if (source === undefined) return this.#piece(new Uint8Array(0), this.#decoder.decode());
    const { to } = this.#range;
    if (this.limit === Number.POSITIVE_INFINITY && this.#sourceAt + source.length > to) {
      // The text is cut behind the line end that no record of this part starts behind.
      const end = behindBreakFrom(source, Math.max(0, to - this.#sourceAt));
      if (end > 0) {
        if (end < source.length) this.#waiting.unshift(source.subarray(end));
        const head = this.#piece(
          source.subarray(0, end),
          this.#decoder.decode(source.subarray(0, end), { stream: true }),
        );
        this.limit = this.#textAt - 1;
        return head;
      }
    }
    return this.#piece(source, this.#decoder.decode(source, { stream: true }));
  }

  #piece(source: Uint8Array, decoded: string): Uint8Array {
    const text = Buffer.from(decoded);
    if (this.#range.to !== Number.POSITIVE_INFINITY) {
      this.#pieces.push({
        // `slice` of a Buffer would be a view of memory that the next chunk overwrites.
        source: new Uint8Array(source),
        sourceStart: this.#sourceAt,
        text,
        textStart: this.#textAt,
      });
      const oldest = this.#textAt - remembered;
      this.#pieces = this.#pieces.filter((piece) => piece.textStart + piece.text.length >= oldest);
    }
    this.#sourceAt += source.length;
    this.#textAt += text.length;
    return text;
  }
}

function isBreak(byte: number | undefined): boolean {
  return byte === lf || byte === cr;
}

function countBreaks(bytes: Uint8Array, end: number): number {
  let count = 0;
  for (let at = 0; at < end; at += 1) if (isBreak(bytes[at])) count += 1;
  return count;
}

/** The offset behind the n-th line end byte. */
function behindBreak(bytes: Uint8Array, breaks: number): number {
  let at = 0;
  for (let left = breaks; left > 0 && at < bytes.length; at += 1) if (isBreak(bytes[at])) left -= 1;
  return at;
}

/** The offset behind the first line end byte at or behind `from`; 0 where there is none. */
function behindBreakFrom(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) if (isBreak(bytes[at])) return at + 1;
  return 0;
}
