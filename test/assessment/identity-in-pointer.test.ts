import { describe, expect, it } from 'vitest';
import { identityPointer } from '../../src/assessment/identity-in-pointer.ts';

describe('identityPointer', () => {
  const record = {
    distribution: [{ title: 'a.csv', format: 'CSV' }, { title: 'b.csv' }],
    keyword: ['x', 'y'],
  };

  it('names members of a list by what identifies them', () => {
    expect(identityPointer(record, '/distribution/1/format')).toBe('/distribution/[b.csv]/format');
    expect(identityPointer(record, '/keyword/1')).toBe('/keyword/[y]');
  });

  it('does not change when the list is reordered', () => {
    const reordered = { ...record, distribution: [...record.distribution].reverse() };
    expect(identityPointer(reordered, '/distribution/0/format')).toBe(
      identityPointer(record, '/distribution/1/format'),
    );
  });
});
