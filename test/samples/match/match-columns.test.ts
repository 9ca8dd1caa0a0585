import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataItem } from '../../../src/model/data-item.ts';
import { matchByPosition, matchColumns } from '../../../src/samples/match/match-columns.ts';

function item(name: string, properties: Partial<DataItem> = {}): DataItem {
  return { name, aliases: [], pointer: '', type: 'any', isMandatory: true, isRequired: false, ...properties };
}

function declared(...items: (string | DataItem)[]) {
  return {
    items: items.map((one) => (typeof one === 'string' ? item(one) : one)),
    reportsUnknown: true,
    isOrdered: false,
    dialect: { hasHeader: false },
  };
}

const clinics = declared(
  item('机构名称', { aliases: ['ORG_NAME'] }),
  item('统一社会信用代码', { aliases: ['USCC'] }),
  item('成立日期'),
  item('床位数', { isMandatory: false }),
);

describe('columns of a file and declared items', () => {
  it('are matched by name, whatever their order', () => {
    const { items, how, findings } = matchColumns(
      ['床位数', '成立日期', '机构名称', '统一社会信用代码'],
      clinics,
    );
    expect(items).toEqual([3, 2, 0, 1]);
    expect(new Set(how)).toEqual(new Set(['name']));
    expect(findings).toEqual([]);
  });

  it('are matched by other names, without a word', () => {
    const headings = ['ORG_NAME', 'USCC', '成立日期'];
    expect(matchColumns(headings, clinics)).toMatchObject({
      items: [0, 1, 2],
      how: ['alias', 'alias', 'name'],
      findings: [],
    });
  });

  it('that are missing or unknown are said, optional ones only when they are there', () => {
    const { items, findings } = matchColumns(['机构名称', '备注', '统一社会信用代码'], clinics);
    expect(items).toEqual([0, undefined, 1]);
    expect(findings).toEqual([
      { check: 'column/unknown', column: 1, reason: 'undeclared' },
      { check: 'column/missing', item: 2 },
    ]);
    expect(matchColumns(['机构名称', '备注'], { ...clinics, reportsUnknown: false }).findings).toEqual([
      { check: 'column/missing', item: 1 },
      { check: 'column/missing', item: 2 },
    ]);
  });

  it.each([
    ['统一社会信用代玛', 1, 'spelling'],
    [' 机构名称 ', 0, 'case'],
    ['机构名称（必填）', 0, 'case'],
    ['机构名称：', 0, 'case'],
    ['org_name', 0, 'case'],
    ['ＵＳＣＣ', 1, 'case'],
  ])('%s is renamed, one cause for the gap and the stranger', (heading, index, how) => {
    const others = ['机构名称', '统一社会信用代码', '成立日期'].filter((_, at) => at !== index);
    const { items, findings } = matchColumns([heading, ...others], clinics);
    expect(items[0]).toBe(index);
    expect(findings).toMatchObject([{ check: 'column/renamed', column: 0, item: index, how }]);
  });

  it.each([
    [['registraton_date'], ['registration_date', 'birth_date'], [0]],
    [
      ['Pblisher', 'identifier'],
      ['publisher', 'identifier'],
      [0, 1],
    ],
    [['name of organisation'], ['organisation name', 'organisation type'], [0]],
    [['发布日期'], ['更新日期'], [undefined]],
    [['开始日期'], ['结束日期', '开始时间'], [undefined]],
    [['phone1'], ['phone2'], [undefined]],
  ])('%j beside %j', (headings, names, items) => {
    expect(matchColumns(headings, declared(...names)).items).toEqual(items);
  });

  it.each([
    ['登记成立日期', ['机构名称', '成立登记日期'], 1],
    ['登记日期', ['机构名称', '成立登记日期'], 1],
    ['登记日期', ['成立登记日期', '首次登记日期'], undefined],
    ['登记日期', ['成立登记日期', '机构登记日期'], undefined],
  ])('%s beside %j by its terms, where only one comes into question', (heading, names, index) => {
    const { items, how } = matchColumns([heading], declared(...names));
    expect([items[0], how[0]]).toEqual([index, index === undefined ? undefined : 'terms']);
  });

  it('is not by its terms what has a column already, nor what two columns might be', () => {
    expect(matchColumns(['成立登记日期', '登记日期'], declared('成立登记日期', '名称')).items).toEqual([
      0,
      undefined,
    ]);
    expect(matchColumns(['机构登记日期', '成立登记日期'], declared('登记日期', '名称')).items).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('pairs one to one: the nearer has it', () => {
    const { items } = matchColumns(['registraton_date', 'registration_dat_e'], declared('registration_date'));
    expect(items.filter((one) => one === 0)).toHaveLength(1);
    const tied = matchColumns(['colour ', ' colour'], declared('colour'));
    expect(tied.items).toEqual([undefined, undefined]);
    expect(tied.findings.map(({ check }) => check)).toEqual([
      'column/unknown',
      'column/unknown',
      'column/missing',
    ]);
  });

  it('does not guess between two items of one other name', () => {
    const two = declared(item('甲', { aliases: ['code'] }), item('乙', { aliases: ['code'] }));
    expect(matchColumns(['code'], two).items).toEqual([undefined]);
  });

  it('tells headings that stand twice, and two columns of one item', () => {
    expect(
      matchColumns(['机构名称', 'x', '机构名称', 'x'], { ...clinics, items: clinics.items.slice(0, 1) }),
    ).toEqual({
      items: [0, undefined, undefined, undefined],
      how: ['name', undefined, undefined, undefined],
      findings: [
        { check: 'column/unknown', column: 1, reason: 'undeclared' },
        { check: 'column/duplicate', columns: [0, 2], reason: 'same' },
        { check: 'column/duplicate', columns: [1, 3], reason: 'same' },
      ],
    });
    expect(matchColumns(['ORG_NAME', '机构名称'], declared(clinics.items[0] ?? '')).findings).toEqual([
      { check: 'column/duplicate', columns: [1, 0], reason: 'item' },
    ]);
  });

  it('tells all columns of one heading, and of one item, together', () => {
    const three = declared(item('机构名称', { aliases: ['ORG_NAME', 'NAME'] }));
    expect(matchColumns(['机构名称', '机构名称', '机构名称'], three).findings).toEqual([
      { check: 'column/duplicate', columns: [0, 1, 2], reason: 'same' },
    ]);
    expect(matchColumns(['机构名称', 'ORG_NAME', 'NAME', 'NAME'], three).findings).toEqual([
      { check: 'column/duplicate', columns: [0, 1, 2], reason: 'item' },
      { check: 'column/duplicate', columns: [2, 3], reason: 'same' },
    ]);
  });

  it('tells columns without heading', () => {
    expect(matchColumns(['甲', '', ' '], declared('甲')).findings).toEqual([
      { check: 'column/unknown', column: 1, reason: 'empty' },
      { check: 'column/unknown', column: 2, reason: 'empty' },
    ]);
  });

  it('says the fewest columns that are out of order', () => {
    const letters = { ...declared('a1', 'b1', 'c1', 'd1', 'e1'), isOrdered: true };
    expect(matchColumns(['b1', 'c1', 'd1', 'e1', 'a1'], letters).findings).toEqual([
      { check: 'column/order', columns: [4] },
    ]);
    expect(matchColumns(['a1', 'zzz', 'b1', 'c1', 'd1', 'e1'], letters).findings).toEqual([
      { check: 'column/unknown', column: 1, reason: 'undeclared' },
    ]);
  });

  it('stand in their order where there are no headings', () => {
    expect(matchByPosition(5, clinics)).toMatchObject({
      items: [0, 1, 2, 3, undefined],
      findings: [{ check: 'column/unknown', column: 4, reason: 'beyond' }],
    });
    expect(matchByPosition(2, clinics).findings).toEqual([{ check: 'column/missing', item: 2 }]);
  });

  it('are nobody’s where headings are expected, there are none, and their number is another', () => {
    const headed = { ...clinics, dialect: {} };
    expect(matchByPosition(4, headed)).toMatchObject({ items: [0, 1, 2, 3], findings: [] });
    expect(matchByPosition(3, headed)).toMatchObject({
      items: [undefined, undefined, undefined],
      findings: [],
    });
  });

  it('are one to one, and every column and item is accounted for, whatever the headings', () => {
    const word = fc.constantFrom(
      'name',
      'Name',
      'nmae',
      'names',
      'code',
      '代码',
      '机构代码',
      '机构名称',
      '',
      'date',
      'data',
    );
    const property = fc.property(
      fc.array(word, { maxLength: 8 }),
      fc.uniqueArray(
        word.filter((name) => name !== ''),
        { maxLength: 6 },
      ),
      (headings, names) => {
        const { items, findings } = matchColumns(headings, declared(...names));
        const taken = items.filter((one) => one !== undefined);
        expect(new Set(taken).size).toBe(taken.length);
        const missing = findings.flatMap((one) => (one.check === 'column/missing' ? [one.item] : []));
        expect([...taken, ...missing].sort()).toEqual([...names.keys()]);
        for (const [column, found] of items.entries()) {
          const told = findings.filter((one) =>
            one.check === 'column/duplicate'
              ? one.columns.slice(1).includes(column)
              : 'column' in one && one.column === column,
          );
          expect(told).toHaveLength(found === undefined || names[found] !== headings[column] ? 1 : 0);
        }
      },
    );
    fc.assert(property, { numRuns: 500 });
  });

  it('of thousands are matched in bounded time', () => {
    const names = Array.from({ length: 3000 }, (_, index) => `column ${index} of a very wide table`);
    const strangers = names.map((name) => `stranger ${name}`);
    expect(matchColumns(strangers, declared(...names)).findings).toHaveLength(6000);
    expect(
      matchColumns(
        names.map((name) => name.toUpperCase()),
        declared(...names),
      ).how.every((how) => how === 'case'),
    ).toBe(true);
  });
});
