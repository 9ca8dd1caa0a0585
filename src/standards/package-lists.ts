import { byCodeUnit } from '../model/code-unit-order.ts';
import { didYouMean, fail } from './broken-standard.ts';
import type { CodeListFile } from './code-list-file.ts';
import { checkParents, readCodeList } from './code-list-file.ts';
import type { CodeData, CodeListData } from './package-data.ts';
import type { PackageFiles } from './package-files.ts';

/**
 * The code lists of a package. In a profile `codelists/+x.csv` adds rows to the list `x` of the base, `codelists/-x.csv`
 * takes its codes out, and `codelists/x.csv` is new or takes its place.
 */
export async function readCodeLists(
  files: PackageFiles,
  base: readonly CodeListData[] = [],
): Promise<CodeListData[]> {
  const lists = new Map(base.map((list) => [list.id, list]));
  const own: CodeListFile[] = [];
  for (const path of files.paths.filter((one) => /^codelists\/[^/]+\.csv$/.test(one))) {
    const file = readCodeList(path, await files.csv(path));
    const sign = path.slice('codelists/'.length, 'codelists/'.length + 1);
    const target = lists.get(file.id);
    if (sign === '+' || sign === '-') {
      if (target === undefined)
        fail(`The base has no code list \`${file.id}\`.`, { path }, didYouMean(file.id, lists.keys()));
      lists.set(file.id, { ...target, codes: sign === '+' ? added(target, file) : without(target, file) });
    } else lists.set(file.id, { id: file.id, path, codes: file.codes });
    if (sign !== '-') own.push(file);
  }
  checkParents(
    own.concat(
      [...lists.values()]
        .filter(({ id }) => !own.some((file) => file.id === id))
        .map((list) => ({ ...list, lines: [] })),
    ),
  );
  return [...lists.values()].sort((one, other) => byCodeUnit(one.id, other.id));
}

function added(target: CodeListData, { codes, lines, path }: CodeListFile): CodeData[] {
  const known = new Set(target.codes.map(({ code }) => code));
  for (const [index, { code }] of codes.entries()) {
    if (known.has(code))
      fail(`The code \`${code}\` is in the list already.`, { path, line: lines[index] ?? 1 });
  }
  return [...target.codes, ...codes];
}

function without(target: CodeListData, { codes, lines, path }: CodeListFile): CodeData[] {
  const known = new Set(target.codes.map(({ code }) => code));
  for (const [index, { code }] of codes.entries()) {
    if (known.has(code)) continue;
    fail(
      `The code \`${code}\` is not in the list.`,
      { path, line: lines[index] ?? 1 },
      didYouMean(code, known),
    );
  }
  const gone = new Set(codes.map(({ code }) => code));
  return target.codes.filter(({ code }) => !gone.has(code));
}
