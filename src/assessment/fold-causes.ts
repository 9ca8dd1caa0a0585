import { byCodeUnit } from '../model/code-unit-order.ts';
import type { Cause } from '../model/divergence.ts';
import { severities } from '../model/severity.ts';
import type { RawDivergence } from './partial.ts';

interface OpenCause {
  readonly first: RawDivergence;
  count: number;
  readonly records: Set<string>;
  readonly departments: Set<string>;
}

/** Heaviest first, then the most frequent; ids follow that order. */
export function foldCauses(sorted: readonly RawDivergence[]): {
  causes: Cause[];
  causeOf: Map<string, string>;
} {
  const open = new Map<string, OpenCause>();
  for (const divergence of sorted) {
    let cause = open.get(divergence.causeKey);
    if (cause === undefined) {
      cause = { first: divergence, count: 0, records: new Set(), departments: new Set() };
      open.set(divergence.causeKey, cause);
    }
    cause.count += 1;
    // What concerns a document or a sheet as a whole is in no record.
    if (divergence.recordPointer !== undefined)
      cause.records.add(`${divergence.path}\u0000${divergence.recordPointer}`);
    cause.departments.add(divergence.department);
  }
  const ordered = [...open].sort(
    ([keyA, a], [keyB, b]) =>
      severities.indexOf(a.first.severity) - severities.indexOf(b.first.severity) ||
      b.count - a.count ||
      byCodeUnit(keyA, keyB),
  );
  const causeOf = new Map<string, string>();
  const causes = ordered.map(([key, { first, count, records, departments }], index): Cause => {
    const id = `c${index + 1}`;
    causeOf.set(key, id);
    const { check, severity, message, fixable, field, clause } = first;
    return {
      id,
      check,
      severity,
      message,
      count,
      records: records.size,
      departments: [...departments].sort(byCodeUnit),
      fixable,
      ...(field === undefined ? {} : { field }),
      ...(clause === undefined ? {} : { clause }),
    };
  });
  return { causes, causeOf };
}
