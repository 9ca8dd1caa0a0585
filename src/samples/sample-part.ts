import type { CellFault } from './cells/cell-fault.ts';

/** Where something was first met. Rows count data rows from 0 and lines from 0, both from the start of the part. */
export interface PartSpot {
  readonly row: number;
  readonly line: number;
}

/** Cells of one column that are wrong in the same way. */
export interface FaultTally extends Omit<CellFault, 'size'> {
  /** By column of the file. */
  readonly column: number;
  /** The first such cell, cut. Never shown unmasked, unless the user asks for it. */
  readonly text: string;
  /** Of the longest of them, or of the shortest where they are too short. */
  size?: number;
  count: number;
  /** The first few, in order. `mended` and `nearest` of the fault are those of the first. */
  readonly first: PartSpot[];
}

/** Values of one class of personal or sensitive information in a column. */
export interface PrivacyTally {
  readonly column: number;
  /** Id of the detector. */
  readonly detector: string;
  count: number;
  masked: number;
  readonly first: PartSpot[];
}

/** The first and the last day of a column whose days are asked for, CCYY-MM-DD. */
export interface DaySpan {
  /** By column of the file. */
  readonly column: number;
  readonly min: string;
  readonly max: string;
}

/** Something about rows: ragged ones, stray quotes, line ends, broken bytes, unclosed quotes. */
export interface RowTally {
  readonly check: 'row/ragged' | 'document/syntax' | 'document/encoding';
  readonly reason: string;
  readonly facts: Readonly<Record<string, string | number>>;
  count: number;
  readonly first: PartSpot[];
}

/** What was found in a stretch of a sample. Plain data; parts merge in the order of the file to exactly what one pass finds. */
export interface SamplePart {
  rows: number;
  lines: number;
  /** By column of the file. */
  readonly empties: number[];
  readonly faults: FaultTally[];
  readonly privacy: PrivacyTally[];
  readonly rowFaults: RowTally[];
}
