import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellBlankReasons } from '../../src/checks/cell-blank.ts';
import { cellCodeReasons } from '../../src/checks/cell-code.ts';
import { cellLengthReasons } from '../../src/checks/cell-length.ts';
import { cellPatternReasons } from '../../src/checks/cell-pattern.ts';
import { cellPrecisionReasons } from '../../src/checks/cell-precision.ts';
import { cellRangeReasons } from '../../src/checks/cell-range.ts';
import { cellStyles } from '../../src/checks/cell-styles.ts';
import { cellTextReasons } from '../../src/checks/cell-text-quality.ts';
import { cellTypeReasons } from '../../src/checks/cell-type.ts';
import { checkOf } from '../../src/checks/index.ts';
import { declaredFacts } from '../../src/checks/sample-facts.ts';
import type { Facts } from '../../src/model/check.ts';
import type { DataItem } from '../../src/model/data-item.ts';
import { locales } from '../../src/model/locale.ts';
import { booleanStyleNames } from '../../src/samples/cells/boolean-cell.ts';
import { cellChecks } from '../../src/samples/cells/cell-fault.ts';
import { textStyleNames } from '../../src/samples/cells/cell-text.ts';
import { dateStyleNames } from '../../src/samples/cells/date-styles.ts';
import { numberStyleNames } from '../../src/samples/cells/number-cell.ts';
import { storedStyleNames } from '../../src/samples/cells/stored-cell.ts';

const births: Facts = { column: '出生日期', count: 8120, of: 12_000, type: 'date' };

function told(check: string, facts: Facts): readonly string[] {
  return locales.map((locale) => checkOf(check)?.message[locale](facts) ?? '');
}

describe('one sentence tells a column and a kind of fault', () => {
  const cases: readonly (readonly [string, Facts, ...texts: readonly [en: string, zh: string]])[] = [
    [
      'cell/type',
      { ...births, reason: 'other-style', style: 'CCYYMMDD', safe: true, first: ['2', '3', '5'] },
      '出生日期: 8,120 of 12,000 cells are written as 20170501; the standard wants 2017-05-01 (safe to convert); first in lines 2, 3, 5',
      '出生日期：12,000 个单元格中有 8,120 个写作 20170501，标准要求写作 2017-05-01（可安全转换）；最先见于第 2、3、5 行',
    ],
    [
      'cell/type',
      { ...births, datePattern: '%d/%m/%Y', reason: 'other-style', style: 'CCYY年M月D日', count: 1 },
      '出生日期: 1 of 12,000 cells is written as 2017年5月1日; the standard wants 01/05/2017',
      '出生日期：12,000 个单元格中有 1 个写作 2017年5月1日，标准要求写作 01/05/2017',
    ],
    [
      'cell/type',
      { ...births, typeName: '日期型D', reason: 'not-date', count: 12_000, masked: '不*' },
      '出生日期: all 12,000 cells hold something other than a date (the first, masked: 不*); declared as 日期型D (CCYY-MM-DD, such as 2017-05-01)',
      '出生日期：全部 12,000 个单元格不是日期（首个脱敏后为 不*），声明为日期型D（CCYY-MM-DD，如 2017-05-01）',
    ],
    [
      'cell/length',
      {
        column: '简称',
        count: 3,
        of: 40,
        reason: 'too-long',
        maximum: 50,
        unit: 'bytes',
        encoding: 'gb18030',
        longest: 62,
      },
      '简称: 3 of 40 cells are longer than the 50 bytes declared, counted in GB18030; the longest has 62',
      '简称：40 个单元格中有 3 个超过声明的 50 字节（按 GB18030 编码计），最长 62',
    ],
    [
      'cell/code',
      { column: '性别', count: 310, of: 12_000, reason: 'label', list: 'sex', nearest: '1', safe: true },
      '性别: 310 of 12,000 cells hold a label of code list sex, where the code belongs; the first means “1” (safe to convert)',
      '性别：12,000 个单元格中有 310 个填写了名称，应填代码（代码表 sex），首个应为“1”（可安全转换）',
    ],
    [
      'key/duplicate',
      { keys: ['代码', '年度'], kind: 'primary', reason: 'duplicate', count: 120, of: 400, groups: 57 },
      'primary key “代码”, “年度”: 120 of 400 rows have a key that another row has too (57 different keys)',
      '主键“代码”、“年度”：400 行中有 120 行与其他行的键值相同（57 个不同的键值）',
    ],
    [
      'sample/claim',
      { claim: 'period', declared: '2017-01-01/..', found: '2016-03-01/2018-01-02' },
      'the record says the data cover 2017-01-01 and later, but they cover 2016-03-01 to 2018-01-02',
      '记录声明数据的时间范围为 2017-01-01 起，但实际为 2016-03-01 至 2018-01-02',
    ],
    [
      'privacy/sensitive',
      {
        column: '登记号',
        class: 'citizen identification number',
        classZh: '身份证件号',
        grade: 'sensitive',
        evidence: 'values',
        count: 11_950,
        masked: 50,
        filled: 12_000,
        access: 'open',
        lowered: '',
      },
      '登记号: 11,950 of 12,000 cells hold sensitive personal information (citizen identification number) in the clear, 50 more masked; the record declares the data as open to everyone',
      '登记号：12,000 个单元格中有 11,950 个为未脱敏的敏感个人信息（身份证件号），另有 50 个已脱敏，目录声明该数据为无条件共享或开放',
    ],
    [
      'cell/type',
      { column: '年月', count: 2, of: 2, reason: 'no-such-month', type: 'year-month' },
      '年月: both cells name a month that does not exist; wanted is a year and month (CCYY-MM, such as 2017-05)',
      '年月：全部 2 个单元格的月份不存在，应为年月（CCYY-MM，如 2017-05）',
    ],
    [
      'document/syntax',
      { reason: 'too-large', limit: 1_048_576, count: 1, of: 7 },
      'this row of the table is too long: it has more than 1,048,576 bytes; it is not read',
      '表格中此行过长，超过 1,048,576 字节，该行未读取',
    ],
    [
      'document/syntax',
      { reason: 'malformed-xml', part: 'xl/worksheets/sheet1.xml' },
      'the workbook is damaged: its part xl/worksheets/sheet1.xml is not well-formed XML; not read any further. Save or export it again and hand it in anew',
      '工作簿已损坏：内部 xl/worksheets/sheet1.xml 的 XML 不完整或有误，未继续读取；请重新保存或导出后再提交',
    ],
    [
      'row/ragged',
      { count: 12, of: 400, cells: 4, expected: 3, first: ['B3', 'B9'] },
      '12 of 400 rows have 4 cells, the heading has 3; quote the cell that holds the delimiter, or remove what is too much; first in B3, B9',
      '400 行中有 12 行有 4 个单元格，表头有 3 个；含分隔符的单元格请加引号，或删除多余内容；最先见于 B3、B9',
    ],
    [
      'cell/blank',
      { column: '名称', count: 1, of: 7, first: ['4'], reason: 'empty', style: 'edge-space' },
      '名称: 1 of 7 cells holds nothing but blanks; the column may not be left empty',
      '名称：7 个单元格中有 1 个只有空白字符，该列不允许为空',
    ],
  ];

  it.each(cases)('%s %j', (check, facts, ...texts) => {
    expect(told(check, facts)).toEqual(texts);
  });

  it('does not offer a day as the same where only a year was written', () => {
    const [en = ''] = told('cell/type', { ...births, reason: 'other-style', style: 'CCYY' });
    expect(en).toContain('hold only a year (2017); wanted is a date');
    expect(en).not.toContain('the standard wants');
  });
});

/** What the judge of cells can say; each has a text of its own. */
const reasons: Readonly<Record<string, object>> = {
  'cell/type': cellTypeReasons,
  'cell/length': cellLengthReasons,
  'cell/precision': cellPrecisionReasons,
  'cell/range': cellRangeReasons,
  'cell/pattern': cellPatternReasons,
  'cell/code': cellCodeReasons,
  'cell/blank': cellBlankReasons,
  'cell/text-quality': cellTextReasons,
};

/** The sources of the judge. Where they are not there yet, nothing is found in them; `leastFound` grows with them. */
const sources = readdirSync('src/samples/cells')
  .map((path) => readFileSync(`src/samples/cells/${path}`, 'utf8'))
  .join('\n');
const isJudgeThere = sources.includes('typeReasons');
const leastFound = isJudgeThere ? 20 : 0;

function foundIn(shapes: readonly RegExp[]): string[] {
  const found = shapes.flatMap((shape) => [...sources.matchAll(shape)].map(([, name = '']) => name));
  return [...new Set(found)].filter((name) => name !== '').sort();
}

describe('the judge of cells says nothing without a text', () => {
  it('has a text for every reason', () => {
    const typeReasons = /typeReasons = \[([\s\S]*?)\]/.exec(sources)?.[1] ?? '';
    const codeReasons = /codeReasons = \[([\s\S]*?)\]/.exec(sources)?.[1] ?? '';
    const listed = [...`${typeReasons}${codeReasons}`.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name);
    const written = foundIn([/reason: '([\w-]+)'/g, /blankFault\('([\w-]+)'/g, /textFault\('([\w-]+)'/g]);
    const known = new Set(Object.values(reasons).flatMap((texts) => Object.keys(texts)));
    expect(listed.length + written.length).toBeGreaterThanOrEqual(leastFound);
    expect([...listed, ...written].filter((reason) => !known.has(reason))).toEqual([]);
  });

  it('has words for every style', () => {
    const named: readonly string[] = [
      ...dateStyleNames,
      ...booleanStyleNames,
      ...numberStyleNames,
      ...storedStyleNames,
      ...textStyleNames,
    ];
    // Told by their reason.
    const byReason = Object.keys(cellTextReasons);
    expect(named.filter((style) => !(style in cellStyles) && !byReason.includes(style))).toEqual([]);
  });
});

describe('whatever the facts, there is a sentence', () => {
  const ids = [
    ...cellChecks,
    'column/order',
    'column/duplicate',
    'row/duplicate',
    'key/duplicate',
    'key/broken',
    'sample/missing',
    'sample/undeclared',
    'sample/claim',
    'privacy/sensitive',
    'privacy/personal',
  ];
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '__proto__',
      'toString',
      'constructor',
      ...Object.keys(cellStyles),
      ...Object.keys(cellTypeReasons),
    ),
  );
  const facts = fc.record(
    {
      count: fc.integer({ min: 1, max: 12_000 }),
      of: fc.constant(12_000),
      reason: word,
      style: word,
      claim: fc.constantFrom('bytes', 'rows', 'period', 'toString'),
      type: word,
      format: fc.constantFrom('uscc', 'date', 'toString'),
    },
    { requiredKeys: ['count', 'of', 'claim', 'format'] },
  );

  it.each(ids)('%s', (id) => {
    const known: Facts = {
      column: '名称',
      keys: ['代码'],
      class: 'name',
      lowered: '',
      positions: ['1', '2'],
    };
    fc.assert(
      fc.property(facts, (some) => {
        for (const text of told(id, { ...known, position: 2, expected: 3, ...some })) {
          expect(text.length).toBeGreaterThan(8);
          expect(text).not.toMatch(/\[object|undefined|NaN|=>/);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('declaredFacts', () => {
  const item: DataItem = {
    name: '简称',
    aliases: [],
    pointer: '/信息项/0',
    type: 'string',
    typeName: '字符型C',
    isMandatory: true,
    isRequired: false,
    length: { max: 50, unit: 'bytes' },
    range: { minimum: 0 },
    pattern: { source: '[A-Z]|\\d', whole: true },
    codes: { id: '', open: false, codes: [], byCode: new Map(), path: '' },
  };

  it('tells what the item wants, as far as the check is about it', () => {
    const base = { type: 'string', typeName: '字符型C' };
    expect(declaredFacts(item, 'cell/type')).toEqual(base);
    expect(declaredFacts(item, 'cell/length')).toEqual({ ...base, maximum: 50, unit: 'bytes' });
    expect(declaredFacts(item, 'cell/range')).toEqual({ ...base, minimum: 0 });
    expect(declaredFacts(item, 'cell/pattern')).toEqual({ ...base, pattern: '^(?:[A-Z]|\\d)$' });
    expect(declaredFacts(item, 'cell/code')).toEqual({ ...base, codes: '', codesZh: '' });
  });
});
