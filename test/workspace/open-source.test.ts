import { appendFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/model/source.ts';
import type { FoundFile } from '../../src/workspace/find-files.ts';
import { openSource, stdinSource } from '../../src/workspace/open-source.ts';
import { temporaryFolder } from './temporary-folder.ts';

function file(folder: string, name: string): FoundFile {
  return { path: name, absolute: join(folder, name), under: name, root: 'x', from: 'path' };
}

async function bytesOf(source: Source): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function reasonOf(source: Source): Promise<unknown> {
  try {
    await bytesOf(source);
    return 'none';
  } catch (error) {
    return error instanceof Error && error.name === 'ReadProblem' && 'reason' in error ? error.reason : error;
  }
}

describe('openSource', () => {
  it.each([0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3_000_000])('gives all of %i bytes', async (size) => {
    const content = Buffer.alloc(size, 'abcdefg');
    const source = openSource(file(temporaryFolder({ 'a.csv': content }), 'a.csv'));
    expect(source.size).toBe(size);
    expect((await bytesOf(source)).equals(content)).toBe(true);
  });

  it('hands out chunks that stay as they are', async () => {
    const content = Buffer.concat([Buffer.alloc(1 << 20, 'a'), Buffer.alloc(1 << 20, 'b')]);
    const chunks: Uint8Array[] = [];
    for await (const chunk of openSource(file(temporaryFolder({ 'a.csv': content }), 'a.csv')).chunks())
      chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(content)).toBe(true);
  });

  it('unpacks gzip, several members in a row as well', async () => {
    const content = Buffer.from('目录,名称\n'.repeat(200_000));
    const packed = Buffer.concat([gzipSync(content.subarray(0, 999)), gzipSync(content.subarray(999))]);
    const source = openSource(file(temporaryFolder({ 'a.csv.gz': packed }), 'a.csv.gz'), {
      bytes: 1e9,
      ratio: 1e4,
      freeBytes: 1,
    });
    expect((await bytesOf(source)).equals(content)).toBe(true);
  });

  it('says why packed bytes cannot be read', async () => {
    const packed = gzipSync(Buffer.alloc(5_000_000, 'x'));
    const random = gzipSync(Buffer.from(Array.from({ length: 10_000 }, (_, index) => (index * 7919) % 251)));
    const folder = temporaryFolder({
      'cut.csv.gz': random.subarray(0, random.length - 100),
      'empty.csv.gz': '',
      'plain.csv.gz': 'a,b\n1,2\n',
      'tail.csv.gz': Buffer.concat([random, Buffer.from('garbage')]),
      'bomb.csv.gz': packed,
    });
    const limits = { bytes: 1e9, ratio: 200, freeBytes: 1e6 };
    const reasons = ['cut', 'empty', 'plain', 'tail', 'bomb'].map((name) =>
      reasonOf(openSource(file(folder, `${name}.csv.gz`), limits)),
    );
    expect(await Promise.all(reasons)).toEqual([
      'gzip-truncated',
      'gzip-truncated',
      'gzip-broken',
      'gzip-broken',
      'gzip-bomb',
    ]);
    expect(
      await reasonOf(openSource(file(folder, 'bomb.csv.gz'), { ...limits, ratio: 1e4, bytes: 4_999_999 })),
    ).toBe('gzip-bomb');
    expect(
      await reasonOf(openSource(file(folder, 'bomb.csv.gz'), { ...limits, ratio: 1e4, bytes: 5_000_000 })),
    ).toBe('none');
  });

  it('reads packed bytes with padding behind them, however long', async () => {
    const padded = Buffer.concat([gzipSync('a,b\n1,2\n'), Buffer.alloc(300_000)]);
    const folder = temporaryFolder({ 'padded.csv.gz': padded });
    let text = '';
    for await (const chunk of openSource(file(folder, 'padded.csv.gz')).chunks())
      text += Buffer.from(chunk).toString();
    expect(text).toBe('a,b\n1,2\n');
  });

  it('hands out what can be unpacked before packed bytes are cut off', async () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => `${index},${(index * 7919) % 65_521}\n`).join(
      '',
    );
    const packed = gzipSync(lines);
    const folder = temporaryFolder({ 'cut.csv.gz': packed.subarray(0, packed.length / 2) });
    let text = '';
    const read = async () => {
      for await (const chunk of openSource(file(folder, 'cut.csv.gz')).chunks())
        text += Buffer.from(chunk).toString();
    };
    await expect(read()).rejects.toMatchObject({ reason: 'gzip-truncated' });
    expect(lines.startsWith(text)).toBe(true);
    expect(text.length).toBeGreaterThan(lines.length / 3);
  });

  it.each([
    ['grows', (path: string) => appendFileSync(path, 'x')],
    ['shrinks', (path: string) => truncateSync(path, 1 << 20)],
    ['is rewritten', (path: string) => writeFileSync(path, Buffer.alloc(3 << 20, 'b'))],
  ])('notices a file that %s while it is read', async (_, change) => {
    const folder = temporaryFolder({ 'a.csv': Buffer.alloc(3 << 20, 'a') });
    const source = openSource(file(folder, 'a.csv'));
    const read = async () => {
      let isFirst = true;
      for await (const _chunk of source.chunks()) {
        if (isFirst) change(join(folder, 'a.csv'));
        isFirst = false;
      }
    };
    await expect(read()).rejects.toMatchObject({ name: 'ReadProblem', reason: 'changed' });
  });

  it('says that a file has gone', async () => {
    const folder = temporaryFolder({ 'a.csv': 'x' });
    const source = openSource(file(folder, 'a.csv'));
    rmSync(join(folder, 'a.csv'));
    expect(await reasonOf(source)).toBe('vanished');
    expect(await reasonOf(openSource(file(folder, '.')))).toBe('not-regular');
  });

  it('reads standard input', async () => {
    const stdin = async function* () {
      yield Buffer.from('{"a":');
      yield Buffer.from('1}');
    };
    expect((await bytesOf(stdinSource('x.json', stdin))).toString()).toBe('{"a":1}');
  });
});
