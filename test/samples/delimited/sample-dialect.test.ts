import { describe, expect, it } from 'vitest';
import type { DataItem, SampleDialect } from '../../../src/model/data-item.ts';
import { headFaults } from '../../../src/samples/delimited/head-faults.ts';
import type { FoundDialect } from '../../../src/samples/delimited/sample-dialect.ts';
import { sampleDialect } from '../../../src/samples/delimited/sample-dialect.ts';
import { readHead } from '../../../src/samples/delimited/sample-head.ts';
import type { HeadingSigns } from '../../../src/samples/inputs/heading-row.ts';
import { headingSigns } from '../../../src/samples/match/heading-signs.ts';
import { chunksOf } from './scan.ts';

async function dialectOf(
  text: string,
  declared: SampleDialect = {},
  signs: HeadingSigns = {},
): Promise<FoundDialect> {
  return sampleDialect(await readHead(chunksOf(new TextEncoder().encode(text), 1000)), declared, signs);
}

const item = (name: string, properties: Partial<DataItem> = {}): DataItem => ({
  name,
  aliases: [],
  pointer: '',
  type: 'string',
  isMandatory: true,
  isRequired: false,
  ...properties,
});

/** 编号, 名称, and a third column that its own heading is no value of. */
const signs = headingSigns({
  items: [item('编号'), item('名称'), item('登记日期', { type: 'date' })],
  emptyWords: [],
  nullWords: [],
});
const names = '编号,名称,登记日期';
const rows = 'P1,甲,2017-05-01\nP2,乙,2018-06-02\n';

describe('the heading row of a delimited file', () => {
  it.each([
    ['a title with all its commas', `停车场信息表,,\n${names}\n${rows}`, [1, 1, 0, 2]],
    ['a title, an empty line and a note', `停车场信息表\n\n单位：市交通委\n${names}\n${rows}`, [3, 2, 0, 4]],
    ['empty lines', `\n\n${names}\n${rows}`, [2, 0, 0, 3]],
    ['an empty line and a title', `\n停车场\n${names}\n${rows}`, [2, 1, 1, 3]],
    ['a note of as many cells', `2017年,单位：个,市交通委\n${names}\n${rows}`, [1, 1, 0, 2]],
    ['nothing but what Excel says of the delimiter', `sep=,\n${names}\n${rows}`, [0, 0, 1, 2]],
  ])('is found below %s', async (_, text, [lines, texts, line, lead]) => {
    const found = await dialectOf(text, {}, signs);
    expect(found.headings).toEqual(names.split(','));
    expect(found.above).toEqual({ lines, texts, line });
    expect(found.lead.lines).toBe(lead);
  });

  it('decides the delimiter where a title stands alone above it', async () => {
    const found = await dialectOf(`停车场信息表\n${names}\n`, {}, signs);
    expect(found).toMatchObject({ delimiter: ',', headings: names.split(','), state: 'header-only' });
  });

  it('is found below a title by its width where it names nothing that is declared', async () => {
    const found = await dialectOf(`停车场信息表\n代号,叫法,日子\n${rows}`, {}, signs);
    expect(found).toMatchObject({ hasHeader: true, headings: ['代号', '叫法', '日子'] });
  });

  it('is the first row where one row alone is torn', async () => {
    const found = await dialectOf(`代号,叫法,日子\nP1,${'甲,'.repeat(30)}\n${rows}`, {}, signs);
    expect(found).toMatchObject({ hasHeader: true, headings: ['代号', '叫法', '日子'] });
  });

  it.each([
    ['the first row is as declared', 'P1,甲,2017-05-01\n'],
    ['a value of it stands again in its column', '渝中区,甲,\n江北区,乙,\n渝中区,丙,\n'],
  ])('is missing where %s', async (_, text) => {
    expect(await dialectOf(text, {}, signs)).toMatchObject({ hasHeader: false, headings: ['', '', ''] });
  });

  it('is there where it stands again at the top of every page', async () => {
    const page = '代号,叫法,日子\nP1,甲,x\n';
    expect((await dialectOf(page + page, {}, signs)).hasHeader).toBe(true);
  });

  it('is there where only its columns hold numbers and one of it is declared', async () => {
    const found = await dialectOf('2016,2017\n1,2\n3,4\n', {}, { knows: (leaf) => leaf === '2016' });
    expect(found.hasHeader).toBe(true);
  });

  it('is said to be missing, or to stand below something, once', async () => {
    const said = async (text: string, columns = 3) =>
      headFaults(await dialectOf(text, {}, signs), { columns }).map(({ reason, place }) => [reason, place]);
    expect(await said(`${names}\n${rows}`)).toEqual([]);
    expect(await said(rows)).toEqual([['no-heading-row', { line: 1, row: 1 }]]);
    expect(await said(`停车场\n\n${names}\n${rows}`)).toEqual([
      ['lines-above-headings', { line: 1, row: 0 }],
    ]);
    expect(await said(`\n${names}\n${rows}`)).toEqual([['empty-lines-above-headings', { line: 1, row: 0 }]]);
    expect(await said(rows, 5)).toEqual([['no-heading-row-unlike', { line: 1, row: 1 }]]);
    expect(await said(`停车场\n${names}\n`)).toEqual([
      ['lines-above-headings', { line: 1, row: 0 }],
      ['header-only', { line: 2, row: 0 }],
    ]);
  });
});

describe('the dialect of a delimited file', () => {
  it.each([
    [',', 'id,name\n1,"a;b;c"\n2,x\n'],
    [';', 'id;betrag\n1;3,5\n2;4,75\n'],
    ['\t', '编号\t姓名\n1\t张三\n'],
    ['|', 'id|name\r\n1|a,b\r\n'],
    ['^', 'sep=^\nid^name\n1^2\n'],
  ])('finds the delimiter %j', async (delimiter, text) => {
    expect(await dialectOf(text)).toMatchObject({ delimiter, quote: '"', hasHeader: true, state: 'data' });
  });

  it('takes what is declared before what it finds', async () => {
    const found = await dialectOf('a;b,c\n1;2,3\n', { delimiter: ';', quote: '', hasHeader: false });
    expect(found).toMatchObject({ delimiter: ';', quote: '', hasHeader: false, headings: ['', ''] });
    expect(found.lead).toEqual({ bytes: 0, lines: 0 });
  });

  it('finds apostrophes that quote', async () => {
    const found = await dialectOf("id,name,note\n1,'a,b',x\n2,'c',y\n3,'d,e,f',z\n");
    expect(found).toMatchObject({ quote: "'", headings: ['id', 'name', 'note'] });
  });

  it('keeps headings as they stand and says where the data start', async () => {
    const found = await dialectOf('\ufeffsep=;\r\n\r\n编号;"姓\n名";;编号\r\n1;2;3;4\r\n');
    expect(found.headings).toEqual(['编号', '姓\n名', '', '编号']);
    expect(found).toMatchObject({ duplicates: ['编号'], lineEnd: 'CRLF' });
    expect(found.lead).toEqual({ bytes: 35, lines: 4 });
  });

  it('skips rows that are said to stand above the headings', async () => {
    const found = await dialectOf('某市人口统计表,,\n编号,姓名,日期\n1,张三,2017-05-01\n', { skipRows: 1 });
    expect(found.headings).toEqual(['编号', '姓名', '日期']);
    expect(found.lead.lines).toBe(2);
  });

  it.each([
    ['', 'empty'],
    ['\n \n', 'empty'],
    ['a,b\n', 'header-only'],
    ['a,b', 'header-only'],
    ['a,b\n\n', 'header-only'],
    ['a,b\n1,2', 'data'],
  ])('says what state %j is in', async (text, state) => {
    expect((await dialectOf(text)).state).toBe(state);
  });

  it('says that a heading row never ends', async () => {
    expect((await dialectOf(`"a,b\n${'1,2\n'.repeat(30_000)}`)).state).toBe('unreadable-header');
  });

  it('sees that there is no heading row', async () => {
    expect((await dialectOf('1,张三,2017-05-01\n2,李四,2018-06-02\n')).hasHeader).toBe(false);
    expect((await dialectOf('指标,2019,2020\n人口,1,2\n')).hasHeader).toBe(true);
    expect((await dialectOf('name,city\nAnn,Rome\n')).hasHeader).toBe(true);
  });
});
