import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../model/failure.ts';
import { systemCode } from './read-problem.ts';

/** The system calls that writing needs; tests hand in failing ones. */
export type WriteCalls = Pick<
  typeof fs,
  | 'openSync'
  | 'writeSync'
  | 'fstatSync'
  | 'fsyncSync'
  | 'closeSync'
  | 'renameSync'
  | 'rmSync'
  | 'fchmodSync'
  | 'readFileSync'
>;

/**
 * Replaces or creates a file so that at any moment, even after a crash or on a full disk, either the old or the new
 * content stands there whole: temporary file beside it, written in a loop, size and content verified, flushed, renamed.
 * The mode of an existing file is kept. A symbolic link is resolved, so that it stays a link.
 * @throws Failure `output`; the original is untouched then.
 */
export function writeFileWhole(
  path: string,
  content: string | Uint8Array | Iterable<string>,
  calls: WriteCalls = fs,
): void {
  const target = resolveTarget(path);
  const temporary = join(
    dirname(target),
    `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.concordat-tmp`,
  );
  let made = false;
  try {
    const handle = calls.openSync(temporary, 'wx', 0o666);
    made = true;
    const digest = fillAndClose(handle, content, { calls, mode: modeOf(target) });
    if (digestOf(calls.readFileSync(temporary)) !== digest)
      throw new Error('read back differently from what was written');
    calls.renameSync(temporary, target);
    made = false;
    syncFolder(dirname(target), calls);
  } catch (error) {
    if (made) removeQuietly(temporary, calls);
    throw error instanceof Failure ? error : outputFailure(path, error);
  }
}

/** The file behind a link; the path itself where nothing stands yet. Only regular files are replaced. */
function resolveTarget(path: string): string {
  const stats = fs.lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return path;
  if (stats.isSymbolicLink()) {
    try {
      return resolveTarget(fs.realpathSync(path));
    } catch (error) {
      throw outputFailure(path, error);
    }
  }
  if (!stats.isFile()) {
    throw new Failure('output', `Cannot write ${path}: it is not a regular file.`, {
      hint: 'Name a file that may be replaced.',
    });
  }
  if (stats.nlink > 1) {
    throw new Failure(
      'output',
      `Cannot write ${path}: it is one of ${stats.nlink} hard links to the same file.`,
      {
        hint: 'Name another file, or remove the link first.',
      },
    );
  }
  return path;
}

function modeOf(target: string): number | undefined {
  const mode = fs.statSync(target, { throwIfNoEntry: false })?.mode;
  return mode === undefined ? undefined : mode & 0o7777;
}

interface Filling {
  readonly calls: WriteCalls;
  readonly mode: number | undefined;
}

/** Writes everything, checks the size, flushes and closes. Gives the SHA-256 of what should stand in the file. */
function fillAndClose(
  handle: number,
  content: string | Uint8Array | Iterable<string>,
  { calls, mode }: Filling,
): string {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for (const bytes of bytesOf(content)) {
      writeAll(handle, bytes, calls);
      hash.update(bytes);
      size += bytes.length;
    }
    const stored = calls.fstatSync(handle).size;
    if (stored !== size) throw new Error(`only ${stored} of ${size} bytes were stored`);
    if (mode !== undefined) calls.fchmodSync(handle, mode);
    calls.fsyncSync(handle);
  } finally {
    calls.closeSync(handle);
  }
  return hash.digest('hex');
}

function* bytesOf(content: string | Uint8Array | Iterable<string>): Iterable<Uint8Array> {
  if (typeof content === 'string') yield Buffer.from(content, 'utf8');
  else if (content instanceof Uint8Array) yield content;
  else for (const text of content) yield Buffer.from(text, 'utf8');
}

/** One `write` may store less than asked for, and say so only by its return value. */
function writeAll(handle: number, bytes: Uint8Array, calls: WriteCalls): void {
  for (let done = 0; done < bytes.length; ) {
    const written = calls.writeSync(handle, bytes, done, bytes.length - done);
    if (written === 0) throw new Error('nothing more could be written');
    done += written;
  }
}

/** Makes the new name itself durable. Some systems cannot open folders; the content is safe there all the same. */
function syncFolder(folder: string, calls: WriteCalls): void {
  let handle: number;
  try {
    handle = calls.openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    calls.fsyncSync(handle);
  } catch (error) {
    if (!['EINVAL', 'EPERM', 'ENOTSUP'].includes(systemCode(error))) throw error;
  } finally {
    calls.closeSync(handle);
  }
}

function removeQuietly(path: string, calls: WriteCalls): void {
  try {
    calls.rmSync(path, { force: true });
  } catch {
    // The first error is the one to tell.
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const reasons: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  ENOSPC: { en: 'The disk is full.', zh: '磁盘已满。' },
  EDQUOT: { en: 'Your disk quota is used up.', zh: '磁盘配额已用完。' },
  ENOENT: { en: 'The folder does not exist.', zh: '所在目录不存在。' },
  ENOTDIR: { en: 'A part of the path is a file, not a folder.', zh: '路径中有一段是文件而不是目录。' },
  EACCES: { en: 'You may not write there.', zh: '没有写入权限。' },
  EROFS: { en: 'The disk is read-only.', zh: '磁盘为只读。' },
};

function outputFailure(path: string, error: unknown): Failure {
  const code = systemCode(error);
  const known = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  const said = error instanceof Error ? error.message : String(error);
  // The system's own words name the temporary file, which nobody asked for.
  if (known === undefined) return new Failure('output', `Cannot write ${path}: ${said}`);
  return new Failure('output', `Cannot write ${path} (${code}).`, {
    hint: known.en,
    zh: { message: `无法写入 ${path}（${code}）。`, hint: known.zh },
  });
}
