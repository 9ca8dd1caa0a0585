import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const fileName = 'concordat.yaml';

/** The absolute path of the nearest `concordat.yaml`, in the folder or above it; one look per folder. */
export function findConfiguration(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, fileName);
    if (isFile(path)) return path;
    if (folder === dirname(folder)) return undefined;
  }
}

/** What is in a folder above that may not be looked into is not this user's configuration. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}
