import { describe, expect, it } from 'vitest';
import type { SheetInput } from '../../../scripts/support/workbook.js';
import type { SheetOptions } from '../../../src/samples/inputs/sheet-rows.ts';
import { sheetRows } from '../../../src/samples/inputs/sheet-rows.ts';
import { readTables } from '../../support/rows.ts';
import { rawSheet, testLimits, writeWorkbook } from '../../support/workbook.ts';

function read(bytes: Uint8Array, options: Partial<SheetOptions> = {}) {
  const source = {
    path: 'data.xlsx',
    size: bytes.length,
    chunks: async function* () {
      yield bytes;
    },
  };
  return readTables(sheetRows(source, { limits: testLimits, ...options }));
}

async function only(sheet: Omit<SheetInput, 'name'>, options?: Partial<SheetOptions>) {
  const { tables, faults } = await read(writeWorkbook([{ name: '数据', ...sheet }]), options);
  expect(faults).toEqual([]);
  expect(tables).toHaveLength(1);
  const [table] = tables;
  if (table === undefined) throw new Error('No table');
  return table;
}

describe('rows of a sheet', () => {
  it('stand below the headings, with their kinds and places', async () => {
    const table = await only({
      rows: [
        ['编号', '人数', '日期', '有效', '说明'],
        ['0001', 12.5, { date: 42_856 }, true, null],
        [],
        ['0002', 7, null, false, { formula: '1/0', value: 'x' }],
      ],
    });
    expect(table.headings).toEqual(['编号', '人数', '日期', '有效', '说明']);
    expect(table.rows).toEqual([
      ['text:0001', 'number:12.5', 'date:2017-05-01', 'boolean:true'],
      ['text:0002', 'number:7', '-', 'boolean:false', 'text:x'],
    ]);
    expect(table.lines).toEqual([2, 4]);
    expect(table.rowNumbers).toEqual([0, 1]);
    expect(table.source.headingLine).toBe(1);
    expect(table.source.place({ row: 1, line: 4 }, 1)).toEqual({ sheet: '数据', cell: 'B4' });
  });

  it('say what a spreadsheet made of them: lost digits, formula errors', async () => {
    const { tables } = await read(
      rawSheet(
        '<row r="1"><c r="A1" t="str"><v>证件号</v></c><c r="B1" t="str"><v>比例</v></c></row>' +
          '<row r="2"><c r="A2"><v>3.3010219900101123E+17</v></c><c r="B2" t="e"><v>#DIV/0!</v></c></row>',
      ),
    );
    expect(tables[0]?.rows[0]?.[1]).toBe('error:#DIV/0!');
    const { tables: others } = await read(
      rawSheet(
        '<row r="1"><c r="A1" t="str"><v>证件号</v></c></row><row r="2"><c r="A2"><v>330102199001011230</v></c></row>',
      ),
    );
    expect(others[0]?.rows[0]).toEqual(['number:330102199001011230 (digits lost)']);
  });

  it('come from every sheet that holds anything', async () => {
    const { tables, faults } = await read(
      writeWorkbook([
        {
          name: '一',
          rows: [
            ['a', 'b'],
            ['1', '2'],
          ],
        },
        { name: '空', rows: [] },
        { name: '只有空格', rows: [[' ', '']] },
        { name: '二', rows: [['c'], ['3']] },
        { name: '只有表头', rows: [['c', 'd']] },
      ]),
    );
    expect(faults).toEqual([]);
    expect(tables.map(({ source, headings, rows }) => [source.sheet, headings.join(), rows.length])).toEqual([
      ['一', 'a,b', 1],
      ['二', 'c', 1],
      ['只有表头', 'c,d', 0],
    ]);
  });

  it('come in order and in bounded batches from a long sheet', async () => {
    const count = 5000;
    const rows = Array.from({ length: count }, (_, index) => [`A${index}`, index]);
    const table = await only({ rows: [['编号', '数'], ...rows] });
    expect(table.rows).toEqual(rows.map(([code, index]) => [`text:${code}`, `number:${index}`]));
    expect(table.rowNumbers).toEqual(rows.map((_, index) => index));
  });
});

describe('the heading row', () => {
  const title = ['2017年市民政局公共数据样例', null, null];
  const note = ['填报单位：民政局', null, null];

  it('is found below a title and a note', async () => {
    const table = await only({
      rows: [title, note, ['编号', '名称', '人数'], ['1', '甲', 3]],
      merges: ['A1:C1'],
    });
    expect(table.headings).toEqual(['编号', '名称', '人数']);
    expect(table.rows).toHaveLength(1);
    expect(table.source.headingLine).toBe(3);
  });

  it('is the one that names most declared columns', async () => {
    const names = new Set(['编号', '名称']);
    const table = await only(
      {
        rows: [
          ['说明一', '说明二', '说明三', '说明四'],
          ['编号', '名称', '备 注', null],
          ['1', '甲', '乙', null],
        ],
      },
      { signs: { knows: (leaf) => names.has(leaf) } },
    );
    expect(table.headings).toEqual(['编号', '名称', '备 注']);
    expect(table.rows).toHaveLength(1);
  });

  it('may have groups above it and cells merged downwards', async () => {
    const table = await only({
      rows: [
        ['编号', '人员', null],
        [null, '姓名', '性别'],
        ['1', '张三', '男'],
      ],
      merges: ['A1:A2', 'B1:C1'],
    });
    expect(table.headings).toEqual(['编号', '姓名', '性别']);
    expect(table.rows).toEqual([['text:1', 'text:张三', 'text:男']]);
  });

  it('is not there: told, unless the table is declared to have none', async () => {
    const sheet = {
      name: '数',
      rows: [
        [1, 2],
        [3, 4],
      ],
    };
    const { tables, faults } = await read(writeWorkbook([sheet]));
    expect(tables[0]?.headings).toEqual(['', '']);
    expect(tables[0]?.rows).toHaveLength(2);
    expect(tables[0]?.faults).toEqual([
      {
        check: 'document/syntax',
        reason: 'no-heading-row',
        place: { sheet: '数', cell: 'A1' },
        facts: { columns: 2, declared: 2 },
      },
    ]);
    expect(faults).toEqual([]);
    const bare = await read(writeWorkbook([sheet]), { hasHeader: false });
    expect(bare.tables[0]?.headings).toEqual(['', '']);
    expect(bare.tables[0]?.faults).toEqual([]);
    expect(bare.tables[0]?.rows).toHaveLength(2);
  });

  it('is looked for behind the rows that are to be skipped', async () => {
    const table = await only(
      {
        rows: [
          ['x', 'y'],
          ['编号', '名称'],
          ['1', '甲'],
        ],
      },
      { skipRows: 1 },
    );
    expect(table.headings).toEqual(['编号', '名称']);
  });
});

describe('a workbook that cannot be read', () => {
  it('is one fault', async () => {
    const bytes = writeWorkbook([{ name: '一', rows: [['a'], ['1']] }]);
    const { tables, faults } = await read(bytes.subarray(0, bytes.length - 40));
    expect(tables).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ check: 'document/unreadable' });
  });
});
