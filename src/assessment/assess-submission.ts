import type { Assessment } from '../model/assessment.ts';
import type { Standard } from '../model/standard.ts';
import type { AssessmentOptions, SubmissionDocument } from './assess-document.ts';
import { assessDocument } from './assess-document.ts';
import { finish } from './finish.ts';
import { emptyPartial, mergeInto } from './partial.ts';

/** Bulk work pays for a faster validator from this many bytes on. */
const bulkBytes = 4 << 20;

/** Holds every document of a submission against the standard. */
export async function assessSubmission(
  documents: readonly SubmissionDocument[],
  standard: Standard,
  options: AssessmentOptions & {
    readonly tool: { readonly name: string; readonly version: string };
    /** Called after each document. */
    readonly onDocument?: (document: SubmissionDocument) => void;
  },
): Promise<Assessment> {
  const bytes = documents.reduce((sum, { source }) => sum + (source?.size ?? 0), 0);
  if (bytes >= bulkBytes) await Promise.all(standard.kinds.map((kind) => kind.validator.prepareBulk()));
  const whole = emptyPartial();
  for (const document of documents) {
    mergeInto(whole, await assessDocument(document, standard, options));
    options.onDocument?.(document);
  }
  return finish(whole, { standard, locale: options.locale, tool: options.tool });
}
