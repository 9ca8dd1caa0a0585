import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DocumentFault } from '../model/document.ts';
import type { ColumnBatch, ParquetHead } from '../samples/inputs/parquet-batches.ts';
import type { ParquetLimits } from '../samples/inputs/parquet-limits.ts';
import { defaultParquetLimits } from '../samples/inputs/parquet-limits.ts';
import type {
  RowBatch,
  RowSource,
  RowSources,
  SampleCell,
  StoredKind,
} from '../samples/inputs/row-source.ts';
import { toolFiles } from '../workspace/tool-files.ts';
import type { ParquetReply, ParquetStart } from './parquet-messages.ts';

export interface ParquetOptions {
  readonly limits?: ParquetLimits;
  /** Milliseconds that the thread may take for one piece (the footer, a batch of rows) before it is ended. */
  readonly patience?: number;
  /** MiB of JavaScript values in the thread; bytes of pages are held to `limits.openBytes`. */
  readonly memory?: number;
}

const usualPatience = 30_000;
const usualMemory = 512;
const youngMemory = 32;

/**
 * The rows of a Parquet file, read in a thread of its own that is ended when it takes too long or too much memory: damaged files can
 * lead their decoder anywhere. Faults, all `document/unreadable`: `empty`, `not-parquet`, `truncated`, `encrypted`, `parquet-damaged`,
 * `parquet-bomb`, `implausible-rows`, `too-many-columns`, `too-large`, `no-progress`, `out-of-memory`, and those of a `ReadProblem`.
 * The places of rows count them from 1, in place of lines. Leaving the rows early ends the thread.
 */
export async function* parquetRows(path: string, options: ParquetOptions = {}): RowSources {
  const thread = new ParquetThread(path, options);
  try {
    const first = await thread.next();
    if (first === undefined || 'batch' in first) return;
    if ('fault' in first) yield first.fault;
    else yield sourceOf(first.head, thread);
  } finally {
    await thread.end();
  }
}

function sourceOf(head: ParquetHead, thread: ParquetThread): RowSource {
  const { headings, unreadable, rows } = head;
  return {
    headings,
    unreadable,
    rows,
    meansKinds: true,
    place: ({ row }, column) => {
      const name = column === undefined ? undefined : headings[column];
      const place = { line: row + 1, row: row + 1 };
      return name === undefined ? place : { ...place, columnName: name };
    },
    batches: () => batchesOf(thread),
  };
}

async function* batchesOf(thread: ParquetThread): AsyncGenerator<RowBatch | DocumentFault> {
  for (;;) {
    const piece = await thread.next();
    if (piece === undefined || 'head' in piece) return;
    yield 'fault' in piece ? piece.fault : rowsOf(piece.batch);
  }
}

function rowsOf({ row, count, columns }: ColumnBatch): RowBatch {
  const rows = Array.from({ length: count }, (_, at) => ({
    cells: columns.map(({ kind, texts }) => cellOf(kind, texts === undefined ? '' : (texts[at] ?? null))),
  }));
  return { row, rows };
}

function cellOf(kind: StoredKind, text: string | null): SampleCell {
  return text === null ? nothing : { text, kind };
}

const nothing: SampleCell = { text: '', kind: 'null' };

type Piece = Exclude<ParquetReply, { end: true } | { unread: string }> | undefined;

/** The thread, asked for one piece after the other. */
class ParquetThread {
  readonly #worker: Worker;
  readonly #patience: number;
  #ended = false;
  /** The row behind those that came. */
  #row = 0;

  constructor(
    path: string,
    { limits = defaultParquetLimits, patience = usualPatience, memory = usualMemory }: ParquetOptions,
  ) {
    this.#patience = patience;
    this.#worker = new Worker(join(toolFiles().root, 'dist/cli/parquet-worker.cjs'), {
      workerData: { path, limits } satisfies ParquetStart,
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: youngMemory },
    });
  }

  /** Undefined after the last one, and once the thread was ended. */
  async next(): Promise<Piece> {
    if (this.#ended) return undefined;
    const reply = await this.#ask();
    if ('batch' in reply) this.#row = reply.batch.row + reply.batch.count;
    if ('head' in reply || 'batch' in reply || ('fault' in reply && !('stop' in reply))) return reply;
    await this.end();
    if ('unread' in reply) return { fault: this.#fault(reply.unread, { detail: reply.detail }) };
    return 'fault' in reply ? { fault: reply.fault } : undefined;
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#worker.terminate();
  }

  #ask(): Promise<ParquetReply | { fault: DocumentFault; stop: true }> {
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const stop = (reason: string, facts: NonNullable<DocumentFault['facts']>): void =>
        settle(() => resolve({ fault: this.#fault(reason, facts), stop: true }));
      const timer = setTimeout(() => stop('no-progress', { seconds: this.#patience / 1000 }), this.#patience);
      const onReply = (reply: ParquetReply): void => settle(() => resolve(reply));
      const onError = (error: unknown): void => {
        if (isOutOfMemory(error)) stop('out-of-memory', {});
        else settle(() => reject(error));
      };
      const onExit = (): void => stop('no-progress', { seconds: 0 });
      const settle = (how: () => void): void => {
        clearTimeout(timer);
        worker.off('message', onReply).off('error', onError).off('exit', onExit);
        how();
      };
      worker.on('message', onReply).on('error', onError).on('exit', onExit);
      worker.postMessage('next');
    });
  }

  #fault(reason: string, facts: NonNullable<DocumentFault['facts']>): DocumentFault {
    const place = { line: this.#row + 1, row: this.#row + 1 };
    return { check: 'document/unreadable', reason, place, facts };
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
