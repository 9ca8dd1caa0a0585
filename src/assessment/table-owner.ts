import type { PartialAssessment } from './partial.ts';

/**
 * Whose a table is that no record declares: the one department of the records that stand nearest to it, in its folder or in one above it.
 * `otherwise` where there are none, or where they are of several departments.
 */
export function tableOwner(path: string, records: PartialAssessment['records'], otherwise: string): string {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const below = folder === '' ? '' : `${folder}/`;
    const near = records.filter((one) => one.path.startsWith(below));
    const [department, ...others] = new Set(near.map((one) => one.department));
    if (department !== undefined) return others.length === 0 ? department : otherwise;
    if (folder === '') return otherwise;
  }
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
