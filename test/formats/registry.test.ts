import { describe, expect, it } from 'vitest';
import { createFormatPolicy, findFormat, formatReason, formats } from '../../src/formats/index.ts';

describe('the registry', () => {
  it('names every format once', () => {
    const names = formats.map((format) => format.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(35);
  });

  it.each(formats.map((format) => [format.name, format] as const))('%s: example, texts, cap', (_, format) => {
    expect(format.check(format.example)).toBe(true);
    expect(format.check('1'.repeat(8193))).toBe('too-long');
    const texts = [format.title, ...Object.values(format.reasons)];
    for (const text of texts) {
      expect(text.en).not.toBe('');
      expect(text['zh-CN']).toMatch(/[\u4e00-\u9fa5]|UUID/);
    }
    for (const reason of Object.values(format.reasons)) {
      expect(reason.en).toMatch(/^[A-Z].*\.$/);
      expect(reason['zh-CN']).toMatch(/。$/);
    }
  });

  it('answers hostile input of the permitted length quickly and with a reason that has a sentence', () => {
    const hostile = [
      'a',
      '0',
      '.',
      '-',
      ':',
      '%',
      '"',
      '\\',
      '{',
      '@',
      '/',
      '政',
      '\u0300',
      '\ud800',
      'xn--',
      '::',
      'a.',
      '1/',
      '*',
      ' ',
    ];
    const started = performance.now();
    const texts = hostile
      .map((piece) => piece.repeat(Math.floor(8000 / piece.length)))
      .flatMap((text) => [text, `${text}!`, `"${text}`, `1234567${text}x`]);
    for (const format of formats) {
      const verdicts = texts.map((text) => format.check(text)).filter((verdict) => verdict !== true);
      expect(Object.keys(format.reasons)).toEqual(expect.arrayContaining(verdicts));
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('the policy', () => {
  it('does not know what it does not check', () => {
    const policy = createFormatPolicy();
    for (const name of ['color', 'constructor', '__proto__', ''])
      expect(policy.check(name, 'x')).toBeUndefined();
    expect(findFormat('toString')).toBeUndefined();
  });

  it('demands offsets unless told otherwise', () => {
    const strict = createFormatPolicy();
    expect(strict.check('date-time', '2020-06-18T00:00:00')).toBe('offset-missing');
    expect(strict.check('time', '08:30:00')).toBe('offset-missing');
    for (const dateTimeOffset of ['recommended', 'optional'] as const) {
      const loose = createFormatPolicy({ dateTimeOffset });
      expect(loose.check('date-time', '2020-06-18T00:00:00')).toBe(true);
      expect(loose.check('date-time', '2020-06-18T00:00:00+08:00')).toBe(true);
      expect(loose.check('date-time', '2020-06-18')).toBe('time-missing');
      expect(loose.check('time', '08:30:00')).toBe(true);
    }
    expect(createFormatPolicy({ dateTimeOffset: 'required' }).check('time', '08:30:00')).toBe(
      'offset-missing',
    );
  });

  it('says why in both languages', () => {
    expect(formatReason('date', 'month-out-of-range', 'en')).toBe('The month is not between 01 and 12.');
    expect(formatReason('date', 'month-out-of-range', 'zh-CN')).toBe('月份不在 01 至 12 之间。');
    expect(formatReason('uuid', 'constructor', 'en')).toBe('It is not a valid UUID.');
    expect(formatReason('color', 'x', 'zh-CN')).toBe('不是有效的color。');
  });
});
