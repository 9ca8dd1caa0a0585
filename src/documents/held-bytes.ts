import { Buffer } from 'node:buffer';

const blockBytes = 1 << 20;

/** A whole file in memory, in blocks, so that it is never held twice while it grows. Chunks are copied: the giver may reuse them. */
export class HeldBytes {
  readonly #blocks: Buffer[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  append(chunk: Uint8Array): void {
    let rest = chunk;
    while (rest.length > 0) {
      const used = this.#size % blockBytes;
      if (used === 0) this.#blocks.push(Buffer.allocUnsafeSlow(blockBytes));
      const part = rest.subarray(0, blockBytes - used);
      this.#blocks.at(-1)?.set(part, used);
      this.#size += part.length;
      rest = rest.subarray(part.length);
    }
  }

  /** The bytes `from` … `to` (exclusive) in one piece; shorter where the file ends before. Meant for small stretches. */
  slice(from: number, to: number): Buffer {
    const pieces = [...this.pieces(from, to)];
    return pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces);
  }

  /** The same bytes without copying, block by block. */
  *pieces(from: number, to: number): Generator<Buffer> {
    const end = Math.min(to, this.#size);
    let at = Math.max(0, from);
    while (at < end) {
      const start = at % blockBytes;
      const length = Math.min(blockBytes - start, end - at);
      const block = this.#blocks[Math.floor(at / blockBytes)];
      if (block === undefined) return;
      yield block.subarray(start, start + length);
      at += length;
    }
  }
}
