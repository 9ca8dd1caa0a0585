import type { Assessment } from '../model/assessment.ts';
import type { Standard, TableSchema } from '../model/standard.ts';
import { isAddress, plainPath } from '../samples/match/sample-path.ts';

/** The current folder; for a data package the files that it names. */
export function usualPaths({ tableSchema }: Standard): readonly string[] {
  if (tableSchema === undefined || !tableSchema.namesFiles) return ['.'];
  const paths = tableSchema.tables.flatMap((table) => table.paths).filter((path) => !isAddress(path));
  return [...new Set(paths)].map((path) => inFolder(tableSchema, path));
}

function inFolder({ folder }: Pick<TableSchema, 'folder'>, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

/** What a data package declares and nobody read: files that are missing, addresses, data inside the package. */
export function unreadOfPackage({ tableSchema }: Standard, { samples }: Assessment): string[] {
  if (tableSchema === undefined || !tableSchema.namesFiles) return [];
  const read = new Set(samples.map(({ path }) => plainPath(path)));
  return tableSchema.tables.flatMap(({ paths, pointer }) =>
    paths.length === 0
      ? [pointer]
      : paths.filter((path) => isAddress(path) || !read.has(plainPath(inFolder(tableSchema, path)))),
  );
}
