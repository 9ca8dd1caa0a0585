import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * The bytes of a file in the user's cache. Whoever reads them checks a sum over them: they may be damaged.
 * @throws an error when there is none, or none of the user's own
 */
export function readCacheFile(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile() || (process.getuid !== undefined && stats.uid !== process.getuid()))
      throw new Error('not ours');
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Whole or not at all, also with several processes at once. A cache is a convenience: that it cannot be written is nobody's trouble. */
export function storeCacheFile(path: string, content: string | Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
    try {
      writeFileSync(temporary, content, { flag: 'wx', mode: 0o600 });
      renameSync(temporary, path);
    } catch {
      rmSync(temporary, { force: true });
    }
  } catch {
    // Neither a folder that cannot be made nor a left-over that cannot be removed does harm: its name never matches a key.
  }
}
