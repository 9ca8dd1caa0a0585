import { describe, expect, it } from 'vitest';
import { patternInWords } from '../../src/checks/pattern-words.ts';

describe('patternInWords', () => {
  it.each([
    ['^[A-Z]{2}-[0-9]{4}$', '2 capital letters, "-", 4 digits', '2 个大写字母、"-"、4 位数字'],
    ['^\\d{3}:\\d{2}$', '3 digits, ":", 2 digits', '3 位数字、":"、2 位数字'],
    ['^P[0-9]+$', '"P", one or more digits', '"P"、至少 1 位数字'],
    ['^[a-zA-Z0-9]{2,8}$', '2 to 8 letters or digits', '2 至 8 位字母或数字'],
    ['^v\\.\\d{1,}$', '"v.", one or more digits', '"v."、至少 1 位数字'],
    ['^(是|否)$', '"是" or "否"', '"是"或"否"'],
    ['^[1-9]\\d*$', '1 digit from 1 to 9, any number of digits', '1 位 1 至 9 的数字、任意位数字'],
  ])('says %s in words', (pattern, en, zh) => {
    expect(patternInWords(pattern, 'en')).toBe(en);
    expect(patternInWords(pattern, 'zh-CN')).toBe(zh);
  });

  it.each([
    '[A-Z]{2}',
    '^[A-Z]{2}',
    '^[^A-Z]$',
    '^.*$',
    '^(a|b)+$',
    '^a|b$',
    '^a|b|c$',
    '^\\w+$',
    '^x+$',
    '^\\d+?$',
    '^\\d{2}{3}$',
    '^[0-9_]{2}$',
    '^[A-z]$',
    '^\\p{Lu}$',
    '^(?=a)b$',
    '^$',
    '^a$\\$',
    `^${'\\d-'.repeat(60)}$`,
  ])('leaves %s as it is', (pattern) => {
    expect(patternInWords(pattern, 'en')).toBeUndefined();
  });
});
