import { crc32, createInflateRaw } from 'node:zlib';
import type { Limits } from '../../model/document.ts';
import type { HeldBytes } from '../held-bytes.ts';
import { unreadable } from './xlsx-trouble.ts';
import type { ZipEntry } from './zip-directory.ts';
import { dataOffset, readDirectory } from './zip-directory.ts';

/** Large enough to be quick, small enough that a few of them in flight do not count. */
const chunkBytes = 1 << 17;

/** A zip archive held in memory. Part names are compared without case, as the Open Packaging Conventions ask. */
export class ZipArchive {
  readonly #file: HeldBytes;
  readonly #entries: Map<string, ZipEntry>;

  constructor(file: HeldBytes, limits: Limits['zip']) {
    this.#file = file;
    this.#entries = readDirectory(file, limits);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The entry of this name. Throws `Trouble` `missing-part`. */
  entry(name: string): ZipEntry {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) throw unreadable('missing-part', { entry: name });
    return entry;
  }

  /**
   * Unpacks an entry, chunk by chunk, never more than it declared. Throws `Trouble`: `missing-part`, `encrypted`,
   * `zip-method`, `truncated`, `damaged`, `size-mismatch`, `crc`; the last two only after the last chunk.
   */
  async *unpack(name: string): AsyncGenerator<Buffer> {
    const entry = this.entry(name);
    const facts = { entry: entry.name };
    let size = 0;
    let crc = 0;
    for await (const chunk of this.#stored(entry)) {
      size += chunk.length;
      if (size > entry.size) throw unreadable('size-mismatch', { ...facts, declared: entry.size });
      crc = crc32(chunk, crc);
      yield chunk;
    }
    if (size !== entry.size)
      throw unreadable('size-mismatch', { ...facts, declared: entry.size, found: size });
    if (crc !== entry.crc) throw unreadable('crc', facts);
  }

  async *#stored(entry: ZipEntry): AsyncGenerator<Buffer> {
    const facts = { entry: entry.name };
    if (entry.encrypted) throw unreadable('encrypted', facts);
    const from = dataOffset(this.#file, entry);
    const to = from + entry.packed;
    if (to > this.#file.size) throw unreadable('truncated', facts);
    if (entry.method === 0) yield* this.#file.pieces(from, to);
    else if (entry.method === 8) yield* inflate(this.#file.pieces(from, to), facts);
    else throw unreadable('zip-method', { ...facts, method: entry.method });
  }
}

/** The pieces already lie in memory, so they are queued at once; how fast chunks come out is up to the consumer. */
async function* inflate(pieces: Iterable<Buffer>, facts: { entry: string }): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: chunkBytes });
  for (const piece of pieces) stream.write(piece);
  stream.end();
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('Z_')) throw error;
    throw unreadable('damaged', facts);
  }
}
