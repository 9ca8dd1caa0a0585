import type { Clause, Facts } from '../model/check.ts';
import type { RecordName } from '../model/divergence.ts';
import type { Locale } from '../model/locale.ts';
import type { Place } from '../model/place.ts';
import type { Severity } from '../model/severity.ts';
import type { Standard } from '../model/standard.ts';
import { gradeOf, messageOf } from './grade.ts';
import type { RawDivergence } from './partial.ts';

/** Something about a data table: a column, a kind of fault in it, its rows, its keys, the table as a whole. */
export interface SampleFinding {
  readonly check: string;
  /** Undefined: as heavy as the check is by itself. */
  readonly severity?: Severity;
  readonly facts: Facts;
  readonly place?: Place;
  readonly clause?: Clause;
  readonly fixable?: boolean;
  /** What tells it from other findings of its check in the same table, whatever the data: the column, the kind of fault. */
  readonly subject: readonly string[];
}

/** Whose finding it is. */
export interface SampleOwner {
  readonly standard: Standard;
  readonly locale: Locale;
  readonly department: string;
  readonly path: string;
  readonly record?: RecordName;
}

/** Graded and worded; undefined where the standard switches the check off. */
export function sampleDivergence(finding: SampleFinding, context: SampleOwner): RawDivergence | undefined {
  const { check, facts, place, clause, subject, fixable = false } = finding;
  const { standard, locale, department, path, record } = context;
  const severity = gradeOf(standard, check, finding.severity);
  if (severity === 'off') return undefined;
  return {
    check,
    severity,
    department,
    path,
    insideSample: true,
    ...(record === undefined ? {} : { record }),
    ...(place === undefined ? {} : { place }),
    ...(clause === undefined ? {} : { clause }),
    message: messageOf(standard, locale, { check, field: '', facts }),
    facts,
    fixable,
    // Each table is mended for itself.
    causeKey: [check, severity, path, ...subject].join('\u0000'),
    identity: [check, path, ...subject].join('\u0000'),
  };
}
