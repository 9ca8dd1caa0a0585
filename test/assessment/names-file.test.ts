import { describe, expect, it } from 'vitest';
import { namesFile } from '../../src/assessment/names-file.ts';

describe('whether a record names a file with its data', () => {
  const binding = { path: '/distribution/*/downloadURL' };
  const distributed = (...urls: readonly unknown[]) => ({
    distribution: urls.map((downloadURL) => ({ downloadURL })),
  });
  it.each([
    [distributed('https://example.org/a.csv', 'beds.csv'), true],
    [distributed('../beds.csv'), true],
    [distributed('https://example.org/a.csv', ' ', 3, null), false],
    [{ distribution: { downloadURL: 'beds.csv' } }, false],
    [{ distribution: [null, 'beds.csv'] }, false],
    [{}, false],
    [null, false],
  ])('%j: %s', (record, names) => {
    expect(namesFile(record, binding)).toBe(names);
  });

  it('is not where the standard has no field for it', () => {
    expect(namesFile(distributed('beds.csv'), {})).toBe(false);
    expect(namesFile({ file: 'beds.csv' }, { path: '/file' })).toBe(true);
  });
});
