import * as fs from 'node:fs';
import {
  linkSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WriteCalls } from '../../src/workspace/write-file.ts';
import { writeFileWhole } from '../../src/workspace/write-file.ts';
import { systemError, temporaryFolder } from './temporary-folder.ts';

const real = {
  openSync: fs.openSync,
  writeSync: fs.writeSync,
  fstatSync: fs.fstatSync,
  fsyncSync: fs.fsyncSync,
  closeSync: fs.closeSync,
  renameSync: fs.renameSync,
  rmSync: fs.rmSync,
  fchmodSync: fs.fchmodSync,
  readFileSync: fs.readFileSync,
} satisfies WriteCalls;

/** The real calls, counted; the n-th one throws `code`. */
function failingAt(
  nth: number,
  code: string,
): { calls: WriteCalls; count: () => number; failed: () => string } {
  let count = 0;
  let failed = '';
  const faulty =
    (name: string, call: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      count += 1;
      if (count !== nth) return call(...args);
      failed = name;
      if (name === 'closeSync') fs.closeSync(args[0] as number);
      throw systemError(code);
    };
  const calls = Object.fromEntries(
    Object.entries(real).map(([name, call]) => [name, faulty(name, call as (...args: unknown[]) => unknown)]),
  ) as unknown as WriteCalls;
  return { calls, count: () => count, failed: () => failed };
}

/** Whether writing succeeded; anything but a `Failure` is passed on. */
function succeeds(target: string, calls: WriteCalls): boolean {
  try {
    writeFileWhole(target, ['new', ' content'], calls);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ name: 'Failure', code: 'output' });
    return false;
  }
}

describe('writeFileWhole', () => {
  it('creates a file, and replaces one keeping its mode', () => {
    const folder = temporaryFolder({ 'old.json': 'old' });
    fs.chmodSync(join(folder, 'old.json'), 0o640);
    writeFileWhole(join(folder, 'new.json'), ['新', '的']);
    writeFileWhole(join(folder, 'old.json'), new Uint8Array([65, 66]));
    expect(readFileSync(join(folder, 'new.json'), 'utf8')).toBe('新的');
    expect(readFileSync(join(folder, 'old.json'), 'utf8')).toBe('AB');
    expect(statSync(join(folder, 'old.json')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['new.json', 'old.json']);
  });

  it('writes through a link, and refuses hard links, folders and missing folders', () => {
    const folder = temporaryFolder({ 'a.json': 'a', 'one.json': 'one' });
    symlinkSync('a.json', join(folder, 'link.json'));
    linkSync(join(folder, 'one.json'), join(folder, 'two.json'));
    writeFileWhole(join(folder, 'link.json'), 'new');
    expect(readlinkSync(join(folder, 'link.json'))).toBe('a.json');
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('new');
    expect(() => writeFileWhole(join(folder, 'two.json'), 'x')).toThrow(/hard links/);
    expect(() => writeFileWhole(folder, 'x')).toThrow(/not a regular file/);
    expect(() => writeFileWhole(join(folder, 'none/x.json'), 'x')).toThrow(/ENOENT/);
  });

  it('keeps the original whole whichever call fails', () => {
    const folder = temporaryFolder();
    const target = join(folder, 'report.json');
    writeFileSync(target, 'old');
    const counter = failingAt(-1, '');
    writeFileWhole(target, ['new', ' content'], counter.calls);
    expect(counter.count()).toBeGreaterThan(8);
    for (const code of ['ENOSPC', 'EIO', 'EXDEV']) {
      for (let nth = 1; nth <= counter.count(); nth += 1) {
        writeFileSync(target, 'old');
        const { calls, failed } = failingAt(nth, code);
        const succeeded = succeeds(target, calls);
        const content = readFileSync(target, 'utf8');
        // After the rename a failure may be reported although the new content stands there; never the other way round.
        expect(succeeded ? ['new content'] : ['old', 'new content'], `${failed()} ${code}`).toContain(
          content,
        );
        expect(readdirSync(folder), `${failed()} ${code}`).toEqual(['report.json']);
      }
    }
  });

  it('goes on after short writes and notices lost bytes', () => {
    const target = join(temporaryFolder(), 'report.json');
    const short: WriteCalls = {
      ...failingAt(-1, '').calls,
      writeSync: ((handle: number, bytes: Uint8Array, offset: number) =>
        fs.writeSync(handle, bytes, offset, 1)) as never,
    };
    writeFileWhole(target, 'twelve bytes', short);
    expect(readFileSync(target, 'utf8')).toBe('twelve bytes');
    const lossy: WriteCalls = {
      ...failingAt(-1, '').calls,
      writeSync: ((handle: number, bytes: Uint8Array) =>
        fs.writeSync(handle, bytes, 0, 3) && bytes.length) as never,
    };
    expect(() => writeFileWhole(target, 'other content', lossy)).toThrow(/only 3 of 13 bytes/);
    expect(readFileSync(target, 'utf8')).toBe('twelve bytes');
  });
});
