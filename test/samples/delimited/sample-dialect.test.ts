import { describe, expect, it } from 'vitest';
import type { SampleDialect } from '../../../src/model/data-item.ts';
import type { FoundDialect } from '../../../src/samples/delimited/sample-dialect.ts';
import { sampleDialect } from '../../../src/samples/delimited/sample-dialect.ts';
import { readHead } from '../../../src/samples/delimited/sample-head.ts';
import { chunksOf } from './scan.ts';

async function dialectOf(text: string, declared: SampleDialect = {}): Promise<FoundDialect> {
  return sampleDialect(await readHead(chunksOf(new TextEncoder().encode(text), 1000)), declared);
}

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
