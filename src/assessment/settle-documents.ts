import type { DocumentNote } from '../model/assessment.ts';
import { unreadable } from './document-said.ts';
import type { DocumentPart, PartialAssessment } from './partial.ts';
import { compareText } from './report-order.ts';

/** What can be said of documents once all of their shares are in: whose they are, how many records they hold, what is wrong with them as wholes. */
export function settleDocuments(whole: PartialAssessment): {
  notes: DocumentNote[];
  said: PartialAssessment['said'];
} {
  const parts = new Map<string, DocumentPart>();
  for (const part of whole.documents) parts.set(part.path, { ...parts.get(part.path), ...part });
  const notes = [...parts.values()]
    .map((part) => settle(part, whole))
    .sort((a, b) => compareText(a.path, b.path));
  return { notes, said: [...whole.said, ...emptyOnes(notes, whole)] };
}

/** Whose it is: the one department that its records name, else what its path says. */
function settle(part: DocumentPart, { records }: PartialAssessment): DocumentNote {
  const own = records.filter(({ path }) => path === part.path);
  const named = new Set(own.map(({ department }) => department));
  const [only] = named;
  const department = named.size === 1 && only !== undefined ? only : part.department;
  return { ...part, department, records: own.reduce((sum, { count }) => sum + count, 0) };
}

/** A document without a record and without a word of why has not been checked: that must be said. */
function emptyOnes(
  notes: readonly DocumentNote[],
  { said, divergences }: PartialAssessment,
): PartialAssessment['said'] {
  const spoken = new Set([...said, ...divergences].map(({ path }) => path));
  return notes
    .filter(({ path, records }) => records === 0 && !spoken.has(path))
    .map(({ path }) => ({ path, said: unreadable('no-records', {}) }));
}
