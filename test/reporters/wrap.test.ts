import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/reporters/columns.ts';
import { shortenQuoted } from '../../src/reporters/shorten-quoted.ts';
import { wrap } from '../../src/reporters/wrap.ts';

describe('wrap', () => {
  it('keeps short quotations on one line, Chinese ones too', () => {
    expect(wrap('a field of the standard. Did you mean `更新周期`, which is missing?', 44)).toEqual([
      'a field of the standard. Did you mean',
      '`更新周期`, which is missing?',
    ]);
    expect(wrap('缺少该元素，应为“信息资源摘要”（该元素缺失）', 24)).toEqual([
      '缺少该元素，应为',
      '“信息资源摘要”（该元素缺',
      '失）',
    ]);
  });

  it('ends no line with an opening bracket and starts none with a closing mark', () => {
    for (let columns = 16; columns < 60; columns += 1) {
      const lines = wrap('的名称与另一条记录（25399:9）的名称除标点、空格外相同（见“目录”）。', columns);
      expect(lines.filter((line) => /[（“]$|^[）。、”]/u.test(line))).toEqual([]);
      expect(lines.filter((line) => columnsOf(line) > columns)).toEqual([]);
    }
  });

  it('breaks a long address at its joints, and anything that is longer than a line', () => {
    expect(wrap('license https://creativecommons.org/publicdomain/mark/1.0/ is old', 40)).toEqual([
      'license https://creativecommons.org/',
      'publicdomain/mark/1.0/ is old',
    ]);
    expect(wrap('x'.repeat(25), 10)).toEqual(['xxxxxxxxxx', 'xxxxxxxxxx', 'xxxxx']);
  });

  it('takes no longer for many marks that are never closed', () => {
    const text = '“'.repeat(100_000);
    const start = performance.now();
    expect(wrap(text, 80).join('')).toBe(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('shortenQuoted', () => {
  const message = `license "http://creativecommons.org/publicdomain/mark/1.0/other-pd" is not in code list license`;

  it('cuts long values in the middle, so that the sentence can be read', () => {
    expect(shortenQuoted(message, 80)).toBe(
      'license "http://creativecommons.org/pu…1.0/other-pd" is not in code list license',
    );
    expect(shortenQuoted(message, 200)).toBe(message);
  });

  it('cuts long names as well', () => {
    expect(shortenQuoted(`the column “${'名'.repeat(100)}” is not declared; “甲” is`, 80)).toBe(
      `the column “${'名'.repeat(14)}…${'名'.repeat(6)}” is not declared; “甲” is`,
    );
  });

  it('takes what stands between two values for no value', () => {
    expect(shortenQuoted('"a" is not what the standard asks for; it should be "b"', 20)).toBe(
      '"a" is not what the standard asks for; it should be "b"',
    );
  });
});
