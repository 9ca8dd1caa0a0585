/** Entry point of a worker thread: assesses the documents, or the records of documents, that it is handed, one at a time. */
import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentRun } from '../assessment/assess-document.ts';
import { defaultLimits } from '../documents/limits.ts';
import type { Source } from '../model/source.ts';
import type { FilePlan } from '../samples/scan-stretch.ts';
import { openSource } from '../workspace/open-source.ts';
import { ReadProblem } from '../workspace/read-problem.ts';
import { spareCompiler } from './spare-compiler.ts';
import { watchSource } from './watch-source.ts';
import type { WorkerReply, WorkerStart, WorkerTask } from './worker-messages.ts';

// For the main thread too: records are short-lived, and a nursery that grows with them takes memory and time without need. V8 takes the
// flag back whenever a thread starts, so the thread sets it.
setFlagsFromString('--semi-space-growth-factor=1');

const port = parentPort;
const { standard: name, cwd, env, pending, ...start } = workerData as WorkerStart;
const options = { ...start, limits: defaultLimits };
const ready = load();
// Whoever needs it is told.
ready.catch(() => {});

async function load() {
  if (name === undefined) throw new Error('The thread was started without a standard');
  // A thread that only scans stretches of data needs nothing of this.
  const [{ loadStandard }, { assessorHere }] = await Promise.all([
    import('./engine.ts'),
    import('../assessment/assess-submission.ts'),
  ]);
  const standard = await loadStandard(name, { cwd, env });
  // Workers are only started for bulk work.
  const bulk = [{ source: { path: '', size: Number.POSITIVE_INFINITY, chunks: none } }];
  return { standard, assess: await assessorHere(bulk, standard, options) };
}

/** Documents of which records were handed in, by path, and what went wrong with any of them. */
const runs = new Map<string, DocumentRun>();
let broken: unknown;
/** What is common to the stretches that come now. */
let filePlan: FilePlan | undefined;

/** One after the other, whatever each of them waits for: what is collected is complete. */
let last: Promise<void> = Promise.resolve();
port?.on('message', (task: WorkerTask) => {
  last = last.then(() => answer(task));
});

async function answer(task: WorkerTask): Promise<void> {
  try {
    if (task.kind === 'records') await takeRecords(task);
    else if (task.kind === 'stretch') await answerStretch(task);
    else
      reply({ kind: 'done', partial: task.kind === 'document' ? await assess(task) : await collect(task) });
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const problem = error instanceof ReadProblem ? { problem: error.reason } : {};
    reply({ kind: 'failed', message, stack, ...problem });
  }
}

function tellBytes(): void {
  if (untold > 0) reply({ kind: 'bytes', count: untold });
  untold = 0;
}

async function assess({ file, department, share }: Extract<WorkerTask, { kind: 'document' }>) {
  const { openedFile } = await import('./file-document.ts');
  const opened = openedFile(file);
  const source = watched(opened.source, share === undefined || share.index === 0);
  const document = { ...opened, path: file.path, department, source };
  return (await ready).assess({ ...document, ...(share === undefined ? {} : { share }) });
}

/** So many bytes are told at once. */
const toldBytes = 2 << 20;
let untold = 0;

/** The main thread counts the bytes that are read, each once, and hears of what cannot be read. */
function watched(source: Source, counts: boolean): Source {
  return watchSource(source, {
    onBytes: (count) => {
      if (!counts) return;
      untold += count;
      if (untold >= toldBytes) tellBytes();
    },
    onTrouble: (path) => reply({ kind: 'trouble', path }),
  });
}

/** The hashes of keys are most of what was found: they change hands without being copied. */
async function answerStretch(task: Extract<WorkerTask, { kind: 'stretch' }>): Promise<void> {
  const result = await scan(task);
  const blocks = result.hashes.flat();
  reply(
    { kind: 'scanned', result },
    blocks.flatMap(({ words, starts }) => [words.buffer, starts.buffer]),
  );
}

async function scan({ file, work, plan = filePlan }: Extract<WorkerTask, { kind: 'stretch' }>) {
  const { scanStretch } = await import('../samples/scan-stretch.ts');
  if (plan === undefined) throw new TypeError('A stretch came without a plan');
  filePlan = plan;
  spareCompiler();
  return scanStretch({ ...work, plan }, watched(openSource(file), work.kind === 'judge'));
}

async function takeRecords({ file, department, batch }: Extract<WorkerTask, { kind: 'records' }>) {
  const { standard } = await ready;
  let run = runs.get(file.path);
  if (run === undefined) {
    const { openedFile } = await import('./file-document.ts');
    const document = { ...openedFile(file), path: file.path, department, elsewhere: 'the rest' as const };
    const { DocumentRun } = await import('../assessment/assess-document.ts');
    run = new DocumentRun(document, standard, options);
    runs.set(file.path, run);
  }
  try {
    const { readUnread } = await import('../documents/json/unread-records.ts');
    for (const part of readUnread(batch, defaultLimits)) await run.take(part);
  } catch (error) {
    // Nobody waits for an answer now.
    broken ??= error;
  } finally {
    Atomics.sub(pending, 0, 1);
  }
}

async function collect({ file }: Extract<WorkerTask, { kind: 'collect' }>) {
  if (broken !== undefined) throw broken;
  const run = runs.get(file.path);
  if (run === undefined) throw new Error(`No record of ${file.path} was handed in`);
  runs.delete(file.path);
  return run.partial();
}

function reply(message: WorkerReply, transfer: readonly ArrayBufferLike[] = []): void {
  // An outcome comes last.
  if (message.kind !== 'bytes') tellBytes();
  port?.postMessage(message, transfer as ArrayBuffer[]);
}

async function* none(): AsyncGenerator<Uint8Array> {}
