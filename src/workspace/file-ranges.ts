import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { ReadProblem, reasonOf } from './read-problem.ts';

/** A file that is read by ranges, in whatever order. It stays open as long as its process or thread: one is opened per thread. */
export interface FileRanges {
  readonly size: number;
  /**
   * Exactly these bytes, in memory of their own.
   * @throws ReadProblem `changed` where they are not there any more, `read-error` and its like where the disk refuses.
   */
  read(offset: number, length: number): Uint8Array<ArrayBuffer>;
}

/** @throws ReadProblem where the path cannot be opened or is no regular file. */
export function openRanges(path: string): FileRanges {
  const handle = attempt(path, () => openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)));
  const before = attempt(path, () => fstatSync(handle));
  if (!before.isFile()) {
    closeSync(handle);
    throw new ReadProblem('not-regular', path);
  }
  return {
    size: before.size,
    read: (offset, length) => {
      const now = attempt(path, () => fstatSync(handle));
      if (now.size !== before.size || now.mtimeMs !== before.mtimeMs)
        throw new ReadProblem('changed', path, 'The file changed while it was read.');
      const bytes = new Uint8Array(length);
      for (let at = 0; at < length; ) {
        const count = attempt(path, () => readSync(handle, bytes, at, length - at, offset + at));
        if (count === 0) throw new ReadProblem('changed', path, 'The file became shorter while it was read.');
        at += count;
      }
      return bytes;
    },
  };
}

function attempt<T>(path: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new ReadProblem(reasonOf(error), path, error instanceof Error ? error.message : String(error));
  }
}
