import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { byCodeUnit } from '../model/code-unit-order.ts';
import { Failure } from '../model/failure.ts';
import type { PackageAccess } from '../model/standard.ts';
import { reasonOf } from './read-problem.ts';
import { isInside, walkFolder } from './walk-folder.ts';

const maxFiles = 5000;
const maxFileBytes = 64 * 2 ** 20;

/**
 * The files of a standard package in a folder. Only regular files whose real path is inside the folder exist for it.
 * @throws Failure `standard` for a folder with more than 5,000 files, a file beyond 64 MiB or one that cannot be read.
 */
export function folderPackage(folder: string, name: string): PackageAccess {
  const root = realpathSync(folder);
  let listed: readonly string[] | undefined;
  return {
    name,
    list: () => {
      listed ??= listFiles(root, name);
      return listed;
    },
    read: (path) => readInside(root, path, name),
  };
}

function listFiles(root: string, name: string): string[] {
  const isVisible = (path: string) =>
    !path.split('/').some((part) => part.startsWith('.') || part === 'node_modules');
  const entries = walkFolder(root, { wants: isVisible, enters: isVisible });
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.kind === 'file') files.push(entry.path);
    else {
      throw new Failure(
        'standard',
        `The standard ${name} holds ${entry.path}, which cannot be read (${entry.problem}).`,
        {
          place: { path: entry.path },
        },
      );
    }
  }
  if (files.length > maxFiles) {
    throw new Failure(
      'standard',
      `The standard ${name} holds ${files.length} files; more than ${maxFiles} are not read.`,
      {
        hint: 'Name the folder of the package itself.',
      },
    );
  }
  return files.sort(byCodeUnit);
}

function readInside(root: string, path: string, name: string): Uint8Array | undefined {
  const absolute = resolve(root, path);
  if (!isInside(root, absolute) || path.includes('\0')) return undefined;
  try {
    if (lstatSync(absolute).isDirectory() || !isInside(root, realpathSync(absolute))) return undefined;
    return readRegular(absolute, path, name);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reason = reasonOf(error);
    if (reason === 'vanished') return undefined;
    throw new Failure('standard', `The file ${path} of the standard ${name} cannot be read (${reason}).`, {
      place: { path },
    });
  }
}

function readRegular(absolute: string, path: string, name: string): Uint8Array | undefined {
  const handle = openSync(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile()) return undefined;
    if (stats.size > maxFileBytes) {
      throw new Failure('standard', `The file ${path} of the standard ${name} is larger than 64 MiB.`, {
        place: { path },
      });
    }
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}
