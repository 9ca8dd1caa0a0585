import type { DocumentFault } from '../model/document.ts';
import type { Source } from '../model/source.ts';
import { delimitedSample } from './delimited-sample.ts';
import { fileFacts } from './file-facts.ts';
import { jsonRows } from './inputs/json-rows.ts';
import type { RowSource, RowSources } from './inputs/row-source.ts';
import { formatHeadBytes, sampleFormat } from './inputs/sample-format.ts';
import { sheetRows } from './inputs/sheet-rows.ts';
import type { CheckedClaims } from './match/check-claims.ts';
import { checkClaims } from './match/check-claims.ts';
import { headingSigns } from './match/heading-signs.ts';
import { rowSample } from './row-sample.ts';
import type { SampleOutcome } from './sample-outcome.ts';
import type { SampleRequest } from './sample-request.ts';

/** What became of a file: the tables in it, and what is wrong with the file as a whole. */
export interface CheckedFile {
  /** What the file is, in a word: `csv`, `xlsx`, `parquet`, … */
  readonly found: string;
  readonly outcomes: readonly SampleOutcome[];
  readonly faults: readonly DocumentFault[];
  /** What is claimed of the file as a whole, held against it. */
  readonly claims: CheckedClaims;
}

/** Holds the data in a file against what is declared of them. A workbook may hold several tables; each is held against the declaration. */
export async function checkSample(source: Source, request: SampleRequest): Promise<CheckedFile> {
  const checked = await checkTables(source, request);
  const { claims } = request.declaration;
  if (Object.keys(claims).length === 0) return { ...checked, claims: { findings: [], notChecked: [] } };
  const isRead = !checked.faults.some(({ check }) => check === 'document/unreadable');
  const facts = await fileFacts(source, request.declaration, { ...checked, isRead });
  return { ...checked, claims: checkClaims(claims, facts) };
}

async function checkTables(source: Source, request: SampleRequest): Promise<Omit<CheckedFile, 'claims'>> {
  const { format, found, fault } = sampleFormat(source.path, await headOf(source));
  const faults = fault === undefined ? [] : [fault];
  if (format === undefined) return { found, outcomes: [], faults };
  if (format === 'delimited') return { found, outcomes: [await delimitedSample(source, request)], faults };
  const open = (): RowSources => rowsOf(source, format, request);
  const outcomes: SampleOutcome[] = [];
  let table = 0;
  for await (const piece of open()) {
    if ('check' in piece) faults.push(piece);
    else {
      const number = table;
      outcomes.push(
        await rowSample(piece, request, { format: found, again: (use) => useTable(open(), number, use) }),
      );
      table += 1;
    }
  }
  const tables = declaredTables(outcomes);
  if (faults.length === 0) faults.push(...nothingIn(tables));
  return { found, outcomes: tables.map(withoutGuesses), faults };
}

/** That columns are missing says nothing more of a table without rows and columns. */
function withoutGuesses(table: SampleOutcome): SampleOutcome {
  const { headings, part } = table;
  if (headings.length > 0 || part.rows > 0) return table;
  return { ...table, columns: { items: [], how: [], findings: [] } };
}

/** What is to be said of a file without one row of data. */
function nothingIn(tables: readonly SampleOutcome[]): DocumentFault[] {
  if (tables.some(({ part, faults }) => part.rows > 0 || faults.length > 0)) return [];
  const [table] = tables;
  if (table === undefined || table.headings.length === 0)
    return [{ check: 'document/syntax', reason: 'no-rows' }];
  const place = table.headingPlace();
  return [{ check: 'document/syntax', reason: 'header-only', ...(place === undefined ? {} : { place }) }];
}

/**
 * In a workbook notes may stand beside the data: sheets that name nothing of what is declared are left out where another one does; and those
 * without headings where another one has some.
 */
function declaredTables(outcomes: readonly SampleOutcome[]): readonly SampleOutcome[] {
  const named = outcomes.filter(({ columns }) =>
    columns.how.some((how) => how !== undefined && how !== 'position'),
  );
  if (named.length > 0) return named;
  const placed = outcomes.filter(({ columns }) => columns.how.includes('position'));
  return placed.length > 0 ? placed : outcomes;
}

function rowsOf(
  source: Source,
  format: 'ndjson' | 'json' | 'xlsx' | 'parquet',
  request: SampleRequest,
): RowSources {
  const { limits, declaration, parquetRows } = request;
  if (format === 'xlsx') {
    const { hasHeader, skipRows } = declaration.dialect;
    return sheetRows(source, {
      limits,
      signs: headingSigns(declaration),
      declared: declaration.items.length,
      ...(hasHeader === undefined ? {} : { hasHeader }),
      ...(skipRows === undefined ? {} : { skipRows }),
    });
  }
  if (format === 'parquet') return parquetRows?.() ?? noReader();
  return jsonRows(source, { format, limits });
}

async function* noReader(): RowSources {
  yield { check: 'document/unreadable', reason: 'unsupported', facts: { extension: '.parquet' } };
}

/** Hands out one of the tables, as long as the file is open. */
async function useTable(
  tables: RowSources,
  number: number,
  use: (table: RowSource) => Promise<void>,
): Promise<void> {
  let at = 0;
  for await (const piece of tables) {
    if ('check' in piece) continue;
    if (at === number) {
      await use(piece);
      return;
    }
    at += 1;
    // A table that is passed over must be read to reach the next one.
    for await (const _ of piece.batches());
  }
}

async function headOf(source: Source): Promise<Uint8Array> {
  const head = new Uint8Array(formatHeadBytes);
  let length = 0;
  for await (const chunk of source.chunks()) {
    const part = chunk.subarray(0, formatHeadBytes - length);
    head.set(part, length);
    length += part.length;
    if (length === formatHeadBytes) break;
  }
  return head.subarray(0, length);
}
