import { createGunzip } from 'node:zlib';
import { ReadProblem, systemCode } from './read-problem.ts';

/** Bounds for packed input. */
export interface GzipLimits {
  /** Unpacked bytes of one file. */
  readonly bytes: number;
  /** How many times larger than packed a file may become … */
  readonly ratio: number;
  /** … once it is beyond this many bytes. */
  readonly freeBytes: number;
}

export const defaultGzipLimits: GzipLimits = { bytes: 64 * 2 ** 30, ratio: 200, freeBytes: 16 * 2 ** 20 };

/** Packed bytes that are unpacked at once: so many times the ratio of what packs best lie ready at most. */
const stepBytes = 32 << 10;

/**
 * Unpacks gzip (RFC 1952, several members in a row as well) step by step. What can be unpacked before trouble is handed out.
 * @throws ReadProblem `gzip-truncated`, `gzip-broken` or `gzip-bomb`; problems of the packed bytes pass through.
 */
export async function* gunzipChunks(
  path: string,
  packed: AsyncIterable<Uint8Array>,
  limits: GzipLimits = defaultGzipLimits,
): AsyncGenerator<Uint8Array> {
  const gunzip = new SteppedGunzip();
  let bytesIn = 0;
  let bytesOut = 0;
  const checked = function* (): Generator<Uint8Array> {
    for (const chunk of gunzip.take()) {
      bytesOut += chunk.length;
      if (bytesOut > limits.bytes || (bytesOut > limits.freeBytes && bytesOut > bytesIn * limits.ratio))
        throw new ReadProblem('gzip-bomb', path, `Unpacks to more than ${bytesOut} bytes from ${bytesIn}.`);
      yield chunk;
    }
    if (gunzip.trouble !== undefined) throw asReadProblem(path, gunzip.trouble);
  };
  try {
    for await (const chunk of packed) {
      for (let at = 0; at < chunk.length; at += stepBytes) {
        const step = chunk.subarray(at, at + stepBytes);
        bytesIn += step.length;
        await gunzip.write(step);
        yield* checked();
      }
    }
    await gunzip.end();
    yield* checked();
  } finally {
    gunzip.close();
  }
}

/** Unpacks what it is given before it asks for more, and keeps what came before trouble. */
class SteppedGunzip {
  trouble: unknown;
  /** Only padding follows the last member: whatever is written then is never answered. */
  #isOver = false;
  readonly #gunzip = createGunzip({ chunkSize: 1 << 18 });
  #ready: Uint8Array[] = [];
  /** Resolves with the trouble, or as the step is done. */
  #done: () => void = () => undefined;

  constructor() {
    this.#gunzip.on('data', (chunk: Uint8Array) => {
      this.#ready.push(chunk);
    });
    this.#gunzip.on('end', () => {
      this.#isOver = true;
      this.#done();
    });
    this.#gunzip.on('error', (error) => {
      this.trouble ??= error;
      this.#done();
    });
  }

  write(bytes: Uint8Array): Promise<void> {
    return this.#step(() => this.#gunzip.write(bytes, () => this.#done()));
  }

  end(): Promise<void> {
    return this.#step(() => this.#gunzip.end());
  }

  /** What was unpacked since the last call. */
  take(): readonly Uint8Array[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  close(): void {
    this.#gunzip.destroy();
  }

  #step(start: () => void): Promise<void> {
    return new Promise((resolve) => {
      this.#done = resolve;
      if (this.trouble === undefined && !this.#isOver) start();
      else resolve();
    });
  }
}

function asReadProblem(path: string, error: unknown): unknown {
  if (error instanceof ReadProblem) return error;
  const code = systemCode(error);
  const detail = error instanceof Error ? error.message : code;
  if (code === 'Z_BUF_ERROR') return new ReadProblem('gzip-truncated', path, detail);
  return code.startsWith('Z_') ? new ReadProblem('gzip-broken', path, detail) : error;
}
