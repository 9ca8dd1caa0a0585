import type { Assessment } from '../model/assessment.ts';
import type { RecordTaker } from '../model/document.ts';
import type { Standard } from '../model/standard.ts';
import { assessDocument } from './assess-document.ts';
import { unreadable } from './document-said.ts';
import { finish } from './finish.ts';
import type { PartialAssessment } from './partial.ts';
import { emptyPartial, mergeInto } from './partial.ts';
import type { SampleOptions } from './sample-options.ts';
import { setSchemasAside } from './set-schemas-aside.ts';
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
  /** How data samples are checked; absent: tables without the headings of the standard are not looked into. */
  readonly samples?: SampleOptions;
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
  if (standard.tableSchema === undefined) await assessRecords(whole, documents, { standard, options });
  else for (const document of documents) takeAsData(whole, document);
  await assessTables(whole, documents, { standard, options });
  return finish(whole, { standard, locale: options.locale, tool: options.tool });
}

interface Context {
  readonly standard: Standard;
  readonly options: SubmissionOptions;
}

async function assessRecords(
  whole: PartialAssessment,
  documents: readonly SubmissionDocument[],
  { standard, options }: Context,
): Promise<void> {
  const here = await assessorHere(documents, standard, options);
  const lending = (document: SubmissionDocument) => assessLending(document, here, options.lend?.(document));
  const parts = await assessAll(documents, [lending, ...(options.helpers ?? [])], options.onDocument);
  const alone = new Map(
    parts.filter(({ part }) => part.unshareable.length > 0).map(({ document }) => [document.path, document]),
  );
  for (const { document, part } of parts) if (!alone.has(document.path)) mergeInto(whole, part);
  for (const { share: _, ...document } of alone.values()) mergeInto(whole, await here(document));
}

/** Under the schema of a table every document is data. */
function takeAsData(
  whole: PartialAssessment,
  { path, department, problem, source }: SubmissionDocument,
): void {
  whole.documents.push({ path, department, format: 'unknown' });
  if (problem !== undefined) whole.said.push({ path, said: unreadable(problem.reason, problem.facts ?? {}) });
  else if (source !== undefined) whole.tables.push({ path, department, reason: 'no-records' });
}

/** Loaded only where there is data: most submissions have none. Where nobody looks at tables, each is told to be none of the standard's. */
async function assessTables(
  whole: PartialAssessment,
  documents: readonly SubmissionDocument[],
  { standard, options }: Context,
): Promise<void> {
  const { samples } = options;
  if (samples === undefined) {
    const tables = new Map(whole.tables.map((table) => [table.path, table]));
    for (const { path, reason } of tables.values()) whole.said.push({ path, said: unreadable(reason, {}) });
    return;
  }
  setSchemasAside(whole);
  // What a data package names may all be missing.
  const isNeeded =
    whole.tables.length > 0 ||
    standard.tableSchema?.namesFiles === true ||
    whole.declared.some(({ sample }) => sample.paths.length > 0);
  if (!isNeeded && samples.explicit.length === 0) return;
  const { assessSamples } = await import('./assess-samples.ts');
  await assessSamples(whole, documents, { standard, options, samples });
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
