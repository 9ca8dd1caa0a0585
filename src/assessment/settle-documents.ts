import type { DocumentNote } from '../model/assessment.ts';
import { byCodeUnit } from '../model/code-unit-order.ts';
import { unreadable } from './document-said.ts';
import type { DocumentPart, PartialAssessment } from './partial.ts';

/** What can be said of documents once all of their shares are in: whose they are, how many records they hold, what is wrong with them as wholes. */
export function settleDocuments(whole: PartialAssessment): {
  notes: DocumentNote[];
  said: PartialAssessment['said'];
} {
  const parts = new Map<string, DocumentPart>();
  for (const part of whole.documents) parts.set(part.path, { ...parts.get(part.path), ...part });
  const counts = new Map<string, Map<string, number>>();
  for (const { path, department, count } of whole.records) {
    const own = counts.get(path) ?? new Map<string, number>();
    counts.set(path, own.set(department, (own.get(department) ?? 0) + count));
  }
  const notes = [...parts.values()]
    .map((part) => settle(part, counts.get(part.path)))
    .sort((a, b) => byCodeUnit(a.path, b.path));
  return { notes, said: [...whole.said, ...emptyOnes(notes, whole)] };
}

/** Whose it is: the one department that its records name, else what its path says. `counts`: its records by department. */
function settle(part: DocumentPart, counts: ReadonlyMap<string, number> = new Map()): DocumentNote {
  const [only, ...others] = counts.keys();
  const department = only !== undefined && others.length === 0 ? only : part.department;
  return { ...part, department, records: [...counts.values()].reduce((sum, count) => sum + count, 0) };
}

/** A document without a record and without a word of why has not been checked: that must be said. */
function emptyOnes(
  notes: readonly DocumentNote[],
  { said, divergences, tables, schemas }: PartialAssessment,
): PartialAssessment['said'] {
  const spoken = new Set([...schemas, ...[...said, ...tables].map(({ path }) => path)]);
  for (const { path } of divergences) spoken.add(path);
  return notes
    .filter(({ path, records }) => records === 0 && !spoken.has(path))
    .map(({ path }) => ({ path, said: unreadable('no-records', {}) }));
}
