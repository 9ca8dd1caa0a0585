import { didYouMean, fail } from './broken-standard.ts';

export const manifestPath = 'standard.yaml';
const topFiles = [manifestPath, 'patches.yaml', 'fields.csv', 'rules.yaml'];

/** Folders that are read, and what stands in them. Notes (`.md`, `.txt`) may lie anywhere. */
const folders: ReadonlyMap<string, { readonly holds: RegExp; readonly example: string }> = new Map([
  ['schema', { holds: /^schema\/.+\.json$/, example: 'schema/park.schema.json' }],
  ['codelists', { holds: /^codelists\/[^/]+\.csv$/, example: 'codelists/type.csv' }],
  ['messages', { holds: /^messages\/[^/]+\.ya?ml$/, example: 'messages/en.yaml' }],
]);
/**
 * Refuses files that look like parts of a standard and would never be read: a misspelt `rule.yaml` would be a standard
 * without rules, a folder `code-lists` one without code lists, and nobody would know.
 */
export function refuseStrayFiles(paths: readonly string[]): void {
  for (const path of paths) {
    const [folder = '', ...rest] = path.split('/');
    if (rest.length === 0) checkTopFile(path);
    else if (/\.(?:ya?ml|csv|json|tsv|xlsx)$/i.test(path)) checkInFolder(path, folder);
  }
}

function checkTopFile(path: string): void {
  if (!/^[^/]+\.(?:ya?ml|csv|json)$/i.test(path) || topFiles.includes(path)) return;
  fail(`${path} is not a file of a standard.`, { path }, didYouMean(path, topFiles));
}

function checkInFolder(path: string, folder: string): void {
  const known = folders.get(folder);
  if (known !== undefined) {
    if (known.holds.test(path)) return;
    fail(`${path} would not be read: ${folder} holds files such as ${known.example}.`, { path });
  }
  const meant = [...folders.keys()].find((name) => plain(name) === plain(folder));
  if (meant === undefined) return;
  fail(`The folder ${folder} is not read.`, { path }, `Did you mean ${meant}?`);
}

/** Names that differ by case, a plural or a hyphen are one. */
function plain(folder: string): string {
  return folder.toLowerCase().replaceAll(/[-_ ]/g, '').replace(/s$/, '');
}
