import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/alignment/edit-distance.ts';
import { nearSpelling } from '../../src/alignment/near-spelling.ts';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['publsher', 'publisher', 1],
    ['teh', 'the', 1],
    ['ca', 'abc', 3],
    ['更新频度', '更新频率', 1],
    ['𠮷a', 'a', 1],
    ['kitten', 'sitting', 3],
  ])('%j %j: %i', (a, b, distance) => expect(editDistance(a, b)).toBe(distance));

  it('stops at the limit', () => {
    expect(editDistance('kitten', 'sitting', 2)).toBe(3);
    expect(editDistance('a'.repeat(1e6), 'b'.repeat(1e6), 3)).toBe(4);
    expect(editDistance('a', 'a'.repeat(1e6), 3)).toBe(4);
  });

  it('is symmetric, zero for equals, and the same with a limit that is not reached', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '年', '𠮷'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(10), (a, b, limit) => {
        const distance = editDistance(a, b);
        expect(editDistance(b, a)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(editDistance(a, b, limit)).toBe(Math.min(distance, limit + 1));
      }),
    );
  });
});

describe('nearSpelling of what is built of parts', () => {
  it('wants every part to be a slip of its own', () => {
    expect(nearSpelling('text/arff', 'text/rtf')).toBeUndefined();
    expect(nearSpelling('text/arff', 'application/rtf')).toBeUndefined();
    expect(nearSpelling('text/cvs', 'text/csv')).toBeDefined();
    expect(nearSpelling('aplication/json', 'application/json')).toBeDefined();
  });
});

describe('nearSpelling', () => {
  it.each([
    ['publsher', 'publisher'],
    ['titel', 'title'],
    ['tpye', 'type'],
    ['anual', 'annual'],
    ['distirbuton', 'distribution'],
    ['更新频度', '更新频率'],
    ['信息源资名称', '信息资源名称'],
    ['资源提供单', '资源提供单位'],
  ])('%s may be %s', (a, b) => expect(nearSpelling(a, b)).toBeDefined());

  it.each([
    ['title', 'issued'],
    ['date', 'data'],
    ['name', 'game'],
    ['regular', 'irregular'],
    ['monthly', 'bimonthly'],
    ['column1', 'column2'],
    ['2022年人口', '2023年人口'],
    ['年', '每年'],
    ['日期', '周期'],
    ['更新周期', '更新日期'],
    ['有条件开放', '无条件开放'],
    ['开放条件', '不开放条件'],
    ['发布日期', '更新日期'],
    ['提供方', '提供方式'],
    ['资源提供方', '资源提供方代码'],
    ['abc', 'abd'],
  ])('%s is not %s', (a, b) => {
    expect(nearSpelling(a, b)).toBeUndefined();
    expect(nearSpelling(b, a)).toBeUndefined();
  });
});
