import type { CheckDescription } from './check.ts';
import type { ColumnSummary } from './column-summary.ts';
import type { Cause, Divergence, RecordName } from './divergence.ts';
import type { NotChecked } from './fault.ts';
import type { Localized } from './locale.ts';

/** Numbers of a run; integers that add up across shards. */
export interface Summary {
  readonly departments: number;
  readonly documents: number;
  readonly records: number;
  readonly samples: number;
  readonly divergences: number;
  readonly causes: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly fixable: number;
}

/** What is said of a department as a whole. */
export interface DepartmentSummary {
  readonly department: string;
  readonly documents: number;
  readonly records: number;
  readonly conformingRecords: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** A statement about a document that is not a divergence: its dialect, its encoding. */
export interface DocumentNote {
  readonly path: string;
  readonly department: string;
  readonly format: string;
  readonly encoding?: string;
  readonly dialect?: string;
  readonly records: number;
}

/** A data table that was checked. */
export interface SampleNote {
  readonly path: string;
  /** The sheet of a workbook. */
  readonly sheet?: string;
  readonly department: string;
  /** The record that declares it. */
  readonly record?: RecordName;
  readonly format: string;
  readonly encoding?: string;
  readonly dialect?: string;
  readonly rows: number;
  readonly columns: number;
  /** By column; absent where nobody asked for it. */
  readonly statistics?: readonly ColumnSummary[];
}

/** What was not checked, and why, in the language of the messages. */
export type UncheckedNote = Omit<NotChecked, 'zh'>;

/** A submission held against a standard: everything that reporters need. */
export interface Assessment {
  readonly kind: 'assessment';
  readonly tool: { readonly name: string; readonly version: string };
  readonly standard: {
    readonly id: string;
    readonly version: string;
    readonly digest: string;
    readonly title: Localized;
  };
  readonly summary: Summary;
  readonly departments: readonly DepartmentSummary[];
  readonly documents: readonly DocumentNote[];
  readonly samples: readonly SampleNote[];
  readonly causes: readonly Cause[];
  /** In report order. */
  readonly divergences: readonly Divergence[];
  /** `causeKey` of a divergence → id of its cause. */
  readonly causeOf: ReadonlyMap<string, string>;
  readonly notChecked: readonly UncheckedNote[];
  /** The descriptions of the checks that occur, by id, so that a reporter needs no registry. */
  readonly checks: ReadonlyMap<string, Omit<CheckDescription, 'message'>>;
}
