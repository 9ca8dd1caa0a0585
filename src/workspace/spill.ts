import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../model/failure.ts';
import { systemCode } from './read-problem.ts';

/** The system calls that setting aside needs; tests hand in failing ones. */
export type SpillCalls = Pick<
  typeof fs,
  'mkdtempSync' | 'openSync' | 'unlinkSync' | 'writeSync' | 'readSync' | 'closeSync' | 'rmSync'
>;

/**
 * Temporary files in a folder of their own, which only the user may read: they hold hashes of keys. Where the system allows it, a file loses
 * its name as soon as it is open, so that nothing is left behind even when the process is killed; elsewhere `close` removes it, or
 * the end of the process.
 */
export class DiskSpill {
  readonly #parent: string;
  readonly #calls: SpillCalls;
  readonly #files: DiskSpillFile[] = [];
  #folder: string | undefined;
  readonly #atExit = () => this.close();

  /** @param parent the folder for temporary files; the system's where none is given */
  constructor(parent: string = tmpdir(), calls: SpillCalls = fs) {
    this.#parent = parent;
    this.#calls = calls;
  }

  /** @throws Failure `output` */
  create(): DiskSpillFile {
    try {
      if (this.#folder === undefined) {
        this.#folder = this.#calls.mkdtempSync(join(this.#parent, 'concordat-keys-'));
        process.once('exit', this.#atExit);
      }
      const path = join(this.#folder, `${this.#files.length}-${randomBytes(4).toString('hex')}.keys`);
      const file = new DiskSpillFile(this.#calls.openSync(path, 'wx+', 0o600), this.#parent, this.#calls);
      this.#files.push(file);
      unlinkQuietly(path, this.#calls);
      return file;
    } catch (error) {
      throw spillFailure(this.#parent, error);
    }
  }

  /** Removes everything. May be called again. */
  close(): void {
    process.removeListener('exit', this.#atExit);
    for (const file of this.#files.splice(0)) file.close();
    if (this.#folder === undefined) return;
    try {
      this.#calls.rmSync(this.#folder, { recursive: true, force: true });
    } catch {
      // What the system's own cleaning removes later must not hide what the run has found.
    }
    this.#folder = undefined;
  }
}

class DiskSpillFile {
  readonly #handle: number;
  readonly #parent: string;
  readonly #calls: SpillCalls;
  #end = 0;

  constructor(handle: number, parent: string, calls: SpillCalls) {
    this.#handle = handle;
    this.#parent = parent;
    this.#calls = calls;
  }

  /** @throws Failure `output`, also for a full disk */
  append(bytes: Uint8Array): void {
    try {
      // One call may store less than asked for, and say so only by its answer.
      for (let done = 0; done < bytes.length; ) {
        const count = this.#calls.writeSync(this.#handle, bytes, done, bytes.length - done, this.#end);
        if (count === 0) throw new Error('nothing more could be written');
        done += count;
        this.#end += count;
      }
    } catch (error) {
      throw spillFailure(this.#parent, error);
    }
  }

  /** @throws Failure `output` where the bytes are not there any more */
  read(at: number, into: Uint8Array): void {
    try {
      for (let done = 0; done < into.length; ) {
        const count = this.#calls.readSync(this.#handle, into, done, into.length - done, at + done);
        if (count === 0) throw new Error('the file is shorter than what was written');
        done += count;
      }
    } catch (error) {
      throw spillFailure(this.#parent, error);
    }
  }

  close(): void {
    try {
      this.#calls.closeSync(this.#handle);
    } catch {
      // It is closed, or the system has closed it.
    }
  }
}

/** Windows keeps the names of open files. */
function unlinkQuietly(path: string, calls: SpillCalls): void {
  try {
    calls.unlinkSync(path);
  } catch {
    // The folder is removed at the end.
  }
}

const reasons: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  ENOSPC: { en: 'The disk is full.', zh: '磁盘已满。' },
  EDQUOT: { en: 'Your disk quota is used up.', zh: '磁盘配额已用完。' },
  ENOENT: { en: 'The folder does not exist.', zh: '该目录不存在。' },
  ENOTDIR: { en: 'It is a file, not a folder.', zh: '该路径是文件而不是目录。' },
  EACCES: { en: 'You may not write there.', zh: '没有写入权限。' },
  EROFS: { en: 'The disk is read-only.', zh: '磁盘为只读。' },
};

function spillFailure(folder: string, error: unknown): Failure {
  const code = systemCode(error);
  const known = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  const said = error instanceof Error ? error.message : String(error);
  return new Failure('output', `Cannot set keys of a large sample aside in ${folder}: ${code || said}.`, {
    hint: `${known === undefined ? '' : `${known.en} `}Set TMPDIR (TEMP on Windows) to a folder with more room.`,
    zh: {
      message: `无法在 ${folder} 中暂存大样本的主键：${code || said}。`,
      hint: `${known?.zh ?? ''}请将 TMPDIR（Windows 为 TEMP）设为空间充足的目录。`,
    },
  });
}
