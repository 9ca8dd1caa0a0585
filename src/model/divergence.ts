import type { Clause, Facts, Suggestion } from './check.ts';
import type { Excerpt } from './document.ts';
import type { Place } from './place.ts';
import type { Pointer } from './pointer.ts';
import type { Severity } from './severity.ts';

/** Which record a divergence belongs to, in the words of its department. */
export interface RecordName {
  readonly kind: string;
  readonly id?: string;
  readonly title?: string;
}

/** A finding, placed and graded, with its clause. One line of a report. */
export interface Divergence {
  readonly check: string;
  readonly severity: Severity;
  readonly department: string;
  readonly record?: RecordName;
  /** It lies in a record though no record's name goes with it: a fault of the text itself. */
  readonly insideRecord?: true;
  /** It lies in a data table that the record declares, not in the record itself. */
  readonly insideSample?: true;
  readonly path: string;
  /** Into the record's document as read. */
  readonly pointer?: Pointer;
  /** The field of the standard: the pointer with `*` for array indices, inside the record. */
  readonly field?: Pointer;
  readonly place?: Place;
  readonly excerpt?: Excerpt;
  readonly keyword?: string;
  readonly message: string;
  readonly facts: Facts;
  readonly clause?: Clause;
  readonly suggestion?: Suggestion;
  readonly fixable: boolean;
  /** Divergences with the same key have one cause. */
  readonly causeKey: string;
  /** Hex; made of names, not of places, so that it stays the same when lines move. */
  readonly fingerprint: string;
}

/** Divergences that one edit or one decision would remove together. */
export interface Cause {
  /** `c1`, `c2` … in the order of the report. */
  readonly id: string;
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly count: number;
  /** How many records and which departments it touches. */
  readonly records: number;
  readonly departments: readonly string[];
  readonly fixable: boolean;
  readonly field?: Pointer;
  readonly clause?: Clause;
}
