import type { StoredKind } from '../inputs/row-source.ts';

/** The checks that judge single cells. */
export const cellChecks = [
  'cell/type',
  'cell/format',
  'cell/length',
  'cell/precision',
  'cell/range',
  'cell/pattern',
  'cell/code',
  'cell/blank',
  'cell/text-quality',
] as const;
export type CellCheck = (typeof cellChecks)[number];

/**
 * What is wrong with a cell. `reason` and `style` come from finite lists that do not depend on the data, so that faults can be
 * counted by them: any number of cells makes a bounded number of classes, whatever order they are counted in.
 */
export interface CellFault {
  readonly check: CellCheck;
  readonly reason: string;
  /** The way of writing that was met: `CCYYMMDD`, `CCYY年M月D日`, `excel-serial`, `edge-space`; `''` where none is known. */
  readonly style: string;
  /** The same content as the declaration wants it written; undefined where that would be a guess. */
  readonly mended?: string;
  /** `cell/length`: how long it is, in characters or bytes as declared. Not part of what the faults are counted by. */
  readonly size?: number;
  /** The code of the list that was most likely meant. It is the standard's own word and may be shown. */
  readonly nearest?: string;
}

/**
 * The exact judgement of a filled or empty cell, as it stands in the file (unquoted, not trimmed). Undefined: nothing is wrong. `kind`: how
 * it is stored, in formats that have types; a cell of delimited text has none.
 */
export type CellJudge = (text: string, kind?: StoredKind) => CellFault | undefined;
