import type { Encoding } from '../../documents/encoding.ts';
import type { RowTally } from '../sample-part.ts';
import { PartInput } from './part-input.ts';
import type { ScanPlan } from './scan-delimited.ts';
import { scanDelimited } from './scan-delimited.ts';
import { guessRecordStart } from './split-points.ts';

/** How much of a part is looked at to guess where its first record starts. */
const windowBytes = 256 << 10;

/** Which part of a file is scanned. Offsets are bytes of the source. */
export interface PartPlan extends Omit<ScanPlan, 'isRewritten'> {
  readonly encoding: Encoding;
  /** The chunks start here. */
  readonly from: number;
  /** Bytes of a byte order mark that stand at `from`; 0 for all parts but the first. */
  readonly bomBytes: number;
  /** The part ends with the last record that starts at or before this offset; `Infinity` for the last part. */
  readonly to: number;
  /** Whether a record (or the lead) starts at `from`; otherwise the first one behind the first line end from `from` on is looked for. */
  readonly startsRecord: boolean;
}

/** A scanned part of a file. */
export interface ScannedPart {
  readonly to: number;
  /** Offset of the source where its first record starts; -1 where none was found, so that nothing was scanned. */
  readonly started: number;
  /** Offset of the source of the first record start behind the part, or the end of the source. */
  readonly ended: number;
  readonly rows: number;
  readonly lines: number;
  readonly empties: readonly number[];
  readonly sighted: readonly number[];
  readonly rowFaults: readonly RowTally[];
  /** Whether every byte of the part, without a byte order mark, is below 0x80. */
  readonly isAscii: boolean;
}

/**
 * Scans one part of a file. `chunks` are its bytes from `from` on, up to the end of the file: reading stops soon behind the part. A
 * chunk may be overwritten as soon as the next one is asked for.
 */
export async function scanPart(chunks: AsyncIterable<Uint8Array>, plan: PartPlan): Promise<ScannedPart> {
  const { from, to, encoding } = plan;
  let start = from + plan.bomBytes;
  let rest: AsyncIterable<Uint8Array> = without(chunks, plan.bomBytes);
  if (!plan.startsRecord) {
    const { window, all } = await peek(rest);
    rest = all;
    const { makeEngine, engine } = plan;
    const guess = guessRecordStart(window, { makeEngine, engine });
    if (guess === undefined) return await nothing(rest, plan);
    start = from + guess;
    rest = without(rest, guess);
  }
  // A record that reaches over the whole part leaves nothing of it.
  if (start > to) return await nothing(rest, plan, start);
  const input = new PartInput(rest, { from: start, to, encoding });
  try {
    const { end, ...scanned } = await scanDelimited(input, { ...plan, isRewritten: encoding !== 'utf-8' });
    return { to, started: start, ended: input.sourceOffset(end), ...scanned };
  } finally {
    await input.close();
  }
}

async function nothing(
  chunks: AsyncIterable<Uint8Array>,
  { to, engine }: PartPlan,
  at = -1,
): Promise<ScannedPart> {
  await chunks[Symbol.asyncIterator]().return?.();
  const empties = engine.columns.map(() => 0);
  const nothingMet = { rows: 0, lines: 0, empties, sighted: [], rowFaults: [], isAscii: true };
  return { to, started: at, ended: at, ...nothingMet };
}

/** The first bytes, and all bytes again. */
async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ window: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let size = 0;
  while (size < windowBytes) {
    const { done, value } = await iterator.next();
    if (done === true) break;
    // `slice` of a Buffer would be a view of memory that the next chunk overwrites.
    held.push(new Uint8Array(value));
    size += value.length;
  }
  const window = new Uint8Array(size);
  let at = 0;
  for (const chunk of held) {
    window.set(chunk, at);
    at += chunk.length;
  }
  return { window: window.subarray(0, windowBytes), all: again(window, iterator) };
}

async function* again(window: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield window;
    for (;;) {
      const { done, value } = await iterator.next();
      if (done === true) return;
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}

async function* without(chunks: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield left === 0 ? chunk : chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}
