import { didYouMean, fail } from './broken-standard.ts';
import { nearest } from './nearest.ts';

export const manifestPath = 'standard.yaml';
const topFiles = [manifestPath, 'patches.yaml', 'fields.csv', 'rules.yaml'];

/** Folders that are read, and what stands in them. Notes (`.md`, `.txt`) may lie anywhere. */
const folders: ReadonlyMap<string, { readonly holds: RegExp; readonly example: string }> = new Map([
  ['schema', { holds: /^schema\/.+\.json$/, example: 'schema/park.schema.json' }],
  ['codelists', { holds: /^codelists\/[^/]+\.csv$/, example: 'codelists/type.csv' }],
  ['messages', { holds: /^messages\/[^/]+\.ya?ml$/, example: 'messages/en.yaml' }],
]);
/** A folder that is somebody's own, however near its name is to one that is read. */
const others = ['fixtures', 'docs', 'examples', 'scripts', 'test', 'tests', 'source', 'sources'];

/**
 * Refuses files that look like parts of a standard and would never be read: a misspelt `rule.yaml` would be a standard
 * without rules, a folder `code-lists` one without code lists, and nobody would know.
 */
export function refuseStrayFiles(paths: readonly string[]): void {
  for (const path of paths) {
    const [folder = '', ...rest] = path.split('/');
    if (rest.length === 0) checkTopFile(path);
    else if (/\.(?:ya?ml|csv|json|tsv|xlsx)$/i.test(path)) checkInFolder(path, folder, paths);
  }
}

function checkTopFile(path: string): void {
  if (!/^[^/]+\.(?:ya?ml|csv|json)$/i.test(path) || topFiles.includes(path)) return;
  fail(`${path} is not a file of a standard.`, { path }, didYouMean(path, topFiles));
}

function checkInFolder(path: string, folder: string, paths: readonly string[]): void {
  const known = folders.get(folder);
  if (known !== undefined) {
    if (known.holds.test(path)) return;
    fail(`${path} would not be read: ${folder} holds files such as ${known.example}.`, { path });
  }
  const meant = others.includes(folder)
    ? undefined
    : nearest(folder.replaceAll(/[-_ ]/g, ''), folders.keys());
  if (meant === undefined || paths.some((one) => one.startsWith(`${meant}/`))) return;
  fail(`The folder ${folder} is not read.`, { path }, `Did you mean ${meant}?`);
}
