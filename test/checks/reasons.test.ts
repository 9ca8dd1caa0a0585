import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellBlankReasons } from '../../src/checks/cell-blank.ts';
import { cellCodeReasons } from '../../src/checks/cell-code.ts';
import { cellLengthReasons } from '../../src/checks/cell-length.ts';
import { cellPatternReasons } from '../../src/checks/cell-pattern.ts';
import { cellPrecisionReasons } from '../../src/checks/cell-precision.ts';
import { cellRangeReasons } from '../../src/checks/cell-range.ts';
import { cellTextReasons } from '../../src/checks/cell-text-quality.ts';
import { cellTypeReasons } from '../../src/checks/cell-type.ts';
import { checkOf } from '../../src/checks/index.ts';
import { keyDuplicateReasons } from '../../src/checks/key-duplicate.ts';
import { raggedReasons } from '../../src/checks/row-ragged.ts';
import { sampleMissingReasons } from '../../src/checks/sample-missing.ts';
import { sampleUndeclaredReasons } from '../../src/checks/sample-undeclared.ts';
import { syntaxReasons } from '../../src/checks/syntax-reasons.ts';
import { unreadableReasons } from '../../src/checks/unreadable-reasons.ts';
import type { Facts } from '../../src/model/check.ts';
import { locales } from '../../src/model/locale.ts';

const sources = readdirSync('src/documents', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(`src/documents/${path}`, 'utf8'));

/** The reason codes that stand in calls and properties of the readers. */
function reasonsIn(shapes: readonly RegExp[], texts: readonly string[] = sources): string[] {
  const found = texts.flatMap((text) => shapes.flatMap((shape) => [...text.matchAll(shape)]));
  return [...new Set(found.map(([, reason = '']) => reason))].sort();
}

/** What other checks than `document/syntax` say. */
const elsewhere = ['broken-bytes', 'duplicate-key', 'not-utf-8', 'ragged'];

it('has a sentence for every reason of document/syntax that a reader gives', () => {
  const reasons = reasonsIn([
    /\bsyntax\(\s*'([^']+)'/g,
    /\breason: '([^']+)'/g,
    /\bproblem(?::|\()\s*'([^']+)'/g,
    /#fault\('([^']+)'/g,
    /\bfaultHere\([^,()]+,\s*'([^']+)'/g,
  ]);
  expect(reasons.length).toBeGreaterThan(30);
  expect(reasons.filter((reason) => !(reason in syntaxReasons) && !elsewhere.includes(reason))).toEqual([]);
});

it('has a sentence for every reason of document/unreadable that a reader gives', () => {
  const reasons = reasonsIn([/\bunreadable\(\s*'([^']+)'/g]);
  expect(reasons.length).toBeGreaterThan(15);
  expect(reasons.filter((reason) => !(reason in unreadableReasons))).toEqual([]);
});

/** The readers of data tables, and the thread that reads Parquet. */
const sampleSources = [
  ...readdirSync('src/samples', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('cells'))
    .map((path) => `src/samples/${path}`),
  'src/cli/parquet-rows.ts',
].map((path) => readFileSync(path, 'utf8'));

/** The reasons beside the name of a check, and those that calls and conditions of the readers name without one. */
function sampleReasons(check: string, others: readonly RegExp[] = []): string[] {
  const beside = new RegExp(String.raw`check: '${check}',\s*reason: '([^']+)'`, 'g');
  return reasonsIn([beside, ...others], sampleSources);
}

describe('data tables are told of in sentences', () => {
  it('has one for every reason of document/unreadable', () => {
    const reasons = sampleReasons('document/unreadable', [
      /\bunreadable\(\s*'([^']+)'/g,
      /ParquetTrouble\([^']*'([^']+)'/g,
      /\bstop\('([^']+)'/g,
      /\? 'truncated' : '([^']+)'/g,
      /\bunread: '([^']+)'/g,
    ]);
    expect(reasons).toEqual(
      expect.arrayContaining(['not-parquet', 'parquet-bomb', 'no-progress', 'other-format']),
    );
    expect(reasons.filter((reason) => !(reason in unreadableReasons))).toEqual([]);
  });

  it('has one for every reason of document/syntax', () => {
    const reasons = sampleReasons('document/syntax', [
      /\bsyntax\('([^']+)'/g,
      /(?:\? | : )'((?:no-heading|lines-|empty-lines)[\w-]*)'/g,
    ]);
    expect(reasons).toEqual(
      expect.arrayContaining([
        'not-a-row',
        'no-rows',
        'nul-bytes',
        'header-only',
        'stray-quote',
        'no-heading-row-unlike',
        'lines-above-headings',
        'empty-lines-above-headings',
      ]),
    );
    expect(reasons.filter((reason) => !(reason in syntaxReasons))).toEqual([]);
  });

  it('has one for every reason of row/ragged', () => {
    const reasons = sampleReasons('row/ragged', [/\? '([\w-]+)' : 'ragged'/g, /'(empty-line(?!s)[\w-]*)'/g]);
    expect(reasons).toEqual(['cut-off', 'empty-line', 'empty-line-at-end']);
    expect(reasons.filter((reason) => !(reason in raggedReasons))).toEqual([]);
  });
});

/** Every table of sentences by reason. Facts that a sentence may need stand in all of them. */
const tables = {
  syntaxReasons,
  unreadableReasons,
  raggedReasons,
  sampleMissingReasons,
  sampleUndeclaredReasons,
  keyDuplicateReasons,
  cellBlankReasons,
  cellCodeReasons,
  cellLengthReasons,
  cellPatternReasons,
  cellPrecisionReasons,
  cellRangeReasons,
  cellTextReasons,
  cellTypeReasons,
};

describe.each(Object.entries(tables))('%s', (_, sentences) => {
  it.each(Object.keys(sentences))('%s is told in both languages', (reason) => {
    const facts = { found: 'x', named: 'csv', count: 2, candidates: ['x'], words: ['x'], type: 'date' };
    const [en = '', zh = ''] = locales.map((locale) => sentences[reason]?.[locale](facts) ?? '');
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(zh).not.toMatch(/[a-z]{3,} [a-z]{3,}/);
    expect(en).not.toMatch(/^[\p{Script=Han}\P{L}]+$/u);
  });
});

const told = (check: string, facts: Facts): readonly string[] =>
  locales.map((locale) => checkOf(check)?.message[locale](facts) ?? '');

describe('what is told of rows and files of data', () => {
  const lines = ['3', '9'];
  it.each<[string, Facts, string, string]>([
    [
      'document/unreadable',
      { reason: 'other-format', named: 'csv', found: 'xlsx' },
      'its name ends in .csv, but it is an XLSX workbook; it was read as that. Name it .xlsx',
      '扩展名为 .csv，实际是 XLSX 工作簿，已按此读取，请将扩展名改为 .xlsx',
    ],
    [
      'document/unreadable',
      { reason: 'other-format', named: 'xlsx', found: 'html' },
      'its name ends in .xlsx, but it is a web page; not read. Hand the data in as CSV, JSON, XLSX or Parquet',
      '扩展名为 .xlsx，实际是网页，未读取，请以 CSV、JSON、XLSX 或 Parquet 提交数据',
    ],
    [
      'document/unreadable',
      { reason: 'implausible-rows', rows: 4_000_000_000 },
      'it says that it has 4,000,000,000 rows, which cannot be in a file of its size; not read',
      '文件声称有 4,000,000,000 行，与其大小不符，未读取',
    ],
    [
      'document/syntax',
      { reason: 'stray-quote', count: 2, of: 40, first: lines },
      'a quotation mark stands inside a cell that is not quoted (2 times); in lines 3, 9',
      '未加引号的单元格中出现引号（2 处）；见第 3、9 行',
    ],
    [
      'document/encoding',
      { reason: 'broken-bytes', count: 7, of: 40, first: lines },
      '7 bytes cannot be read as text in the encoding of the file: characters are lost; first in lines 3, 9',
      '7 个字节不是有效的文件编码，部分字符已丢失；最先见于第 3、9 行',
    ],
    [
      'row/ragged',
      { reason: 'ragged', count: 2, of: 40, atLeast: 70, expected: 6, first: lines },
      '2 of 40 rows have 70 or more cells, the heading has 6; quote the cell that holds the delimiter, or remove what is too much; in lines 3, 9',
      '40 行中有 2 行有 70 个以上单元格，表头有 6 个；含分隔符的单元格请加引号，或删除多余内容；见第 3、9 行',
    ],
    [
      'row/ragged',
      { reason: 'cut-off', count: 1, of: 40, cells: 4, expected: 6, first: ['41'] },
      'the last row ends in the middle: it has 4 cells, the heading has 6, and no line end follows; hand the whole file in again',
      '最后一行不完整：只有 4 个单元格（表头有 6 个），且没有换行符；请重新提交完整的文件',
    ],
    [
      'row/ragged',
      { reason: 'empty-line', count: 2, of: 40, first: lines },
      '2 lines between the rows are empty; remove them; in lines 3, 9',
      '数据行之间有 2 个空行，请删除；见第 3、9 行',
    ],
    [
      'column/unknown',
      { found: '', reason: 'beyond', position: 7, rows: 12, sample: true },
      'column 7 is not declared: the table has no headings, and the declaration fewer columns; its cells are not checked (12 rows)',
      '第 7 列未声明：该表没有列名，且列数多于声明，未检查其单元格（12 行）',
    ],
    [
      'column/renamed',
      { found: '登记日期', expected: '成立登记日期', how: 'terms', rows: 1200, sample: true },
      'the heading “登记日期” probably means “成立登记日期”, which is missing and shares its terms; the column was checked as that (1,200 rows). Write it so, or declare “登记日期”',
      '列名“登记日期”很可能就是缺少的“成立登记日期”（用词相近），已按其检查（1,200 行）；请改用该列名，或另行声明“登记日期”',
    ],
    [
      'column/duplicate',
      { column: '姓名', others: ['name'], reason: 'item', count: 2, positions: ['2', '5'] },
      'the headings “姓名”, “name” mean the same item (columns 2, 5); only the first of these columns is checked',
      '列名“姓名”、“name”指同一信息项（第 2、5 列），只检查其中第一列',
    ],
  ])('%s %j', (check, facts, ...texts) => {
    expect(told(check, facts)).toEqual(texts);
  });
});
