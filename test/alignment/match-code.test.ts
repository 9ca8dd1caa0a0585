import { describe, expect, it } from 'vitest';
import { matchCode, matchValue } from '../../src/alignment/match-code.ts';
import { codeList, frequency, updateCycle } from './samples.ts';

function found(text: string, list = updateCycle): string | undefined {
  const match = matchCode(text, list);
  return match && `${match.code.code} ${match.how}${match.certain ? '' : '?'}`;
}

describe('matchCode on the update cycle', () => {
  it.each([
    ['年', '每年 alias'],
    ['按年更新', '每年 alias'],
    ['按年', '每年 alias'],
    ['每天', '每日 alias'],
    ['‘每年’', '每年 case'],
    ['每年 ', '每年 case'],
    ['“按年”', '每年 alias'],
    ['annual', '每年 label'],
    ['Real Time', '实时 label'],
    ['其它', '其他 case'],
    ['季度', '每季度 nearest?'],
    ['不定期更新', '不定期 nearest?'],
    ['每半年更新', '每半年 nearest?'],
    ['每年更新', '每年 nearest?'],
  ])('%s: %s', (text, expected) => expect(found(text)).toBe(expected));

  it.each([
    '每两年',
    '牲畜饲养',
    '6',
    '0',
    '6个月',
    '',
    '   ',
    '每',
    '每年或每月',
    '定期',
    '非实时',
    '暂无',
    '‘’',
  ])('%j means none', (text) => expect(found(text)).toBeUndefined());
});

describe('matchCode on codes in English', () => {
  it.each([
    ['Annual', 'annual case'],
    ['annually', 'annual alias'],
    ['yearly', 'annual label'],
    ['Yearly', 'annual label'],
    ['每年', 'annual label'],
    ['anual', 'annual nearest?'],
    ['quartely', 'quarterly spelling'],
    ['quaterly', 'quarterly spelling'],
    ['mothly', 'monthly nearest?'],
    ['ＤＡＩＬＹ', 'daily case'],
  ])('%s: %s', (text, expected) => expect(found(text, frequency)).toBe(expected));

  it.each(['regular', 'bimonthly', 'biweekly', 'biannual', 'semiannual', 'hourly', 'R/P1Y', '1'])(
    '%s means none',
    (text) => expect(found(text, frequency)).toBeUndefined(),
  );
});

describe('matchCode', () => {
  it('never guesses among numbers, but knows their labels and width', () => {
    const list = codeList(
      { code: '1', labels: { 'zh-CN': '无条件共享' } },
      { code: '2', labels: { 'zh-CN': '有条件共享' } },
    );
    expect(found('３', list)).toBeUndefined();
    expect(found('１', list)).toBe('1 case');
    expect(found('有条件共享', list)).toBe('2 label');
    expect(found('无条件', list)).toBe('1 nearest?');
    expect(found('五条件共享', list)).toBeUndefined();
  });

  it('does not take a code for its opposite', () => {
    const list = codeList({ code: '有条件开放' }, { code: '不予开放' });
    expect(found('无条件开放', list)).toBeUndefined();
    expect(found('开放', list)).toBeUndefined();
  });

  it('is not certain of a label that two codes share', () => {
    const list = codeList({ code: 'a1', labels: { en: 'Other' } }, { code: 'b1', labels: { en: 'other' } });
    expect(found('Other', list)).toBe('a1 label');
    expect(found('OTHER', list)).toBe('a1 label?');
  });

  it('prefers a code in force and follows a withdrawn one to its successor', () => {
    const list = codeList(
      { code: 'old', labels: { en: 'Transport' }, status: 'withdrawn' },
      { code: 'new', labels: { en: 'Transport' } },
      { code: 'gone', labels: { en: 'Railways' }, status: 'withdrawn', replacedBy: 'new' },
      { code: 'lost', labels: { en: 'Canals' }, status: 'withdrawn' },
    );
    expect(found('Transport', list)).toBe('new label');
    expect(found('railways', list)).toBe('new label');
    expect(found('Canals', list)).toBe('lost label?');
  });

  it('knows a URI by its last part', () => {
    const list = codeList(
      { code: 'http://example.org/frequency/ANNUAL' },
      { code: 'http://example.org/frequency/12' },
    );
    expect(found('annual', list)).toBe('http://example.org/frequency/ANNUAL alias');
    expect(found('12', list)).toBeUndefined();
  });

  it('takes names that are words of the language', () => {
    expect(found('constructor')).toBeUndefined();
    expect(found('__proto__', codeList({ code: '__proto__x' }))).toBe('__proto__x nearest?');
  });

  it('answers at once for a hundred codes and soon for twenty thousand', () => {
    const letter = (at: number, place: number): string =>
      String.fromCharCode(97 + ((at * 7919 * (place + 3) + place * 31 + (at >> place)) % 26));
    const words = Array.from({ length: 20_000 }, (_, at) => {
      const code = Array.from({ length: 9 }, (_unused, place) => letter(at, place)).join('');
      return { code, labels: { 'zh-CN': `第${at}类数据` } };
    });
    const small = codeList(...words.slice(0, 100));
    const large = codeList(...words);
    const texts = words.slice(0, 100).map(({ code }) => `${code.slice(0, 4)}q${code.slice(5)}`);
    matchCode('warm up', large);
    matchCode('warm up', small);
    const before = performance.now();
    for (let round = 0; round < 10; round += 1) for (const text of texts) matchCode(text, small);
    const between = performance.now();
    for (const text of texts) matchCode(text, large);
    const after = performance.now();
    expect((between - before) / 1000).toBeLessThan(1);
    expect((after - between) / 100).toBeLessThan(50);
  });
});

describe('matchValue', () => {
  const allowed = ['public', 'restricted public', 'non-public'];

  it.each([
    ['Public', 'public', 'case', true],
    ['restricted-public', 'restricted public', 'case', true],
    ['non public', 'non-public', 'case', true],
    ['restrictd public', 'restricted public', 'spelling', true],
    ['pubic', 'public', 'nearest', false],
  ])('%s: %s', (...[text, value, how, certain]) => {
    expect(matchValue(text, allowed)).toMatchObject({ value, how, certain });
  });

  it.each(['private', 'unrestricted', '2', ''])('%j means none', (text) =>
    expect(matchValue(text, allowed)).toBeUndefined(),
  );
});
