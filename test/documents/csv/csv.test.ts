import { describe, expect, it } from 'vitest';
import { readCsv, toldRows } from './csv-read.ts';

describe('rows of a delimited text', () => {
  it('reads cells as they are written', async () => {
    const { rows, faults, dialect } = await readCsv(
      '编码,名称,数量\r\n0012,"a ""b"", c", 1.0 \r\n,"x\r\ny",=1+1\r\n',
    );
    expect(rows).toEqual([
      [1, 1, '编码', '名称', '数量'],
      [2, 2, '0012', 'a "b", c', ' 1.0 '],
      [3, 3, '', 'x\r\ny', '=1+1'],
    ]);
    expect(faults).toEqual([]);
    expect(dialect).toEqual({ delimiter: ',', quote: '"', lineEnd: '\r\n' });
  });

  it('counts physical lines through quoted line ends and empty lines', async () => {
    const { rows } = await readCsv('a,b\n"1\r\n2\n3\r4",x\n\n5,6');
    expect(rows).toEqual([
      [1, 1, 'a', 'b'],
      [2, 2, '1\r\n2\n3\r4', 'x'],
      [3, 6],
      [4, 7, '5', '6'],
    ]);
  });

  it('numbers rows across batches', async () => {
    const { rows, faults } = await readCsv(
      `a,b\n${Array.from({ length: 1000 }, (_, n) => `${n},"x\ny"\n`).join('')}`,
    );
    expect(faults).toEqual([]);
    expect(rows).toHaveLength(1001);
    expect(rows.at(-1)).toEqual([1001, 2000, '999', 'x\ny']);
  });
});

describe('dialect', () => {
  it.each([
    ['a,b\n1,2\n', ',', '\n'],
    ['a;b\r\n1,5;2\r\n3,5;4\r\n', ';', '\r\n'],
    ['a\tb\tc\n1,2\t3\t4\n', '\t', '\n'],
    ['a|b\r1|2\r', '|', '\r'],
    // Not by counting: the commas stand in quotes, or in one row only.
    ['id;note\n1;"a, b, c, d"\n2;"e, f, g, h"\n', ';', '\n'],
    ['id;note\n1;a, b, c\n2;d\n3;e, f\n', ';', '\n'],
    ['"a";"b"\n"1,2";"3"\n', ';', '\n'],
    ['title\nno table at all\n', ',', '\n'],
    ['a,b', ',', ''],
  ])('of %j', async (text, delimiter, lineEnd) => {
    expect((await readCsv(text)).dialect).toEqual({ delimiter, quote: '"', lineEnd });
  });

  it('believes the file name where the text leaves it open', async () => {
    expect((await readCsv('a,b\tc\n1,2\t3\n', { path: 'x.tsv' })).dialect?.delimiter).toBe('\t');
    expect((await readCsv('alone\n', { path: 'x.TSV.gz' })).dialect?.delimiter).toBe('\t');
  });

  it('obeys a sep= line', async () => {
    const { rows, faults, dialect } = await readCsv('\uFEFFsep=;\r\na,b;c\r\n1,2;3\r\n');
    expect(rows).toEqual([
      [1, 2, 'a,b', 'c'],
      [2, 3, '1,2', '3'],
    ]);
    expect(faults).toEqual([]);
    expect(dialect?.delimiter).toBe(';');
  });

  it('reads what Excel exports in China', async () => {
    const gb18030 = new Uint8Array([0xc3, 0xfb, 0x2c, 0x62, 0x0d, 0x0a, 0xd6, 0xd0, 0x2c, 0x31]);
    const { rows, faults } = await readCsv(gb18030);
    expect(rows.map(([, , first]) => first)).toEqual(['名', '中']);
    expect(toldRows(faults)).toEqual(['document/encoding not-utf-8 1:1']);
    const utf16 = await readCsv(new Uint8Array([0xff, 0xfe, ...Buffer.from('a\tb\n1\t值', 'utf16le')]));
    expect(utf16.rows.at(-1)).toEqual([2, 2, '1', '值']);
  });
});

describe('ragged rows', () => {
  it('are said with both numbers, and delivered', async () => {
    const { rows, faults } = await readCsv('a,b,c\n1,2,3\n"x\ny",2\n4,5,6,7\n8,9,10\n');
    expect(rows).toHaveLength(5);
    expect(toldRows(faults)).toEqual(['row/ragged ragged 3 #3', 'row/ragged ragged 5 #4']);
    expect(faults.map(({ facts }) => facts)).toEqual([
      { cells: 2, expected: 3, row: 3 },
      { cells: 4, expected: 3, row: 4 },
    ]);
    expect(faults[1]?.excerpt).toEqual({ text: '4,5,6,7', from: 0, length: 7 });
  });

  it.each([
    ['empty cells at the end', 'a,b\n1,2,,\n3,4,\n'],
    ['empty headings at the end', 'a,b,,\n1,2\n3,4\n'],
    ['empty rows', 'a,b\n\n1,2\n,,,\n3,4\n\n'],
    ['a title above the header', '信息资源目录\n编码,名称,说明\n1,2,3\n4,5,6\n'],
    ['title, note and two header rows', '目录\n填报单位\n基本信息,,扩展信息\n编码,名称,说明\n1,2,3\n'],
    ['one column', 'a\nb\nc\nd\ne\n'],
  ])('are not %s', async (_, text) => {
    expect((await readCsv(text)).faults).toEqual([]);
  });

  it('are the odd ones: a header that lacks a column is one fault, not one for each row', async () => {
    const { faults } = await readCsv('a,b\n1,2,3\n4,5,6\n7,8,9\n');
    expect(toldRows(faults)).toEqual(['row/ragged ragged 1 #1']);
    expect(toldRows((await readCsv('a,b,c\n1,2,3,4\n')).faults)).toEqual(['row/ragged ragged 2 #2']);
  });

  it('are pieces of broken records, be they blank', async () => {
    const { faults } = await readCsv('a,b\n1,x\n2,y\n3,z\n \n.\n4,w\n');
    expect(toldRows(faults)).toEqual(['row/ragged ragged 5 #5', 'row/ragged ragged 6 #6']);
  });
});

describe('other faults', () => {
  it('names the opening quote that is never closed, and delivers what stands before', async () => {
    const { rows, faults } = await readCsv('a,b\n"1\n1",2\n3,"x\n4,y\n');
    expect(rows).toHaveLength(2);
    expect(toldRows(faults)).toEqual(['document/syntax unbalanced-quote 4 #3']);
    expect(faults[0]?.excerpt).toEqual({ text: '3,"x', from: 2, length: 1 });
  });

  it('finds the line of the quote, not of its record', async () => {
    const { faults } = await readCsv('a,b\n"1\n2","x\n');
    expect(toldRows(faults)).toEqual(['document/syntax unbalanced-quote 3 #2']);
  });

  it('reads quotes out of place as characters, and says so', async () => {
    const { rows, faults } = await readCsv('a,b\n5" pipe,x\n"b" c,"d"\ne,"f""\n');
    expect(rows.slice(1, 3)).toEqual([
      [2, 2, '5" pipe', 'x'],
      [3, 3, '"b" c', 'd'],
    ]);
    expect(toldRows(faults)).toEqual([
      'document/syntax stray-quote 2 #2',
      'document/syntax stray-quote 3 #3',
      'document/syntax unbalanced-quote 4 #4',
    ]);
    expect(faults[1]?.excerpt).toEqual({ text: '"b" c,"d"', from: 2, length: 1 });
  });

  it.each([
    ['a,b\r\n1,2\r\n3,4\n5,6\r\n', 'document/syntax mixed-line-ends 3 #3', { expected: 'CRLF', found: 'LF' }],
    [
      'a,b\n1,2\n3,"x\r\ny"\r\n5,6\n',
      'document/syntax mixed-line-ends 4 #3',
      { expected: 'LF', found: 'CRLF' },
    ],
    ['a,b\n1,2\r3,4\n', 'document/syntax mixed-line-ends 2 #2', { expected: 'LF', found: 'CR' }],
  ])('says once where line ends change in %j, and leaves no CR in values', async (text, expected, facts) => {
    const { rows, faults } = await readCsv(text);
    expect(toldRows(faults)).toEqual([expected]);
    expect(faults[0]?.facts).toEqual(facts);
    expect(rows.flat().filter((cell) => /^\d\r/.test(String(cell)))).toEqual([]);
  });

  it('says nothing of other line ends inside quotes', async () => {
    expect((await readCsv('a,b\r\n1,"x\ny"\r\n')).faults).toEqual([]);
  });

  it.each([
    ['', 'document/syntax empty 1:1'],
    ['\r\n \r\n', 'document/syntax empty 1:1'],
    ['a,b\n1,\0\0\n', 'document/syntax nul-character 2:3'],
    ['a,b\n1,\uFEFF2\n', 'document/syntax byte-order-mark-inside 2:3'],
  ])('says what is wrong with %j', async (text, expected) => {
    expect(toldRows((await readCsv(text)).faults)).toEqual([expected]);
  });

  it('refuses more bytes than it may hold, in a file and in a record', async () => {
    expect(toldRows((await readCsv('a,b\n1,2\n', { documentBytes: 7 })).faults)).toEqual([
      'document/syntax too-large -',
    ]);
    const text = 'a,b\n值,12\n';
    expect((await readCsv(text, { recordBytes: 6 })).faults).toEqual([]);
    const { rows, faults } = await readCsv(text, { recordBytes: 5 });
    expect(rows).toEqual([[1, 1, 'a', 'b']]);
    expect(toldRows(faults)).toEqual(['document/syntax too-large 2 #2']);
    expect(faults[0]?.facts).toEqual({ limit: 5 });
  });
});
