import type { DocumentFault } from '../../model/document.ts';
import { ParquetChunk } from './parquet-chunk.ts';
import type { ByteFile, ParquetColumn, ParquetFooter } from './parquet-footer.ts';
import { readFooter } from './parquet-footer.ts';
import type { ParquetLimits } from './parquet-limits.ts';
import { ParquetTrouble } from './parquet-trouble.ts';
import type { StoredKind } from './row-source.ts';
import { batchRows } from './row-source.ts';

/** What is known before the first row. Plain data. */
export interface ParquetHead {
  readonly headings: readonly string[];
  readonly unreadable: readonly string[];
  readonly rows: number;
}

/** Neighbouring rows, column by column: cheap to hand from thread to thread. */
export interface ColumnBatch {
  readonly row: number;
  readonly count: number;
  /** `texts` is left out where the values are no cells. */
  readonly columns: readonly { readonly kind: StoredKind; readonly texts?: readonly (string | null)[] }[];
}

/** Plain data, in this order: the head first, unless the file cannot be read at all. */
export type ParquetPiece =
  | { readonly head: ParquetHead }
  | { readonly batch: ColumnBatch }
  | { readonly fault: DocumentFault };

/** Characters of one batch, roughly. */
const batchText = 4 << 20;

/**
 * Reads a Parquet file by ranges, one page a column at a time. A row group that cannot be read is told and passed over: the others stand
 * on their own. Never throws for what the bytes hold; may take any time for damaged ones, so it belongs into a thread that can be ended.
 */
export function* readParquet(file: ByteFile, limits: ParquetLimits): Generator<ParquetPiece> {
  let footer: ParquetFooter;
  try {
    footer = readFooter(file, limits);
  } catch (error) {
    yield { fault: faultOf(error, {}) };
    return;
  }
  const { columns, rows, groups } = footer;
  const unreadable = columns.filter(({ reader }) => reader === undefined).map(({ name }) => name);
  yield { head: { headings: columns.map(({ name }) => name), unreadable, rows } };
  let start = 0;
  let faults = 0;
  for (const [index, group] of groups.entries()) {
    const at = { row: start };
    try {
      yield* readGroup(columns, { file, limits, chunks: group.chunks, rows: group.rows, start, at });
    } catch (error) {
      faults += 1;
      yield { fault: faultOf(error, { group: index + 1, rows: group.rows - (at.row - start) }, at.row) };
      if (faults >= limits.damagedGroups) return;
    }
    start += group.rows;
  }
}

interface Group {
  readonly file: ByteFile;
  readonly limits: ParquetLimits;
  readonly chunks: ParquetFooter['groups'][number]['chunks'];
  readonly rows: number;
  readonly start: number;
  /** How far it was read. */
  readonly at: { row: number };
}

function* readGroup(columns: readonly ParquetColumn[], group: Group): Generator<ParquetPiece> {
  const reading = { ...group, open: { bytes: 0 } };
  const open = columns.map((column) => {
    const { reader, leaf } = column;
    return reader === undefined
      ? undefined
      : new ParquetChunk(group.chunks[leaf], { ...column, reader }, reading);
  });
  try {
    const end = group.start + group.rows;
    while (group.at.row < end) {
      const batch = nextBatch(columns, open, { row: group.at.row, left: end - group.at.row });
      yield { batch };
      group.at.row += batch.count;
    }
  } finally {
    for (const chunk of open) chunk?.close();
  }
}

function nextBatch(
  columns: readonly ParquetColumn[],
  open: readonly (ParquetChunk | undefined)[],
  { row, left }: { row: number; left: number },
): ColumnBatch {
  let count = Math.min(batchRows, left);
  let width = 1;
  for (const chunk of open) {
    if (chunk === undefined) continue;
    count = Math.min(count, chunk.available());
    width += chunk.width;
  }
  count = Math.max(1, Math.min(count, Math.floor(batchText / width)));
  return {
    row,
    count,
    columns: columns.map(({ reader, isNested }, index) => {
      const texts = open[index]?.take(count);
      const kind = reader?.kind ?? (isNested ? 'object' : 'list');
      return texts === undefined ? { kind } : { kind, texts };
    }),
  };
}

/** Whatever the decoder threw: of bytes that are no Parquet it makes errors of every kind. */
function faultOf(error: unknown, facts: Record<string, number>, row?: number): DocumentFault {
  const place = row === undefined ? {} : { place: { line: row + 1, row: row + 1 } };
  const known =
    error instanceof ParquetTrouble
      ? { reason: error.reason, facts: { ...facts, ...error.facts } }
      : { reason: 'parquet-damaged', facts: { ...facts, detail: detailOf(error) } };
  return { check: 'document/unreadable', ...known, ...place };
}

function detailOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}
