import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Assessor } from '../assessment/assess-submission.ts';
import type { PartialAssessment } from '../assessment/partial.ts';
import type { FoundFile } from '../workspace/find-files.ts';
import { toolFiles } from '../workspace/tool-files.ts';
import type { SourceWatcher } from './watch-source.ts';
import type { WorkerReply, WorkerStart, WorkerTask } from './worker-messages.ts';

/** Threads that assess documents beside the main one. */
export interface WorkerPool {
  readonly assessors: readonly Assessor[];
  close(): Promise<void>;
}

/** Records are short-lived: a small nursery costs little time and saves much memory in each thread. */
const maxYoungGenerationSizeMb = 8;

interface PoolOptions {
  readonly size: number;
  readonly start: WorkerStart;
  readonly files: ReadonlyMap<string, FoundFile>;
  readonly watcher: SourceWatcher;
}

/** Starts worker threads. None where the tool runs from its sources, without a build. */
export function startWorkers({ size, start, files, watcher }: PoolOptions): WorkerPool {
  const entry = join(toolFiles().root, 'dist/cli/assess-worker.cjs');
  if (!existsSync(entry)) return { assessors: [], close: async () => {} };
  const workers = Array.from(
    { length: size },
    () => new Worker(entry, { workerData: start, resourceLimits: { maxYoungGenerationSizeMb } }),
  );
  return {
    assessors: workers.map((worker) => assessorOf(worker, files, watcher)),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function assessorOf(worker: Worker, files: ReadonlyMap<string, FoundFile>, watcher: SourceWatcher): Assessor {
  return ({ path, department, share }) => {
    const file = files.get(path);
    if (file === undefined) return Promise.reject(new Error(`No file behind ${path}`));
    const task: WorkerTask = { file, department, ...(share === undefined ? {} : { share }) };
    return ask(worker, task, watcher);
  };
}

/** Hands a task to a worker and waits for its outcome. A worker that dies takes its task with it: that is a failure of the run. */
function ask(worker: Worker, task: WorkerTask, watcher: SourceWatcher): Promise<PartialAssessment> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      end();
    };
    const onMessage = (reply: WorkerReply): void => {
      if (reply.kind === 'bytes') watcher.onBytes(reply.count);
      else if (reply.kind === 'trouble') watcher.onTrouble(reply.path);
      else if (reply.kind === 'done') settle(() => resolve(reply.partial));
      else settle(() => reject(Object.assign(new Error(reply.message), { stack: reply.stack })));
    };
    const onError = (error: unknown): void => settle(() => reject(error));
    const onExit = (code: number): void =>
      settle(() =>
        reject(new Error(`A worker thread ended early (${code}) while reading ${task.file.path}`)),
      );
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(task);
  });
}
