import { createHash } from 'node:crypto';
import { checkOf } from '../checks/index.ts';
import type { Assessment, DepartmentSummary, Summary } from '../model/assessment.ts';
import type { Cause, Divergence } from '../model/divergence.ts';
import type { NotChecked } from '../model/fault.ts';
import type { Locale } from '../model/locale.ts';
import type { Severity } from '../model/severity.ts';
import { severities } from '../model/severity.ts';
import type { Standard } from '../model/standard.ts';
import { assessCatalogue } from './catalogue.ts';
import type { PartialAssessment, RawDivergence } from './partial.ts';
import { compareDivergences, compareKeys, compareText } from './report-order.ts';

/** Turns merged parts into the assessment of the whole: order, causes, fingerprints, counts. */
export function finish(
  whole: PartialAssessment,
  { standard, locale, tool }: { standard: Standard; locale: Locale; tool: { name: string; version: string } },
): Assessment {
  const keys = [...whole.keys].sort(compareKeys);
  const raw = [...whole.divergences, ...assessCatalogue(keys, standard, locale)].sort(compareDivergences);
  const { causes, causeOf } = foldCauses(raw);
  const divergences = fingerprinted(raw, standard.id);
  const documents = [...whole.documents].sort((a, b) => compareText(a.path, b.path));
  const departments = summarise(whole, raw);
  const count = (severity: Severity): number => raw.filter((each) => each.severity === severity).length;
  const summary: Summary = {
    departments: departments.length,
    documents: documents.length,
    records: whole.records.reduce((sum, [, records]) => sum + records, 0),
    samples: 0,
    divergences: raw.length,
    causes: causes.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    fixable: raw.filter(({ fixable }) => fixable).length,
  };
  return {
    kind: 'assessment',
    tool,
    standard: { id: standard.id, version: standard.version, digest: standard.digest, title: standard.title },
    summary,
    departments,
    documents,
    causes,
    divergences,
    causeOf,
    notChecked: distinct([
      ...standard.notChecked,
      ...standard.kinds.flatMap((kind) => kind.validator.notChecked),
      ...whole.notChecked,
    ]),
    checks: new Map(
      [...new Set(raw.map(({ check }) => check))].sort(compareText).flatMap((id) => {
        const check = checkOf(id);
        if (check === undefined) return [];
        const { severity, title, rationale, mend } = check;
        return [[id, { id, severity, title, rationale, mend }] as const];
      }),
    ),
  };
}

interface OpenCause {
  readonly first: RawDivergence;
  count: number;
  readonly records: Set<string>;
  readonly departments: Set<string>;
}

/** Heaviest first, then the most frequent; ids follow that order. */
function foldCauses(sorted: readonly RawDivergence[]): { causes: Cause[]; causeOf: Map<string, string> } {
  const open = new Map<string, OpenCause>();
  for (const divergence of sorted) {
    let cause = open.get(divergence.causeKey);
    if (cause === undefined) {
      cause = { first: divergence, count: 0, records: new Set(), departments: new Set() };
      open.set(divergence.causeKey, cause);
    }
    cause.count += 1;
    cause.records.add(`${divergence.path}\u0000${divergence.recordPointer ?? ''}`);
    cause.departments.add(divergence.department);
  }
  const ordered = [...open].sort(
    ([keyA, a], [keyB, b]) =>
      severities.indexOf(a.first.severity) - severities.indexOf(b.first.severity) ||
      b.count - a.count ||
      compareText(keyA, keyB),
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
      departments: [...departments].sort(compareText),
      fixable,
      ...(field === undefined ? {} : { field }),
      ...(clause === undefined ? {} : { clause }),
    };
  });
  return { causes, causeOf };
}

/** The n-th divergence with one identity gets a number, so that no two share a fingerprint. */
function fingerprinted(sorted: readonly RawDivergence[], standard: string): Divergence[] {
  const seen = new Map<string, number>();
  return sorted.map(({ identity, recordPointer, ...divergence }) => {
    const name = [standard, divergence.department, identity].join('\u0000');
    const turn = seen.get(name) ?? 0;
    seen.set(name, turn + 1);
    const text = turn === 0 ? name : `${name}\u0000${turn}`;
    return { ...divergence, fingerprint: createHash('sha256').update(text).digest('hex').slice(0, 20) };
  });
}

function summarise(whole: PartialAssessment, divergences: readonly RawDivergence[]): DepartmentSummary[] {
  const names = new Set([
    ...whole.records.map(([department]) => department),
    ...divergences.map(({ department }) => department),
  ]);
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
    const records = whole.records
      .filter(([name]) => name === department)
      .reduce((sum, [, count]) => sum + count, 0);
    const { error, warning, info } = counts.get(department) ?? { error: 0, warning: 0, info: 0 };
    return {
      department,
      documents: whole.documents.filter((document) => document.department === department).length,
      records,
      conformingRecords: Math.max(0, records - (failing.get(department)?.size ?? 0)),
      errors: error,
      warnings: warning,
      infos: info,
    };
  });
}

function distinct(list: readonly NotChecked[]): NotChecked[] {
  const known = new Map(list.map((each) => [[each.what, each.where, each.reason].join('\u0000'), each]));
  return [...known].sort(([a], [b]) => compareText(a, b)).map(([, each]) => each);
}
