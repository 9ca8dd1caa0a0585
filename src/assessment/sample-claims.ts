import type { ClaimFacts } from '../checks/sample-facts.ts';
import type { SampleClaims, SampleDeclaration } from '../model/data-item.ts';
import type { DeclaredSample } from '../model/declared-sample.ts';
import type { TextPair } from '../model/fault.ts';
import { unchecked } from '../model/fault.ts';
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
  const aside = made.map((claim) => {
    const { where: pointer, ...said } = unchecked(whatIs(claim), sample.pointer, severalFiles);
    return { ...said, pointer };
  });
  return { ...declaration, claims, notChecked: [...declaration.notChecked, ...aside] };
}

/** A file that the record does not name may be an extract of its data, in another format. */
const mayBeExtract: TextPair = [
  'the record does not name the file, which may be an extract',
  '记录没有指明该文件，文件可能只是部分数据',
];
const severalFiles: TextPair = ['it is claimed of several files together', '该声明针对多个文件的整体'];

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
      whole.notChecked.push(unchecked(whatIs(finding.claim), where, mayBeExtract));
      continue;
    }
    const divergence = sampleDivergence(claimFinding(finding, table.sample), ownerOf(paired, context));
    if (divergence !== undefined) whole.divergences.push(divergence);
  }
  for (const { claim, reason } of notChecked) whole.notChecked.push(unchecked(whatIs(claim), where, reason));
}

const claimWords: Readonly<Record<keyof SampleClaims, string>> = {
  format: '格式',
  mediaType: '媒体类型',
  encoding: '编码',
  bytes: '大小',
  rows: '行数',
  rowsTolerance: '行数误差',
  hash: '摘要',
  lastUpdate: '更新日期',
  period: '时间范围',
};

function whatIs(claim: keyof SampleClaims): TextPair {
  return [`the claim \`${claim}\` of the data`, `记录声明的数据${claimWords[claim]}`];
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
