import { lstatSync } from 'node:fs';
import { dirname, isAbsolute, resolve, sep } from 'node:path';

/**
 * Whether a relative path, as a document gives it, names a regular file below the document's own folder. Paths that lead
 * out of that folder count as not there: a document must not be able to ask about other files of the machine.
 */
export function isFileBeside(absolute: string, reference: string): boolean {
  if (isAbsolute(reference) || reference.includes('\0')) return false;
  const folder = dirname(absolute);
  const path = resolve(folder, reference);
  if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return false;
  try {
    return lstatSync(path).isFile();
  } catch {
    return false;
  }
}
