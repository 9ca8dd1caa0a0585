import { describe, expect, it } from 'vitest';
import { inconsistencies } from '../../src/assessment/inconsistencies.ts';
import type { CatalogueKey } from '../../src/assessment/partial.ts';
import { findSeries } from '../../src/assessment/series.ts';

/** Records of one file that say one thing each; `undefined` is a record that says nothing there. */
function keysOf(texts: readonly (string | undefined)[], path = 'a.json'): CatalogueKey[] {
  return texts.map((text, index): CatalogueKey => {
    const mark = {
      text: text ?? '',
      pointer: '/provider',
      at: { line: index + 1, column: 1 },
      field: '/provider',
    };
    return {
      kind: 'resource',
      department: 'd',
      path,
      recordPointer: `/resources/${index}`,
      references: [],
      counted: text === undefined ? [] : [mark],
      marks: text === undefined ? [] : [{ ...mark, within: 'd' }],
    };
  });
}

const told = (keys: readonly CatalogueKey[]) =>
  findSeries(keys).findings.map(({ key, facts }) =>
    [key.recordPointer, facts['first'], facts['last'], facts['records']].join(' '),
  );

describe('a value that counts up', () => {
  it.each<[string, string[], string[]]>([
    ['at its end', ['民政局1', '民政局2', '民政局3'], ['/resources/1 民政局1 民政局3 3']],
    [
      'inside',
      ['12320100671322000Q', '12320100671322001Q', '12320100671322002Q'],
      ['/resources/1 12320100671322000Q 12320100671322002Q 3'],
    ],
    ['over the tens', ['科09', '科10', '科11'], ['/resources/1 科09 科11 3']],
    ['beside a number that stays', ['2 处 7', '2 处 8', '2 处 9'], ['/resources/1 2 处 7 2 处 9 3']],
    ['later on', ['局', '局5', '局6', '局7', '厅'], ['/resources/2 局5 局7 3']],
    ['twice', ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'], ['/resources/1 a1 a3 3', '/resources/4 b1 b3 3']],
    [
      'beyond what numbers can hold exactly',
      ['9007199254740992', '9007199254740993', '9007199254740994'],
      ['/resources/1 9007199254740992 9007199254740994 3'],
    ],
  ])('%s', (_, texts, findings) => {
    expect(told(keysOf(texts))).toEqual(findings);
  });

  it.each<[string, (string | undefined)[]]>([
    ['is constant', ['局1', '局1', '局1', '局1']],
    ['goes on once only', ['局1', '局2', '局4', '局5']],
    ['goes down', ['局3', '局2', '局1']],
    ['grows by more than one', ['第10号', '第20号', '第30号']],
    ['changes in words too', ['一局1', '二局2', '三局3']],
    ['changes at several numbers', ['1-1', '2-2', '3-3']],
    ['changes at another number each time', ['1-1', '2-1', '2-2', '3-2']],
    ['is interrupted', ['局1', '局2', undefined, '局3', '局4']],
    ['has no number', ['局', '局', '局']],
  ])('is none where it %s', (_, texts) => {
    expect(told(keysOf(texts))).toEqual([]);
  });

  it('is none across files', () => {
    expect(told([...keysOf(['局1', '局2'], 'a.json'), ...keysOf(['局3', '局4'], 'b.json')])).toEqual([]);
  });

  it('is not told as many inconsistent values once more', () => {
    const keys = keysOf(['c1', 'c2', 'c3', 'c4']);
    const { counted } = findSeries(keys);
    expect([...inconsistencies(keys, counted)]).toEqual([]);
    expect([...inconsistencies(keys, new Set())]).toHaveLength(3);
  });

  it('is looked for in bounded time', () => {
    const long = '1 '.repeat(250);
    const start = performance.now();
    expect(told(keysOf(Array.from({ length: 2000 }, () => long)))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
