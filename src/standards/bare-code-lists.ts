import type { PackageTable } from '../documents/package-csv.ts';
import { byCodeUnit } from '../model/code-unit-order.ts';
import type { SchemaSource } from '../schema/location.ts';
import { fail } from './broken-standard.ts';
import { listId } from './code-list-file.ts';
import { listUsesIn, statedOpenness } from './list-uses.ts';
import type { CodeData, CodeListData } from './package-data.ts';
import type { PackageFiles } from './package-files.ts';

/** Headings of published code lists (OCDS, BODS and others), in any case, and what they are here. */
const headings: ReadonlyMap<string, 'code' | 'title' | 'definition'> = new Map([
  ['code', 'code'],
  ['title', 'title'],
  ['label', 'title'],
  ['name', 'title'],
  ['description', 'definition'],
  ['definition', 'definition'],
]);

/** Code lists and which of them are open. */
export interface BareCodeLists {
  readonly lists: readonly CodeListData[];
  readonly openness: Readonly<Record<string, 'open' | 'closed'>>;
}

/**
 * The code lists that schemas name with `codelist`, from the folder `codelists/` beside the file that names them. A list is
 * open where every use says `openCodelist: true`. Columns other than code, title and description are not read.
 */
export async function readBareCodeLists(
  files: PackageFiles,
  sources: readonly SchemaSource[],
): Promise<BareCodeLists> {
  const lists = new Map<string, CodeListData>();
  for (const { path, value } of sources) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    for (const { name } of listUsesIn(value)) {
      const id = listId(name);
      const file = `${folder}codelists/${id}.csv`;
      if (lists.has(id) || /[/\\]/.test(id) || !files.has(file)) continue;
      lists.set(id, { id, path: file, codes: readCodes(file, await files.csv(file)) });
    }
  }
  const sorted = [...lists.values()].sort((one, other) => byCodeUnit(one.id, other.id));
  return { lists: sorted, openness: statedOpenness(sources.map(({ value }) => value)) };
}

function readCodes(path: string, { header, rows }: PackageTable): CodeData[] {
  const columns = header.map((name) => headings.get(name.trim().toLowerCase()));
  if (!columns.includes('code')) fail('The code list has no column `Code`.', { path, line: 1 });
  const seen = new Set<string>();
  return rows.map(({ line, cells }) => {
    const cell = (column: 'code' | 'title' | 'definition'): string => cells[columns.indexOf(column)] ?? '';
    const code = cell('code');
    if (code === '') fail('A code is blank.', { path, line });
    if (seen.has(code)) fail(`The code \`${code}\` stands twice.`, { path, line });
    seen.add(code);
    return {
      code,
      labels: cell('title') === '' ? {} : { en: cell('title') },
      ...(cell('definition') === '' ? {} : { definition: cell('definition') }),
    };
  });
}
