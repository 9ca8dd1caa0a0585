import type { DepartmentSummary, DocumentNote } from '../model/assessment.ts';
import { byCodeUnit } from '../model/code-unit-order.ts';
import type { Severity } from '../model/severity.ts';
import type { PartialAssessment, RawDivergence } from './partial.ts';

interface Whole {
  readonly records: PartialAssessment['records'];
  readonly documents: readonly DocumentNote[];
  readonly divergences: readonly RawDivergence[];
}

type Tally = Record<Severity | 'documents' | 'records', number>;

/** Numbers by department. A record conforms when nothing in it is an error. */
export function summariseDepartments({ records, documents, divergences }: Whole): DepartmentSummary[] {
  const tallies = new Map<string, Tally>();
  const failing = new Map<string, Set<string>>();
  const add = (department: string, what: keyof Tally, count = 1): void => {
    const tally = tallies.get(department) ?? { documents: 0, records: 0, error: 0, warning: 0, info: 0 };
    tally[what] += count;
    tallies.set(department, tally);
  };
  const owned = new Set(records.map(({ path, department }) => `${path}\u0000${department}`));
  for (const { department, count } of records) add(department, 'records', count);
  for (const { department } of documents) add(department, 'documents');
  for (const { department, severity, path, recordPointer } of divergences) {
    add(department, severity);
    // A fault of a whole text may be put down to another department than the record it lies in.
    if (severity !== 'error' || recordPointer === undefined || !owned.has(`${path}\u0000${department}`))
      continue;
    failing.set(department, (failing.get(department) ?? new Set()).add(`${path}\u0000${recordPointer}`));
  }
  return [...tallies]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([department, { documents, records, error, warning, info }]) => ({
      department,
      documents,
      records,
      conformingRecords: Math.max(0, records - (failing.get(department)?.size ?? 0)),
      errors: error,
      warnings: warning,
      infos: info,
    }));
}
