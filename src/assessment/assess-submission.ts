import type { Assessment } from '../model/assessment.ts';
import type { RecordTaker } from '../model/document.ts';
import type { Standard } from '../model/standard.ts';
import { assessDocument } from './assess-document.ts';
import { finish } from './finish.ts';
import type { PartialAssessment } from './partial.ts';
import { emptyPartial, mergeInto } from './partial.ts';
import type { AssessmentOptions, SubmissionDocument } from './submission-document.ts';

/** Bulk work pays for a faster validator from this many bytes on. */
const bulkBytes = 4 << 20;

/** Who assesses documents: this thread, another one. Each takes one document at a time. */
export type Assessor = (document: SubmissionDocument) => Promise<PartialAssessment>;

/** Records of one document that others assess. */
export interface Loan {
  readonly taker: RecordTaker;
  /** What they made of them. To be called once the document has been read. */
  collect(): Promise<readonly PartialAssessment[]>;
}

export interface SubmissionOptions extends AssessmentOptions {
  readonly tool: { readonly name: string; readonly version: string };
  /** Called after each document. */
  readonly onDocument?: (document: SubmissionDocument) => void;
  /** Whom this thread may leave records of a document to while it reads it. */
  readonly lend?: (document: SubmissionDocument) => Loan | undefined;
  /** Further assessors beside this thread; what they give is the same, so that their number does not show in the result. */
  readonly helpers?: readonly Assessor[];
}

/** Holds every document of a submission against the standard. */
export async function assessSubmission(
  documents: readonly SubmissionDocument[],
  standard: Standard,
  options: SubmissionOptions,
): Promise<Assessment> {
  const here = await assessorHere(documents, standard, options);
  const lending = (document: SubmissionDocument) => assessLending(document, here, options.lend?.(document));
  const parts = await assessAll(documents, [lending, ...(options.helpers ?? [])], options.onDocument);
  const whole = emptyPartial();
  const alone = new Map(
    parts.filter(({ part }) => part.unshareable.length > 0).map(({ document }) => [document.path, document]),
  );
  for (const { document, part } of parts) if (!alone.has(document.path)) mergeInto(whole, part);
  for (const { share: _, ...document } of alone.values()) mergeInto(whole, await here(document));
  return finish(whole, { standard, locale: options.locale, tool: options.tool });
}

async function assessLending(
  document: SubmissionDocument,
  here: Assessor,
  loan: Loan | undefined,
): Promise<PartialAssessment> {
  if (loan === undefined) return here(document);
  const whole = await here({ ...document, elsewhere: loan.taker });
  for (const part of await loan.collect()) mergeInto(whole, part);
  return whole;
}

/** Each assessor takes the next document as soon as it is done with the one before. */
async function assessAll(
  documents: readonly SubmissionDocument[],
  assessors: readonly Assessor[],
  onDocument: SubmissionOptions['onDocument'],
): Promise<{ document: SubmissionDocument; part: PartialAssessment }[]> {
  const waiting = [...documents];
  const parts: { document: SubmissionDocument; part: PartialAssessment }[] = [];
  const work = async (assess: Assessor): Promise<void> => {
    for (let document = waiting.shift(); document !== undefined; document = waiting.shift()) {
      parts.push({ document, part: await assess(document) });
      onDocument?.(document);
    }
  };
  await Promise.all(assessors.map(work));
  return parts;
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
