import type { Facts } from '../model/check.ts';
import type { Limits, Reader, RecordTaker, Share } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import type { Pointer } from '../model/pointer.ts';
import type { Source } from '../model/source.ts';

/** One document of a submission, or why it could not be opened. */
export interface SubmissionDocument {
  readonly path: string;
  /** Whose it is, where neither the standard nor the record says. */
  readonly department: string;
  /** Whose the folder is that it stands in: of data, whose file names tell no department. Absent where `department` says that already. */
  readonly folderDepartment?: string;
  readonly source?: Source;
  /** The reader of its format; absent for a format that is not known. */
  readonly reader?: Reader;
  /** Whether a file of this relative path stands beside it, below its own folder. Absent where nobody can tell. */
  readonly hasBeside?: (reference: string) => boolean;
  /** Reads a JSON file beside it, by its path relative to it; undefined where there is none that can be read. Absent where nobody can. */
  readonly readBeside?: (reference: string) => unknown;
  /** Only a share of its records; the other shares are other documents of the same path. */
  readonly share?: Share;
  /** Some of its records are assessed elsewhere: those that this one takes, or all but those that are handed in one by one. */
  readonly elsewhere?: RecordTaker | 'the rest';
  /** Why there is no source: a reason code of `document/unreadable`. */
  readonly problem?: { readonly reason: string; readonly facts?: Facts };
}

export interface AssessmentOptions {
  readonly locale: Locale;
  /** CCYY-MM-DD. */
  readonly today: string;
  readonly limits: Limits;
  /** Whether what records declare of their data is kept: where data may be among the documents. */
  readonly keepsDeclarations?: boolean;
  /** Pointer into a record whose text names the department; before what the standard says. */
  readonly departmentPointer?: Pointer;
}
