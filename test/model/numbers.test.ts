import fc from 'fast-check';
import { expect, it } from 'vitest';
import { counted, thousands } from '../../src/model/numbers.ts';

it('puts a comma between thousands', () => {
  expect([0, 999, 1000, 12_000, 1_234_567].map(thousands)).toEqual([
    '0',
    '999',
    '1,000',
    '12,000',
    '1,234,567',
  ]);
});

it('only adds commas, each before three digits', () => {
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (count) => {
      const text = thousands(count);
      expect(text.replaceAll(',', '')).toBe(String(count));
      expect(text).toMatch(/^\d{1,3}(?:,\d{3})*$/);
    }),
  );
});

it('counts one and many', () => {
  expect([counted(1, 'row'), counted(2300, 'row'), counted(2, 'entry', 'entries')]).toEqual([
    '1 row',
    '2,300 rows',
    '2 entries',
  ]);
});
