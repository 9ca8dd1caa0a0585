import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Assessor, SubmissionOptions } from '../assessment/assess-submission.ts';
import type { SampleRequest } from '../samples/sample-request.ts';
import type { FoundFile } from '../workspace/find-files.ts';
import { toolFiles } from '../workspace/tool-files.ts';
import { isLent } from './divide-work.ts';
import { RecordLender } from './record-lender.ts';
import { spareCompiler } from './spare-compiler.ts';
import type { SourceWatcher } from './watch-source.ts';
import type { WorkerStart } from './worker-messages.ts';
import { WorkerThread } from './worker-thread.ts';

/** Threads that assess documents, and records of documents, beside the main one. */
export interface WorkerPool extends Required<Pick<SubmissionOptions, 'helpers' | 'lend'>> {
  /** Threads that scan stretches of the data file of that path. */
  scannersOf(path: string): SampleRequest['scanners'];
  close(): Promise<void>;
}

interface PoolOptions {
  readonly size: number;
  readonly start: Omit<WorkerStart, 'pending' | 'entry'>;
  readonly files: ReadonlyMap<string, FoundFile>;
  readonly watcher: SourceWatcher;
}

/** Starts worker threads. None where the tool runs from its sources, without a build. */
export function startWorkers({ size, start, files, watcher }: PoolOptions): WorkerPool {
  const folder = join(toolFiles().root, 'dist/cli');
  const launcher = join(folder, 'launch-worker.cjs');
  const whole = { ...start, entry: join(folder, 'assess-worker.cjs') };
  const count = existsSync(launcher) ? size : 0;
  const threads = Array.from({ length: count }, () => new WorkerThread(launcher, whole, watcher));
  return {
    helpers: threads.map((thread) => helperOf(thread, files)),
    lend: lenderTo(threads, files),
    scannersOf: (path) => {
      const file = files.get(path);
      if (file === undefined) return [];
      return threads.map((thread) => (task) => {
        spareCompiler();
        return thread.scan(file, task);
      });
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

function helperOf(thread: WorkerThread, files: ReadonlyMap<string, FoundFile>): Assessor {
  return ({ path, department, share }) => {
    const file = files.get(path);
    if (file === undefined) return Promise.reject(new Error(`No file behind ${path}`));
    return thread.ask({ kind: 'document', file, department, ...(share === undefined ? {} : { share }) });
  };
}

function lenderTo(
  threads: readonly WorkerThread[],
  files: ReadonlyMap<string, FoundFile>,
): WorkerPool['lend'] {
  return (document) => {
    const file = files.get(document.path);
    if (file === undefined || !isLent(document) || threads.length === 0) return undefined;
    const of = { file, department: document.department };
    const used = new Set<WorkerThread>();
    const taker = new RecordLender(
      threads.map((thread) => ({
        pending: thread.pending,
        slots: thread.slots,
        send: (batch) => {
          used.add(thread);
          thread.send({ kind: 'records', ...of, batch });
        },
      })),
    );
    return {
      taker,
      collect: () => {
        taker.flush();
        return Promise.all([...used].map((thread) => thread.ask({ kind: 'collect', ...of })));
      },
    };
  };
}
