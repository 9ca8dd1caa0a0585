import { describe, expect, it } from 'vitest';
import type { Standard } from '../../src/model/standard.ts';
import { recordAround } from '../../src/records/record-around.ts';

const standardWith = (...kinds: readonly { at: readonly string[]; envelope?: boolean }[]): Standard =>
  ({ kinds: kinds.map((kind) => ({ envelope: false, ...kind })) }) as unknown as Standard;

describe('the record that something lies in', () => {
  const catalogue = standardWith({ at: ['/dataset/*', '/*', ''] }, { at: [''], envelope: true });

  it.each([
    ['/dataset/134/description', '/dataset/134'],
    ['/dataset/134', '/dataset/134'],
    ['/7/title', '/7'],
    ['/title', ''],
    ['/dataset', ''],
  ])('%s: %j', (pointer, record) => expect(recordAround(pointer, catalogue)).toBe(record));

  it('is none around the records', () => {
    const split = standardWith({ at: ['/a~1b/*'] }, { at: [''], envelope: true });
    expect(recordAround('/a~1b/3/x', split)).toBe('/a~1b/3');
    expect(recordAround('/a~1b', split)).toBeUndefined();
    expect(recordAround('/other', split)).toBeUndefined();
  });
});
