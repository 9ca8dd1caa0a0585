import type { DepartmentSummary, DocumentNote } from '../model/assessment.ts';
import type { Severity } from '../model/severity.ts';
import type { PartialAssessment, RawDivergence } from './partial.ts';
import { compareText } from './report-order.ts';

interface Whole {
  readonly records: PartialAssessment['records'];
  readonly documents: readonly DocumentNote[];
  readonly divergences: readonly RawDivergence[];
}

/** Numbers by department. A record conforms when nothing in it is an error. */
export function summariseDepartments({ records, documents, divergences }: Whole): DepartmentSummary[] {
  const names = new Set([...records, ...documents, ...divergences].map(({ department }) => department));
  const failing = new Map<string, Set<string>>();
  const counts = new Map<string, Record<Severity, number>>();
  for (const { department, severity, path, recordPointer } of divergences) {
    const count = counts.get(department) ?? { error: 0, warning: 0, info: 0 };
    count[severity] += 1;
    counts.set(department, count);
    if (severity !== 'error' || recordPointer === undefined) continue;
    failing.set(department, (failing.get(department) ?? new Set()).add(`${path}\u0000${recordPointer}`));
  }
  return [...names].sort(compareText).map((department) => {
    const own = records
      .filter((each) => each.department === department)
      .reduce((sum, { count }) => sum + count, 0);
    const { error, warning, info } = counts.get(department) ?? { error: 0, warning: 0, info: 0 };
    return {
      department,
      documents: documents.filter((each) => each.department === department).length,
      records: own,
      conformingRecords: Math.max(0, own - (failing.get(department)?.size ?? 0)),
      errors: error,
      warnings: warning,
      infos: info,
    };
  });
}
