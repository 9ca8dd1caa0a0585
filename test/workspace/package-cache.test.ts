import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PackageAccess } from '../../src/model/standard.ts';
import { cacheFolder } from '../../src/workspace/cache-folder.ts';
import { cachedPackage } from '../../src/workspace/package-cache.ts';
import { temporaryFolder } from './temporary-folder.ts';

function access(files: Readonly<Record<string, string>>): PackageAccess {
  return { name: 'pkg', list: () => Object.keys(files), read: (path) => Buffer.from(files[path] ?? '') };
}

function counter(isSelfContained = true) {
  let parsed = 0;
  return {
    parse: async () => {
      parsed += 1;
      return { data: { id: 'x', codes: ['一'] }, isSelfContained };
    },
    parsed: () => parsed,
  };
}

describe('cachedPackage', () => {
  it('parses the same bytes once', async () => {
    const env = { XDG_CACHE_HOME: temporaryFolder() };
    const { parse, parsed } = counter();
    expect(await cachedPackage(access({ 'a.yaml': '1' }), { env, format: 'test/1', parse })).toEqual({
      id: 'x',
      codes: ['一'],
    });
    expect(await cachedPackage(access({ 'a.yaml': '1' }), { env, format: 'test/1', parse })).toEqual({
      id: 'x',
      codes: ['一'],
    });
    expect(parsed()).toBe(1);
    await cachedPackage(access({ 'a.yaml': '2' }), { env, format: 'test/1', parse });
    await cachedPackage(access({ 'a.yaml1': '' }), { env, format: 'test/1', parse });
    expect(parsed()).toBe(3);
  });

  it.each([
    ['torn', (text: string) => text.slice(0, -3)],
    ['poisoned', (text: string) => text.replace('"x"', '"y"')],
    ['empty', () => ''],
    ['foreign', () => 'null'],
  ])('parses again when the cache is %s', async (_, damage) => {
    const env = { XDG_CACHE_HOME: temporaryFolder() };
    const { parse, parsed } = counter();
    await cachedPackage(access({ 'a.yaml': '1' }), { env, format: 'test/1', parse });
    const folder = join(env.XDG_CACHE_HOME, 'concordat');
    const [name = ''] = readdirSync(folder);
    const path = join(folder, name);
    writeFileSync(path, damage(readFileSync(path, 'utf8')));
    expect(await cachedPackage(access({ 'a.yaml': '1' }), { env, format: 'test/1', parse })).toEqual({
      id: 'x',
      codes: ['一'],
    });
    expect(parsed()).toBe(2);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('does without a cache that cannot be written or is switched off', async () => {
    const folder = temporaryFolder({ concordat: 'a file in the way' });
    const { parse, parsed } = counter();
    await cachedPackage(access({}), { env: { XDG_CACHE_HOME: folder }, format: 'test/1', parse });
    await cachedPackage(access({}), {
      env: { XDG_CACHE_HOME: folder, CONCORDAT_CACHE: 'off' },
      format: 'test/1',
      parse,
    });
    expect(parsed()).toBe(2);
    expect(cacheFolder({ CONCORDAT_CACHE: 'off' })).toBeUndefined();
    expect(cacheFolder({ XDG_CACHE_HOME: 'relative', HOME: '/home/x' })).toBe('/home/x/.cache/concordat');
  });

  it('keeps nothing that depends on other files', async () => {
    const env = { XDG_CACHE_HOME: temporaryFolder() };
    const { parse, parsed } = counter(false);
    await cachedPackage(access({ a: '1' }), { env, format: 'test/1', parse });
    await cachedPackage(access({ a: '1' }), { env, format: 'test/1', parse });
    expect(parsed()).toBe(2);
  });

  it('never takes data of another shape', async () => {
    const env = { XDG_CACHE_HOME: temporaryFolder() };
    const { parse, parsed } = counter();
    await cachedPackage(access({ a: '1' }), { env, format: 'test/1', parse });
    await cachedPackage(access({ a: '1' }), { env, format: 'test/2', parse });
    expect(parsed()).toBe(2);
  });

  it('never lets a folder stand for data', async () => {
    const env = { XDG_CACHE_HOME: temporaryFolder() };
    const { parse } = counter();
    await cachedPackage(access({ a: '1' }), { env, format: 'test/1', parse });
    mkdirSync(join(env.XDG_CACHE_HOME, 'concordat/x.json'));
    expect(await cachedPackage(access({ a: '1' }), { env, format: 'test/1', parse })).toMatchObject({
      id: 'x',
    });
  });
});
