import type { Source } from '../model/source.ts';
import type { ReadTrouble } from './read-trouble.ts';
import { readTrouble } from './read-trouble.ts';

/** Packed files whose first part can be unpacked all the same, always to the same bytes. */
const isPartial: ReadonlySet<string> = new Set(['gzip-truncated', 'gzip-broken']);
/** A longer line is handed over before its end is known. Bytes. */
const longestHeld = 1 << 20;
const lf = 10;

/** A source that ends where reading it meets trouble, with the last whole line. */
export interface PartialSource {
  readonly source: Source;
  /** What was met, in any of the passes over it. */
  trouble(): ReadTrouble | undefined;
}

/** The same source, but a packed one that is cut off or damaged ends there instead of failing. Other trouble passes through. */
export function upToTrouble(source: Source): PartialSource {
  let trouble: ReadTrouble | undefined;
  async function* readable(): AsyncGenerator<Uint8Array> {
    try {
      yield* wholeLines(source.chunks());
    } catch (error) {
      const met = readTrouble(error);
      if (met === undefined || !isPartial.has(met.reason)) throw error;
      trouble = met;
    }
  }
  const isPacked = source.range === undefined;
  return { source: isPacked ? { ...source, chunks: readable } : source, trouble: () => trouble };
}

/** The same bytes; what stands behind the last line end so far is held back until more comes, or all came. */
async function* wholeLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held = new Uint8Array();
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(lf) + 1;
    const isHandedOver = end > 0 || held.length >= longestHeld;
    if (isHandedOver && held.length > 0) yield held;
    if (end > 0) yield chunk.subarray(0, end);
    const rest = chunk.subarray(end);
    held = isHandedOver ? new Uint8Array(rest) : joined(held, rest);
  }
  if (held.length > 0) yield held;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
