import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FoundFile } from '../../src/workspace/find-files.ts';
import { findFiles } from '../../src/workspace/find-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

const tree = {
  'health/catalogue.json': '{}',
  'health/practices.csv.gz': 'x',
  'health/notes.txt': 'x',
  'health/~$catalogue.xlsx': 'x',
  'health/.hidden.json': '{}',
  'health/node_modules/pkg/package.json': '{}',
  '.git/config.json': '{}',
  '交通局/目录.JSON': '{}',
  'concordat.yaml': 'standard: x',
};

function find(cwd: string, requests: readonly string[], allowUnmatched = false): FoundFile[] {
  return findFiles(requests, { cwd, extensions: ['.json', '.csv', '.xlsx', '.yaml'], allowUnmatched });
}

function paths(files: readonly FoundFile[]): string[] {
  return files.map(({ path, problem }) => (problem === undefined ? path : `${path} (${problem})`));
}

describe('findFiles', () => {
  it('walks folders, and leaves out what is not a submission', () => {
    const cwd = temporaryFolder(tree);
    expect(paths(find(cwd, ['.']))).toEqual([
      'health/catalogue.json',
      'health/practices.csv.gz',
      '交通局/目录.JSON',
    ]);
  });

  it('takes a named file whatever it is', () => {
    const cwd = temporaryFolder(tree);
    expect(paths(find(cwd, ['health/notes.txt', './health/.hidden.json']))).toEqual([
      'health/.hidden.json',
      'health/notes.txt',
    ]);
  });

  it('names each file once, and knows where it was found', () => {
    const cwd = temporaryFolder(tree);
    const files = find(cwd, ['health', 'health/catalogue.json', '**/*.json']);
    expect(files.map(({ path, from, under, root }) => [path, from, under, root])).toEqual([
      ['health/catalogue.json', 'path', 'catalogue.json', 'health'],
      ['health/practices.csv.gz', 'folder', 'practices.csv.gz', 'health'],
    ]);
  });

  it('understands patterns', () => {
    const cwd = temporaryFolder(tree);
    expect(paths(find(cwd, ['*/catalogue.{json,yaml}']))).toEqual(['health/catalogue.json']);
    expect(paths(find(cwd, ['./he*/*']))).toEqual(['health/catalogue.json', 'health/practices.csv.gz']);
    expect(paths(find(join(cwd, 'health'), ['../交通局/*']))).toEqual(['../交通局/目录.JSON']);
  });

  it('takes a file whose name looks like a pattern', () => {
    const cwd = temporaryFolder({ 'a[1].json': '{}' });
    expect(paths(find(cwd, ['a[1].json']))).toEqual(['a[1].json']);
  });

  it.each([
    ['nowhere.json', 'There is no file or folder "nowhere.json".'],
    ['*.xlsx', 'The pattern "*.xlsx" matches no file in a supported format.'],
    ['empty', 'The folder "empty" holds no file in a supported format.'],
  ])('fails for %s', (request, message) => {
    const cwd = temporaryFolder(tree);
    mkdirSync(join(cwd, 'empty'));
    expect(() => find(cwd, ['health', request])).toThrow(message);
    expect(paths(find(cwd, [request], true))).toEqual([]);
  });

  it('reports what it cannot read, and follows links only inside', () => {
    const cwd = temporaryFolder({ 'in/a.json': '{}', 'in/.store/b.json': '{}', 'out/secret.json': '{}' });
    symlinkSync('a.json', join(cwd, 'in/again.json'));
    symlinkSync('.store/b.json', join(cwd, 'in/b.json'));
    symlinkSync('../out/secret.json', join(cwd, 'in/leak.json'));
    symlinkSync('../out', join(cwd, 'in/leaks'));
    symlinkSync('nowhere', join(cwd, 'in/dangling.json'));
    symlinkSync('.', join(cwd, 'in/loop'));
    mkdirSync(join(cwd, 'in/folder.json'));
    execFileSync('mkfifo', [join(cwd, 'in/pipe.json')]);
    writeFileSync(
      Buffer.concat([Buffer.from(join(cwd, 'in/')), Buffer.from([0xff, 0xfe]), Buffer.from('.json')]),
      '{}',
    );
    expect(paths(find(cwd, ['in']))).toEqual([
      'in/\\xff\\xfe.json (bad-name)',
      'in/a.json',
      'in/b.json',
      'in/dangling.json (broken-link)',
      'in/leak.json (outside)',
      'in/leaks (outside)',
      'in/pipe.json (not-regular)',
    ]);
    expect(paths(find(cwd, ['in/pipe.json', 'in/dangling.json']))).toEqual([
      'in/dangling.json (broken-link)',
      'in/pipe.json (not-regular)',
    ]);
  });

  it('counts hard links as files of their own', () => {
    const cwd = temporaryFolder({ 'a/x.json': '{}' });
    mkdirSync(join(cwd, 'b'));
    linkSync(join(cwd, 'a/x.json'), join(cwd, 'b/x.json'));
    expect(paths(find(cwd, ['.']))).toEqual(['a/x.json', 'b/x.json']);
  });

  it.skipIf(process.getuid?.() === 0)('reports a folder that may not be read', () => {
    const cwd = temporaryFolder({ 'shut/a.json': '{}', 'b.json': '{}' });
    chmodSync(join(cwd, 'shut'), 0o000);
    expect(paths(find(cwd, ['.']))).toEqual(['b.json', 'shut (permission)']);
    chmodSync(join(cwd, 'shut'), 0o755);
  });
});
