import type { PartialAssessment } from '../assessment/partial.ts';

import type { Share } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import type { FoundFile } from '../workspace/find-files.ts';

/** What a worker thread is started with. */
export interface WorkerStart {
  readonly standard: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly locale: Locale;
  readonly today: string;
  readonly departmentPointer?: string;
}

/** One document, or a share of it, to be assessed. */
export interface WorkerTask {
  readonly file: FoundFile;
  readonly department: string;
  readonly share?: Share;
}

/** What comes back: news while a document is read, then the outcome. */
export type WorkerReply =
  | { readonly kind: 'bytes'; readonly count: number }
  | { readonly kind: 'trouble'; readonly path: string }
  | { readonly kind: 'done'; readonly partial: PartialAssessment }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string | undefined };
