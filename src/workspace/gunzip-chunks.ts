import { pipeline, Readable } from 'node:stream';
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

/**
 * Unpacks gzip (RFC 1952, several members in a row as well) chunk by chunk, never more than one chunk ahead.
 * @throws ReadProblem `gzip-truncated`, `gzip-broken` or `gzip-bomb`; problems of the packed bytes pass through.
 */
export async function* gunzipChunks(
  path: string,
  packed: AsyncIterable<Uint8Array>,
  limits: GzipLimits = defaultGzipLimits,
): AsyncGenerator<Uint8Array> {
  let bytesIn = 0;
  let bytesOut = 0;
  const counted = async function* () {
    for await (const chunk of packed) {
      bytesIn += chunk.length;
      yield chunk;
    }
  };
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  const unpacked: AsyncIterable<Buffer> = pipeline(Readable.from(counted()), gunzip, () => {});
  try {
    for await (const chunk of unpacked) {
      bytesOut += chunk.length;
      if (bytesOut > limits.bytes || (bytesOut > limits.freeBytes && bytesOut > bytesIn * limits.ratio)) {
        throw new ReadProblem('gzip-bomb', path, `Unpacks to more than ${bytesOut} bytes from ${bytesIn}.`);
      }
      yield chunk;
    }
  } catch (error) {
    throw asReadProblem(path, error);
  }
}

function asReadProblem(path: string, error: unknown): unknown {
  if (error instanceof ReadProblem) return error;
  const code = systemCode(error);
  const detail = error instanceof Error ? error.message : code;
  if (code === 'Z_BUF_ERROR') return new ReadProblem('gzip-truncated', path, detail);
  return code.startsWith('Z_') ? new ReadProblem('gzip-broken', path, detail) : error;
}
