import type { FoundFile } from '../workspace/find-files.ts';

/** Where the name of a department comes from when the record does not tell. */
export type DepartmentFrom = 'folder' | 'file';

/**
 * The department of a file. `folder`: the first folder below the one that was named (`submissions/` → `health`), or the
 * folder it stands in; a folder that was named beside others is itself a department. `file`: the file's path
 * below the folder that was named, without its endings.
 */
export function departmentOfFile(file: FoundFile, from: DepartmentFrom, requests: number): string {
  if (from === 'file') return withoutEndings(file.under);
  const isOneOfMany = requests > 1 && file.from === 'folder';
  const below = file.under.split('/');
  const [first = ''] = below;
  return below.length > 1 && !isOneOfMany ? first : file.root || stemOf(file.path);
}

function stemOf(path: string): string {
  return withoutEndings(path.slice(path.lastIndexOf('/') + 1));
}

function withoutEndings(path: string): string {
  return path.replace(/\.gz$/i, '').replace(/(?<=[^/])\.[^./]*$/, '');
}
