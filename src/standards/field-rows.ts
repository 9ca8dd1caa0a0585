import type { PackageTable } from '../documents/package-csv.ts';
import { obligations } from '../model/field.ts';
import { didYouMean, fail } from './broken-standard.ts';
import { listIn, separatorHint } from './code-list-file.ts';
import type { FieldRow } from './package-data.ts';
import { isPattern } from './reading.ts';

const columns = [
  'kind',
  'field',
  'title',
  'obligation',
  'aliases',
  'headings',
  'distinctFrom',
  'codelist',
  'weight',
  'clause',
];

/** A row with the line it stands in. */
export interface PlacedFieldRow extends FieldRow {
  readonly line: number;
}

/**
 * Reads `fields.csv`: kind,field,title,title@<locale>,obligation,aliases,headings,distinctFrom,codelist,weight,clause.
 * Only `field` is needed; without `kind` a row belongs to `firstKind`. Refuses unknown columns, kinds and code lists, and repeated fields.
 */
export function readFieldRows(
  path: string,
  table: PackageTable,
  known: { readonly kinds: readonly string[]; readonly codelists: ReadonlySet<string> },
): PlacedFieldRow[] {
  for (const name of table.header) {
    if (columns.includes(name) || name.startsWith('title@')) continue;
    fail(
      `${path} has no column \`${name}\`.`,
      { path, line: 1 },
      separatorHint(table.header) ?? didYouMean(name, columns),
    );
  }
  if (!table.header.includes('field')) fail(`${path} needs the column \`field\`.`, { path, line: 1 });
  const at = new Map(table.header.map((name, index) => [name, index]));
  const seen = new Map<string, number>();
  return table.rows.map(({ line, cells }) => {
    const cell = (name: string): string => cells[at.get(name) ?? -1] ?? '';
    const row = { ...readRow({ path, line, cell, known }), titles: titlesOf(table.header, cells), line };
    const key = `${row.kind} ${row.pointer}`;
    const first = seen.get(key);
    if (first !== undefined)
      fail(`The field \`${row.pointer}\` stands twice; first in line ${first}.`, { path, line });
    seen.set(key, line);
    return row;
  });
}

interface RawRow {
  readonly path: string;
  readonly line: number;
  readonly known: { readonly kinds: readonly string[]; readonly codelists: ReadonlySet<string> };
  cell(name: string): string;
}

function readRow({ path, line, cell, known }: RawRow): Omit<FieldRow, 'titles'> {
  const refuse = (message: string, name?: string, names: Iterable<string> = []): never =>
    fail(message, { path, line }, name === undefined ? undefined : didYouMean(name, names));
  const kind = cell('kind') || (known.kinds[0] ?? '');
  if (!known.kinds.includes(kind)) refuse(`\`${kind}\` is not a kind of record.`, kind, known.kinds);
  const pointer = cell('field');
  if (!isPattern(pointer)) {
    refuse(`\`${pointer}\` is not a field: fields are written /title or /distribution/*/format.`);
  }
  const said = cell('obligation');
  const obligation = obligations.find((one) => one === said);
  if (obligation === undefined && said !== '') {
    refuse(`\`${said}\` is not an obligation.`, said, obligations);
  }
  const codelist = cell('codelist');
  if (codelist !== '' && !known.codelists.has(codelist)) {
    refuse(`The package has no code list \`${codelist}\`.`, codelist, known.codelists);
  }
  const weight = cell('weight');
  if (!/^(?:\d{1,6}(?:\.\d+)?)?$/.test(weight)) refuse(`The weight \`${weight}\` is not a number.`);
  return {
    kind,
    pointer,
    aliases: listIn(cell('aliases')),
    headings: listIn(cell('headings')),
    distinctFrom: listIn(cell('distinctFrom')),
    ...(obligation === undefined ? {} : { obligation }),
    ...(weight === '' ? {} : { weight: Number(weight) }),
    ...Object.fromEntries(
      ['codelist', 'clause'].flatMap((name) => (cell(name) === '' ? [] : [[name, cell(name)]])),
    ),
  };
}

function titlesOf(header: readonly string[], cells: readonly string[]): Record<string, string> {
  const titles: Record<string, string> = {};
  for (const [index, name] of header.entries()) {
    const cell = cells[index] ?? '';
    if (cell === '') continue;
    if (name === 'title') titles['en'] = cell;
    else if (name.startsWith('title@')) titles[name.slice('title@'.length)] = cell;
  }
  return titles;
}
