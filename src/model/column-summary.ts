/** A value as it may be shown, masked or not, and how many cells hold it. */
interface ValueShare {
  readonly text: string;
  readonly count: number;
}

/** What a column of a data table holds. Values are masked unless they are codes of the declaration or the user asks for them. */
export interface ColumnSummary {
  /** The heading. */
  readonly column: string;
  readonly filled: number;
  readonly empty: number;
  readonly distinct: number;
  /** Whether `distinct` and `commonest` are exact; else they come from 4,096 of the different values. */
  readonly isExact: boolean;
  /** Characters of the longest value. */
  readonly longest: number;
  /** By number, date or moment as the type has it; absent where nothing is written as the type wants, or nothing may be shown. */
  readonly minimum?: string;
  readonly maximum?: string;
  /** The ten commonest values, those that look the same when masked as one; none where persons are told by them. */
  readonly commonest: readonly ValueShare[];
  /** The five commonest ways of being wrong. */
  readonly faults: readonly { readonly check: string; readonly reason: string; readonly count: number }[];
  /** Whether the column tells of persons, so that nothing of its values is shown. */
  readonly isPersonal: boolean;
}
