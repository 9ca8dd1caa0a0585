import type { Encoding } from '../../../src/documents/encoding.ts';
import { joinParts } from '../../../src/samples/delimited/join-parts.ts';
import type { FoundDialect } from '../../../src/samples/delimited/sample-dialect.ts';
import { sampleDialect } from '../../../src/samples/delimited/sample-dialect.ts';
import { readHead } from '../../../src/samples/delimited/sample-head.ts';
import type { ScannedPart } from '../../../src/samples/delimited/scan-part.ts';
import { scanPart } from '../../../src/samples/delimited/scan-part.ts';
import type { MakeEngine } from '../../../src/samples/engine/engine.ts';
import { makePlainEngine } from '../../../src/samples/engine/plain-engine.ts';
import { mergeParts } from '../../../src/samples/merge-parts.ts';
import type { FaultTally, SamplePart } from '../../../src/samples/sample-part.ts';

const spots = 3;

export interface Options {
  readonly makeEngine?: MakeEngine;
  readonly recordBytes?: number;
  /** Bytes of a chunk. */
  readonly chunk?: number;
}

export async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

/** As files are read by ranges: every chunk is a view of one `Buffer`, overwritten by the next. */
async function* sharedChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const shared = Buffer.alloc(size);
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = bytes.subarray(at, at + size);
    shared.set(chunk);
    yield shared.subarray(0, chunk.length);
  }
  shared.fill(0);
}

/** Scans a file, cut at the points; every filled cell goes to the sink, which keeps all of them. */
export async function scanFile(
  bytes: Uint8Array,
  points: readonly number[] = [],
  { makeEngine = makePlainEngine, recordBytes = 1 << 20, chunk = 1 << 16 }: Options = {},
): Promise<{
  dialect: FoundDialect;
  cells: string[][];
  merged: SamplePart;
  rescans: number;
  encoding: Encoding;
}> {
  const head = await readHead(chunksOf(bytes, chunk));
  const dialect = sampleDialect(head, {});
  const bounds = [0, ...points, Number.POSITIVE_INFINITY];
  const engine = {
    columns: dialect.headings.map(
      () => ({ test: { kind: 'none' }, allowsEmpty: false, watchesDigits: false }) as const,
    ),
    delimiter: dialect.delimiter.charCodeAt(0),
    quote: dialect.quote.charCodeAt(0),
    doubtedWords: [],
    keys: [],
    recordBytes,
  };
  async function part(
    index: number,
    exact?: number,
  ): Promise<{ scanned: ScannedPart; sample: SamplePart; cells: string[][] }> {
    const from = exact ?? bounds[index] ?? 0;
    const cells: string[][] = [];
    const fault: FaultTally = {
      column: 0,
      check: 'cell/type',
      reason: 'met',
      style: '',
      text: '',
      count: 0,
      first: [],
    };
    const scanned = await scanPart(sharedChunks(bytes.subarray(from), chunk), {
      makeEngine,
      engine,
      sink: {
        cell(text, { row, column, line }) {
          const read = cells[row] ?? [];
          cells[row] = read;
          read[column] = text;
          if (column !== 0) return;
          fault.count += 1;
          if (fault.first.length < spots) fault.first.push({ row, line: line() });
        },
      },
      spots,
      lineEnd: dialect.lineEnd,
      lead: index === 0 ? dialect.lead : { bytes: 0, lines: 0 },
      encoding: head.encoding,
      from,
      bomBytes: index === 0 ? head.bomBytes : 0,
      to: bounds[index + 1] ?? 0,
      startsRecord: index === 0 || exact !== undefined,
    });
    const rows = Array.from({ length: scanned.rows }, (_, row) => cells[row] ?? []);
    const { rows: count, lines, empties, rowFaults } = scanned;
    const faults = fault.count > 0 ? [fault] : [];
    const sample = {
      rows: count,
      lines,
      empties: [...empties],
      faults,
      privacy: [],
      rowFaults: [...rowFaults],
    };
    return { scanned, sample, cells: rows };
  }
  const parts = await Promise.all(bounds.slice(1).map((_, index) => part(index)));
  let rescans = 0;
  for (let wrong = joinParts(parts.map(({ scanned }) => scanned)); wrong !== undefined; rescans += 1) {
    parts[wrong.part] = await part(wrong.part, wrong.from);
    wrong = joinParts(parts.map(({ scanned }) => scanned));
  }
  const merged = mergeParts(
    parts.map(({ sample }) => sample),
    spots,
  );
  return { dialect, cells: parts.flatMap(({ cells }) => cells), merged, rescans, encoding: head.encoding };
}
