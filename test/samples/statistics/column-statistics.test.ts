import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataType } from '../../../src/model/data-item.ts';
import { dataTypes } from '../../../src/model/data-item.ts';
import { ColumnStatistics } from '../../../src/samples/statistics/column-statistics.ts';
import { orderOf } from '../../../src/samples/statistics/value-order.ts';

function over(type: DataType, values: readonly string[]): ColumnStatistics {
  const statistics = new ColumnStatistics(type);
  for (const text of values) statistics.add(text);
  return statistics;
}

function range(type: DataType, values: readonly string[]): readonly (string | undefined)[] {
  const statistics = over(type, values);
  return [statistics.minimum()?.text, statistics.maximum()?.text];
}

describe('statistics of a column', () => {
  it.each([
    ['integer', ['9', '10', '-3', '暂无', '1e9'], '-3', '10'],
    [
      'integer',
      ['913101120879949320', '913101120879949321', '913101120879949319'],
      '913101120879949319',
      '913101120879949321',
    ],
    ['number', ['1.50', '1.5', '-0.25', '.5', '12'], '-0.25', '12'],
    ['date', ['2017-05-01', '1999-12-31', '20990101', '2017/9/10', '2017-02-30'], '1999-12-31', '2017-05-01'],
    [
      'date-time',
      ['2020-06-18T08:00:00+08:00', '2020-06-18T00:30:00Z', '2020-06-18 00:00:00'],
      '2020-06-18T08:00:00+08:00',
      '2020-06-18T00:30:00Z',
    ],
    ['string', ['乙', '甲', 'a', 'Z'], 'Z', '甲'],
    ['year-month', ['2020-11', '2019-02', '2019年3月'], '2019-02', '2020-11'],
    ['date', ['暂无', ''], undefined, undefined],
  ] as const)('finds the smallest and largest %s', (type, values, ...expected) => {
    expect(range(type, values)).toEqual(expected);
  });

  it('counts filled and empty cells and the longest in characters', () => {
    const statistics = over('string', ['', '鄞州区', '𠮷野家', 'ab', '']);
    statistics.addEmpty(3);
    expect(statistics.toPlain()).toMatchObject({ filled: 3, empty: 5, longest: 3 });
  });

  it('keeps long texts cut, never within a character', () => {
    const statistics = over('string', [`${'长'.repeat(63)}𠮷${'x'.repeat(1000)}`]);
    expect(statistics.minimum()).toEqual({ text: '长'.repeat(63), isCut: true });
    expect(JSON.stringify(statistics.toPlain()).length).toBeLessThan(1000);
  });

  it('is the same whatever the order and however the column is divided', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '1',
        '1.0',
        '01',
        '+1',
        '-0',
        '0',
        '2017-05-01',
        '2017-05',
        '2017',
        '08:00',
        '2020-06-18T08:00:00+08:00',
        '2020-06-18T00:00:00Z',
      ),
      fc.integer().map(String),
      fc.double().map(String),
      fc.string({ minLength: 60, maxLength: 70, unit: fc.constantFrom('长', '𠮷') }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...dataTypes),
        fc.array(cell, { maxLength: 40 }),
        fc.nat(40),
        (type, values, at) => {
          const merged = new ColumnStatistics(type);
          merged.merge(structuredClone(over(type, values.slice(at).reverse()).toPlain()));
          merged.merge(over(type, values.slice(0, at)).toPlain());
          expect(merged.toPlain()).toEqual(over(type, values).toPlain());
        },
      ),
    );
  });

  it('compares decimals as numbers', () => {
    const decimal = fc
      .tuple(fc.constantFrom('', '-', '+'), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat(999))
      .map(([sign, whole, thousandths]) => ({
        text: `${sign}${whole}.${String(thousandths).padStart(3, '0')}`,
        size: (sign === '-' ? -1n : 1n) * (whole * 1000n + BigInt(thousandths)),
      }));
    fc.assert(
      fc.property(decimal, decimal, (one, other) => {
        const expected = Number(one.size > other.size) - Number(one.size < other.size);
        expect(Math.sign(orderOf('number').compare(one.text, other.text))).toBe(expected);
      }),
    );
  });
});
