import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../workspace/temporary-folder.ts';
import { run } from './run.ts';

interface Told {
  readonly check: string;
  readonly severity: string;
  readonly path: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

async function told(files: Files, args: readonly string[]) {
  const cwd = temporaryFolder(files);
  const { out, err } = await run(['check', ...args, '--format', 'json'], { cwd });
  expect(err).toBe('');
  const { divergences, notChecked } = JSON.parse(out) as {
    divergences: readonly Told[];
    notChecked: readonly { what: string; reason: string }[];
  };
  return { divergences, notChecked };
}

interface Resource {
  readonly name: string;
  readonly path: string | readonly string[];
  readonly fields: readonly string[];
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly foreignKeys?: unknown;
  readonly primaryKey?: string;
}

function packageOf(...resources: readonly Resource[]): string {
  return JSON.stringify({
    name: 'package',
    resources: resources.map(({ name, path, fields, claims, ...keys }) => ({
      name,
      path,
      ...claims,
      schema: { fields: fields.map((field) => ({ name: field, type: 'string' })), ...keys },
    })),
  });
}

const unitOf = { fields: '主管单位', reference: { resource: '单位', fields: '代码' } };
const units = { name: '单位', path: '单位.csv', fields: ['代码', '名称'], primaryKey: '代码' };
const homes = { name: '机构', path: '机构.ndjson', fields: ['编号', '主管单位'], foreignKeys: [unitOf] };
const homeRows = ['10', '11', '', '11', '12']
  .map((unit, at) => `${JSON.stringify({ 编号: String(at), 主管单位: unit })}\n`)
  .join('');

describe('foreign keys between samples', () => {
  it('names the rows that refer to nothing, over the formats', async () => {
    const files = {
      'datapackage.json': packageOf(units, homes),
      '单位.csv': '代码,名称\n10,民政局\n12,卫健委\n',
      '机构.ndjson': homeRows,
    };
    const { divergences } = await told(files, ['--schema', 'datapackage.json']);
    expect(divergences).toMatchObject([
      {
        check: 'key/broken',
        severity: 'error',
        path: '机构.ndjson',
        facts: {
          keys: ['主管单位'],
          to: '单位',
          toKeys: ['代码'],
          reason: 'not-found',
          count: 2,
          of: 5,
          first: ['2', '4'],
        },
      },
    ]);
  });

  it('takes the files of a resource together', async () => {
    const files = {
      'datapackage.json': packageOf({ ...units, path: ['单位.csv', '单位2.csv'] }, homes),
      '单位.csv': '代码,名称\n10,民政局\n12,卫健委\n',
      '单位2.csv': '代码,名称\n11,教育局\n',
      '机构.ndjson': homeRows,
    };
    const { divergences } = await told(files, ['--schema', 'datapackage.json']);
    expect(divergences).toEqual([]);
  });

  it('says that a table was not handed in, and that a column is not there', async () => {
    const others = { ...units, name: '部门', path: '部门.csv', fields: ['编码', '名称'], primaryKey: '编码' };
    const toOthers = { fields: '编号', reference: { resource: '部门', fields: '代码' } };
    const files = {
      'datapackage.json': packageOf(others, { ...homes, foreignKeys: [unitOf, toOthers] }),
      '部门.csv': '编码,名称\n10,民政局\n',
      '机构.ndjson': homeRows,
    };
    const { divergences } = await told(files, ['--schema', 'datapackage.json']);
    expect(divergences).toMatchObject([
      { check: 'key/broken', severity: 'error', facts: { to: '部门', reason: 'no-column' } },
      { check: 'key/broken', severity: 'warning', facts: { to: '单位', reason: 'no-sample' } },
    ]);
  });

  it('looks up the rows of the same table', async () => {
    const folder = 'fixtures/checks/key-broken/divergent-self';
    const { out } = await run([
      'check',
      `${folder}/data.csv`,
      '--schema',
      `${folder}/schema.json`,
      '--format',
      'json',
    ]);
    expect(JSON.parse(out).divergences).toMatchObject([
      { check: 'key/broken', facts: { reason: 'not-found', count: 1, of: 3 }, place: { line: 4, row: 3 } },
    ]);
  });
});

describe('rows that stand twice', () => {
  it('are found in a workbook of a department', async () => {
    const { out } = await run([
      'check',
      'fixtures/departments/交通局',
      '--standard',
      'cn-gov-catalogue@2017',
      '--format',
      'json',
    ]);
    const found = (JSON.parse(out).divergences as Told[]).filter(({ check }) => check === 'row/duplicate');
    expect(found).toMatchObject([
      {
        severity: 'warning',
        path: 'fixtures/departments/交通局/样本/公共停车场基础信息.xlsx',
        facts: { count: 2, of: 40, groups: 1, first: ['A27'] },
      },
    ]);
  });
});

describe('claims of a data package', () => {
  const text = '代码,名称\n10,民政局\n';
  const digest = (algorithm: string): string => createHash(algorithm).update(text).digest('hex');
  const claim = async (claims: Readonly<Record<string, unknown>>, content: string | Uint8Array = text) => {
    const files = { 'datapackage.json': packageOf({ ...units, claims }), '单位.csv': content };
    return told(files, ['--schema', 'datapackage.json']);
  };

  it.each([
    [{ bytes: Buffer.byteLength(text), format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' }],
    [{ hash: digest('md5') }],
    [{ hash: `sha256:${digest('sha256')}` }],
  ])('%j is kept', async (claims) => {
    expect(await claim(claims)).toEqual({ divergences: [], notChecked: [] });
  });

  it.each([
    [{ bytes: 7 }, { claim: 'bytes', declared: '7', found: String(Buffer.byteLength(text)) }],
    [{ format: 'xlsx' }, { claim: 'format', declared: 'xlsx', found: 'csv' }],
    [{ mediatype: 'application/json' }, { claim: 'mediaType', found: 'csv' }],
    [{ encoding: 'gbk' }, { claim: 'encoding', declared: 'gbk', found: 'utf-8' }],
    [{ hash: '0'.repeat(32) }, { claim: 'hash', found: `md5:${digest('md5')}` }],
  ])('%j is not kept', async (claims, facts) => {
    const { divergences } = await claim(claims);
    expect(divergences).toMatchObject([
      { check: 'sample/claim', severity: 'error', path: '单位.csv', facts },
    ]);
  });

  it('knows that ASCII is in every encoding, up to the last byte', async () => {
    const plain = `code,${'x'.repeat(20)}\n${'1,2\n'.repeat(300_000)}`;
    const of = { ...units, fields: ['code', 'x'.repeat(20)] };
    const { primaryKey: _, ...keyless } = of;
    const files = (content: string) => ({
      'datapackage.json': packageOf({ ...keyless, path: 'a.csv', claims: { encoding: 'gbk' } }),
      'a.csv': content,
    });
    const claims = (found: readonly Told[]) => found.filter(({ check }) => check === 'sample/claim');
    const args = ['--schema', 'datapackage.json'];
    expect(claims((await told(files(plain), args)).divergences)).toEqual([]);
    expect(claims((await told(files(`${plain}3,é\n`), args)).divergences)).toHaveLength(1);
  });

  it('says what could not be compared', async () => {
    const { divergences, notChecked } = await claim({ encoding: 'latin-1', format: 'mysql' });
    expect(divergences).toEqual([]);
    expect(notChecked.map(({ what }) => what).sort()).toEqual([
      'the claim `encoding` of the data',
      'the claim `format` of the data',
    ]);
  });
});

describe('claims of a record of the national catalogue', () => {
  const record = readFileSync('fixtures/checks/sample-undeclared/conforming-no-record/record.yaml', 'utf8')
    .replace('机构名称\n    数据类型: 字符型C\n    数据长度: 200', '更新时间\n    数据类型: 日期型D')
    .concat('更新日期: "2018-03-15"\n');
  const catalogue = async (data: string, written = record) => {
    const files = { '目录.yaml': written, '养老机构备案信息.csv': data };
    const { divergences } = await told(files, ['.', '--standard', 'cn-gov-catalogue@2017']);
    return divergences.filter(({ check }) => check === 'sample/claim');
  };

  it('says nothing of an export of a database', async () => {
    expect(record).toContain('信息资源格式类型: KingbaseES');
    expect(await catalogue('更新时间,床位数\n2018-03-15,1\n')).toEqual([]);
  });

  it('warns of rows that were written after the last update, however they are written', async () => {
    const found = await catalogue('更新时间,床位数\n2018-03-01,1\n2019年3月2日,2\n2018-04-01,3\n');
    expect(found).toMatchObject([
      {
        severity: 'warning',
        facts: { claim: 'lastUpdate', declared: '2018-03-15', found: '2019-03-02', column: '更新时间' },
      },
    ]);
  });

  it('takes a file that the record does not name for an extract', async () => {
    const rows = (count: number): string => `更新时间,床位数\n${'2018-03-01,1\n'.repeat(count)}`;
    const counted = (units: string) => `${record}结构化信息记录总数: "${units}"\n`;
    expect(await catalogue(rows(3), counted('3.2'))).toEqual([]);
    expect(await catalogue(rows(60), counted('0.002'))).toMatchObject([
      { severity: 'warning', facts: { claim: 'rows', declared: '20 ± 5', found: '60' } },
    ]);
  });
});
