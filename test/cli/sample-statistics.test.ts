import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './run.ts';

const schema = {
  fields: [
    { name: '姓名', type: 'string' },
    {
      name: '状态',
      type: 'string',
      categories: [
        { value: '1', label: '在业' },
        { value: '2', label: '注销' },
      ],
    },
    { name: '成立日期', type: 'date' },
    { name: '人数', type: 'integer' },
  ],
};
const table = `姓名,状态,成立日期,人数
王伟,1,2017-05-01,12
李娜,1,20180630,7
张敏,2,2016-01-31,105
王伟,在业,2018/6/30,
欧阳静,1,2017/5/2,9
缺列,1
`;

interface Column {
  readonly column: string;
  readonly [name: string]: unknown;
}

describe('--statistics', () => {
  let cwd = '';
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'statistics-'));
    writeFileSync(join(cwd, 'table.csv'), table);
    writeFileSync(join(cwd, 'rows.ndjson'), ndjson(table));
    writeFileSync(join(cwd, 'schema.json'), JSON.stringify(schema));
  });
  afterAll(() => rmSync(cwd, { recursive: true }));

  const check = (file: string, ...more: string[]) =>
    run(['check', file, '--schema', 'schema.json', '--statistics', ...more], { cwd });
  const columns = async (file: string, ...more: string[]): Promise<Column[]> => {
    const { out } = await check(file, '--format', 'json', ...more);
    return (JSON.parse(out) as { samples: { statistics: Column[] }[] }).samples[0]?.statistics ?? [];
  };

  it.each(['table.csv', 'rows.ndjson'])(
    'counts the columns of %s and shows no value but codes',
    async (file) => {
      expect(await columns(file)).toEqual([
        {
          column: '姓名',
          ...{
            filled: 5,
            empty: 0,
            distinct: 4,
            exact: true,
            longest: 3,
            commonest: [],
            faults: [],
            personal: true,
          },
        },
        {
          column: '状态',
          ...{ filled: 5, empty: 0, distinct: 3, exact: true, longest: 2, minimum: '1', maximum: '***' },
          commonest: [
            { text: '1', count: 3 },
            { text: '***', count: 1 },
            { text: '2', count: 1 },
          ],
          faults: [{ check: 'cell/code', reason: 'label', count: 1 }],
          personal: false,
        },
        {
          column: '成立日期',
          ...{ filled: 5, empty: 0, distinct: 5, exact: true, longest: 10 },
          ...{ minimum: '9999-99-99', maximum: '9999-99-99' },
          commonest: [
            { text: '9999-99-99', count: 2 },
            { text: '9999/9/9', count: 1 },
            { text: '9999/9/99', count: 1 },
            { text: '99999999', count: 1 },
          ],
          faults: [
            { check: 'cell/type', reason: 'CCYY/M/D', count: 2 },
            { check: 'cell/type', reason: 'CCYYMMDD', count: 1 },
          ],
          personal: false,
        },
        {
          column: '人数',
          ...{ filled: 4, empty: 1, distinct: 4, exact: true, longest: 3, minimum: '***', maximum: '***' },
          commonest: [{ text: '***', count: 4 }],
          faults: [],
          personal: false,
        },
      ]);
    },
  );

  it('shows values where they are asked for, and none of persons', async () => {
    const [name, , date, staff] = await columns('table.csv', '--show-values');
    expect(name).toMatchObject({ commonest: [], personal: true });
    expect(date).toMatchObject({ minimum: '2016-01-31', maximum: '2017-05-01' });
    expect(staff).toMatchObject({ minimum: '7', maximum: '105' });
    const { out } = await check('table.csv', '--show-values');
    expect(out).not.toMatch(/王伟|李娜|张敏|欧阳静/);
    expect(out).toContain('105');
  });

  it.each([
    ['en', 80],
    ['zh-CN', 80],
    ['en', 120],
    ['zh-CN', 120],
  ] as const)('prints a table in %s that fits %i columns', async (locale, width) => {
    const { out } = await run(
      ['check', 'table.csv', '--schema', 'schema.json', '--statistics', '--locale', locale],
      { cwd, columns: width, isOutTerminal: true, env: { CONCORDAT_CACHE: 'off', NO_COLOR: '1' } },
    );
    const lines = out.split('\n');
    const at = lines.findIndex((line) => line === (locale === 'en' ? 'Columns' : '各列概况'));
    expect(at).toBeGreaterThan(0);
    const page = lines.slice(at, at + 14);
    expect(page.join('\n')).toMatchSnapshot();
    for (const line of page)
      expect([...line].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0)).toBeLessThanOrEqual(width);
  });

  it('says nothing of columns unless asked', async () => {
    const { out } = await run(['check', 'table.csv', '--schema', 'schema.json', '--format', 'json'], { cwd });
    expect(out).not.toContain('"statistics"');
  });
});

/** The rows that have all cells. */
function ndjson(csv: string): string {
  const [headings = [], ...rows] = csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return rows
    .filter((cells) => cells.length === headings.length)
    .map((cells) =>
      JSON.stringify(Object.fromEntries(headings.map((name, at) => [name, asValue(name, cells[at] ?? '')]))),
    )
    .join('\n');
}

function asValue(name: string, cell: string): string | number {
  return name === '人数' && cell !== '' ? Number(cell) : cell;
}
