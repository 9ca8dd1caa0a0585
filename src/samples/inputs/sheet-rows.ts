import { headingSearchRows } from '../../alignment/heading-rows.ts';
import { readers } from '../../documents/index.ts';
import type { Cell, DocumentFault, Limits, Row, Sheet } from '../../model/document.ts';
import { columnLetters } from '../../model/place.ts';
import type { Source } from '../../model/source.ts';
import type { HeadingSigns, TableStart } from './heading-row.ts';
import { locateHeadings } from './heading-row.ts';
import { headingsMissing } from './headings-missing.ts';
import type { RowBatch, RowSource, RowSources, SampleCell, SampleRow } from './row-source.ts';
import { batchRows } from './row-source.ts';

export interface SheetOptions {
  readonly limits: Limits;
  /** What tells the heading row from titles and data. */
  readonly signs?: Pick<HeadingSigns, 'knows' | 'holdsData'>;
  /** How many columns are declared. */
  readonly declared?: number;
  /** `false`: the first row holds data, and all `headings` are empty. */
  readonly hasHeader?: boolean;
  /** Rows of the sheet, from its top, that are not looked at. */
  readonly skipRows?: number;
}

/**
 * The sheets of an XLSX workbook that hold anything, one table each. The heading row is looked for below titles and notes; all headings are
 * empty where there is none. Rows without text are left out and not counted. Of merged cells only the first holds anything, as stored. Faults
 * are those of the reader, and that headings are missing where nobody says that there are none.
 */
export async function* sheetRows(source: Source, options: SheetOptions): RowSources {
  const reader = readers.find(({ format }) => format === 'xlsx');
  if (reader === undefined) throw new Error('No reader of xlsx');
  for await (const parts of reader.read(source, { recordsAt: [], limits: options.limits })) {
    for (const part of parts) {
      if (part.kind === 'fault') yield part.fault;
      else if (part.kind === 'sheet') yield* tablesOf(part.sheet, options);
    }
  }
}

type Pieces = AsyncGenerator<readonly (Row | DocumentFault)[]>;

async function* tablesOf(sheet: Sheet, options: SheetOptions): RowSources {
  const pieces = filledRows(sheet, options.skipRows ?? 0);
  try {
    const { rows, faults } = await takeHead(pieces);
    const first = rows[0];
    if (first === undefined) {
      yield* faults;
      return;
    }
    const start = startOf(rows, sheet, options);
    const head = rows.slice(start.dataStart);
    const headings = start.headings === undefined ? emptyHeadings(head) : named(start.headings.leaves);
    const isMissing = start.headings === undefined && options.hasHeader !== false;
    if (isMissing) {
      const columns = { columns: headings.length, declared: options.declared ?? headings.length };
      faults.push(headingsMissing(columns, { sheet: sheet.name, cell: `A${head[0]?.row ?? first.row}` }));
    }
    yield tableOf(sheet, { headings, line: start.headings?.row }, { head, faults, pieces });
  } finally {
    await pieces.return(undefined);
  }
}

function startOf(rows: readonly Row[], { merges }: Sheet, { signs, hasHeader }: SheetOptions): TableStart {
  if (hasHeader === false) return { dataStart: 0 };
  return locateHeadings(rows, merges, { ...signs, depth: 'auto' });
}

/** As many as the first rows have columns. */
function emptyHeadings(rows: readonly Row[]): string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.findLastIndex(isFilled) + 1));
  return new Array<string>(width).fill('');
}

/** The rows that hold text, and the faults between them. */
async function* filledRows(sheet: Sheet, skipped: number): Pieces {
  for await (const batch of sheet.rows())
    yield batch.filter((item) => 'check' in item || (item.row > skipped && item.cells.some(isFilled)));
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.text.trim() !== '';
}

/** As many rows as may hold headings, as far as there are; whole batches, so that nothing is lost. */
async function takeHead(pieces: Pieces): Promise<{ rows: Row[]; faults: DocumentFault[] }> {
  const rows: Row[] = [];
  const faults: DocumentFault[] = [];
  while (rows.length < headingSearchRows) {
    const { value, done } = await pieces.next();
    if (done === true) break;
    for (const item of value) {
      if ('check' in item) faults.push(item);
      else rows.push(item);
    }
  }
  return { rows, faults };
}

interface Rest {
  readonly head: readonly Row[];
  readonly faults: readonly DocumentFault[];
  readonly pieces: Pieces;
}

function tableOf(
  sheet: Sheet,
  {
    headings,
    line: headingLine,
  }: { readonly headings: readonly string[]; readonly line: number | undefined },
  rest: Rest,
): RowSource {
  return {
    headings,
    sheet: sheet.name,
    ...(headingLine === undefined ? {} : { headingLine }),
    place: ({ row, line }, column = 0) => ({
      sheet: sheet.name,
      cell: `${columnLetters(column + 1)}${line ?? row + 1}`,
    }),
    batches: () => batchesOf(rest),
  };
}

/** Without what stands empty at the end. */
function named(leaves: readonly string[]): readonly string[] {
  return leaves.slice(0, leaves.findLastIndex((leaf) => leaf !== '') + 1);
}

async function* batchesOf({ head, faults, pieces }: Rest): AsyncGenerator<RowBatch | DocumentFault> {
  yield* faults;
  let row = 0;
  const take = function* (items: readonly (Row | DocumentFault)[]): Generator<RowBatch | DocumentFault> {
    const rows: SampleRow[] = [];
    for (const item of items) {
      if ('check' in item) yield item;
      else rows.push(sampleRow(item));
    }
    for (let at = 0; at < rows.length; at += batchRows) {
      const batch = rows.slice(at, at + batchRows);
      yield { row, rows: batch };
      row += batch.length;
    }
  };
  yield* take(head);
  for await (const batch of pieces) yield* take(batch);
}

function sampleRow({ row, cells }: Row): SampleRow {
  return { line: row, cells: cells.map(sampleCell) };
}

function sampleCell(cell: Cell | undefined): SampleCell | undefined {
  if (cell === undefined) return undefined;
  const { text, kind, digitsLost } = cell;
  return digitsLost === true ? { text, kind, digitsLost } : { text, kind };
}
