import * as fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/model/failure.ts';
import { KeyIndex } from '../../src/samples/keys/key-index.ts';
import type { Spill } from '../../src/samples/keys/spill.ts';
import type { SpillCalls } from '../../src/workspace/spill.ts';
import { DiskSpill } from '../../src/workspace/spill.ts';
import { systemError, temporaryFolder } from './temporary-folder.ts';

const real: SpillCalls = {
  mkdtempSync: fs.mkdtempSync,
  openSync: fs.openSync,
  unlinkSync: fs.unlinkSync,
  writeSync: fs.writeSync,
  readSync: fs.readSync,
  closeSync: fs.closeSync,
  rmSync: fs.rmSync,
};

type Call = readonly [handle: number, bytes: Uint8Array, from: number, length: number, at: number];

/** Keys 0 … 99,999, the first thousand of them twice. */
function index(spill: Spill): KeyIndex {
  const index = new KeyIndex({ budget: 10_000, spill });
  const words = Uint32Array.from({ length: 202_000 }, (_, at) =>
    at % 2 === 0
      ? Math.imul((at >> 1) % 100_000, 0x9e3779b1)
      : Math.imul((at >> 1) % 100_000, 0x85ebca6b) | 1,
  );
  index.add(words, words.length / 2);
  return index;
}

function duplicates(index: KeyIndex): number {
  return [...index.candidates()].reduce((sum, { size }) => sum + size, 0);
}

describe('keys set aside on disk', () => {
  it('gives back what was written and leaves nothing behind', () => {
    const folder = temporaryFolder();
    const names: string[] = [];
    const spill = new DiskSpill(folder, {
      ...real,
      openSync: (...args: Parameters<typeof fs.openSync>) => {
        names.push(String(args[0]));
        return fs.openSync(...args);
      },
    });
    expect(duplicates(index(spill))).toBe(1000);
    expect(names.length).toBeGreaterThan(0);
    expect(names[0]).toMatch(/concordat-keys-\w+[\\/]0-[\da-f]{8}\.keys$/);
    spill.close();
    spill.close();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('goes on where a call writes or reads less than asked for', () => {
    const folder = temporaryFolder();
    const spill = new DiskSpill(folder, {
      ...real,
      writeSync: ((...[handle, bytes, from, length, at]: Call) =>
        fs.writeSync(handle, bytes, from, Math.min(length, 999), at)) as typeof fs.writeSync,
      readSync: ((...[handle, bytes, from, length, at]: Call) =>
        fs.readSync(handle, bytes, from, Math.min(length, 777), at)) as typeof fs.readSync,
    });
    expect(duplicates(index(spill))).toBe(1000);
    spill.close();
  });

  it.each([
    ['mkdtempSync', 'EACCES', 'You may not write there.'],
    ['openSync', 'EROFS', 'The disk is read-only.'],
    ['writeSync', 'ENOSPC', 'The disk is full.'],
  ] as const)('says what is wrong when %s fails with %s, and leaves nothing behind', (call, code, hint) => {
    const folder = temporaryFolder();
    const spill = new DiskSpill(folder, {
      ...real,
      [call]: () => {
        throw systemError(code);
      },
    });
    let failure: unknown;
    try {
      index(spill);
    } catch (error) {
      failure = error;
    } finally {
      spill.close();
    }
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code: 'output', message: expect.stringContaining(`${folder}: ${code}`) });
    expect((failure as Failure).hint).toContain(hint);
    expect((failure as Failure).zh?.message).toContain('无法');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('notices a file that lost its end', () => {
    const spill = new DiskSpill(temporaryFolder());
    const file = spill.create();
    file.append(Uint8Array.of(1, 2, 3));
    expect(() => file.read(1, new Uint8Array(3))).toThrow(Failure);
    spill.close();
  });

  it('removes its names also where open files keep them, and at the end of a process that forgot to', () => {
    const folder = temporaryFolder();
    const spill = new DiskSpill(folder, {
      ...real,
      unlinkSync: () => {
        throw systemError('EBUSY');
      },
    });
    spill.create().append(new Uint8Array(10));
    expect(fs.readdirSync(folder)).toHaveLength(1);
    spill.close();
    expect(fs.readdirSync(folder)).toEqual([]);
    const listeners = process.listenerCount('exit');
    new DiskSpill(folder).create();
    expect(process.listenerCount('exit')).toBe(listeners + 1);
    process.listeners('exit').at(-1)?.call(process, 0);
    expect(fs.readdirSync(folder)).toEqual([]);
    expect(process.listenerCount('exit')).toBe(listeners);
  });
});
