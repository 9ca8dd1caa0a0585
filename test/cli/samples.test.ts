import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../workspace/temporary-folder.ts';
import { run } from './run.ts';

const schema = JSON.parse(readFileSync('schemas/tool/report.schema.json', 'utf8'));
const options = { allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true };
const validate = new Ajv2020(options).compile(schema);

interface Told {
  readonly check: string;
  readonly path: string;
  readonly place?: { readonly line?: number };
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Runs `concordat check` in a folder with these files; every report is held to its schema. */
async function check(
  files: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[],
  streams: Parameters<typeof run>[1] = {},
) {
  const cwd = temporaryFolder(files);
  const result = await run(['check', '--format', 'terminal', '--format', 'json:report.json', ...args], {
    cwd,
    ...streams,
  });
  const file = join(cwd, 'report.json');
  if (!existsSync(file)) return { ...result, told: [], report: undefined };
  const report: {
    divergences: Told[];
    notChecked: { what: string }[];
    summary: Record<string, number>;
  } = JSON.parse(readFileSync(file, 'utf8'));
  validate(report);
  expect(validate.errors ?? []).toEqual([]);
  const told = report.divergences.map(
    ({ check: id, path, place, facts }) => `${id} ${path}:${place?.line ?? ''} ${facts['count'] ?? ''}`,
  );
  return { ...result, told, report };
}

const beds = {
  fields: [
    { name: '编号', type: 'integer', constraints: { required: true } },
    { name: '医院', type: 'string' },
    { name: '日期', type: 'date' },
  ],
  primaryKey: '编号',
};
const table = { 'beds.schema.json': JSON.stringify(beds) };
const by = ['--schema', 'beds.schema.json'];
const good = '编号,医院,日期\n1,市一医院,2024-01-31\n2,市二医院,2024-02-01\n';
const bad = `${good}x,市三医院,2024-01-31\n2,市二医院,20240201\n`;

describe('concordat check --schema', () => {
  it('ends with 0 where the data are as declared', async () => {
    const { code, told, report } = await check({ ...table, 'beds.csv': good }, ['beds.csv', ...by]);
    expect(told).toEqual([]);
    expect(report?.summary['samples']).toBe(1);
    expect(code).toBe(0);
  });

  it('tells each kind of fault once, with its place and count, and ends with 1', async () => {
    const { code, told } = await check({ ...table, 'beds.csv': bad }, ['beds.csv', ...by]);
    expect(told).toEqual(
      expect.arrayContaining([
        'cell/type beds.csv:4 1',
        'cell/type beds.csv:5 1',
        'key/duplicate beds.csv:5 2',
      ]),
    );
    expect(told).toHaveLength(3);
    expect(code).toBe(1);
  });

  it.each([
    ['beds.csv.gz', gzipSync(bad)],
    ['beds.csv', Buffer.from(`\ufeff${bad}`, 'utf16le')],
    ['beds.json', JSON.stringify([{ 编号: 'x', 医院: 'a', 日期: '2024-01-31' }])],
    [
      'beds.parquet',
      Buffer.from(
        parquetWriteBuffer({
          columnData: [
            { name: '编号', data: ['x'], type: 'STRING' },
            { name: '医院', data: ['a'], type: 'STRING' },
            { name: '日期', data: ['2024-01-31'], type: 'STRING' },
          ],
        }),
      ),
    ],
  ])('reads %s, whatever it is written in', async (path, content) => {
    const { code, told } = await check({ ...table, [path]: content }, [path, ...by]);
    expect(told.some((one) => one.startsWith('cell/type'))).toBe(true);
    expect(code).toBe(1);
  });

  it('checks what a packed file that is cut off still holds', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, index) => `${index % 977 === 5 ? 'x' : index},${(index * 7919) % 65_521},2024-01-31\n`,
    );
    const packed = gzipSync(`编号,医院,日期\n${rows.join('')}`);
    const { code, told, report } = await check(
      { ...table, 'beds.csv.gz': packed.subarray(0, packed.length / 2) },
      ['beds.csv.gz', ...by],
    );
    expect(told.filter((one) => one.startsWith('document/'))).toHaveLength(1);
    expect(told.some((one) => one.startsWith('cell/type beds.csv.gz:7 '))).toBe(true);
    expect(told.every((one) => /^(document\/unreadable|cell\/type|key\/duplicate) /.test(one))).toBe(true);
    expect(report?.summary['samples']).toBe(1);
    expect(code).toBe(1);
  });

  it('reads standard input as it reads a file: keys that stand twice, Parquet', async () => {
    const named = ['-', '--stdin-filepath', 'beds.csv', ...by];
    const piped = await check(table, named, { input: bad });
    const file = await check({ ...table, 'beds.csv': bad }, ['beds.csv', ...by]);
    expect(piped.told).toEqual(file.told);
    expect(piped.code).toBe(1);
    const empty = await check(table, named, { input: '' });
    expect(empty.told).toEqual(['document/syntax beds.csv: ']);
    expect(empty.code).toBe(1);
  });

  it('tells that standard input broke off', async () => {
    const { code, told } = await check(table, ['-', '--stdin-filepath', 'beds.csv', ...by], {
      stdin: async function* () {
        yield Buffer.from(good);
        throw new Error('the pipe is broken');
      },
    });
    expect(told).toEqual(['document/unreadable beds.csv: ']);
    expect(code).toBe(1);
  });

  it.each([
    ['a folder with an old workbook', { 'data/old.xls': 'x' }, ['data']],
    ['a file without rows', { 'data/beds.csv': '编号,医院,日期\n' }, ['data']],
    ['an empty list', { 'data/beds.json': '[]' }, ['data']],
    ['a quote that is never closed', { 'data/beds.csv': `${good}3,"市三医院,2024-01-31\n` }, ['data']],
    ['the same in the headings', { 'data/beds.csv': '编号,"医院,日期\n1,a,2024-01-31\n' }, ['data']],
  ])('says one thing of %s, and ends with 1', async (_, files, paths) => {
    const { code, told } = await check({ ...table, ...files }, [...paths, ...by]);
    expect(told.filter((one) => one.startsWith('document/'))).toHaveLength(1);
    expect(told.some((one) => one.startsWith('column/'))).toBe(false);
    expect(code).toBe(1);
  });

  it('says of slow patterns that long texts are not held against them', async () => {
    const fields = [{ name: 'id', type: 'string', constraints: { pattern: '^(?=(a+)+$)(a+)+$' } }];
    const files = { ...table, 's.json': JSON.stringify({ fields }), 'a.csv': 'id\naaa\n' };
    const { report } = await check(files, ['a.csv', '--schema', 's.json']);
    expect(report?.notChecked).toEqual([expect.objectContaining({ what: '`pattern` of the field id' })]);
  });

  it.each([
    ['[', 'is no regular expression', '不是有效的正则表达式'],
    ['(a{1000}){1000}', 'is too large to be run', '过大，无法执行'],
  ])('refuses the pattern %s with its place', async (pattern, en, zh) => {
    const fields = [{ name: 'id', type: 'string', constraints: { pattern } }];
    const files = { 's.json': JSON.stringify({ fields }, undefined, 1), 'a.csv': 'id\naaa\n' };
    for (const [locale, words] of Object.entries({ en, 'zh-CN': zh })) {
      const { code, err } = await check(files, ['a.csv', '--schema', 's.json', '--locale', locale]);
      expect(err).toMatch(/^concordat: s\.json:7:\d+/);
      expect(err).toContain(words);
      expect(code).toBe(2);
    }
  });

  it('follows a link to the schema', async () => {
    const cwd = temporaryFolder({ ...table, 'beds.csv': good });
    mkdirSync(join(cwd, 'links'));
    symlinkSync('../beds.schema.json', join(cwd, 'links/beds.json'));
    const { code } = await run(['check', 'beds.csv', '--schema', 'links/beds.json'], { cwd });
    expect(code).toBe(0);
  });

  it.each([
    [['beds.csv', ...by, '--standard', 'cn-gov-catalogue@2017'], /exclude each other/],
    [['beds.csv', '--schema', 'bed.schema.json'], /Did you mean "beds\.schema\.json"/],
    [['beds.csv', '--schema', ''], /--schema is empty/],
    [['beds.csv', ...by, '--sample', 'beds.csv=x'], /goes with --standard/],
    [['beds.schema.json', ...by], /only the schema itself/],
    [['gone.csv', ...by], /gone\.csv/],
    [['-', ...by], /--stdin-filepath/],
  ])('ends with 2: %j', async (args, words) => {
    const { code, err } = await check({ ...table, 'beds.csv': good }, args);
    expect(err).toMatch(words);
    expect(code).toBe(2);
  });
});

describe('concordat check --schema datapackage.json', () => {
  const packageOf = (...resources: object[]) => ({
    'p/datapackage.json': JSON.stringify({ name: 'p', resources }),
    'p/beds.json': JSON.stringify(beds),
  });
  const named = ['--schema', 'p/datapackage.json'];
  const resource = { name: 'beds', path: 'beds.csv', schema: 'beds.json' };

  it('reads the files that it names', async () => {
    const { code, told } = await check({ ...packageOf(resource), 'p/beds.csv': bad }, named);
    expect(told).toContain('cell/type p/beds.csv:4 1');
    expect(code).toBe(1);
  });

  it.each([
    ['a file that is missing', { ...resource }],
    ['an address', { ...resource, path: 'https://example.org/beds.csv' }],
    ['data inside the package', { name: 'beds', data: [], schema: beds }],
  ])('does not pass over %s', async (_, declared) => {
    const { code, report } = await check(packageOf(declared), [...named, '--fail-on', 'never']);
    expect([...(report?.divergences ?? []), ...(report?.notChecked ?? [])]).not.toEqual([]);
    expect(code).toBe(1);
  });

  it.each(['https://example.org/beds.json', '../../beds.json', 'gone.json'])(
    'refuses the schema %s',
    async (written) => {
      const files = { ...packageOf({ ...resource, schema: written }), 'p/beds.csv': good };
      const { code, err } = await check(files, named);
      expect(err).toContain(`The schema ${written} is not read`);
      expect(code).toBe(2);
    },
  );

  it('says which sign of the dialect it does not obey', async () => {
    const declared = { ...resource, dialect: { delimiter: '、' } };
    const { report } = await check({ ...packageOf(declared), 'p/beds.csv': good }, named);
    expect(report?.notChecked).toEqual([expect.objectContaining({ what: '`delimiter` of the dialect' })]);
  });
});

describe('concordat check --standard', () => {
  const standard = ['--standard', 'cn-gov-catalogue@2017'];
  const folder = 'fixtures/checks/sample-undeclared';
  const read = (path: string) => readFileSync(`${folder}/divergent-no-record/${path}`, 'utf8');
  const record = read('record.yaml');
  const data = read('养老机构备案信息.csv');
  const files = { 'in/record.yaml': record, 'in/养老机构备案信息.csv': data };

  it('finds the data by the title of the record', async () => {
    const { report } = await check(files, ['in', ...standard]);
    expect(report?.summary['samples']).toBe(1);
  });

  it('does not pass over data that no record declares', async () => {
    const { code, told } = await check({ ...files, 'in/x.csv': 'a,b\n1,2\n' }, ['in', ...standard]);
    expect(told).toContain('sample/undeclared in/x.csv: ');
    expect(code).toBe(1);
  });

  it('takes the record that --sample names', async () => {
    const named = ['--sample', 'in/x.csv=307022011003/000012'];
    const { report } = await check({ 'in/record.yaml': record, 'in/x.csv': data }, [
      'in',
      ...standard,
      ...named,
    ]);
    expect(report?.divergences.map(({ check: id }) => id)).not.toContain('sample/undeclared');
    expect(report?.summary['samples']).toBe(1);
  });

  it.each([
    [['in/x.csv'], /file=record/],
    [['in/y.csv=307022011003/000012'], /in\/y\.csv/],
    [['in/养老机构备案信息.csv=nobody'], /nobody/],
    [
      ['in/养老机构备案信息.csv=307022011003/000012', 'in/养老机构备案信息.csv=养老机构备案信息'],
      /two records/,
    ],
  ])('refuses --sample %j', async (samples, words) => {
    const flags = samples.flatMap((sample) => ['--sample', sample]);
    const { code, err } = await check(files, ['in', ...standard, ...flags]);
    expect(err).toMatch(words);
    expect(code).toBe(2);
  });
});

describe('--workers', () => {
  it('do not show in the reports: quotes and line breaks everywhere, 5 MB', async () => {
    const block = `${'7,市一医院,2024-01-31\n'.repeat(400)}8,"a\n""b"",\n9,市二医院,2024-01-31\n",2024-01-31\n10,st"ray,20240131\nx,"y\n\n1,2,3\n",z\n`;
    const files = {
      'beds.schema.json': JSON.stringify({ fields: beds.fields }),
      'in/beds.csv': `编号,医院,日期\n${block.repeat(450)}`,
    };
    const runs = [];
    for (const workers of ['1', '2', '8']) runs.push(await check(files, ['in', ...by, '--workers', workers]));
    const [one, ...others] = runs;
    expect(one?.told.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(one);
  }, 60_000);
});
