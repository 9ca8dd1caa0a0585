import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataItem } from '../../../src/model/data-item.ts';
import { dataTypes } from '../../../src/model/data-item.ts';
import { booleanStyleNames } from '../../../src/samples/cells/boolean-cell.ts';
import type { CellFault } from '../../../src/samples/cells/cell-fault.ts';
import type { CellContext } from '../../../src/samples/cells/cell-judge.ts';
import { cellJudge } from '../../../src/samples/cells/cell-judge.ts';
import { textStyleNames } from '../../../src/samples/cells/cell-text.ts';
import { parseDatePattern, unknownDirective } from '../../../src/samples/cells/date-pattern.ts';
import { dateStyleNames } from '../../../src/samples/cells/date-styles.ts';
import { compareDecimals, readDecimal, writeDecimal } from '../../../src/samples/cells/decimal-text.ts';
import { numberStyleNames } from '../../../src/samples/cells/number-cell.ts';
import type { StoredKind } from '../../../src/samples/inputs/row-source.ts';
import { codeList, item } from './items.ts';

/** Every name that a style may have. */
const styleNames: readonly string[] = [
  '',
  'word',
  ...dateStyleNames,
  ...booleanStyleNames,
  ...numberStyleNames,
  ...textStyleNames,
];
const context: CellContext = { emptyWords: ['-'], nullWords: ['暂无', '无', 'NULL'], encoding: 'utf-8' };

function toldStored(
  parts: Partial<DataItem>,
  [text, kind]: readonly [string, StoredKind],
  asksKind = true,
): string {
  return wordsOf(cellJudge(item(parts), { ...context, asksKind })(text, kind));
}

function told(parts: Partial<DataItem>, text: string, where: Partial<CellContext> = {}): string {
  return wordsOf(cellJudge(item(parts), { ...context, ...where })(text));
}

/** `check reason style → mended`, without what is not there; `fine`. */
function wordsOf(fault: CellFault | undefined): string {
  if (fault === undefined) return 'fine';
  const { check, reason, style, mended, nearest } = fault;
  const words = [check.slice('cell/'.length), reason, style].filter((word) => word !== '').join(' ');
  return `${words}${mended === undefined ? '' : ` → ${mended}`}${nearest === undefined ? '' : ` (${nearest})`}`;
}

const date = { type: 'date' } as const;

describe('cellJudge', () => {
  it.each([
    ['2017-05-01', 'fine'],
    ['9999-09-09', 'fine'],
    ['20170501', 'type other-style CCYYMMDD → 2017-05-01'],
    ['2022-4-21', 'type other-style CCYY-M-D → 2022-04-21'],
    ['2017/09/10', 'type other-style CCYY/M/D → 2017-09-10'],
    ['2017.5.1', 'type other-style CCYY.M.D → 2017-05-01'],
    ['2017年11月10日', 'type other-style CCYY年M月D日 → 2017-11-10'],
    ['２０１７年５月１日', 'type other-style CCYY年M月D日 → 2017-05-01'],
    ['二〇一七年十一月三十日', 'type other-style chinese-numerals → 2017-11-30'],
    ['01/05/2017', 'type other-style DD/MM/YYYY'],
    ['31/12/2017', 'type other-style DD/MM/YYYY'],
    ['01-May-2017', 'type other-style DD-MON-YYYY → 2017-05-01'],
    ['2020-06-18 00:00:00', 'type other-style CCYY-MM-DD hh:mm:ss → 2020-06-18'],
    ['2020-06-18 08:30:00', 'type other-style CCYY-MM-DD hh:mm:ss'],
    ['2017/5/1 0:00', 'type other-style CCYY/M/D hh:mm:ss → 2017-05-01'],
    ['2099-12-31 00:00;00', 'type other-style CCYY-MM-DD hh:mm;ss → 2099-12-31'],
    ['2025/04/27-2026/01/01', 'type other-style several-dates'],
    ['42856', 'type other-style excel-serial'],
    ['1510816757000', 'type other-style epoch-milliseconds'],
    ['1510816757', 'type other-style epoch-seconds'],
    ['2017', 'type other-style CCYY'],
    ['201705', 'type other-style CCYYMM'],
    ['2017-05', 'type other-style CCYY-MM'],
    ['17-05-01', 'type other-style YY-MM-DD'],
    ['2017-02-30', 'type no-such-day CCYY-MM-DD'],
    ['2017-13', 'type no-such-month CCYY-MM'],
    ['2017/2/30', 'type no-such-day CCYY/M/D'],
    ['20171301', 'type not-date'],
    ['重庆', 'type not-date'],
    [' 2017-05-01', 'text-quality edge-space edge-space → 2017-05-01'],
    ['2017-05-01\u3000', 'text-quality edge-space edge-space → 2017-05-01'],
    ['２０１７-０５-０１', 'text-quality full-width full-width → 2017-05-01'],
    ['2017-05\u200b-01', 'text-quality control-character control-character → 2017-05-01'],
    ['暂无', 'blank null-word word → '],
    [' 暂无 ', 'blank null-word word → '],
    ['-', 'fine'],
    ['  ', 'text-quality edge-space edge-space → '],
  ])('of a date: %s is %s', (text, expected) => {
    expect(told(date, text)).toBe(expected);
  });

  it.each<[Partial<DataItem>, string, string]>([
    [{ type: 'integer' }, '007', 'fine'],
    [{ type: 'integer' }, '1,234,567', 'type other-style thousands → 1234567'],
    [{ type: 'integer' }, '12.0', 'type other-style decimal-zero → 12'],
    [{ type: 'integer' }, '12.5', 'type not-integer decimals'],
    [{ type: 'integer' }, '1.5E+3', 'type other-style exponent → 1500'],
    [{ type: 'integer' }, '9.13102E+17', 'type other-style spreadsheet-number'],
    [{ type: 'integer' }, '１２', 'text-quality full-width full-width → 12'],
    [{ type: 'integer' }, '−12', 'type other-style minus-sign → -12'],
    [{ type: 'number' }, '12元', 'type other-style unit'],
    [{ type: 'number' }, '￥12.50', 'type other-style unit'],
    [{ type: 'number' }, '12.5%', 'type other-style percent'],
    [{ type: 'number' }, '1,234.50', 'type other-style thousands → 1234.5'],
    [{ type: 'number' }, '1,234', 'type other-style thousands'],
    [{ type: 'number' }, '3,14', 'type other-style decimal-comma → 3.14'],
    [{ type: 'number' }, '1.5E+3', 'fine'],
    [{ type: 'number' }, 'NaN', 'fine'],
    [{ type: 'number', range: { minimum: 0 } }, 'NaN', 'type not-number'],
    [{ type: 'number', decimalCharacter: ',', groupCharacter: '.' }, '1.234,5', 'fine'],
    [{ type: 'number', precision: { digits: 5, decimals: 2 } }, '123.450', 'fine'],
    [{ type: 'number', precision: { digits: 5, decimals: 2 } }, '123.456', 'precision decimals'],
    [{ type: 'number', precision: { digits: 5 } }, '1E+5', 'precision digits'],
    [
      { type: 'integer', range: { maximum: '12345678901234567890' } },
      '12345678901234567891',
      'range maximum',
    ],
    [{ type: 'integer', range: { maximum: '12345678901234567890' } }, '12345678901234567889', 'fine'],
    [{ type: 'number', range: { exclusiveMinimum: 0 } }, '0.0', 'range exclusiveMinimum'],
    [{ type: 'date', range: { minimum: '2017-01-01' } }, '2016-12-31', 'range minimum'],
    [{ type: 'date-time', range: { maximum: '2017-05-01T00:00:00Z' } }, '2017-05-01T08:00:00+08:00', 'fine'],
    [
      { type: 'date-time', range: { maximum: '2017-05-01T00:00:00Z' } },
      '2017-05-01T08:00:01+08:00',
      'range maximum',
    ],
    [
      { type: 'date-time' },
      '2017-05-01 08:30:00',
      'type other-style CCYY-MM-DD hh:mm:ss → 2017-05-01T08:30:00',
    ],
    [{ type: 'date-time' }, '20170501083000', 'type other-style CCYYMMDDhhmmss → 2017-05-01T08:30:00'],
    [{ type: 'date-time' }, '2017-05-01', 'type other-style CCYY-MM-DD'],
    [{ type: 'date', datePattern: '%d/%m/%Y' }, '01/05/2017', 'fine'],
    [{ type: 'date', datePattern: '%d/%m/%Y' }, '2017-05-01', 'type other-style CCYY-MM-DD → 01/05/2017'],
    [
      { type: 'date', datePattern: '%d/%m/%Y', range: { minimum: '2017-01-01' } },
      '31/12/2016',
      'range minimum',
    ],
    [{ type: 'time' }, '083000', 'type other-style hhmmss → 08:30:00'],
    [{ type: 'time' }, '08:30', 'type other-style hh:mm'],
    [{ type: 'time' }, '25:30:00', 'type no-such-time hh:mm:ss'],
    [{ type: 'year' }, '2017年', 'type other-style CCYY年 → 2017'],
    [{ type: 'year' }, '2017.0', 'type other-style CCYY.0 → 2017'],
    [{ type: 'date-time' }, '2017-05-01T25:00:00Z', 'type no-such-time CCYY-MM-DDThh:mm:ss'],
    [{ type: 'date-time' }, '2017-05-01T08:30Z', 'type other-style CCYY-MM-DDThh:mm:ss'],
    [{ type: 'date' }, '2017-05-01T00:00:00+08:00', 'type other-style CCYY-MM-DDThh:mm:ss'],
    [{ type: 'date' }, '2017-05-01 00:00:00.000', 'type other-style CCYY-MM-DD hh:mm:ss → 2017-05-01'],
    [{ type: 'date' }, '2017-05-01 00:00:00.500', 'type other-style CCYY-MM-DD hh:mm:ss'],
    [
      { type: 'date-time' },
      '2017-05-01 08:30:00.250',
      'type other-style CCYY-MM-DD hh:mm:ss → 2017-05-01T08:30:00.250',
    ],
    [{ type: 'date', datePattern: '%d/%m/%Y' }, '31/02/2020', 'type no-such-day'],
    [{ type: 'date', datePattern: '%F' }, '2020/01/02', 'type other-style CCYY/M/D → 2020-01-02'],
    [{ type: 'date', datePattern: '%-d/%-m/%Y' }, '1/2/2020', 'fine'],
    [{ type: 'time', datePattern: '%H:%M' }, '24:10', 'type no-such-time'],
    [
      {
        type: 'date-time',
        datePattern: '%Y-%m-%dT%H:%M:%S%z',
        range: { minimum: '2020-01-01T00:00:00+00:00' },
      },
      '2020-01-01T07:30:00+0800',
      'range minimum',
    ],
    [
      { type: 'number', decimalCharacter: ',', groupCharacter: '.', range: { minimum: 1.5 } },
      '2.000,5',
      'fine',
    ],
    [{ type: 'number', decimalCharacter: ',', groupCharacter: '.', range: { minimum: 1.5 } }, '12', 'fine'],
    [{ type: 'year-month' }, '201705', 'type other-style CCYYMM → 2017-05'],
    [{ type: 'year-month' }, '2017年5月', 'type other-style CCYY年M月 → 2017-05'],
    [{ type: 'boolean' }, '是', 'type other-style 是/否 → true'],
    [{ type: 'boolean', words: { true: ['是'], false: ['否'] } }, 'N', 'type other-style Y/N → 否'],
    [{ type: 'boolean' }, '也许', 'type not-boolean'],
    [{ format: 'uscc' }, '91350100M000100Y43', 'fine'],
    [{ format: 'uscc' }, '91350100M000100Y44', 'format check-character'],
    [{ format: 'uscc' }, '91350100M000100Y43 ', 'text-quality edge-space edge-space → 91350100M000100Y43'],
    [{ format: 'citizen-id' }, '1.10105E+17', 'format spreadsheet-number'],
    [{ format: 'date' }, '20170501', 'format no-separators CCYYMMDD → 2017-05-01'],
    [{ length: { max: 4, unit: 'characters' } }, '𠮷中国人', 'fine'],
    [{ length: { max: 4, unit: 'characters' } }, '中国人民路', 'length too-long'],
    [
      { length: { max: 4, unit: 'characters' } },
      '中国人民 ',
      'text-quality edge-space edge-space → 中国人民',
    ],
    [{ length: { min: 2, unit: 'characters' } }, '中', 'length too-short'],
    [{ pattern: { source: '\\d{6}', whole: true } }, '1234567', 'pattern pattern'],
    [{ pattern: { source: '\\d{6}', whole: false } }, '1234567', 'fine'],
    [{ pattern: { source: '(', whole: false } }, '1', 'fine'],
    [{ isRequired: true }, '', 'blank empty'],
    [{ isRequired: true }, '-', 'blank empty word'],
    [{ isRequired: true }, '\u3000', 'blank empty edge-space'],
    [{ type: 'any' }, ' x ', 'fine'],
  ])('of %j: %s is %s', (parts, text, expected) => {
    expect(told(parts, text)).toBe(expected);
  });

  it('counts bytes in the encoding of the file', () => {
    const parts = { length: { max: 4, unit: 'bytes' } } as const;
    expect(told(parts, '中国', { encoding: 'gb18030' })).toBe('fine');
    expect(told(parts, '中国', { encoding: 'utf-16le' })).toBe('fine');
    expect(told(parts, '中国')).toBe('length too-long');
    expect(told(parts, '𠮷a', { encoding: 'gb18030' })).toBe('length too-long');
  });

  it('takes a number for the code that it equals', () => {
    const codes = codeList([{ code: '1' }, { code: '2.5' }, { code: '03' }]);
    const among = (type: 'number' | 'integer' | 'string', text: string): string =>
      told({ type, codes }, text);
    expect(among('number', '1.0')).toBe('fine');
    expect(among('number', '2.50')).toBe('fine');
    expect(among('integer', '01')).toBe('fine');
    expect(among('integer', '1.0')).toBe('type other-style decimal-zero → 1');
    expect(among('number', '3')).toBe('code unknown');
    expect(among('string', '1.0')).toBe('code unknown');
  });

  it('tells what is meant instead of a code', () => {
    const codes = codeList([
      { code: '1', label: '男' },
      { code: '2', label: '女' },
      { code: 'daily', aliases: ['每天'], label: '每日' },
      { code: 'old', status: 'withdrawn', replacedBy: 'daily' },
      { code: '无', label: '没有' },
    ]);
    const cells = ['1', '男', '每天', 'DAILY', '１', 'old', '3', '无', '暂无'];
    expect(cells.map((cell) => `${cell}: ${told({ codes }, cell)}`)).toEqual([
      '1: fine',
      '男: code label → 1 (1)',
      '每天: code spelling → daily (daily)',
      'DAILY: code spelling → daily (daily)',
      '１: text-quality full-width full-width → 1',
      'old: code retired withdrawn → daily (daily)',
      '3: code unknown',
      '无: fine',
      '暂无: blank null-word word → ',
    ]);
  });

  it('mends only to what it finds no fault with, in finitely many words', () => {
    const words = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(...dataTypes),
        fc.boolean(),
        fc.array(fc.constantFrom(...'0123456789-/.:年月日时分秒 Ｔ T,E+%元１５是否\u200b\u3000'.split('')), {
          maxLength: 16,
        }),
        (type, isRequired, parts) => {
          const judge = cellJudge(item({ type, isRequired }), context);
          const fault = judge(parts.join(''));
          if (fault === undefined) return;
          words.add(`${fault.reason} ${fault.style}`);
          if (fault.mended !== undefined)
            expect([type, parts.join(''), judge(fault.mended)]).toEqual([type, parts.join(''), undefined]);
          expect(styleNames).toContain(fault.style);
        },
      ),
      { numRuns: 20_000 },
    );
    expect(words.size).toBeLessThan(120);
  });

  it('judges long hostile cells at once', () => {
    const long = '1'.repeat(200_000);
    for (const type of dataTypes) {
      const judge = cellJudge(item({ type, precision: { digits: 5 }, range: { maximum: 5 } }), context);
      for (const text of [long, `${long},`, ` ${long}`, `${' '.repeat(200_000)}x`, '1,'.repeat(100_000)])
        judge(text);
    }
    expect(told({ pattern: { source: '^(a+)+$', whole: false } }, `${'a'.repeat(50_000)}b`)).toBe(
      'pattern pattern',
    );
  }, 10_000);
});

describe('date patterns', () => {
  it('names the directive that is not understood', () => {
    expect(unknownDirective('%Y-%m-%d %H:%M:%S')).toBeUndefined();
    expect(unknownDirective('%Y-%Q')).toBe('%Q');
    expect(unknownDirective('%d/%d/%Y')).toBe('%d');
    expect(unknownDirective('%Y%')).toBe('%');
  });

  it('reads what it writes', () => {
    const pattern = parseDatePattern('%d.%m.%Y (%H:%M)');
    expect(pattern?.read('01.05.2017 (08:30)')).toEqual({ y: '2017', m: '05', d: '01', h: '08', i: '30' });
    expect(pattern?.write({ y: '2017', m: '05', d: '01', h: '08', i: '30' })).toBe('01.05.2017 (08:30)');
    expect(parseDatePattern('%d %b %y, %I %p')?.read('3 Feb 99, 12 AM')).toEqual({
      y: '1999',
      m: '02',
      d: '03',
      h: '00',
    });
    expect(parseDatePattern('%d/%m/%Y')?.read('29/02/2019')).toBeUndefined();
  });
});

describe('decimals', () => {
  it('compare as numbers do, and beyond their digits', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (a, b) => {
          const [left, right] = [readDecimal(String(a)), readDecimal(String(b))];
          if (left === undefined || right === undefined) throw new Error('not read');
          expect(Math.sign(compareDecimals(left, right))).toBe(Math.sign(a === b ? 0 : a - b));
          const written = writeDecimal(left);
          if (written !== undefined) expect(Number(written) + 0).toBe(a + 0);
        },
      ),
      { numRuns: 5000 },
    );
  });
});

it('takes a sign for thousands that is the decimal sign for the latter', () => {
  const parts = { type: 'number', groupCharacter: '.', range: { maximum: 13 } } as const;
  expect(told(parts, '12.50')).toBe('fine');
  expect(told(parts, '13.50')).toBe('range maximum');
});

describe('dates of a pattern', () => {
  it.each([
    ['%d/%m/%y', '01/05/17', 'fine'],
    ['%d/%m/%y', '31/02/17', 'type no-such-day'],
    ['%d %B %Y', '1 May 2017', 'fine'],
    ['%d %B %Y', '1 september 2017', 'fine'],
    // No month of this language, and so not written so; that such a day does not exist would be wrong.
    ['%d %B %Y', '1 mai 2017', 'type not-date'],
    ['%d-%b-%Y', '1-Mai-2017', 'type not-date'],
    ['%d-%b-%y', '2017-05-01', 'type other-style CCYY-MM-DD → 01-May-17'],
    ['%d %B %Y', '2017-05-01', 'type other-style CCYY-MM-DD → 01 May 2017'],
    ['%d/%m/%y', '1917-05-01', 'type other-style CCYY-MM-DD'],
  ])('%s %s: %s', (datePattern, text, expected) => {
    expect(told({ type: 'date', datePattern }, text)).toBe(expected);
  });

  it.each([
    ['201705', 'fine'],
    ['201713', 'type no-such-month'],
    ['2017-05', 'type other-style CCYY-MM → 201705'],
  ])('are months as well: %s %s', (text, expected) => {
    expect(told({ type: 'year-month', datePattern: '%Y%m' }, text)).toBe(expected);
  });

  it('six digits are a time of day only where one is wanted', () => {
    expect(told({ type: 'year-month' }, '201713')).toBe('type not-year-month');
    expect(told({ type: 'time' }, '083000')).toBe('type other-style hhmmss → 08:30:00');
  });
});

describe('patterns on long texts', () => {
  const pattern = { source: '(?:(?:a{1,30}b?){1,60}c)', whole: true };

  it('says what took too long to be judged', () => {
    expect(told({ pattern }, 'ac')).toBe('fine');
    expect(told({ pattern }, 'a'.repeat(200_000))).toBe('pattern not-judged');
  });

  it('says so of expressions that look around as well', () => {
    expect(told({ pattern: { source: '^(?!x)(a+)+$', whole: false } }, 'a'.repeat(30))).toBe(
      'pattern not-judged',
    );
  });
});

describe('moments of RFC 3339', () => {
  it.each<[Partial<DataItem>, string, string]>([
    [{ type: 'date-time' }, '2017-05-01T08:30:00Z', 'fine'],
    [{ type: 'date-time' }, '2017-05-01T08:30:00.5+08:00', 'fine'],
    [{ type: 'date-time' }, '2017-05-01T08:30:00', 'type no-offset'],
    [{ type: 'date-time' }, '2017-05-01 08:30:00', 'type other-style CCYY-MM-DD hh:mm:ss'],
    [{ type: 'date-time' }, '2017-02-30T08:30:00', 'type no-such-day CCYY-MM-DD hh:mm:ss'],
    [{ type: 'time' }, '08:30:00+08:00', 'fine'],
    [{ type: 'time' }, '08:30:00', 'type no-offset'],
    [{ type: 'time' }, '083000', 'type other-style hhmmss'],
  ])('%o %s: %s', (parts, text, expected) => {
    expect(told({ ...parts, wantsOffset: true }, text)).toBe(expected);
  });

  it('asks no offset of what is stored as a moment, which has no place for one', () => {
    expect(toldStored({ type: 'date-time', wantsOffset: true }, ['2017-05-01T08:30:00', 'date'])).toBe(
      'fine',
    );
  });

  it('may be left out where the declaration does not say otherwise', () => {
    expect(told({ type: 'date-time' }, '2017-05-01T08:30:00')).toBe('fine');
  });
});

describe('cells of formats with types', () => {
  const integer = { type: 'integer' } as const;
  const number = { type: 'number' } as const;
  const truth = { type: 'boolean' } as const;

  it.each<[Partial<DataItem>, readonly [string, StoredKind], string]>([
    [integer, ['12', 'number'], 'fine'],
    [integer, ['12', 'text'], 'type other-style number-as-text → 12'],
    [integer, ['12.0', 'number'], 'fine'],
    [integer, ['1.2E+1', 'number'], 'fine'],
    [integer, ['12.5', 'number'], 'type not-integer decimals'],
    [integer, ['12.0', 'text'], 'type other-style decimal-zero → 12'],
    [integer, ['true', 'boolean'], 'type not-integer'],
    [{ ...integer, range: { maximum: 10 } }, ['12.0', 'number'], 'range maximum'],
    [number, ['1,234,567.5', 'text'], 'type other-style thousands → 1234567.5'],
    [{ ...number, decimalCharacter: ',' }, ['3.14', 'number'], 'fine'],
    [{ ...number, decimalCharacter: ',' }, ['3,14', 'text'], 'fine'],
    [number, ['Infinity', 'number'], 'fine'],
    [number, ['-', 'text'], 'fine'],
    [number, ['', 'null'], 'fine'],
    [truth, ['true', 'boolean'], 'fine'],
    [truth, ['true', 'text'], 'type other-style truth-as-text → true'],
    [truth, ['0', 'number'], 'type other-style 1/0 → false'],
    [truth, ['2', 'number'], 'type not-boolean'],
    [{ ...truth, words: { true: ['是'], false: ['否'] } }, ['是', 'text'], 'fine'],
    [{ ...truth, words: { true: ['是'], false: ['否'] } }, ['false', 'boolean'], 'fine'],
    [{}, ['12', 'number'], 'type other-style number-for-text → 12'],
    [{}, ['true', 'boolean'], 'type other-style truth-for-text → true'],
    [{}, ['["a"]', 'list'], 'type nested'],
    [{}, ['{"a":1}', 'object'], 'type nested'],
    [{ type: 'any' }, ['["a"]', 'list'], 'fine'],
    // A code without its zero is told as what it should be.
    [{ codes: codeList([{ code: '01' }, { code: '02' }]) }, ['1', 'number'], 'code unknown'],
    [{ type: 'year' }, ['2017', 'number'], 'fine'],
    [{ type: 'date' }, ['20170501', 'number'], 'type other-style CCYYMMDD → 2017-05-01'],
    [{ type: 'date', datePattern: '%d/%m/%Y' }, ['2017-05-01', 'date'], 'fine'],
    [
      { type: 'date', datePattern: '%d/%m/%Y' },
      ['2017-05-01', 'text'],
      'type other-style CCYY-MM-DD → 01/05/2017',
    ],
  ])('%o of %o: %s', (parts, cell, expected) => {
    expect(toldStored(parts, cell)).toBe(expected);
  });

  it.each<[Partial<DataItem>, readonly [string, StoredKind]]>([
    [integer, ['12', 'text']],
    [integer, ['12.0', 'number']],
    [{}, ['12', 'number']],
    [truth, ['1', 'number']],
  ])('takes cells of a workbook for what they read: %o of %o', (parts, cell) => {
    expect(toldStored(parts, cell, false)).toBe('fine');
  });
});
