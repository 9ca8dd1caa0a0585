/** Entry point of a worker thread: assesses the documents that it is handed, one at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { assessorHere } from '../assessment/assess-submission.ts';
import { defaultLimits } from '../documents/limits.ts';
import { loadStandard } from './engine.ts';
import { openedFile } from './file-document.ts';
import { watchSource } from './watch-source.ts';
import type { WorkerReply, WorkerStart, WorkerTask } from './worker-messages.ts';

const port = parentPort;
const { standard: name, cwd, env, ...start } = workerData as WorkerStart;
const ready = loadStandard(name, { cwd, env }).then((standard) =>
  // Workers are only started for bulk work.
  assessorHere([{ source: { path: '', size: Number.POSITIVE_INFINITY, chunks: none } }], standard, {
    ...start,
    limits: defaultLimits,
  }),
);

port?.on('message', (task: WorkerTask) => {
  run(task).then(reply, (error: unknown) => {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    reply({ kind: 'failed', message, stack });
  });
});

async function run({ file, department, share }: WorkerTask): Promise<WorkerReply> {
  const assess = await ready;
  const opened = openedFile(file);
  const source = watchSource(opened.source, {
    onBytes: (count) => {
      if (share === undefined || share.index === 0) reply({ kind: 'bytes', count });
    },
    onTrouble: (path) => reply({ kind: 'trouble', path }),
  });
  const partial = await assess({
    ...opened,
    path: file.path,
    department,
    source,
    ...(share === undefined ? {} : { share }),
  });
  return { kind: 'done', partial };
}

function reply(message: WorkerReply): void {
  port?.postMessage(message);
}

async function* none(): AsyncGenerator<Uint8Array> {}
