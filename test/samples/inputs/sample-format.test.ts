import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSampleName, sampleFormat } from '../../../src/samples/inputs/sample-format.ts';
import { packParts, writeWorkbook } from '../../support/workbook.ts';

const workbook = writeWorkbook([{ name: '一', rows: [['a']] }]);
const archive = packParts({ 'data/人口.csv': 'a,b\n' });
const oldExcel = Buffer.from('d0cf11e0a1b11ae10000', 'hex');
const parquet = Buffer.from('PAR1\u0015\u0004');
const text = Buffer.from('\ufeff编号,名称\n1,甲\n');

describe('the format of a data file', () => {
  it.each([
    ['市民政局/人口.csv', text, 'delimited', 'csv'],
    ['A.CSV.GZ', text, 'delimited', 'csv'],
    ['a.tsv', text, 'delimited', 'tsv'],
    ['a.txt', text, 'delimited', 'txt'],
    ['a.jsonl.gz', Buffer.from('{"a":1}\n'), 'ndjson', 'ndjson'],
    ['a.json', Buffer.from('{"a":1,\n"b":2}'), 'json', 'json'],
    ['a.json', Buffer.from('[\n{"a":1},\n{"a":2}]'), 'json', 'json'],
    ['a.xlsx', workbook, 'xlsx', 'xlsx'],
    ['a.parquet', parquet, 'parquet', 'parquet'],
    ['a.csv', new Uint8Array(0), 'delimited', 'csv'],
    ['a.parquet', new Uint8Array(0), 'parquet', 'parquet'],
  ])('%s is told by its name and bytes', (path, head, ...[format, found]) => {
    expect(sampleFormat(path, head)).toEqual({ format, found });
  });

  it.each([
    ['a.csv', workbook, 'xlsx', 'xlsx', 'csv'],
    ['a.csv', parquet, 'parquet', 'parquet', 'csv'],
    ['a.xlsx', parquet, 'parquet', 'parquet', 'xlsx'],
    ['a.json', Buffer.from('{"a":1}\n{"a":2}\n'), 'ndjson', 'ndjson', 'json'],
    ['a.csv', archive, undefined, 'zip', 'csv'],
    ['a.csv', Buffer.from('1f8b0800', 'hex'), undefined, 'gzip', 'csv'],
    ['a.csv', Buffer.from('%PDF-1.7'), undefined, 'pdf', 'csv'],
    ['a.xlsx', Buffer.from('<html><table>'), undefined, 'html', 'xlsx'],
    ['a.xlsx', text, undefined, 'text', 'xlsx'],
    ['a.parquet', text, undefined, 'text', 'parquet'],
  ])('%s that is something else: the bytes win, and it is told', (path, head, ...[format, found, named]) => {
    expect(sampleFormat(path, head)).toEqual({
      format,
      found,
      fault: { check: 'document/unreadable', reason: 'other-format', facts: { named, found } },
    });
  });

  it.each([
    ['a.xls', oldExcel, 'old-excel-or-encrypted'],
    ['a.xls', Buffer.from('x'), 'old-excel-or-encrypted'],
    ['a.xlsx', oldExcel, 'old-excel-or-encrypted'],
    ['a.xlsb', Buffer.from('x'), 'binary-workbook'],
    ['a.csv', Buffer.alloc(3000), 'only-nul'],
    ['a.xlsx', Buffer.alloc(3000), 'only-nul'],
    ['a.dbf', Buffer.from('x'), 'unsupported'],
    ['noending', text, 'unsupported'],
    ['a.parquet.gz', parquet, 'unsupported'],
  ])('%s is not read, with the reason', (path, head, reason) => {
    const { format, fault } = sampleFormat(path, head);
    expect(format).toBeUndefined();
    expect(fault).toMatchObject({ check: 'document/unreadable', reason });
  });

  it('is one or a fault, whatever the name and the bytes', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('.csv', '.json', '.xlsx', '.gz', '', '.__proto__'),
        fc.uint8Array(),
        (name, ending, head) => {
          const { format, fault } = sampleFormat(name + ending, head);
          expect(format !== undefined || fault !== undefined).toBe(true);
        },
      ),
    );
  });
});

describe('names of data files', () => {
  it('are those with an ending that is known', () => {
    expect(
      ['a.csv', 'b.PARQUET', 'c.json.gz', 'd.xls', 'e.pdf', 'csv', 'f.constructor'].filter(isSampleName),
    ).toEqual(['a.csv', 'b.PARQUET', 'c.json.gz', 'd.xls']);
  });
});
