import type { Stats } from 'node:fs';
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { Source } from '../model/source.ts';
import type { FoundFile } from './find-files.ts';
import type { GzipLimits } from './gunzip-chunks.ts';
import { ReadProblem, reasonOf } from './read-problem.ts';

/** Bytes per chunk. */
const chunkSize = 1 << 18;

/**
 * The bytes of a found file as a `Source`. Every chunk is a fresh buffer that a reader may keep; files below one MiB
 * come in one chunk. `.gz` is unpacked on the way. `size` is what is stored.
 * `chunks()` throws `ReadProblem` and nothing else.
 */
export function openSource(file: FoundFile, gzipLimits?: GzipLimits): Source {
  return {
    path: file.path,
    size: sizeOf(file.absolute),
    chunks: () => unpacked(file.path, fileChunks(file), gzipLimits),
  };
}

/** Standard input under the name of a file. */
export function stdinSource(
  path: string,
  stdin: () => AsyncIterable<Uint8Array>,
  gzipLimits?: GzipLimits,
): Source {
  return { path, size: undefined, chunks: () => unpacked(path, stdinChunks(path, stdin), gzipLimits) };
}

function unpacked(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  gzipLimits: GzipLimits | undefined,
): AsyncIterable<Uint8Array> {
  return path.toLowerCase().endsWith('.gz') ? gunzipped(path, chunks, gzipLimits) : chunks;
}

async function* gunzipped(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  limits: GzipLimits | undefined,
): AsyncGenerator<Uint8Array> {
  const { gunzipChunks } = await import('./gunzip-chunks.ts');
  yield* gunzipChunks(path, chunks, limits);
}

async function* stdinChunks(
  path: string,
  stdin: () => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* stdin();
  } catch (error) {
    throw new ReadProblem(reasonOf(error), path, messageOf(error));
  }
}

/** The size as stored, for progress; reading finds out for itself. */
function sizeOf(absolute: string): number | undefined {
  try {
    return statSync(absolute).size;
  } catch {
    return undefined;
  }
}

/** Without O_NONBLOCK, opening a pipe that took the file's place would wait for ever. */
function openFile(absolute: string): number {
  return openSync(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
}

async function* fileChunks(file: FoundFile): AsyncGenerator<Uint8Array> {
  const { path } = file;
  const handle = attempt(path, () => openFile(file.absolute));
  try {
    const before = attempt(path, () => fstatSync(handle));
    if (!before.isFile()) throw new ReadProblem('not-regular', path);
    let total = 0;
    for (;;) {
      // One byte more than is left shows a file that grew, and saves the last call on one that did not.
      const left = Math.max(0, before.size - total);
      const buffer = Buffer.allocUnsafe(Math.min(chunkSize, left + 1));
      const length = attempt(path, () => readSync(handle, buffer, 0, buffer.length, null));
      if (length === 0) break;
      total += length;
      yield buffer.subarray(0, length);
    }
    assertUnchanged(path, before, { after: attempt(path, () => fstatSync(handle)), total });
  } finally {
    closeSync(handle);
  }
}

function assertUnchanged(path: string, before: Stats, now: { after: Stats; total: number }): void {
  const { after, total } = now;
  if (total === before.size && after.size === before.size && after.mtimeMs === before.mtimeMs) return;
  throw new ReadProblem(
    'changed',
    path,
    `The file changed while it was read (${before.size} bytes, then ${after.size}).`,
  );
}

function attempt<T>(path: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new ReadProblem(reasonOf(error), path, messageOf(error));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
