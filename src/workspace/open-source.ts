import type { Stats } from 'node:fs';
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { Source } from '../model/source.ts';
import type { FoundFile } from './find-files.ts';
import type { GzipLimits } from './gunzip-chunks.ts';
import { ReadProblem, reasonOf } from './read-problem.ts';

/** Bytes per chunk: with what is made of it, it fits into the second cache of a core. */
const chunkSize = 1 << 17;
/** Bytes that are read before messages of other threads are heard. */
const turnBytes = 1 << 20;

/**
 * The bytes of a found file as a `Source`. Every chunk of `chunks()` is a fresh buffer that a reader may keep; those of `range()` share one.
 * `.gz` is unpacked on the way. `size` is what is stored.
 * `chunks()` throws `ReadProblem` and nothing else.
 */
export function openSource(file: FoundFile, gzipLimits?: GzipLimits): Source {
  const plain = { path: file.path, size: sizeOf(file.absolute) };
  const chunks = (): AsyncIterable<Uint8Array> => unpacked(file.path, fileChunks(file), gzipLimits);
  return isPacked(file.path)
    ? { ...plain, chunks }
    : { ...plain, chunks, range: (from, to) => fileChunks(file, { from, to }) };
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
  return isPacked(path) ? gunzipped(path, chunks, gzipLimits) : chunks;
}

function isPacked(path: string): boolean {
  return path.toLowerCase().endsWith('.gz');
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

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** All of a file, or a stretch of it. A file that changes meanwhile is trouble, wherever it changes. */
async function* fileChunks(file: FoundFile, stretch?: Stretch): AsyncGenerator<Uint8Array> {
  const { path } = file;
  const handle = attempt(path, () => openFile(file.absolute));
  try {
    const before = attempt(path, () => fstatSync(handle));
    if (!before.isFile()) throw new ReadProblem('not-regular', path);
    const from = stretch?.from ?? 0;
    const to = Math.min(stretch?.to ?? before.size, before.size);
    const bufferOf = stretch === undefined ? Buffer.allocUnsafe : sharedBuffer();
    // One byte more than is left shows a file that grew, and saves the last call on one that did not.
    const spare = stretch === undefined ? 1 : 0;
    let at = from;
    for (;;) {
      const buffer = bufferOf(Math.min(chunkSize, Math.max(0, to - at) + spare));
      const length = attempt(path, () => readSync(handle, buffer, 0, buffer.length, at));
      if (length === 0) break;
      at += length;
      yield buffer.subarray(0, length);
      // Others read other stretches: what they say is heard now and then.
      if (stretch !== undefined && at % turnBytes < length) await nextTurn();
    }
    assertUnchanged(path, before, { after: attempt(path, () => fstatSync(handle)), missing: to - at });
  } finally {
    closeSync(handle);
  }
}

/** Resolves when messages of other threads were heard. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Hands out one buffer time and again: fresh pages cost about as much as reading into them. */
function sharedBuffer(): (bytes: number) => Buffer {
  const shared = Buffer.allocUnsafeSlow(chunkSize);
  return (bytes) => shared.subarray(0, bytes);
}

function assertUnchanged(path: string, before: Stats, now: { after: Stats; missing: number }): void {
  const { after, missing } = now;
  if (missing === 0 && after.size === before.size && after.mtimeMs === before.mtimeMs) return;
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
