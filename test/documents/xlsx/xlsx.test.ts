import { describe, expect, it } from 'vitest';
import { workbookParts } from '../../../scripts/support/workbook.js';
import { xlsxReader } from '../../../src/documents/xlsx/xlsx.ts';
import {
  oneSheet,
  packParts,
  rawSheet,
  readAll,
  testLimits,
  texts,
  writeWorkbook,
} from '../../support/workbook.ts';

async function allOf<Item>(batches: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}

describe('a workbook of a department', () => {
  const workbook = writeWorkbook([
    {
      name: '信息资源目录',
      rows: [
        ['信息资源目录', null, null, null],
        ['信息资源名称', '共享类型', '发布日期', '记录数'],
        ['企业登记信息', '有条件共享', { date: 42_856 }, 12_345.5],
        ['城市公厕位置', null, null, true],
      ],
      merges: ['A1:D1', 'B3:B4'],
      columnWidths: [30, 12],
    },
    {
      name: 'Codes & notes',
      rows: [
        ['a'],
        [
          { formula: 'A1&"x"', value: 'ax' },
          { formula: '1+1', value: 2 },
        ],
      ],
    },
    { name: '隐藏', rows: [['h']], state: 'hidden' },
    { name: 'program', rows: [['v']], state: 'veryHidden' },
  ]);

  it('gives its sheets in order, also those only a program can show', async () => {
    const { sheets, faults } = await readAll(workbook);
    expect(faults).toEqual([]);
    expect(sheets.map(({ name }) => name)).toEqual(['信息资源目录', 'Codes & notes', '隐藏', 'program']);
  });

  it('gives rows with what a person sees', async () => {
    const { sheets } = await readAll(workbook);
    expect(sheets[0]?.rows).toEqual([
      { row: 1, cells: [{ text: '信息资源目录', kind: 'text' }] },
      {
        row: 2,
        cells: ['信息资源名称', '共享类型', '发布日期', '记录数'].map((text) => ({ text, kind: 'text' })),
      },
      {
        row: 3,
        cells: [
          { text: '企业登记信息', kind: 'text' },
          { text: '有条件共享', kind: 'text' },
          { text: '2017-05-01', kind: 'date' },
          { text: '12345.5', kind: 'number' },
        ],
      },
      {
        row: 4,
        cells: [
          { text: '城市公厕位置', kind: 'text' },
          undefined,
          undefined,
          { text: 'true', kind: 'boolean' },
        ],
      },
    ]);
    expect(sheets[1]?.rows[1]?.cells).toEqual([
      { text: 'ax', kind: 'text', formula: true },
      { text: '2', kind: 'number', formula: true },
    ]);
  });

  it('knows the merged cells before the first row', async () => {
    const { sheets } = await readAll(workbook);
    expect(sheets[0]?.merges).toEqual([
      { top: 1, left: 1, bottom: 1, right: 4 },
      { top: 3, left: 2, bottom: 4, right: 2 },
    ]);
  });

  it.each([1, 7, 100])('reads the same from chunks of %i bytes', async (chunkBytes) => {
    expect(await readAll(workbook, { chunkBytes })).toEqual(await readAll(workbook));
  });

  it('can be read again from the same sheet', async () => {
    const source = {
      path: 'a.xlsx',
      chunks: async function* () {
        yield workbook;
      },
    };
    for await (const parts of xlsxReader.read(source, { recordsAt: [], limits: testLimits })) {
      for (const part of parts) {
        if (part.kind !== 'sheet') continue;
        const [first, second] = [await allOf(part.sheet.rows()), await allOf(part.sheet.rows())];
        expect(first.length).toBeGreaterThan(0);
        expect(second).toEqual(first);
      }
    }
  });
});

describe('sheets as other programs write them', () => {
  const cells = async (xml: string, replaced?: Record<string, string>) => {
    const { sheets, faults } = await readAll(rawSheet(xml, replaced));
    expect(faults).toEqual([]);
    expect(sheets[0]?.faults).toEqual([]);
    return sheets[0] === undefined ? [] : texts(sheets[0]);
  };

  it('takes attributes in any order, either quote, blanks around =', async () => {
    expect(await cells(`<row\n spans='1:2' r='1'><c t = "str"\tr='B1' s="0"><v>x</v></c></row>`)).toEqual([
      [undefined, 'x'],
    ]);
  });

  it('takes namespace prefixes', async () => {
    const prefixed =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="2">' +
      '<x:c r="A2" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData>' +
      '<x:mergeCells count="1"><x:mergeCell ref="A2:B2"/></x:mergeCells></x:worksheet>';
    const { sheets } = await readAll(rawSheet('', { 'xl/worksheets/sheet1.xml': prefixed }));
    expect(sheets[0]).toMatchObject({
      rows: [{ row: 2, cells: [{ text: '甲' }] }],
      merges: [{ top: 2, left: 1, bottom: 2, right: 2 }],
      faults: [],
    });
  });

  it('counts on where rows and cells have no reference', async () => {
    const { sheets } = await readAll(
      rawSheet(
        '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="B5"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>',
      ),
    );
    expect(sheets[0]?.rows.map(({ row, cells: list }) => [row, list.map((cell) => cell?.text)])).toEqual([
      [1, ['1', undefined, '3']],
      [5, [undefined, '4', '5']],
      [6, ['6']],
    ]);
  });

  it('leaves out rows in which nothing is stored, and believes no dimension', async () => {
    const sheet =
      '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1" ht="20"/><row r="2"><c r="A2" s="1"/></row><row r="3"><c r="A3"><v>1</v></c></row></sheetData></worksheet>';
    const { sheets } = await readAll(rawSheet('', { 'xl/worksheets/sheet1.xml': sheet }));
    expect(sheets[0]?.rows.map(({ row }) => row)).toEqual([3]);
  });

  it('resolves entities, CDATA, escapes and line ends', async () => {
    const inline = (text: string) =>
      `<row><c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c></row>`;
    expect(await cells(inline('&lt;a&gt; &amp;amp; &#x4e00;&#20108; &quot;&apos;'))).toEqual([
      [`<a> &amp; 一二 "'`],
    ]);
    expect(await cells(inline('x<![CDATA[ <&amp;> ]]]]><![CDATA[>]]>y'))).toEqual([['x <&amp;> ]]>y']]);
    expect(await cells(inline('a_x000D_\r\nb_x005F_x000D_ _x00e9_'))).toEqual([['a\r\nb_x000D_ é']]);
    expect(await cells(inline('a<!-- <c> -->b<?pi <c> ?>c'))).toEqual([['abc']]);
  });

  it('keeps blanks at the ends only where xml:space says so', async () => {
    expect(
      await cells(
        '<row><c t="inlineStr"><is><t> a b\n</t></is></c><c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c><c t="str"><v> f </v></c></row>',
      ),
    ).toEqual([['a b', ' a ', ' f ']]);
  });

  it('joins rich text and skips phonetic guides', async () => {
    const rich =
      '<r><rPr><b/></rPr><t>重</t></r><r><t xml:space="preserve">庆 </t></r><rPh sb="0" eb="1"><t>chóng</t></rPh><phoneticPr fontId="1"/>';
    const sst = `<sst><si>${rich}</si><si><t/></si><si/><si><t>plain</t></si></sst>`;
    const rows = `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v> 3 </v></c><c t="inlineStr"><is>${rich}</is></c></row>`;
    expect(await cells(rows, { 'xl/sharedStrings.xml': sst })).toEqual([['重庆 ', '', '', 'plain', '重庆 ']]);
  });

  it('reads UTF-16 parts, byte order marks and backslashes in names', async () => {
    const sheet =
      '\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c t="str"><v>交通</v></c></row></sheetData></worksheet>';
    const parts: Record<string, string | Uint8Array> = workbookParts([{ name: 'S', rows: [] }]);
    delete parts['xl/worksheets/sheet1.xml'];
    for (const bytes of [
      Buffer.from(sheet, 'utf16le'),
      Buffer.from(sheet, 'utf16le').swap16(),
      sheet.replace('UTF-16', 'utf-8'),
    ]) {
      const { sheets, faults } = await readAll(packParts({ ...parts, 'xl\\worksheets\\sheet1.xml': bytes }));
      expect([faults, sheets.map(texts)]).toEqual([[], [[['交通']]]]);
    }
  });

  it('follows relationships, absolute and relative, of the strict kind too', async () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const relationship = (id: string, type: string, target: string) =>
      `<Relationship Target='${target}' Type="${strict}/${type}" Id="${id}"/>`;
    const { sheets, faults } = await readAll(
      packParts({
        '_rels/.rels': `<Relationships>${relationship('a', 'officeDocument', '/book/main.xml')}</Relationships>`,
        'book/main.xml':
          '<workbook xmlns:q="x"><sheets><sheet name="图" q:id="c"/><sheet name="二" q:id="b"/></sheets></workbook>',
        'book/_rels/main.xml.rels': `<Relationships>${relationship('b', 'worksheet', '../Tabs/Two.xml')}${relationship('c', 'chartsheet', 'x.xml')}</Relationships>`,
        'tabs/two.xml': '<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>',
      }),
    );
    expect(faults).toEqual([]);
    expect(sheets.map((sheet) => [sheet.name, texts(sheet)])).toEqual([['二', [['7']]]]);
  });

  it('writes what it reads: any text survives', async () => {
    const odd = ['_x0041_', 'a\u0001b', ' x ', 'line\r\nend', '𠮷', '<&>"\'', '=1+1', ''];
    const { sheets } = await readAll(oneSheet(odd));
    expect(sheets.map(texts)).toEqual([[odd]]);
  });
});

it('hands rows over in batches', async () => {
  const rows = Array.from({ length: 1200 }, (_, index) => [index]);
  const source = {
    path: 'a.xlsx',
    chunks: async function* () {
      yield oneSheet(...rows);
    },
  };
  const sizes: number[] = [];
  for await (const parts of xlsxReader.read(source, { recordsAt: [], limits: testLimits }))
    for (const part of parts)
      if (part.kind === 'sheet') for await (const batch of part.sheet.rows()) sizes.push(batch.length);
  expect(sizes).toEqual([500, 500, 200]);
});

it('may be left before the end', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => [index, `名称 ${index}`]);
  const source = {
    path: 'a.xlsx',
    chunks: async function* () {
      yield oneSheet(...rows);
    },
  };
  for await (const parts of xlsxReader.read(source, { recordsAt: [], limits: testLimits }))
    for (const part of parts)
      if (part.kind === 'sheet')
        for await (const batch of part.sheet.rows()) {
          expect(batch.length).toBe(500);
          break;
        }
});
