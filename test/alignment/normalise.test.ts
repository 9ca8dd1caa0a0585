import { describe, expect, it } from 'vitest';
import { nameWords, normaliseCode, singular } from '../../src/alignment/normalise.ts';

describe('nameWords', () => {
  it.each([
    ['accrualPeriodicity', 'accrual periodicity'],
    ['dct:accrualPeriodicity', 'accrual periodicity'],
    ['http://purl.org/dc/terms/accrualPeriodicity', 'accrual periodicity'],
    ['accrual_periodicity', 'accrual periodicity'],
    ['accrual-periodicity', 'accrual periodicity'],
    ['Accrual Periodicity:', 'accrual periodicity'],
    ['describedBY', 'described by'],
    ['USAIDAwardNumber', 'usaid award number'],
    ['@type', 'type'],
    ['Keywords', 'keyword'],
    ['categories', 'category'],
    ['addresses', 'address'],
    ['licenses', 'license'],
    ['status', 'status'],
    ['basis', 'basis'],
    ['access', 'access'],
    ['*更新周期（必填）：', '更新周期'],
    ['数据存储总量（G）', '数据存储总量'],
    ['信息资源提供方名称：', '信息资源提供方名称'],
    ['更新周期 *', '更新周期'],
    ['３、更新周期', '更新周期'],
    ['共享条件/不予共享依据', '共享条件 不予共享依据'],
    ['（备注）', '备注'],
    ['', ''],
    ['：', ''],
  ])('%j → %j', (text, words) => expect(nameWords(text).map(singular).join(' ')).toBe(words));

  it('takes hostile names calmly', () => {
    const started = performance.now();
    for (const piece of ['(', ')', '()', 'aB', 'a:', '*', '、', '\ud800', '1.'])
      nameWords(piece.repeat(500_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('normaliseCode', () => {
  it.each([
    ['‘每年’', '每年'],
    ['“每年”。', '每年'],
    [' 每年\u3000', '每年'],
    ['restricted_public', 'restrictedpublic'],
    ['Restricted  public', 'restrictedpublic'],
    ['Non-Public', 'nonpublic'],
    ['１２', '12'],
    ['1-2', '1-2'],
    ['R/P1Y', 'r/p1y'],
    ['其它', '其他'],
    ['""', '""'],
  ])('%j → %j', (text, key) => expect(normaliseCode(text)).toBe(key));
});
