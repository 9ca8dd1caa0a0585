import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFormat } from '../../../src/formats/index.ts';
import type { CodeList } from '../../../src/model/code-list.ts';
import type { DataItem } from '../../../src/model/data-item.ts';
import { dataTypes } from '../../../src/model/data-item.ts';
import type { CellContext } from '../../../src/samples/cells/cell-judge.ts';
import { cellJudge } from '../../../src/samples/cells/cell-judge.ts';
import { columnTestOf } from '../../../src/samples/cells/column-test-of.ts';
import { formatPatterns } from '../../../src/samples/cells/format-patterns.ts';
import { codeList, item } from './items.ts';
import { passes } from './run-cell-test.ts';

const patterns = [
  { source: '^\\d{6}$', whole: false },
  { source: '[A-Z]{2}\\d+', whole: true },
  { source: '中|国', whole: false },
  { source: '^(?!0)\\d+$', whole: false },
  { source: '\\S', whole: false },
  { source: '(', whole: false },
];
const bound = fc.oneof(
  fc.integer({ min: -200, max: 200 }),
  fc.double({ min: -100, max: 100, noNaN: true }),
  fc.constantFrom(
    '2017-05-01',
    '2020-02-29',
    '0.1',
    '12.5',
    '2019',
    '1e3',
    0.1,
    0.3,
    '999999999999999999',
    '2019-12',
    'x',
  ),
);
const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const lists: readonly CodeList[] = [
  codeList([
    { code: '1', label: '男' },
    { code: '2', label: '女' },
    { code: '无', label: '无' },
  ]),
  codeList([{ code: '12.5' }, { code: '2017-05-01' }, { code: ' 1' }, { code: '007', status: 'withdrawn' }]),
];

const items: fc.Arbitrary<DataItem> = fc
  .record({
    type: fc.constantFrom(
      ...dataTypes,
      'string' as const,
      'integer' as const,
      'number' as const,
      'date' as const,
    ),
    format: maybe(
      fc.constantFrom(
        'uscc',
        'cn-postcode',
        'division-code',
        'date',
        'cn-phone',
        'email',
        'uri',
        'uuid',
        'unknown',
      ),
    ),
    datePattern: maybe(
      fc.constantFrom(
        '%Y-%m-%d',
        '%d/%m/%Y',
        '%Y-%m-%d %H:%M:%S',
        '%Y%m%d',
        '%H:%M',
        '%b %Y',
        '%Q',
        '%d.%m.%y',
      ),
    ),
    wantsOffset: maybe(fc.constant(true)),
    isRequired: fc.boolean(),
    length: maybe(
      fc.record({
        min: optional(fc.nat(3)),
        max: optional(fc.nat(30)),
        unit: fc.constantFrom('characters', 'bytes'),
      }),
    ),
    precision: maybe(
      fc.record({ digits: optional(fc.integer({ min: 1, max: 18 })), decimals: optional(fc.nat(4)) }),
    ),
    range: maybe(
      fc.record(
        { minimum: bound, maximum: bound, exclusiveMinimum: bound, exclusiveMaximum: bound },
        { requiredKeys: [] },
      ),
    ),
    pattern: maybe(fc.constantFrom(...patterns)),
    codes: maybe(fc.constantFrom(...lists)),
    words: maybe(fc.constant({ true: ['是', '1'], false: ['否', '0'] })),
    decimalCharacter: maybe(fc.constantFrom(',', '.', ';')),
    groupCharacter: maybe(fc.constantFrom(',', '.', ' ')),
  })
  .map((parts) => item(withoutUndefined(parts)));

/** Without keys that hold undefined, also in what is one level below. */
function withoutUndefined(parts: object): Partial<DataItem> {
  const filled = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    filled.map(([key, value]) => {
      const isPlain = ['length', 'precision', 'range'].includes(key) && typeof value === 'object';
      return [key, isPlain ? withoutUndefined(value as object) : value];
    }),
  );
}

const piece = fc.constantFrom(
  ...'0123456789-.:/TZ+,E年月日中国男女无是否 \u3000\u00a0\u1680ABab@𠮷é１…\u200b'.split(''),
  '2017',
  '05',
  '-01',
  '𠮷',
);
const texts = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 14 }).map((parts) => parts.join('')),
  fc.integer({ min: -300, max: 300 }).map(String),
  fc.integer({ min: -30_000, max: 30_000 }).map((value) => String(value / 100)),
  fc.maxSafeInteger().map(String),
  fc.double({ noNaN: true, min: -1000, max: 1000 }).map(String),
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .chain((date) =>
      fc.constantFrom(
        date.toISOString(),
        date.toISOString().slice(0, 10),
        date.toISOString().slice(0, 7),
        date.toISOString().slice(0, 4),
        date.toISOString().slice(11, 19),
        date.toISOString().slice(11, 16),
        date.toISOString().replace(/\..*/, 'Z'),
        date.toISOString().replace(/\..*/, '').replace('T', ' '),
        date.toISOString().slice(0, 10).split('-').reverse().join('/'),
        date.toISOString().slice(0, 10).replaceAll('-', ''),
      ),
    ),
  fc.constantFrom(
    '2020-02-29',
    '2019-02-29',
    '2019-02-30',
    '2019-04-31',
    '12.50',
    '0.10',
    '-0',
    '-0.0',
    '0.3',
    '500103',
    '500000',
    '13812345678',
    '023-67890123',
    'a@b.cn',
    'http://www.gov.cn/a',
    '暂无',
    '-',
    '中国',
    '重庆市',
    '9999-09-09',
  ),
);

const contexts: fc.Arbitrary<CellContext> = fc.record({
  emptyWords: fc.constantFrom<readonly string[]>([], ['-'], ['-9', 'NA']),
  nullWords: fc.constantFrom<readonly string[]>([], ['暂无', '无', 'NULL']),
  encoding: fc.constantFrom('utf-8', 'gb18030', 'utf-16le'),
});

describe('columnTestOf', () => {
  it('passes nothing that the exact judge refuses', () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(
        items,
        contexts,
        fc.array(texts, { minLength: 10, maxLength: 30 }),
        (declared, context, cells) => {
          const { test, allowsEmpty, watchesDigits } = columnTestOf(declared, context);
          const judge = cellJudge(declared, context);
          expect(judge('') === undefined).toBe(allowsEmpty);
          const doubted = new Set([...context.emptyWords, ...context.nullWords]);
          const passed = cells.filter((cell) => !doubted.has(cell) && passes(test, cell));
          const wrong = passed.filter((cell) => judge(cell) !== undefined);
          expect({ declared, context, wrong }).toEqual({ declared, context, wrong: [] });
          if (!watchesDigits) expect(passed.filter((cell) => /[0-9]{11}/.test(cell))).toEqual([]);
          kinds.set(test.kind, (kinds.get(test.kind) ?? 0) + passed.length);
        },
      ),
      { numRuns: 2000 },
    );
    expect(
      [...kinds]
        .filter(([, count]) => count > 0)
        .map(([kind]) => kind)
        .sort(),
    ).toEqual(['any', 'codes', 'date', 'integer', 'number', 'pattern', 'text']);
  });

  it.each([...formatPatterns])(
    'has an expression for %s that passes nothing the format refuses, but its example',
    (name, source) => {
      const format = findFormat(name);
      fc.assert(
        fc.property(fc.stringMatching(new RegExp(source)), (text) => {
          expect([text, format?.check(text)]).toEqual([text, true]);
        }),
        { numRuns: 2000 },
      );
      expect([format?.example, new RegExp(source).test(format?.example ?? '')]).toEqual([
        format?.example,
        true,
      ]);
    },
  );

  const context: CellContext = { emptyWords: [], nullWords: ['暂无'], encoding: 'gb18030' };

  it('passes what stands in most cells', () => {
    const usual: readonly (readonly [Partial<DataItem>, string])[] = [
      [{ type: 'integer' }, '12000'],
      [{ type: 'number', precision: { digits: 12, decimals: 2 } }, '1234.50'],
      [{ type: 'date' }, '2017-05-01'],
      [{ type: 'date', datePattern: '%Y/%m/%d' }, '2017/05/31'],
      [{ type: 'date-time' }, '2017-05-01T08:30:00'],
      [{ type: 'date-time' }, '2017-05-01T08:30:00+08:00'],
      [{ type: 'date-time', wantsOffset: true }, '2017-05-01T08:30:00+08:00'],
      [{ type: 'date-time', datePattern: '%Y-%m-%d %H:%M:%S' }, '2017-05-01 08:30:00'],
      [{ type: 'year' }, '2017'],
      [{ type: 'year-month' }, '2017-05'],
      [{ type: 'time' }, '08:30:00'],
      [{ type: 'boolean' }, 'true'],
      [{ type: 'string', length: { max: 20, unit: 'bytes' } }, '重庆市市场监督管理局'],
      [{ type: 'string', length: { max: 20, unit: 'characters' } }, '双随机（一公开）𠮷检查'],
      [
        {
          type: 'string',
          pattern: { source: '[\\u4e00-\\u9fa5]{2,4}', whole: true },
          length: { max: 8, unit: 'bytes' },
        },
        '欧阳修远',
      ],
    ];
    for (const [parts, text] of usual)
      expect([text, passes(columnTestOf(item(parts), context).test, text)]).toEqual([text, true]);
  });

  it('watches for long numbers only where a cell that passes may hold one', () => {
    const watches = (parts: Partial<DataItem>): boolean => columnTestOf(item(parts), context).watchesDigits;
    expect(watches({ type: 'string' })).toBe(true);
    expect(watches({ type: 'integer' })).toBe(true);
    expect(watches({ type: 'integer', precision: { digits: 6 } })).toBe(false);
    expect(watches({ type: 'date' })).toBe(false);
    expect(watches({ type: 'string', length: { max: 10, unit: 'characters' } })).toBe(false);
    expect(columnTestOf(undefined, context)).toEqual({
      test: { kind: 'any' },
      allowsEmpty: true,
      watchesDigits: true,
    });
  });
});
