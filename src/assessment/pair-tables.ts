import type { SampleFacts } from '../checks/sample-facts.ts';
import type { DeclaredSample } from '../model/declared-sample.ts';
import type { RecordName } from '../model/divergence.ts';
import type { TextPair } from '../model/fault.ts';
import { unchecked } from '../model/fault.ts';
import type { Place } from '../model/place.ts';
import type { TableSchema } from '../model/standard.ts';
import type { FileClaim, MatchedFiles } from '../samples/match/match-files.ts';
import { matchFiles } from '../samples/match/match-files.ts';
import { isAddress } from '../samples/match/sample-path.ts';
import { unreadable } from './document-said.ts';
import type { DataTable, PartialAssessment } from './partial.ts';
import { refuseExplicit } from './refuse-explicit.ts';
import type { SampleOwner } from './sample-divergence.ts';
import { sampleDivergence } from './sample-divergence.ts';
import type { SampleContext } from './sample-options.ts';
import type { SubmissionDocument } from './submission-document.ts';
import { tableOwner } from './table-owner.ts';

/** A table and who declares it: a record, or a schema that the user named. */
interface Declarer {
  readonly record?: RecordName;
  readonly department?: string;
  readonly path: string;
  readonly recordPointer: string;
  readonly place?: Place;
  readonly sample: DeclaredSample;
}

/** A file with data and what is declared of it. */
export interface PairedTable {
  readonly document: SubmissionDocument;
  readonly table: Declarer;
}

/** Whose finding it is, when something is found in the table. */
export function ownerOf({ document, table }: PairedTable, { standard, options }: SampleContext): SampleOwner {
  const { record, department = document.department } = table;
  const named = record === undefined ? {} : { record };
  return { standard, locale: options.locale, path: document.path, department, ...named };
}

/**
 * Finds out which record declares which file. What is declared and not there, and what is there and not declared, is said; files whose
 * record is found are no longer documents.
 * @throws Failure `usage` or `configuration` where the user names a file or a record that is not there.
 */
export function pairTables(
  whole: PartialAssessment,
  documents: readonly SubmissionDocument[],
  context: SampleContext,
): PairedTable[] {
  const { standard, samples } = context;
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const tables = [...new Map(whole.tables.map((table) => [table.path, table])).values()];
  const schema = standard.tableSchema;
  const declared: readonly Declarer[] = schema === undefined ? whole.declared : declarersOf(schema);
  const paths = tables.map(({ path }) => path);
  const matched =
    schema !== undefined && !schema.namesFiles
      ? everyFile(paths)
      : matchFiles({
          files: paths,
          claims: declared.map((one) => claimOf(one, schema)),
          explicit: samples.explicit,
        });
  refuseExplicit(matched, samples.explicit);
  const pairs = matched.pairs.flatMap(({ file, claim }): PairedTable[] => {
    const document = byPath.get(paths[file] ?? '');
    const table = declared[claim];
    return document === undefined || table === undefined ? [] : [{ document, table }];
  });
  const found = new Set(pairs.map(({ document }) => document.path));
  const owned = tables.map((table) =>
    found.has(table.path) ? table : { ...table, department: ownerOfTable(table, whole, byPath) },
  );
  const owners = new Map(owned.map(({ path, department }) => [path, department]));
  const rest = whole.documents
    .filter(({ path }) => !found.has(path))
    .map((part) => ({ ...part, department: owners.get(part.path) ?? part.department }));
  whole.documents.splice(0, whole.documents.length, ...rest);
  const all = { matched, declared, tables: owned };
  if (schema !== undefined) sayUnread(whole, all);
  sayMissing(whole, all, context);
  sayUndeclared(whole, all, context);
  return pairs;
}

/** The name of a data file tells no department, even where those of metadata do. */
function ownerOfTable(
  { path, department }: DataTable,
  { records }: PartialAssessment,
  documents: ReadonlyMap<string, SubmissionDocument>,
): string {
  return tableOwner(path, records, documents.get(path)?.folderDepartment ?? department);
}

/** What people call it. */
function nameOf({ record, sample }: Declarer): string {
  return record?.id ?? record?.title ?? sample.title ?? sample.declaration.name;
}

function declarersOf({ path, tables }: TableSchema): Declarer[] {
  return tables.map((sample) => ({ path, recordPointer: '', sample }));
}

function everyFile(paths: readonly string[]): MatchedFiles {
  const pairs = paths.map((_, file) => ({ file, claim: 0, how: 'explicit' as const }));
  return { pairs, ambiguous: [], missing: [], undeclared: [], refused: [] };
}

function claimOf({ record, sample, path }: Declarer, schema: TableSchema | undefined): FileClaim {
  const codes = record?.id === undefined ? [] : [record.id];
  const titles = [record?.title, sample.title].filter((title) => title !== undefined);
  const { name } = sample.declaration;
  return {
    names: [...new Set([...codes, ...titles, ...(name === '' ? [] : [name])])],
    codes,
    titles,
    paths: sample.paths,
    folder: schema?.folder ?? path.slice(0, Math.max(0, path.lastIndexOf('/'))),
  };
}

const addressesAreNotFetched: TextPair = ['addresses are not fetched', '不访问网址'];

/** What a package declares beside the files that are read: addresses, data inside itself, and what cannot be checked of missing ones. */
function sayUnread(whole: PartialAssessment, { matched, declared }: Matched): void {
  const found = new Set(matched.pairs.map(({ claim }) => claim));
  for (const [claim, { path, recordPointer, sample }] of declared.entries()) {
    if (found.has(claim)) continue;
    const where = (pointer: string): string => `${path}#${recordPointer}${pointer}`;
    for (const { pointer, ...said } of sample.declaration.notChecked)
      whole.notChecked.push({ ...said, where: where(pointer) });
    for (const address of sample.paths.filter(isAddress)) {
      const at = where(`${sample.pointer}/path`);
      whole.notChecked.push(
        unchecked([`the data at ${address}`, `位于 ${address} 的数据`], at, addressesAreNotFetched),
      );
    }
  }
}

interface Matched {
  readonly matched: MatchedFiles;
  readonly declared: readonly Declarer[];
  /** All that was handed in, each with its department. */
  readonly tables: readonly DataTable[];
}

function sayMissing(
  whole: PartialAssessment,
  { matched, declared, tables }: Matched,
  { standard, options }: SampleContext,
): void {
  // A schema is of no department: what is missing beside the data of one only is missing there.
  const [only = '', ...others] = new Set(tables.map(({ department }) => department));
  for (const { claim, path: expected, reason } of matched.missing) {
    const table = declared[claim];
    if (table === undefined) continue;
    const { path, record, place, recordPointer, sample } = table;
    const department = table.department ?? (others.length === 0 ? only : '');
    const divergence = sampleDivergence(
      {
        check: 'sample/missing',
        facts: { reason, expected } satisfies SampleFacts,
        ...(place === undefined ? {} : { place }),
        clause: { field: sample.pointer },
        subject: [expected, nameOf(table)],
      },
      { standard, locale: options.locale, department, path, ...(record === undefined ? {} : { record }) },
    );
    if (divergence !== undefined) whole.divergences.push({ ...divergence, recordPointer });
  }
}

function sayUndeclared(
  whole: PartialAssessment,
  { matched, declared, tables }: Matched,
  { standard, options }: SampleContext,
): void {
  const say = ({ path, department }: DataTable, facts: SampleFacts): void => {
    const finding = { check: 'sample/undeclared', facts, subject: [facts.reason] };
    const divergence = sampleDivergence(finding, { standard, locale: options.locale, department, path });
    if (divergence !== undefined) whole.divergences.push(divergence);
  };
  for (const { file, claims } of matched.ambiguous) {
    const candidates = claims.flatMap((claim) => declared[claim] ?? []).map(nameOf);
    const table = tables[file];
    if (table !== undefined) say(table, { reason: 'ambiguous', found: table.path, candidates });
  }
  for (const file of matched.undeclared) {
    const table = tables[file];
    if (table === undefined) continue;
    if (standard.samples === undefined && standard.tableSchema === undefined)
      whole.said.push({ path: table.path, said: unreadable(table.reason, {}) });
    else say(table, { reason: 'no-record', found: table.path });
  }
}
