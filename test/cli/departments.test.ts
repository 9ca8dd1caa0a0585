import { describe, expect, it } from 'vitest';
import { departmentOfFile } from '../../src/cli/departments.ts';
import type { FoundFile } from '../../src/workspace/find-files.ts';

function file(under: string, root: string, from: FoundFile['from']): FoundFile {
  return { path: `${root}/${under}`, absolute: `/${root}/${under}`, under, root, from };
}

describe('departmentOfFile', () => {
  it.each([
    { name: 'a folder of folders', found: file('health/2024/a.json', 'submissions', 'folder'), requests: 1 },
    { name: 'a file straight in the folder', found: file('a.json', 'health', 'folder'), requests: 1 },
    {
      name: 'several folders that are departments',
      found: file('2024/a.json', 'health', 'folder'),
      requests: 2,
    },
    { name: 'a named file', found: file('a.json', 'health', 'path'), requests: 3 },
    { name: 'a pattern', found: file('health/a.json', 'submissions', 'pattern'), requests: 2 },
  ])('$name', ({ found, requests }) => {
    expect(departmentOfFile(found, 'folder', requests)).toBe('health');
  });

  it('takes the name of the file without its endings', () => {
    expect(departmentOfFile(file('卫生局.v2.csv.gz', 'all', 'folder'), 'file', 1)).toBe('卫生局.v2');
  });
});
