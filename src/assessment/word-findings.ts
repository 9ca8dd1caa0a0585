import { checkOf } from '../checks/index.ts';
import type { Assessment, DocumentNote } from '../model/assessment.ts';
import { byCodeUnit } from '../model/code-unit-order.ts';
import type { Locale } from '../model/locale.ts';
import type { Standard } from '../model/standard.ts';
import { catalogueDivergences } from './catalogue-divergences.ts';
import type { CatalogueFinding } from './catalogue-finding.ts';
import { documentDivergence } from './document-divergence.ts';
import type { PartialAssessment, RawDivergence } from './partial.ts';
import { compareDivergences } from './report-order.ts';

/** What was found in records, about documents, and across the catalogue. */
export interface Findings {
  readonly placed: readonly RawDivergence[];
  readonly said: PartialAssessment['said'];
  readonly notes: readonly DocumentNote[];
  readonly found: readonly CatalogueFinding[];
}

/** All divergences in report order, and the descriptions of the checks behind them. */
export function wordFindings(
  { placed, said, notes, found }: Findings,
  { standard, locale }: { readonly standard: Standard; readonly locale: Locale },
): { readonly raw: RawDivergence[]; readonly checks: Assessment['checks'] } {
  const byPath = new Map(notes.map((note) => [note.path, note]));
  const ofDocuments = said.flatMap((each) => {
    const note = byPath.get(each.path);
    const divergence =
      note === undefined ? undefined : documentDivergence(each.said, { standard, locale, ...note });
    return divergence === undefined ? [] : [divergence];
  });
  const raw = [...placed, ...ofDocuments, ...catalogueDivergences(found, standard, locale)].sort(
    compareDivergences,
  );
  return { raw, checks: descriptionsOf(raw) };
}

function descriptionsOf(divergences: readonly RawDivergence[]): Assessment['checks'] {
  const ids = [...new Set(divergences.map(({ check }) => check))].sort(byCodeUnit);
  return new Map(
    ids.flatMap((id) => {
      const check = checkOf(id);
      if (check === undefined) return [];
      const { severity, title, rationale, mend } = check;
      return [[id, { id, severity, title, rationale, mend }] as const];
    }),
  );
}
