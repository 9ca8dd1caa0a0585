import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../model/failure.ts';
import type { ReadReason } from './read-problem.ts';
import { reasonOf, systemCode } from './read-problem.ts';

/** Standard input as a file that can be read more than once, and by several threads. */
export interface HeldInput {
  readonly absolute: string;
  /** Why standard input could not be read to its end. */
  readonly problem?: ReadReason;
  /** Removes the file. May be called again. */
  close(): void;
}

/**
 * Puts standard input into a temporary file that only the user may read. Where the system allows it, the file loses its name at once, so
 * that nothing is left behind even when the process is killed.
 * @param parent the folder for temporary files; the system's where none is given
 * @throws Failure `output` where there is no room for it
 */
export async function holdStdin(
  stdin: () => AsyncIterable<Uint8Array>,
  parent: string = tmpdir(),
): Promise<HeldInput> {
  const file = new TemporaryFile(parent);
  try {
    const problem = await copy(stdin, file);
    return {
      absolute: file.absolute,
      close: () => file.close(),
      ...(problem === undefined ? {} : { problem }),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** What the input says of its own end is an outcome; what the disk refuses is a failure. */
async function copy(
  stdin: () => AsyncIterable<Uint8Array>,
  file: TemporaryFile,
): Promise<ReadReason | undefined> {
  try {
    for await (const chunk of stdin()) file.append(chunk);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) throw error;
    return reasonOf(error);
  }
}

class TemporaryFile {
  readonly absolute: string;
  readonly #parent: string;
  readonly #folder: string;
  readonly #handle: number;
  readonly #atExit = () => this.close();
  #isClosed = false;

  constructor(parent: string) {
    this.#parent = parent;
    try {
      this.#folder = mkdtempSync(join(parent, 'concordat-input-'));
      process.once('exit', this.#atExit);
      const path = join(this.#folder, randomBytes(4).toString('hex'));
      this.#handle = openSync(path, 'wx+', 0o600);
      // Threads of this process reach an open file by its number, where the system shows such.
      const open = `/proc/self/fd/${this.#handle}`;
      const isReachable = existsSync(open);
      if (isReachable) unlinkSync(path);
      this.absolute = isReachable ? open : path;
    } catch (error) {
      throw noRoom(parent, error);
    }
  }

  append(bytes: Uint8Array): void {
    try {
      // One call may store less than asked for, and say so only by its answer.
      for (let done = 0; done < bytes.length; ) {
        const count = writeSync(this.#handle, bytes, done, bytes.length - done);
        if (count === 0) throw new Error('nothing more could be written');
        done += count;
      }
    } catch (error) {
      throw noRoom(this.#parent, error);
    }
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    process.removeListener('exit', this.#atExit);
    try {
      closeSync(this.#handle);
      rmSync(this.#folder, { recursive: true, force: true });
    } catch {
      // What the system's own cleaning removes later must not hide what the run has found.
    }
  }
}

function noRoom(folder: string, error: unknown): Failure {
  const said = systemCode(error) || (error instanceof Error ? error.message : String(error));
  return new Failure('output', `Cannot keep standard input in ${folder}: ${said}.`, {
    hint: 'Set TMPDIR (TEMP on Windows) to a folder with more room, or hand the data in as a file.',
    zh: {
      message: `无法在 ${folder} 中暂存标准输入：${said}。`,
      hint: '请将 TMPDIR（Windows 为 TEMP）设为空间充足的目录，或以文件方式提交数据。',
    },
  });
}
