import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/model/failure.ts';
import { holdStdin } from '../../src/workspace/hold-stdin.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function* chunksOf(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** Other bytes in every chunk, so that one that is lost or stands elsewhere shows. */
function pattern(chunk: number, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, at) => (at * 7 + chunk * 31) & 255);
}

describe('standard input that is held', () => {
  it('is read back byte for byte, more than once, however large it is', async () => {
    const chunks = Array.from({ length: 40 }, (_, chunk) => pattern(chunk, 65_536 + chunk));
    const held = await holdStdin(() => chunksOf(...chunks), temporaryFolder());
    try {
      expect(held.problem).toBeUndefined();
      expect(statSync(held.absolute).size).toBe(chunks.reduce((sum, { length }) => sum + length, 0));
      const whole = Buffer.concat(chunks);
      expect(readFileSync(held.absolute).equals(whole)).toBe(true);
      expect(readFileSync(held.absolute).equals(whole)).toBe(true);
    } finally {
      held.close();
    }
  });

  it('is an empty file where nothing comes', async () => {
    const held = await holdStdin(() => chunksOf(), temporaryFolder());
    expect(held.problem).toBeUndefined();
    expect(statSync(held.absolute).size).toBe(0);
    held.close();
  });

  it('keeps what came before it broke off, and says so', async () => {
    const parent = temporaryFolder();
    const held = await holdStdin(async function* () {
      yield Buffer.from('编号\n1\n');
      throw Object.assign(new Error('broken pipe'), { code: 'EIO' });
    }, parent);
    expect(held.problem).toBe('read-error');
    expect(readFileSync(held.absolute, 'utf8')).toBe('编号\n1\n');
    held.close();
    expect(readdirSync(parent)).toEqual([]);
  });

  it('may be seen by nobody else, and leaves nothing behind', async () => {
    const parent = temporaryFolder();
    const held = await holdStdin(() => chunksOf(Buffer.from('秘')), parent);
    expect(statSync(held.absolute).mode & 0o077).toBe(0);
    for (const name of readdirSync(parent)) expect(statSync(`${parent}/${name}`).mode & 0o077).toBe(0);
    held.close();
    held.close();
    expect(readdirSync(parent)).toEqual([]);
    expect(process.listenerCount('exit')).toBe(listeners);
  });

  it('leaves nothing behind where the run fails while it is copied', async () => {
    const parent = temporaryFolder();
    const failing = async function* () {
      yield Buffer.from('1');
      throw new Failure('usage', 'stopped');
    };
    await expect(holdStdin(failing, parent)).rejects.toThrow('stopped');
    expect(readdirSync(parent)).toEqual([]);
  });

  it('fails in words where there is no room for it', async () => {
    const parent = `${temporaryFolder()}/is not there`;
    expect(existsSync(parent)).toBe(false);
    await expect(holdStdin(() => chunksOf(), parent)).rejects.toMatchObject({ code: 'output' });
  });
});

const listeners = process.listenerCount('exit');
