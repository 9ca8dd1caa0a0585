import { Worker } from 'node:worker_threads';
import type { PartialAssessment } from '../assessment/partial.ts';
import type { FilePlan, StretchResult, StretchTask } from '../samples/scan-stretch.ts';
import type { FoundFile } from '../workspace/find-files.ts';
import { ReadProblem } from '../workspace/read-problem.ts';
import type { Borrower } from './record-lender.ts';
import { lendingSlots } from './record-lender.ts';
import type { SourceWatcher } from './watch-source.ts';
import type { PartTask, WorkerReply, WorkerStart, WorkerTask } from './worker-messages.ts';

/** Records are short-lived: a small nursery costs little time and saves much memory in each thread. */
const maxYoungGenerationSizeMb = 8;

/** A thread that assesses what it is handed, one thing after the other. */
export class WorkerThread {
  readonly pending: Borrower['pending'] = new Int32Array(new SharedArrayBuffer(4));
  readonly slots: Borrower['slots'] = lendingSlots();
  readonly #worker: Worker;
  readonly #watcher: SourceWatcher;
  /** Why it is no more. */
  #end: Error | undefined;
  #before: Promise<unknown> = Promise.resolve();
  /** Handed over last. */
  #plan: FilePlan | undefined;

  constructor(launcher: string, start: Omit<WorkerStart, 'pending'>, watcher: SourceWatcher) {
    this.#worker = new Worker(launcher, {
      workerData: { ...start, pending: this.pending } satisfies WorkerStart,
      resourceLimits: { maxYoungGenerationSizeMb },
    });
    this.#watcher = watcher;
    this.#worker.on('error', (error: unknown) => {
      this.#end ??= error instanceof Error ? error : new Error(String(error));
    });
    this.#worker.on('exit', (code) => {
      this.#end ??= new Error(`A worker thread ended early (${code})`);
    });
  }

  /** Records of a document; what becomes of them is asked for later. */
  send(task: Extract<WorkerTask, { kind: 'records' }>): void {
    this.#worker.postMessage(task);
  }

  /** Hands over a task and waits for its outcome. A thread that dies takes its task with it: that is a failure of the run. */
  async ask(task: PartTask): Promise<PartialAssessment> {
    const reply = await this.#queue(task);
    if (reply.kind === 'done') return reply.partial;
    throw new TypeError(`A worker thread answered ${task.kind} with ${reply.kind}`);
  }

  /** Has a stretch of a data file scanned. */
  async scan(file: FoundFile, { plan, ...work }: StretchTask): Promise<StretchResult> {
    const isKnown = this.#plan === plan;
    this.#plan = plan;
    const reply = await this.#queue({ kind: 'stretch', file, work, ...(isKnown ? {} : { plan }) });
    if (reply.kind === 'scanned') return reply.result;
    throw new TypeError(`A worker thread answered a stretch with ${reply.kind}`);
  }

  #queue(task: WorkerTask): Promise<WorkerReply> {
    const answer = this.#before.then(() => this.#ask(task));
    this.#before = answer.catch(() => {});
    return answer;
  }

  #ask(task: WorkerTask): Promise<WorkerReply> {
    if (this.#end !== undefined) return Promise.reject(this.#end);
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
        end();
      };
      const onMessage = (reply: WorkerReply): void => {
        if (reply.kind === 'bytes') this.#watcher.onBytes(reply.count);
        else if (reply.kind === 'trouble') this.#watcher.onTrouble(reply.path);
        else if (reply.kind === 'failed') settle(() => reject(errorOf(reply, task)));
        else settle(() => resolve(reply));
      };
      // The listeners of the constructor were told before.
      const onEnd = (): void => settle(() => reject(this.#end));
      worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
      worker.postMessage(task);
    });
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }
}

function errorOf(
  { message, stack, problem }: Extract<WorkerReply, { kind: 'failed' }>,
  { file: { path } }: WorkerTask,
): Error {
  if (problem !== undefined) return new ReadProblem(problem, path, message);
  return Object.assign(new Error(message), { stack });
}
