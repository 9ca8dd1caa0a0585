import type { PackageTable } from '../documents/package-csv.ts';
import { dateFault } from '../formats/calendar.ts';
import type { CodeStatus } from '../model/code-list.ts';
import { dataTypes } from '../model/data-item.ts';
import { didYouMean, fail } from './broken-standard.ts';
import type { CodeData, CodeListData } from './package-data.ts';

const columns = [
  'code',
  'label',
  'definition',
  'aliases',
  'status',
  'replacedBy',
  'validFrom',
  'validTo',
  'parent',
  'type',
];
/** Columns that are allowed and not read: what people note beside a code. */
const notes = ['note', 'notes', 'comment', 'source', 'order'];
const statuses: readonly CodeStatus[] = ['active', 'deprecated', 'withdrawn'];

/** A code list with the line of each code, for what is checked later. */
export interface CodeListFile extends CodeListData {
  readonly lines: readonly number[];
}

/**
 * Reads `codelists/<id>.csv`: code,label,label@<locale>,definition,aliases,status,replacedBy,validFrom,validTo,parent,type.
 * Only `code` is needed; several values in a cell are separated by `|`. Refuses unknown columns and repeated codes.
 */
export function readCodeList(path: string, table: PackageTable): CodeListFile {
  const cells = columnReader(path, table.header);
  if (table.rows.length === 0) fail('The code list has no codes.', { path, line: 1 });
  const codes: CodeData[] = [];
  const lines: number[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells: row } of table.rows) {
    const code = readCode({
      path,
      line,
      cell: (name) => cells(row, name),
      labels: labelsOf(table.header, row),
    });
    const first = seen.get(code.code);
    if (first !== undefined)
      fail(`The code \`${code.code}\` stands twice; first in line ${first}.`, { path, line });
    seen.set(code.code, line);
    codes.push(code);
    lines.push(line);
  }
  checkAliases({ id: listId(path), path, codes, lines });
  for (const [index, { replacedBy }] of codes.entries()) {
    if (replacedBy === undefined || seen.has(replacedBy)) continue;
    fail(
      `\`replacedBy\` names the code \`${replacedBy}\`, which is not in the list.`,
      placeOf(path, lines[index]),
      didYouMean(replacedBy, seen.keys()),
    );
  }
  return { id: listId(path), path, codes, lines };
}

/** Refuses an alias that means several codes, or is a code itself: it would mean none. */
function checkAliases({ path, codes, lines }: CodeListFile): void {
  const meant = new Map(codes.map(({ code }) => [code, code]));
  for (const [index, { code, aliases = [] }] of codes.entries()) {
    for (const alias of aliases) {
      const other = meant.get(alias);
      if (other !== undefined && other !== code) {
        const message =
          other === alias
            ? `The alias \`${alias}\` of \`${code}\` is a code itself.`
            : `The alias \`${alias}\` stands for two codes, \`${other}\` and \`${code}\`.`;
        fail(message, placeOf(path, lines[index]));
      }
      meant.set(alias, code);
    }
  }
}

/** The id of the list in a file: its name without ending and without the sign of a profile. */
export function listId(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/^[+-]/, '')
    .replace(/\.csv$/, '');
}

/** Refuses a `parent` that is a code neither of the same list nor of another one of the package. */
export function checkParents(lists: readonly CodeListFile[]): void {
  const known = new Set(lists.flatMap(({ codes }) => codes.map(({ code }) => code)));
  for (const { path, codes, lines } of lists) {
    for (const [index, { parent }] of codes.entries()) {
      if (parent === undefined || known.has(parent)) continue;
      fail(
        `\`parent\` names \`${parent}\`, which is a code of no list.`,
        placeOf(path, lines[index]),
        didYouMean(parent, known),
      );
    }
  }
}

function placeOf(path: string, line: number | undefined): { path: string; line?: number } {
  return line === undefined ? { path } : { path, line };
}

function columnReader(
  path: string,
  header: readonly string[],
): (row: readonly string[], name: string) => string {
  for (const name of header) {
    if (
      columns.includes(name) ||
      notes.includes(name) ||
      /^label@[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(name)
    )
      continue;
    fail(
      `A code list has no column \`${name}\`.`,
      { path, line: 1 },
      separatorHint(header) ?? didYouMean(name, columns),
    );
  }
  if (!header.includes('code')) fail('The code list has no column `code`.', { path, line: 1 });
  const at = new Map(header.map((name, index) => [name, index]));
  return (row, name) => row[at.get(name) ?? -1] ?? '';
}

/** `label` is English, `label@<locale>` the rest. */
function labelsOf(header: readonly string[], row: readonly string[]): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [index, name] of header.entries()) {
    const cell = row[index] ?? '';
    if (cell === '') continue;
    if (name === 'label') labels['en'] = cell;
    else if (name.startsWith('label@')) labels[name.slice('label@'.length)] = cell;
  }
  return labels;
}

function readCode(row: {
  readonly path: string;
  readonly line: number;
  readonly labels: Record<string, string>;
  cell(name: string): string;
}): CodeData {
  const { path, line, labels, cell } = row;
  const code = cell('code');
  if (code === '') fail('A code is blank.', { path, line });
  const status = statuses.find((one) => one === (cell('status') || 'active'));
  if (status === undefined)
    fail(`\`${cell('status')}\` is not a status.`, { path, line }, didYouMean(cell('status'), statuses));
  for (const name of ['validFrom', 'validTo']) {
    if (cell(name) !== '' && dateFault(cell(name)) !== undefined) {
      fail(`\`${name}\` is not a date: \`${cell(name)}\`.`, { path, line }, 'Dates are written 2024-03-31.');
    }
  }
  if (cell('validFrom') !== '' && cell('validTo') !== '' && cell('validFrom') > cell('validTo')) {
    fail(`\`validTo\` lies before \`validFrom\`: ${cell('validTo')}, ${cell('validFrom')}.`, { path, line });
  }
  const types: readonly string[] = dataTypes;
  if (cell('type') !== '' && !types.includes(cell('type')))
    fail(`\`${cell('type')}\` is no type of data.`, { path, line }, didYouMean(cell('type'), types));
  const aliases = listIn(cell('aliases'));
  return {
    code,
    labels,
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(status === 'active' ? {} : { status }),
    ...Object.fromEntries(
      ['definition', 'replacedBy', 'validFrom', 'validTo', 'parent', 'type'].flatMap((name) =>
        cell(name) === '' ? [] : [[name, cell(name)]],
      ),
    ),
  };
}

/** Where the whole header looks like one column, its separator is not the comma. */
export function separatorHint(header: readonly string[]): string | undefined {
  return header.length === 1 && /[;\t|]/.test(header[0] ?? '')
    ? 'Columns are separated by commas.'
    : undefined;
}

/** The values of a cell, separated by `|`. */
export function listIn(cell: string): string[] {
  return cell
    .split('|')
    .map((text) => text.trim())
    .filter((text) => text !== '');
}
