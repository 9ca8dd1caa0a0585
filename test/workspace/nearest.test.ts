import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nearestName } from '../../src/model/nearest-name.ts';
import { nearestPath } from '../../src/workspace/nearest-path.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('nearestName', () => {
  it.each([
    ['chekc', 'check'],
    ['explian', 'explain'],
    ['standrad', 'standard'],
    ['xyz', undefined],
    ['spell', 'code/spelling'],
  ])('%s → %s', (typed, expected) => {
    expect(nearestName(typed, ['check', 'explain', 'standard', 'code/spelling'])).toBe(expected);
  });
});

describe('nearestPath', () => {
  it('replaces the first part of a path that is not there by its nearest neighbour', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, '卫生健康委/2023'), { recursive: true });
    writeFileSync(join(folder, '卫生健康委/2023/catalogue.json'), '[]');
    expect(nearestPath('卫生健康局/2023/catalogue.json', folder)).toBe('卫生健康委/2023/catalogue.json');
    expect(nearestPath(join(folder, '卫生健康委/2023/catalog.json'), '/')).toBe(
      join(folder, '卫生健康委/2023/catalogue.json'),
    );
    expect(nearestPath('交通局/catalogue.json', folder)).toBeUndefined();
    expect(nearestPath('卫生健康局/2024/x.json', folder)).toBeUndefined();
    expect(nearestPath('no/such/thing', join(folder, 'nowhere'))).toBeUndefined();
  });
});
