import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/model/failure.ts';
import { builtInStandards, byVersion } from '../../src/workspace/builtin-standards.ts';
import { findStandard } from '../../src/workspace/find-standard.ts';
import { folderPackage } from '../../src/workspace/package-access.ts';
import { temporaryFolder } from './temporary-folder.ts';

const installation = {
  'schemas/standards/cn-gov-catalogue/2017/standard.yaml': 'id: cn-gov-catalogue',
  'schemas/standards/dcat-us/1.1/standard.yaml': 'id: dcat-us',
  'schemas/standards/dcat-us/3.0/standard.yaml': 'id: dcat-us',
  'schemas/standards/dcat-us/notes/readme.md': '',
  'dist/standards/dcat-us@3.0.json': '{"compiled":true}',
};
const workplace = {
  'ours/standard.yaml': 'id: ours',
  'ours/schema/a.json': '{}',
  'plain/readme.md': '',
  'dcat-us/standard.yaml': 'id: mine',
  'schema.json': '{}',
};

function find(value: string) {
  return findStandard(value, { cwd: temporaryFolder(workplace), root: temporaryFolder(installation) });
}

describe('findStandard', () => {
  it('knows the built-in standards', () => {
    const list = builtInStandards(temporaryFolder(installation));
    expect(list.map(({ id, version, compiled }) => [id, version, compiled !== undefined])).toEqual([
      ['cn-gov-catalogue', '2017', false],
      ['dcat-us', '1.1', false],
      ['dcat-us', '3.0', true],
    ]);
  });

  it('takes the newest version of a built-in id, compiled where it is', () => {
    expect(find('dcat-us')).toEqual({ kind: 'compiled', name: 'dcat-us@3.0', json: '{"compiled":true}' });
    expect(find('dcat-us@1.1')).toMatchObject({ kind: 'package', name: 'dcat-us@1.1', builtIn: true });
  });

  it('takes folders, manifests and schema files', () => {
    expect(find('ours')).toMatchObject({ kind: 'package', name: 'ours', builtIn: false });
    expect(find('ours/standard.yaml')).toMatchObject({ kind: 'package' });
    expect(find('./dcat-us')).toMatchObject({ kind: 'package', builtIn: false });
    expect(find('schema.json')).toMatchObject({ kind: 'schema', entry: 'schema.json' });
  });

  it.each([
    [
      'cn-gov-catalog',
      /no standard "cn-gov-catalog"/,
      /Did you mean cn-gov-catalogue\?.*Built in: cn-gov-catalogue@2017, dcat-us@1.1, dcat-us@3.0/,
    ],
    ['dcat-us@2.0', /no version 2.0/, /1.1, 3.0/],
    ['./nowhere', /no standard/, /Built in/],
    ['plain', /no standard.yaml/, /JSON Schema file/],
  ])('explains %s', (value, message, hint) => {
    expect(() => find(value)).toThrow(
      expect.objectContaining({
        code: 'standard',
        message: expect.stringMatching(message),
        hint: expect.stringMatching(hint),
      }),
    );
  });

  it('counts versions as people do', () => {
    expect(['3.10', '2017', '3.9', '3.9-draft', '1.1'].sort(byVersion)).toEqual([
      '1.1',
      '3.9',
      '3.9-draft',
      '3.10',
      '2017',
    ]);
  });
});

describe('a folder of schemas', () => {
  const hintOf = (files: Readonly<Record<string, string>>): string => {
    const cwd = temporaryFolder(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`s/${name}`, text])),
    );
    try {
      findStandard('s', { cwd, root: cwd });
    } catch (error) {
      if (error instanceof Failure) return error.hint ?? '';
    }
    return 'found';
  };

  it('is told which schema is probably meant', () => {
    const files = {
      'catalog.json': '{ "properties": { "dataset": { "items": { "$ref": "dataset.json#" } } } }',
      'dataset.json': '{ "properties": { "parent": { "$ref": "./dataset.json" } } }',
      'notes.json': '{}',
    };
    expect(hintOf(files)).toContain('probably catalog.json');
  });

  it('is told which schemas it has where several may be meant', () => {
    const files = { 'a.json': '{ "$schema": "x" }', 'b.yaml': '$schema: x' };
    expect(hintOf(files)).toBe('It holds JSON Schemas. Name the one that records obey: a.json, b.yaml.');
    expect(hintOf({ 'a.json': '{ "data": 1 }' })).toContain('Name the folder that holds standard.yaml');
  });
});

describe('folderPackage', () => {
  it('lists and reads regular files inside only', () => {
    const folder = temporaryFolder({
      'pkg/standard.yaml': 'id: x',
      'pkg/schema/b.json': '{}',
      'pkg/.git/config': '',
      'secret.txt': 's',
    });
    const access = folderPackage(join(folder, 'pkg'), 'pkg');
    expect(access.list()).toEqual(['schema/b.json', 'standard.yaml']);
    expect(Buffer.from(access.read('standard.yaml') ?? []).toString()).toBe('id: x');
    expect(access.read('schema')).toBeUndefined();
    expect(access.read('nowhere.yaml')).toBeUndefined();
    expect(access.read('../secret.txt')).toBeUndefined();
    expect(access.read(join(folder, 'secret.txt'))).toBeUndefined();
    symlinkSync('../secret.txt', join(folder, 'pkg/leak.txt'));
    expect(access.read('leak.txt')).toBeUndefined();
    expect(() => folderPackage(join(folder, 'pkg'), 'pkg').list()).toThrow(
      /leak.txt, which cannot be read \(outside\)/,
    );
  });
});
