import type { Headings } from '../alignment/heading-rows.ts';
import { findHeadings, headingSearchRows } from '../alignment/heading-rows.ts';
import type { DocumentFault, Located, Row, Sheet } from '../model/document.ts';
import { columnLetters } from '../model/place.ts';
import { child, tokensOf } from '../model/pointer.ts';
import type { RecordKind, SheetBinding } from '../model/standard.ts';
import type { BoundColumn, BoundSheet, SheetFinding, SheetPart } from './bound-sheet.ts';
import { cellReader } from './cell-values.ts';
import type { Column } from './columns.ts';
import { fieldsOf, HeadingMatcher } from './columns.ts';
import { RecordFolder } from './record-folder.ts';
import type { MissingColumn } from './sheet-fields.ts';
import { absentWith } from './sheet-fields.ts';

/** Turns the rows of a sheet into records as the standard's binding says, in batches. */
export async function* sheetRecords(
  sheet: Sheet,
  kind: RecordKind,
  binding: SheetBinding,
): AsyncGenerator<SheetPart[]> {
  const source = batchesOf(sheet);
  const { rows: head, faults } = await takeRows(source, headingSearchRows);
  const matcher = new HeadingMatcher(kind);
  const headings = findHeadings(head, sheet.merges, {
    depth: binding.headerRows,
    knows: (leaf, group) => matcher.knows(leaf, group),
  });
  yield faults.map((fault) => ({ kind: 'fault' as const, fault: countedBelow(fault, headings) }));
  if (headings === undefined) {
    yield [{ kind: 'no-headings' }];
    return;
  }
  const columns = matcher.columns(headings);
  const missing = matcher.missing(columns);
  const folder = new RecordFolder(bind(sheet, { kind, binding, columns, headings, missing }));
  let rows = 0;
  const take = (item: Row | DocumentFault): SheetPart[] => {
    if ('check' in item) return [{ kind: 'fault', fault: countedBelow(item, headings) }];
    rows += 1;
    return folder.add(item);
  };
  yield head.slice(headings.dataStart).flatMap(take);
  for await (const batch of source) yield batch.flatMap(take);
  yield folder.end();
  yield columnFindings(sheet, { columns, headings, missing, rows }).map((finding) => ({
    kind: 'finding',
    finding,
  }));
}

/** A reader counts all rows; people count those below the headings. */
function countedBelow(fault: DocumentFault, headings: Headings | undefined): DocumentFault {
  const { place } = fault;
  if (place === undefined || !('row' in place) || headings === undefined) return fault;
  return { ...fault, place: { ...place, row: Math.max(0, place.row - headings.row) } };
}

async function* batchesOf(sheet: Sheet): AsyncGenerator<readonly (Row | DocumentFault)[]> {
  yield* sheet.rows();
}

/** At least so many rows, as far as there are; whole batches, so that nothing is lost. */
async function takeRows(
  source: AsyncGenerator<readonly (Row | DocumentFault)[]>,
  count: number,
): Promise<{ rows: Row[]; faults: DocumentFault[] }> {
  const rows: Row[] = [];
  const faults: DocumentFault[] = [];
  while (rows.length < count) {
    const { value, done } = await source.next();
    if (done === true) break;
    for (const item of value) {
      if ('check' in item) faults.push(item);
      else rows.push(item);
    }
  }
  return { rows, faults };
}

interface Shape {
  readonly kind: RecordKind;
  readonly binding: SheetBinding;
  readonly columns: readonly Column[];
  readonly headings: Headings;
  readonly missing: readonly MissingColumn[];
}

function bind(sheet: Sheet, { kind, binding, columns, headings, missing }: Shape): BoundSheet {
  const itemPrefix = binding.items === undefined ? undefined : `${binding.items}/*/`;
  const bound = columns.flatMap((column): BoundColumn[] =>
    column.field === undefined
      ? []
      : [
          {
            ...column,
            field: column.field,
            tokens: tokensOf(column.field.pointer),
            ofItem: itemPrefix !== undefined && column.field.pointer.startsWith(itemPrefix),
            read: cellReader(kind, column.field.pointer, binding.listSeparator),
          },
        ],
  );
  const headingOf = new Map(columns.map(({ index, heading }) => [index, heading]));
  return {
    kind,
    binding,
    columns: bound,
    absentColumns: absentWith(missing, fieldsOf(columns)),
    items: binding.items === undefined ? undefined : tokensOf(binding.items),
    prefix: sheet.name === '' ? '' : child('', sheet.name),
    locate: (row, column) => locate(sheet, { row, column, headings, heading: headingOf.get(column ?? -1) }),
  };
}

function locate(
  sheet: Sheet,
  {
    row,
    column,
    headings,
    heading,
  }: { row: Row; column: number | undefined; headings: Headings; heading: string | undefined },
): Located {
  if (row.line !== undefined) {
    const place = { line: row.line, row: row.row - headings.row };
    return { place: heading === undefined ? place : { ...place, columnName: heading } };
  }
  return { place: { sheet: sheet.name, cell: `${columnLetters((column ?? 0) + 1)}${row.row}` } };
}

function columnFindings(
  sheet: Sheet,
  {
    columns,
    headings,
    missing,
    rows,
  }: { columns: readonly Column[]; headings: Headings; missing: readonly MissingColumn[]; rows: number },
): SheetFinding[] {
  const at = (column: Column): Located =>
    headings.line === undefined
      ? { place: { sheet: sheet.name, cell: `${columnLetters(column.index + 1)}${column.headingRow}` } }
      : { place: { line: headings.line, row: 0, columnName: column.heading } };
  const start: Located =
    headings.line === undefined
      ? { place: { sheet: sheet.name, cell: `A${headings.row}` } }
      : { place: { line: headings.line, row: 0 } };
  const findings: SheetFinding[] = [];
  for (const column of columns) {
    const { field, renamed, heading } = column;
    if (field === undefined) {
      findings.push({
        check: 'column/unknown',
        located: at(column),
        facts: { found: heading, rows, repeated: column.repeated },
      });
    } else if (renamed !== undefined) {
      const expected = field.headings[0] ?? field.name;
      findings.push({
        check: 'column/renamed',
        located: at(column),
        field,
        facts: { found: heading, expected, rows, how: renamed },
      });
    }
  }
  for (const { field, obligation } of missing) {
    const expected = field.headings[0] ?? field.name;
    findings.push({
      check: 'column/missing',
      located: start,
      field,
      facts: { expected, rows, obligation },
    });
  }
  return findings;
}
