import { Buffer, isUtf8 } from 'node:buffer';
import type { DocumentFault } from '../model/document.ts';
import { decodeText } from './decode.ts';
import type { Encoding } from './encoding.ts';
import { detectEncoding, wholeUtf8End } from './encoding.ts';
import { LineIndex } from './excerpt.ts';

/** How much of a file decides its encoding. A shorter file is judged as a whole. */
const sampleBytes = 8 << 20;
/** Where a look is taken whether the question is settled already, so that less is held. */
const checkpoints = [64 << 10, 1 << 20];
/** No GB18030 text has so many characters beyond ASCII that all pass for UTF-8. */
const settlingCharacters = 100;

/**
 * The bytes of a source as UTF-8 without byte order mark, chunk by chunk. Text in another encoding is rewritten on the
 * way, with a fault that says so. Bytes that are not UTF-8 in an otherwise UTF-8 text are passed on as they are: whoever
 * reads them knows which record they stand in.
 */
export class Utf8Input {
  readonly #iterator: AsyncIterator<Uint8Array>;
  readonly #faults: DocumentFault[] = [];
  readonly #ready: Uint8Array[] = [];
  /** What is left of the chunk that was pulled last. */
  #left: Uint8Array = new Uint8Array(0);
  #decoder: LongDecoder | undefined;
  #started = false;
  #ended = false;
  /** Bytes of the source that stand before the first byte handed out. */
  bomBytes = 0;
  /** What the source is written in; settled with the first chunk. */
  encoding: Encoding = 'utf-8';

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#iterator = chunks[Symbol.asyncIterator]();
  }

  /** The next chunk, never empty; `undefined` after the last. */
  async next(): Promise<Uint8Array | undefined> {
    if (!this.#started) await this.#start();
    while (this.#ready.length === 0 && !this.#ended) {
      const chunk = await this.#pull();
      this.#hand([this.#decoder === undefined ? chunk : this.#decoder.rewrite(chunk)]);
    }
    return this.#ready.shift();
  }

  #hand(chunks: readonly (Uint8Array | undefined)[]): void {
    for (const chunk of chunks) if (chunk !== undefined && chunk.length > 0) this.#ready.push(chunk);
  }

  /** What was found wrong since this was last asked. */
  takeFaults(): DocumentFault[] {
    const faults = this.#faults.splice(0);
    const late = this.#ended ? this.#decoder?.fault() : undefined;
    if (late !== undefined) faults.push(late);
    return faults;
  }

  /** Lets go of the source when it is not read to its end. */
  async close(): Promise<void> {
    if (!this.#ended) await this.#iterator.return?.();
  }

  async #pull(): Promise<Uint8Array | undefined> {
    const { done, value } = await this.#iterator.next();
    if (done === true) this.#ended = true;
    return done === true ? undefined : value;
  }

  async #start(): Promise<void> {
    this.#started = true;
    let held = await this.#hold(Buffer.alloc(0), checkpoints[0] ?? sampleBytes);
    for (const next of [...checkpoints.slice(1), sampleBytes]) {
      if (this.#ended || settled(held)) break;
      held = await this.#hold(held, next);
    }
    const { encoding, bomBytes } = detectEncoding(held, this.#ended && this.#left.length === 0);
    this.bomBytes = bomBytes;
    this.encoding = encoding;
    const rest = this.#left;
    this.#left = new Uint8Array(0);
    if (encoding === 'utf-8') this.#hand([held.subarray(bomBytes), rest]);
    else if (this.#ended && rest.length === 0) this.#rewriteWhole(held);
    else this.#rewriteFrom([held.subarray(bomBytes), rest], encoding);
  }

  /** Exactly `size` bytes from the start of the source, however its chunks are cut; fewer where it ends. */
  async #hold(before: Buffer, size: number): Promise<Buffer> {
    const held = Buffer.allocUnsafeSlow(size);
    let at = before.copy(held);
    while (at < size) {
      const chunk = this.#left.length > 0 ? this.#left : await this.#pull();
      if (chunk === undefined) break;
      const part = chunk.subarray(0, size - at);
      held.set(part, at);
      at += part.length;
      this.#left = chunk.subarray(part.length);
    }
    return held.subarray(0, at);
  }

  #rewriteWhole(bytes: Uint8Array): void {
    const { text, faults } = decodeText(bytes);
    this.#faults.push(...faults);
    this.#hand([Buffer.from(text)]);
  }

  #rewriteFrom(chunks: readonly Uint8Array[], encoding: Encoding): void {
    const decoder = new LongDecoder(encoding);
    this.#decoder = decoder;
    this.#hand(chunks.map((chunk) => decoder.rewrite(chunk)));
    const lines = new LineIndex(new TextDecoder().decode(this.#ready[0]?.subarray(0, 1 << 16)));
    const place = lines.place(0, 1);
    const excerpt = lines.excerpt(0, 1);
    this.#faults.push({
      check: 'document/encoding',
      reason: 'not-utf-8',
      place,
      facts: { encoding },
      excerpt,
    });
  }
}

/** Whether the first part of a text is beyond doubt UTF-8. */
function settled(bytes: Buffer): boolean {
  if (bytes.includes(0) || !isUtf8(bytes.subarray(0, wholeUtf8End(bytes)))) return false;
  let leads = 0;
  for (let at = 0; at < bytes.length && leads < settlingCharacters; at += 1)
    if ((bytes[at] as number) >= 0xc0) leads += 1;
  return leads >= settlingCharacters;
}

/** Rewrites a long text to UTF-8 piece by piece and remembers where it had to put U+FFFD. */
class LongDecoder {
  readonly #encoding: Encoding;
  readonly #decoder: InstanceType<typeof TextDecoder>;
  #line = 1;
  #column = 1;
  #broken: { line: number; column: number; count: number } | undefined;

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding, { ignoreBOM: true });
  }

  /** The next piece; `undefined` ends the text. */
  rewrite(chunk: Uint8Array | undefined): Uint8Array {
    const text = chunk === undefined ? this.#decoder.decode() : this.#decoder.decode(chunk, { stream: true });
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) this.#note(text, at);
    const lastLine = text.lastIndexOf('\n');
    this.#line += lines(text, text.length);
    this.#column = lastLine < 0 ? this.#column + text.length : text.length - lastLine;
    return Buffer.from(text);
  }

  fault(): DocumentFault | undefined {
    if (this.#broken === undefined) return undefined;
    const { line, column, count } = this.#broken;
    this.#broken = undefined;
    const facts = { count, encoding: this.#encoding };
    return { check: 'document/encoding', reason: 'broken-bytes', place: { line, column }, facts };
  }

  #note(text: string, at: number): void {
    if (this.#broken !== undefined) {
      this.#broken.count += 1;
      return;
    }
    const lineStart = text.lastIndexOf('\n', at) + 1;
    const column = lineStart === 0 ? this.#column + at : at - lineStart + 1;
    this.#broken = { line: this.#line + lines(text, at), column, count: 1 };
  }
}

/** LFs before `end`. */
function lines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
