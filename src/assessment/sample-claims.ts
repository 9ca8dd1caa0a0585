import type { ClaimFacts } from '../checks/sample-facts.ts';
import type { SampleClaims, SampleDeclaration } from '../model/data-item.ts';
import type { DeclaredSample } from '../model/declared-sample.ts';
import type { CheckedClaims, ClaimFinding } from '../samples/match/check-claims.ts';
import type { PairedTable } from './pair-tables.ts';
import { ownerOf } from './pair-tables.ts';
import type { PartialAssessment } from './partial.ts';
import type { SampleFinding } from './sample-divergence.ts';
import { sampleDivergence } from './sample-divergence.ts';
import type { SampleContext } from './sample-options.ts';

/** Claims about all data of a record, which say nothing of one of its files. */
const ofTheWhole = ['bytes', 'rows', 'hash'] as const;

/** What is declared of one file: where a record has several, its size and the like are those of all together. */
export function declarationOfFile(
  { table: { sample } }: PairedTable,
  pairs: readonly PairedTable[],
): SampleDeclaration {
  const { declaration } = sample;
  if (pairs.filter(({ table }) => table.sample === sample).length < 2) return declaration;
  const claims: { -readonly [Claim in keyof SampleClaims]: SampleClaims[Claim] } = { ...declaration.claims };
  const made = ofTheWhole.filter((claim) => claims[claim] !== undefined);
  for (const claim of made) delete claims[claim];
  const unchecked = made.map((claim) => ({
    what: whatIs(claim),
    pointer: sample.pointer,
    reason: severalFiles,
  }));
  return { ...declaration, claims, notChecked: [...declaration.notChecked, ...unchecked] };
}

/** A file that the record does not name may be an extract of its data, in another format. */
const mayBeExtract = 'the record does not name the file, which may be an extract';
const severalFiles = 'it is claimed of several files together';

/** Says which claims a file does not keep, and which could not be compared. */
export function addClaims(
  whole: PartialAssessment,
  { findings, notChecked }: CheckedClaims,
  { paired, context }: { readonly paired: PairedTable; readonly context: SampleContext },
): void {
  const { table } = paired;
  const where = `${table.path}#${table.recordPointer}${table.sample.pointer}`;
  const isNamed = table.sample.paths.length > 0;
  for (const finding of findings) {
    if (!isNamed && finding.reason === 'fewer') {
      whole.notChecked.push({ what: whatIs(finding.claim), where, reason: mayBeExtract });
      continue;
    }
    const divergence = sampleDivergence(claimFinding(finding, table.sample), ownerOf(paired, context));
    if (divergence !== undefined) whole.divergences.push(divergence);
  }
  for (const { claim, reason } of notChecked) whole.notChecked.push({ what: whatIs(claim), where, reason });
}

function whatIs(claim: keyof SampleClaims): string {
  return `the claim \`${claim}\` of the data`;
}

function claimFinding(
  { claim, declared, found, heading }: ClaimFinding,
  { pointer, paths }: DeclaredSample,
): SampleFinding {
  const facts: ClaimFacts = { claim, declared, found, ...(heading === undefined ? {} : { column: heading }) };
  const isDoubtful = claim === 'lastUpdate' || claim === 'period' || paths.length === 0;
  return {
    check: 'sample/claim',
    ...(isDoubtful ? { severity: 'warning' } : {}),
    facts,
    clause: { field: pointer },
    subject: [claim],
  };
}
