import type { SampleNote } from '../model/assessment.ts';
import type { Facts } from '../model/check.ts';
import type { PrivacyProfile } from '../model/sample-binding.ts';
import type { Source } from '../model/source.ts';
import type { CheckedFile } from '../samples/check-sample.ts';
import { checkSample } from '../samples/check-sample.ts';
import type { RowSources } from '../samples/inputs/row-source.ts';
import type { Spill } from '../samples/keys/spill.ts';
import type { SampleOutcome } from '../samples/sample-outcome.ts';
import type { SampleRequest } from '../samples/sample-request.ts';
import { dialectText } from './dialect-text.ts';
import { documentDivergence } from './document-divergence.ts';
import type { Said } from './document-said.ts';
import { faultSaid } from './document-said.ts';
import type { PairedTable } from './pair-tables.ts';
import { ownerOf, pairTables } from './pair-tables.ts';
import type { PartialAssessment } from './partial.ts';
import type { ReadTrouble } from './read-trouble.ts';
import { readTrouble } from './read-trouble.ts';
import { addClaims, declarationOfFile } from './sample-claims.ts';
import type { SampleOwner } from './sample-divergence.ts';
import { sampleDivergence } from './sample-divergence.ts';
import { sampleFindings } from './sample-findings.ts';
import type { SampleContext } from './sample-options.ts';
import type { ReferringTable } from './sample-references.ts';
import { assessReferences, mayRefer, namedKeys } from './sample-references.ts';
import type { SubmissionDocument } from './submission-document.ts';
import { summariseColumns } from './summarise-columns.ts';
import { upToTrouble } from './up-to-trouble.ts';

/** Where a standard does not say which. */
const usualProfile: PrivacyProfile = 'gbt-45574';

/** Finds the data that records declare, checks them, and adds what is found to the whole. */
export async function assessSamples(
  whole: PartialAssessment,
  documents: readonly SubmissionDocument[],
  context: SampleContext,
): Promise<void> {
  const pairs = pairTables(whole, documents, context);
  const spill = pairs.length === 0 ? undefined : await context.samples.openSpill?.();
  try {
    const tables: ReferringTable[] = [];
    for (const paired of pairs) {
      const request = requestOf(paired, pairs, { ...context, spill });
      const outcomes = await assessTable(whole, { paired, request }, context);
      for (const outcome of outcomes) if (mayRefer(outcome)) tables.push({ paired, request, outcome });
    }
    await assessReferences(whole, tables, context);
  } finally {
    spill?.close();
  }
}

interface TableContext extends SampleContext {
  readonly spill: Spill | undefined;
}

/** A file that is to be checked. */
interface AskedTable {
  readonly paired: PairedTable;
  readonly request: SampleRequest;
}

async function assessTable(
  whole: PartialAssessment,
  { paired, request }: AskedTable,
  context: SampleContext,
): Promise<readonly SampleOutcome[]> {
  const { document, table } = paired;
  const { source } = document;
  if (source === undefined) return [];
  const checked = await checkedFile(source, request);
  addChecked(whole, checked, { paired, context, request });
  const { outcomes, found } = checked;
  // A file in which no table was found is a sample all the same.
  if (outcomes.length === 0) whole.samples.push(unreadSample(paired, found));
  for (const { pointer, ...said } of request.declaration.notChecked)
    whole.notChecked.push({ ...said, where: `${table.path}#${table.recordPointer}${pointer}` });
  return outcomes;
}

function addChecked(
  whole: PartialAssessment,
  { faults, outcomes, claims }: CheckedFile,
  asked: AskedTable & { readonly context: SampleContext },
): void {
  for (const fault of [...faults, ...outcomes.flatMap((outcome) => outcome.faults)])
    saySaid(whole, faultSaid(fault), asked);
  for (const outcome of outcomes) addOutcome(whole, outcome, asked);
  addClaims(whole, claims, asked);
}

/** Something about the file as a whole. */
function saySaid(
  whole: PartialAssessment,
  said: Said,
  { paired, context }: { readonly paired: PairedTable; readonly context: SampleContext },
): void {
  const { standard, locale, path, department } = ownerOf(paired, context);
  const divergence = documentDivergence(said, { standard, locale, path, department });
  if (divergence !== undefined) whole.divergences.push({ ...divergence, insideSample: true });
}

function unreadSample({ document, table }: PairedTable, format: string): SampleNote {
  const { record, department = document.department } = table;
  const owner = { path: document.path, department, ...(record === undefined ? {} : { record }) };
  return { ...owner, format, rows: 0, columns: 0 };
}

function requestOf(paired: PairedTable, pairs: readonly PairedTable[], context: TableContext): SampleRequest {
  const { document } = paired;
  const { standard, options, samples, spill } = context;
  const { path } = document;
  const { parquetRows, onRows } = samples;
  return {
    declaration: declarationOfFile(paired, pairs),
    targets: namedKeys(paired, pairs),
    profile: standard.samples?.privacy ?? usualProfile,
    today: options.today,
    limits: options.limits,
    ...(samples.showsStatistics === true ? { countsValues: true } : {}),
    scanners: samples.scannersOf?.(path) ?? [],
    ...(spill === undefined ? {} : { spill }),
    ...(onRows === undefined ? {} : { onRows }),
    ...(parquetRows === undefined ? {} : { parquetRows: (): RowSources => parquetRows(path) }),
  };
}

function addOutcome(
  whole: PartialAssessment,
  outcome: SampleOutcome,
  {
    paired: { document, table },
    context: { standard, options, samples },
    request: { declaration, profile },
  }: { readonly paired: PairedTable; readonly context: SampleContext; readonly request: SampleRequest },
): void {
  const { path } = document;
  const { record, sample, department = document.department } = table;
  const named = { path, department, ...(record === undefined ? {} : { record }) };
  const owner: SampleOwner = { standard, locale: options.locale, ...named };
  const { format, encoding, dialect, sheet, headings, part } = outcome;
  const { showsValues } = samples;
  const statistics = summariseColumns(outcome, { items: declaration.items, profile, showsValues });
  whole.samples.push({
    ...named,
    format,
    rows: part.rows,
    columns: headings.length,
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(dialect === undefined ? {} : { dialect: dialectText(dialect) }),
    ...(statistics === undefined ? {} : { statistics }),
  });
  const title = sample.title ?? record?.title ?? '';
  for (const finding of sampleFindings({ outcome, declaration, title, profile, showsValues })) {
    const divergence = sampleDivergence(finding, owner);
    if (divergence !== undefined) whole.divergences.push(divergence);
  }
}

/** What a source says of its end before the end is an outcome as well, beside what was read until then. */
async function checkedFile(whole: Source, request: SampleRequest): Promise<CheckedFile> {
  const { source, trouble } = upToTrouble(whole);
  try {
    const checked = await checkSample(source, request);
    const met = trouble();
    return met === undefined ? checked : cutShort(checked, met);
  } catch (error) {
    const met = readTrouble(error);
    if (met === undefined) throw error;
    return cutShort({ found: 'unknown', outcomes: [], faults: [] }, met);
  }
}

/** Nothing is said of an end that is not the end. */
function cutShort(
  { found, outcomes, faults }: Omit<CheckedFile, 'claims'>,
  { reason, facts = {} }: ReadTrouble,
): CheckedFile {
  const fault = { check: 'document/unreadable', reason, facts: plain(facts) } as const;
  return {
    found,
    outcomes: outcomes.filter(({ part }) => part.rows > 0),
    faults: [fault, ...faults.filter((other) => other.reason !== 'truncated' && other.reason !== 'no-rows')],
    claims: { findings: [], notChecked: [] },
  };
}

function plain(facts: Facts): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'number' ? fact : String(fact)]),
  );
}
