import type { SubmissionDocument } from '../assessment/submission-document.ts';

/** Starting a thread takes about as long as checking this many bytes. */
const bytesPerWorker = 2 << 20;
/** Documents from this size on are divided among the threads. */
const largeBytes = 4 << 20;

/** Documents in the order in which they are to be taken, some large ones shared out, and how many threads there is work for. */
export interface DividedWork {
  readonly documents: readonly SubmissionDocument[];
  readonly threads: number;
}

/** Divides documents among at most `workers` threads. The result of a run does not depend on it. */
export function divideWork(documents: readonly SubmissionDocument[], workers: number): DividedWork {
  const bytes = documents.reduce((sum, document) => sum + sizeOf(document), 0);
  const threads = Math.max(1, Math.min(workers, Math.floor(bytes / bytesPerWorker)));
  if (threads === 1) return { documents, threads };
  const pieces = documents.flatMap((document) =>
    isShared(document) ? shares(document, threads) : [document],
  );
  // The largest first, so that no thread is left alone with one at the end.
  return { documents: [...pieces].sort((a, b) => sizeOf(b) - sizeOf(a)), threads };
}

function sizeOf({ source, share }: SubmissionDocument): number {
  return (source?.size ?? 0) / (share?.of ?? 1);
}

/**
 * Where records are found without parsing them, the thread that reads the document leaves them to others. Other documents are shared
 * out: every thread reads them, each assesses its share of the records.
 */
function isShared({ source, reader }: SubmissionDocument): boolean {
  return reader?.findsRecords !== true && (source?.size ?? 0) >= largeBytes;
}

/** Whether one thread should read this document and leave records to others. */
export function isLent({ source, reader }: SubmissionDocument): boolean {
  return reader?.findsRecords === true && (source?.size ?? 0) >= largeBytes;
}

function shares(document: SubmissionDocument, of: number): SubmissionDocument[] {
  return Array.from({ length: of }, (_, index) => ({ ...document, share: { index, of } }));
}
