import type { PartialAssessment } from '../assessment/partial.ts';
import type { UnreadRecords } from '../documents/json/unread-records.ts';
import type { Share } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import type { FilePlan, StretchResult, StretchWork } from '../samples/scan-stretch.ts';
import type { FoundFile } from '../workspace/find-files.ts';
import type { ReadReason } from '../workspace/read-problem.ts';

/** What a worker thread is started with. */
export interface WorkerStart {
  /** The file that is loaded. */
  readonly entry: string;
  /** Absent where documents are data: then only stretches of them are handed out. */
  readonly standard?: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly locale: Locale;
  readonly today: string;
  readonly departmentPointer?: string;
  readonly keepsDeclarations?: boolean;
  /** One number, in shared memory: how many batches of records wait for this thread. */
  readonly pending: Int32Array;
}

interface OfDocument {
  readonly file: FoundFile;
  readonly department: string;
}

export type WorkerTask =
  /** One document, or a share of it, to be assessed. */
  | (OfDocument & { readonly kind: 'document'; readonly share?: Share })
  /** Records of a document that another thread reads. Answered only by counting `pending` of the start down. */
  | (OfDocument & { readonly kind: 'records'; readonly batch: UnreadRecords })
  /** No more records come of this document: what was made of them is wanted. */
  | (OfDocument & { readonly kind: 'collect' })
  /** A stretch of a data file. `plan`: absent where it is that of the stretch before. */
  | {
      readonly kind: 'stretch';
      readonly file: FoundFile;
      readonly work: StretchWork;
      readonly plan?: FilePlan;
    };

/** Tasks whose outcome is a part of the assessment. */
export type PartTask = Extract<WorkerTask, { kind: 'document' | 'collect' }>;

/** What comes back: news while a document is read, then the outcome. */
export type WorkerReply =
  | { readonly kind: 'bytes'; readonly count: number }
  | { readonly kind: 'trouble'; readonly path: string }
  | { readonly kind: 'done'; readonly partial: PartialAssessment }
  | { readonly kind: 'scanned'; readonly result: StretchResult }
  | {
      readonly kind: 'failed';
      readonly message: string;
      readonly stack: string | undefined;
      /** The file could not be read to its end: that is an outcome, not a failure of the run. */
      readonly problem?: ReadReason;
    };
