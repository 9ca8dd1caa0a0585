import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from './run.ts';

/** The counts of the departments' samples against a reading of their files that is as simple as can be and shares no code with the product. */

interface Told {
  readonly check: string;
  readonly path: string;
  readonly facts: {
    readonly column?: string;
    readonly count?: number;
    readonly first?: readonly string[];
    readonly cells?: number;
  };
}

/** Cells of a file without line breaks and quotes inside of cells, line by line from the heading on. */
function linesOf(path: string, encoding: string): string[][] {
  const text = new TextDecoder(encoding).decode(readFileSync(`fixtures/departments/${path}`));
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  return lines.map((line) => `${line},`.match(/(?:"[^"]*"|[^,]*),/g)?.map((cell) => cell.slice(0, -1)) ?? []);
}

const date = /^\d{4}-\d\d-\d\d$/;
const nothing = /^(?:暂无|—)$/;

interface Count {
  readonly path: string;
  readonly encoding: string;
  readonly heading: string;
  readonly check: string;
  /** Which cells it is about. */
  readonly isWrong: (cell: string) => boolean;
}

const counts: readonly Count[] = (
  [
    [
      '交通局/样本/普通公路路况检测结果.csv',
      'utf-8',
      '检测日期',
      'cell/type',
      (cell: string) => !date.test(cell),
    ],
    [
      '交通局/样本/普通公路路况检测结果.csv',
      'utf-8',
      '技术状况指数',
      'cell/type',
      (cell: string) => cell.endsWith('分'),
    ],
    [
      '卫生健康委/样本/二级以上医院床位使用情况.csv',
      'gb18030',
      '统计日期',
      'cell/type',
      (cell: string) => !date.test(cell),
    ],
    [
      '卫生健康委/样本/二级以上医院床位使用情况.csv',
      'gb18030',
      '占用床位',
      'cell/blank',
      (cell: string) => nothing.test(cell),
    ],
    [
      '卫生健康委/样本/3070011020_000005.csv',
      'utf-8',
      '死亡数',
      'cell/blank',
      (cell: string) => nothing.test(cell),
    ],
    [
      '市场监管局/样本/企业登记基本信息.csv',
      'gb18030',
      '成立日期',
      'cell/type',
      (cell: string) => !date.test(cell),
    ],
    [
      '民政局/样本/残疾人两项补贴发放名单.csv',
      'gb18030',
      '发放金额',
      'cell/type',
      (cell: string) => cell.endsWith('元'),
    ],
    [
      '民政局/样本/社会团体法人登记信息.csv',
      'utf-8',
      '业务主管单位',
      'cell/text-quality',
      (cell: string) => cell !== cell.trim(),
    ],
    [
      '民政局/样本/社会团体法人登记信息.csv',
      'utf-8',
      '统一社会信用代码',
      'cell/format',
      (cell: string) => !/^[0-9A-Z]{18}$/.test(cell),
    ],
    [
      '教育局/样本/校车使用许可信息.csv',
      'utf-8',
      '有效期止',
      'cell/type',
      (cell: string) => !date.test(cell),
    ],
    [
      '教育局/样本/校车使用许可信息.csv',
      'utf-8',
      '车牌号码',
      'cell/format',
      (cell: string) => cell.includes('·'),
    ],
  ] as const
).map(([path, encoding, heading, check, isWrong]) => ({ path, encoding, heading, check, isWrong }));

describe('samples of the departments', () => {
  let told: Told[] = [];
  beforeAll(async () => {
    const { out } = await run([
      ...['check', 'fixtures/departments', '--standard', 'cn-gov-catalogue@2017'],
      ...['--format', 'json', '--workers', '1'],
    ]);
    told = (JSON.parse(out) as { divergences: Told[] }).divergences;
  });

  it.each(counts)('$path: $heading, $check', ({ path, encoding, heading, check, isWrong }) => {
    const [headings = [], ...rows] = linesOf(path, encoding);
    const column = headings.indexOf(heading);
    const lines = rows.flatMap((cells, row) =>
      cells.length === headings.length && isWrong(cells[column] ?? '') ? [row + 2] : [],
    );
    const causes = told.filter(
      (one) =>
        one.path === `fixtures/departments/${path}` && one.check === check && one.facts.column === heading,
    );
    expect(lines.length).toBeGreaterThan(0);
    expect(causes.reduce((sum, { facts }) => sum + (facts.count ?? 0), 0)).toBe(lines.length);
    // Every cause keeps its first five places.
    const first = causes.flatMap(({ facts }) => (facts.first ?? []).map(Number));
    expect(lines).toEqual(expect.arrayContaining(first));
    expect(Math.min(...first)).toBe(lines[0]);
  });

  it.each([
    ['交通局/样本/普通公路路况检测结果.csv', 'utf-8'],
    ['市场监管局/样本/企业登记基本信息.csv', 'gb18030'],
  ])('%s: rows of another length', (path, encoding) => {
    const [headings = [], ...rows] = linesOf(path, encoding);
    const ragged = rows.flatMap((cells, row) => (cells.length === headings.length ? [] : [row + 2]));
    const causes = told.filter(
      (one) => one.path === `fixtures/departments/${path}` && one.check === 'row/ragged',
    );
    expect(causes.flatMap(({ facts }) => facts.first ?? [])).toEqual(ragged.map(String));
  });

  it('finds codes in lower case and one that a spreadsheet made a number of', () => {
    const reasons = told
      .filter(({ check, facts }) => check === 'cell/format' && facts.column === '统一社会信用代码')
      .map(({ facts }) => [(facts as { reason?: string }).reason, facts.count]);
    expect(reasons).toEqual([
      ['lower-case', 4],
      ['spreadsheet-number', 1],
    ]);
  });
});
