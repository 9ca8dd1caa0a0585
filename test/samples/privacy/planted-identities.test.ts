import { describe, expect, it } from 'vitest';
import { makeIdentities } from '../../../scripts/support/identities.js';
import { judgeTable } from './tally-table.ts';

describe.each([1, 2, 3])('a table with planted identities, seed %i', (seed) => {
  const values = new Set<string>();
  const table = makeIdentities({ rows: 20_000, seed, onValue: (value) => values.add(value) });
  const findings = judgeTable({ headings: table.headings, rows: table.rows });
  const planted = table.planted().columns;

  it('finds all that is planted, and counts exactly', () => {
    const found = findings.map(({ facts }) => ({
      column: facts['column'],
      detector: facts['detector'],
      count: facts['count'],
      masked: facts['masked'],
    }));
    const byColumn = (left: { column: unknown; detector: unknown }) => `${left.column} ${left.detector}`;
    const sorted = (list: readonly { column: unknown; detector: unknown }[]) =>
      [...list].sort((left, right) => (byColumn(left) < byColumn(right) ? -1 : 1));
    expect(sorted(found)).toEqual(sorted(planted));
    expect(
      planted
        .filter(({ column }) => column === '备注')
        .map(({ detector }) => detector)
        .sort(),
    ).toEqual(['bank-account', 'citizen-id', 'phone']);
  });

  it('raises no alarm on credit codes, order numbers, serial numbers and timestamps', () => {
    const quiet = [
      '序号',
      '单位名称',
      '统一社会信用代码',
      '订单编号',
      '受理编号',
      '交易流水号',
      '更新时间戳',
    ];
    expect(findings.filter(({ facts }) => quiet.includes(String(facts['column'])))).toEqual([]);
  });

  it('shows none of the values', () => {
    const text = JSON.stringify(findings);
    expect(values.size).toBeGreaterThan(65_000);
    expect([...values].filter((value) => text.includes(value))).toEqual([]);
  });
});

it('is the same table for the same seed, another for another', () => {
  const rowsOf = (seed: number) => [...makeIdentities({ rows: 50, seed }).rows];
  expect(rowsOf(7)).toEqual(rowsOf(7));
  expect(rowsOf(7)).not.toEqual(rowsOf(8));
});
