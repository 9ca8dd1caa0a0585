import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findConfiguration } from '../../src/workspace/find-configuration.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('findConfiguration', () => {
  it('takes the nearest one, upward', () => {
    const folder = temporaryFolder({
      'concordat.yaml': '',
      'a/concordat.yaml': '',
      'a/b/c/x': '',
      'd/x': '',
    });
    expect(findConfiguration(join(folder, 'a/b/c'))).toBe(join(folder, 'a/concordat.yaml'));
    expect(findConfiguration(join(folder, 'd'))).toBe(join(folder, 'concordat.yaml'));
  });

  it('passes over a folder of that name', () => {
    const folder = temporaryFolder({ 'concordat.yaml': '', 'a/x': '' });
    mkdirSync(join(folder, 'a/concordat.yaml'));
    expect(findConfiguration(join(folder, 'a'))).toBe(join(folder, 'concordat.yaml'));
  });

  it('finds none where there is none', () => {
    const folder = temporaryFolder();
    expect(findConfiguration(folder)).toBeUndefined();
  });
});
