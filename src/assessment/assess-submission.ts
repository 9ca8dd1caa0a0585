import type { Assessment } from '../model/assessment.ts';
import type { Standard } from '../model/standard.ts';
import type { AssessmentOptions, SubmissionDocument } from './assess-document.ts';
import { assessDocument } from './assess-document.ts';
import { finish } from './finish.ts';
import type { PartialAssessment } from './partial.ts';
import { emptyPartial, mergeInto } from './partial.ts';

/** Bulk work pays for a faster validator from this many bytes on. */
const bulkBytes = 4 << 20;

/** Who assesses documents: this thread, another one. Each takes one document at a time. */
export type Assessor = (document: SubmissionDocument) => Promise<PartialAssessment>;

export interface SubmissionOptions extends AssessmentOptions {
  readonly tool: { readonly name: string; readonly version: string };
  /** Called after each document. */
  readonly onDocument?: (document: SubmissionDocument) => void;
  /** Further assessors beside this thread; what they give is the same, so that their number does not show in the result. */
  readonly helpers?: readonly Assessor[];
}

/** Holds every document of a submission against the standard. */
export async function assessSubmission(
  documents: readonly SubmissionDocument[],
  standard: Standard,
  options: SubmissionOptions,
): Promise<Assessment> {
  const whole = emptyPartial();
  const waiting = [...documents];
  const work = async (assess: Assessor): Promise<void> => {
    for (let document = waiting.shift(); document !== undefined; document = waiting.shift()) {
      mergeInto(whole, await assess(document));
      options.onDocument?.(document);
    }
  };
  const here = await assessorHere(documents, standard, options);
  await Promise.all([work(here), ...(options.helpers ?? []).map(work)]);
  return finish(whole, { standard, locale: options.locale, tool: options.tool });
}

/** Assesses documents in this thread. */
export async function assessorHere(
  documents: readonly Pick<SubmissionDocument, 'source'>[],
  standard: Standard,
  options: AssessmentOptions,
): Promise<Assessor> {
  const bytes = documents.reduce((sum, { source }) => sum + (source?.size ?? 0), 0);
  if (bytes >= bulkBytes) await Promise.all(standard.kinds.map((kind) => kind.validator.prepareBulk()));
  return (document) => assessDocument(document, standard, options);
}
