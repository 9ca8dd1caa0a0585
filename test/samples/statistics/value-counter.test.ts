import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ValueCounter } from '../../../src/samples/statistics/value-counter.ts';
import { valueHash } from '../../../src/samples/statistics/value-hash.ts';

const value = fc.oneof(
  fc.constantFrom('每年', '每月', '每日', '年', '按年更新', '', '不定期'),
  fc.string({ maxLength: 2 }),
  fc.constantFrom(`${'长'.repeat(70)}1`, `${'长'.repeat(70)}2`, '长'.repeat(64), `${'长'.repeat(63)}𠮷𠮷`),
);

function countsOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of values) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function over(values: readonly string[], limit: number, hash: (name: string) => number): ValueCounter {
  const counter = new ValueCounter(limit, hash);
  for (const text of values) counter.add(text);
  return counter;
}

/** What is kept is counted exactly, and it is everything while it is not a sample. */
function assertCounts(counter: ValueCounter, values: readonly string[], limit: number): void {
  const counts = countsOf(values);
  const plain = counter.toPlain();
  expect(plain.isSample).toBe(counts.size > limit);
  expect(plain.values).toHaveLength(Math.min(limit, counts.size));
  for (const { name, count } of plain.values) {
    if (name.length <= 64) expect(count).toBe(counts.get(name));
  }
  if (!plain.isSample) expect(counter.distinct()).toEqual({ count: counts.size, isExact: true });
}

describe('values of a column', () => {
  it('counts the same whatever the order and however they are divided, also where hashes are equal', () => {
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 80 }),
        fc.array(fc.nat(80), { maxLength: 4 }),
        fc.record({ limit: fc.integer({ min: 1, max: 12 }), ranks: fc.constantFrom(1, 3, 50, 2 ** 52) }),
        (values, at, { limit, ranks }) => {
          const hash = (name: string) => valueHash(name) % ranks;
          const whole = over(values, limit, hash);
          const places = [0, ...[...at].sort((a, b) => a - b), values.length];
          const parts = places
            .slice(1)
            .map((end, index) => over(values.slice(places[index], end).reverse(), limit, hash))
            .map((part) => structuredClone(part.toPlain()));
          const merged = new ValueCounter(limit, hash);
          for (const part of parts.reverse()) merged.merge(part);
          expect(merged.toPlain()).toEqual(whole.toPlain());
          expect(merged.distinct()).toEqual(whole.distinct());
          expect(merged.commonest(5)).toEqual(whole.commonest(5));
          assertCounts(whole, values, limit);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('names the commonest, of equal ones the first in code units, and keeps long ones cut', () => {
    const counter = new ValueCounter();
    for (const text of ['每年', '每年', '年', '每月', '每月', `${'长'.repeat(63)}𠮷`]) counter.add(text);
    expect(counter.commonest(4)).toEqual({
      isExact: true,
      values: [
        { text: '每年', isCut: false, count: 2 },
        { text: '每月', isCut: false, count: 2 },
        { text: '年', isCut: false, count: 1 },
        { text: '长'.repeat(63), isCut: true, count: 1 },
      ],
    });
  });

  it('estimates many different values within five standard errors, and says that it does', () => {
    for (const many of [5000, 100_000]) {
      const counter = new ValueCounter();
      for (let row = 0; row < many; row += 1) counter.add(`3302221990${String(row).padStart(8, '0')}`);
      const { count, isExact } = counter.distinct();
      expect(isExact).toBe(false);
      expect(Math.abs(count / many - 1)).toBeLessThan(5 / Math.sqrt(4094));
      expect(counter.toPlain().values).toHaveLength(4096);
      const again = new ValueCounter();
      again.merge(counter.toPlain());
      expect(again.distinct()).toEqual({ count, isExact: false });
    }
  });
});
