import { createHash } from 'node:crypto';
import type { Assessment, Summary } from '../model/assessment.ts';
import { byCodeUnit } from '../model/code-unit-order.ts';
import type { Divergence } from '../model/divergence.ts';
import type { NotChecked } from '../model/fault.ts';
import type { Locale } from '../model/locale.ts';
import type { Severity } from '../model/severity.ts';
import type { Standard } from '../model/standard.ts';
import { compareRecords } from './catalogue.ts';
import { foldCauses } from './fold-causes.ts';
import type { PartialAssessment, RawDivergence } from './partial.ts';
import { compareKeys } from './report-order.ts';
import { settleDocuments } from './settle-documents.ts';
import { summariseDepartments } from './summarise-departments.ts';

/** Turns merged parts into the assessment of the whole: order, causes, fingerprints, counts. */
export async function finish(
  whole: PartialAssessment,
  { standard, locale, tool }: { standard: Standard; locale: Locale; tool: { name: string; version: string } },
): Promise<Assessment> {
  const documents = settleDocuments(whole);
  const keys = [...whole.keys].sort(compareKeys);
  const found = compareRecords(keys, standard);
  const isConforming = whole.divergences.length + documents.said.length + found.length === 0;
  // The texts of the checks are loaded only where there is something to say.
  const { raw, checks } = isConforming
    ? { raw: [], checks: new Map() }
    : (await import('./word-findings.ts')).wordFindings(
        { placed: whole.divergences, found, ...documents },
        { standard, locale },
      );
  const { causes, causeOf } = foldCauses(raw);
  const divergences = fingerprinted(raw, standard.id);
  const departments = summariseDepartments({
    records: whole.records,
    documents: documents.notes,
    divergences: raw,
  });
  const count = (severity: Severity): number => raw.filter((each) => each.severity === severity).length;
  const summary: Summary = {
    departments: departments.length,
    documents: documents.notes.length,
    records: whole.records.reduce((sum, each) => sum + each.count, 0),
    samples: whole.samples.length,
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
    documents: documents.notes,
    samples: [...whole.samples].sort(
      (a, b) => byCodeUnit(a.path, b.path) || byCodeUnit(a.sheet ?? '', b.sheet ?? ''),
    ),
    causes,
    divergences,
    causeOf,
    notChecked: distinct([
      ...standard.notChecked,
      ...standard.kinds.flatMap((kind) => kind.validator.notChecked),
      ...whole.notChecked,
    ]).map(({ zh, ...note }) => (locale === 'en' ? note : { ...note, ...zh })),
    checks,
  };
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

function distinct(list: readonly NotChecked[]): NotChecked[] {
  const known = new Map(list.map((each) => [[each.what, each.where, each.reason].join('\u0000'), each]));
  return [...known].sort(([a], [b]) => byCodeUnit(a, b)).map(([, each]) => each);
}
