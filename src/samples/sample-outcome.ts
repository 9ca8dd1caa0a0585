import type { DocumentFault } from '../model/document.ts';
import type { Place } from '../model/place.ts';
import type { KeyAccess } from './keys/key-access.ts';
import type { KeyGroups } from './keys/key-groups.ts';
import type { MatchedColumns } from './match/match-columns.ts';
import type { DaySpan, PartSpot, SamplePart } from './sample-part.ts';
import type { ColumnCounts } from './statistics/column-statistics.ts';

/** Rows that share the values of a key. */
export interface DuplicateTally {
  /** Index in `keys` of the declaration. */
  readonly key: number;
  readonly groups: KeyGroups;
}

/** What was found out about one data table: plain counts, without a word of judgement. */
export interface SampleOutcome {
  /** `csv`, `tsv`, `xlsx`, … */
  readonly format: string;
  readonly encoding?: string;
  /** Of a delimited file: whether every byte of it is below 0x80. */
  readonly isAscii?: boolean;
  readonly dialect?: Readonly<{ delimiter: string; quote: string; lineEnd: string }>;
  /** The sheet of a workbook. */
  readonly sheet?: string;
  readonly headings: readonly string[];
  /** Which items the columns hold, and what is to be said of them. */
  readonly columns: MatchedColumns;
  readonly part: SamplePart;
  readonly duplicates: readonly DuplicateTally[];
  /** Rows that are the same in every cell; absent where a primary key tells rows apart, or cells cannot be compared. */
  readonly sameRows?: KeyGroups;
  /** Of columns whose days are held against a claim. */
  readonly days: readonly DaySpan[];
  /** By reference of the declaration, and by key that references name (`targets` of the request); undefined where a column is not there. */
  readonly references: readonly (KeyAccess | undefined)[];
  readonly targets: readonly (KeyAccess | undefined)[];
  /** By column; absent where nobody asked for it. */
  readonly statistics?: readonly ColumnCounts[];
  /** What is wrong with the file as a whole, or keeps it from being read. */
  readonly faults: readonly DocumentFault[];
  /** Where a data row, or a cell of it, stands. */
  place(spot: PartSpot, column?: number): Place;
  /** Where the headings stand, or one of them. */
  headingPlace(column?: number): Place | undefined;
}
