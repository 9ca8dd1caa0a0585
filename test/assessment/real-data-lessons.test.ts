import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';
import { temporaryFolder } from '../workspace/temporary-folder.ts';

/** What wrong statements about real catalogues taught: each case once stood in a report as something else. */

interface Told {
  readonly check: string;
  readonly severity: string;
  readonly pointer: string;
  readonly keyword?: string;
  readonly cause: string;
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly suggestion?: object;
  readonly fingerprint: string;
  readonly place: object;
}

async function told(standard: string, files: Readonly<Record<string, string>>): Promise<readonly Told[]> {
  const cwd = temporaryFolder(files);
  const names = Object.keys(files).filter((name) => name.startsWith('in'));
  const { out, err } = await run(['check', '-s', standard, '-f', 'json', ...names], { cwd });
  if (out === '') throw new Error(err);
  return JSON.parse(out).divergences;
}

const bare = (schema: object, value: unknown): Promise<readonly Told[]> =>
  told('s.json', { 's.json': JSON.stringify(schema), 'in.json': JSON.stringify(value) });

const draft = { $schema: 'https://json-schema.org/draft/2020-12/schema' };
const text = { type: 'string' };

describe('a record under other names', () => {
  const record = {
    标题: '公共自行车网点',
    描述: '公共自行车网点',
    发布时间: '2023-03-02',
    更新时间: '2022-11-30',
  };

  it('breaks a rule at the property as it is written', async () => {
    const all = await told('cn-gov-catalogue', { 'in.json': JSON.stringify([record]) });
    expect(all.filter(({ check }) => check.startsWith('rule/'))).toMatchObject([
      { check: 'rule/abstract-is-not-name', pointer: '/0/描述', place: { line: 1, column: 23 } },
      { check: 'rule/published-before-update', pointer: '/0/更新时间' },
    ]);
  });
});

describe('the quality of texts', () => {
  const dataset = { '@type': 'dcat:Dataset', identifier: 'r-1' };
  const quality = async (fields: object): Promise<readonly Told[]> => {
    const value = JSON.stringify({ dataset: [{ ...dataset, ...fields }] });
    return (await told('dcat-us', { 'in.json': value })).filter(
      ({ check }) => check === 'value/text-quality',
    );
  };

  it('is not looked at where nobody reads: a property that the standard does not know is said once', async () => {
    expect(await quality({ fleetNotes: [' padded '], title: ' Vehicles' })).toMatchObject([
      { pointer: '/dataset/0/title' },
    ]);
  });

  it('is shown at the place in a long text where it suffers', async () => {
    const description = `${'Every loan, by county and year. '.repeat(5)}Counts  of loans`;
    const [only] = await quality({ description });
    expect(only?.message).toMatch(/^description "….*Counts {2}of loans" has several spaces in a row$/);
  });

  it('does not suffer from two spaces behind a sentence', async () => {
    expect(await quality({ title: 'Loans.  By county (2014).  See below:  a' })).toEqual([]);
    expect(await quality({ title: 'Loans  by county' })).toMatchObject([
      { facts: { trouble: 'double-space' } },
    ]);
    expect(await quality({ title: 'Loans.   By county' })).toMatchObject([
      { facts: { trouble: 'double-space' } },
    ]);
  });
});

describe('a property that a bare schema forbids', () => {
  const contact = {
    oneOf: ['team', 'desk'].map((kind) => ({
      type: 'object',
      properties: { kind: { const: kind }, [kind === 'desk' ? 'phone' : 'email']: text },
      additionalProperties: false,
    })),
  };
  const publisher = { type: 'object', properties: { name: text, code: text }, additionalProperties: false };
  const schema = { ...draft, type: 'object', properties: { publisher, contact } };

  it('is an error, also where another object has the name but cannot take it', async () => {
    const value = { publisher: { name: 'Water Board', phone: '1' }, contact: { kind: 'team', email: 'a' } };
    expect(await bare(schema, value)).toMatchObject([
      {
        check: 'field/unknown',
        severity: 'error',
        keyword: 'additionalProperties',
        pointer: '/publisher/phone',
      },
    ]);
  });

  it('is an error where it can be moved, too', async () => {
    const value = { publisher: { name: 'Water Board', phone: '1' }, contact: { kind: 'desk' } };
    expect(await bare(schema, value)).toMatchObject([
      {
        check: 'field/misplaced',
        severity: 'error',
        keyword: 'additionalProperties',
        pointer: '/publisher/phone',
        suggestion: { move: '/contact/phone' },
      },
    ]);
  });

  it('is held against the fields that may be left out', async () => {
    expect(await bare(schema, { publisher: { name: 'Water Board', coed: '1' } })).toMatchObject([
      {
        check: 'field/renamed',
        severity: 'error',
        keyword: 'additionalProperties',
        pointer: '/publisher/coed',
        suggestion: { rename: 'code' },
      },
    ]);
  });

  it('is not given a name that is forbidden there as well', async () => {
    const value = { contact: { kind: 'team', email: 'a', phnoe: '1' } };
    expect(await bare(schema, value)).toMatchObject([{ check: 'field/unknown', pointer: '/contact/phnoe' }]);
  });
});

describe('a bare schema', () => {
  it('finds a misspelt name however deep a schema that refers to itself goes', async () => {
    const schema = {
      ...draft,
      type: 'object',
      required: ['label'],
      properties: { label: text, children: { type: 'array', items: { $ref: '#' } } },
      additionalProperties: false,
    };
    const deep = {
      label: 'a',
      children: [{ label: 'b', children: [{ label: 'c', children: [{ lable: 'd' }] }] }],
    };
    expect(await bare(schema, deep)).toMatchObject([
      {
        check: 'field/renamed',
        keyword: 'required',
        pointer: '/children/0/children/0/children/0/lable',
        suggestion: { rename: 'label' },
      },
    ]);
  });

  it('takes the branch that the names of an object point at', async () => {
    const whole = { type: 'object', required: ['from', 'to'] };
    const schema = { ...draft, properties: { period: { oneOf: [{ ...whole, required: ['year'] }, whole] } } };
    expect(await bare(schema, { period: { from: '2020-01-01' } })).toMatchObject([
      { check: 'field/missing', keyword: 'required', pointer: '/period', facts: { expected: 'to' } },
    ]);
  });

  it('says nothing of what its annotations recommend', async () => {
    const schema = {
      ...draft,
      type: 'object',
      properties: { theme: { ...text, requirementLevel: 'Recommended' } },
    };
    expect(await bare(schema, { title: 'Rain', themes: 'weather' })).toEqual([]);
  });

  it('has one cause for all texts that should be something else', async () => {
    const spatial = { anyOf: [{ type: 'object' }, { type: 'array' }] };
    const schema = { ...draft, type: 'object', properties: { spatial } };
    const all = await told('s.json', {
      's.json': JSON.stringify(schema),
      'in.json': JSON.stringify([{ spatial: 'United States' }, { spatial: '-165.7,18.2' }]),
    });
    expect(all).toHaveLength(2);
    expect(new Set(all.map(({ cause }) => cause)).size).toBe(1);
  });
});

describe('fingerprints', () => {
  const prints = async (records: readonly object[]): Promise<readonly string[]> =>
    (await told('cn-gov-catalogue', { 'in.json': JSON.stringify(records) }))
      .map(({ fingerprint }) => fingerprint)
      .sort();

  it('do not depend on which of two doubles stands first, nor on the places of records without a name', async () => {
    const records = [
      { 信息资源名称: '公园名录', 更新周期: '年' },
      { 信息资源名称: '公园 名录', 更新周期: '每周' },
      { 更新周期: '季度' },
      { 更新周期: '每年', 发布日期: '2020-1-1' },
    ];
    const before = await prints(records);
    expect(new Set(before).size).toBe(before.length);
    expect(await prints([...records].reverse())).toEqual(before);
    expect(await prints([records[2] ?? {}, ...records.slice(0, 2), ...records.slice(3)])).toEqual(before);
  });

  it('do not depend on the place of half a character', async () => {
    const print = async (value: string): Promise<string | undefined> =>
      (await told('dcat-us', { 'in.json': value })).find(({ check }) => check === 'document/syntax')
        ?.fingerprint;
    const bad = '{"identifier": "r-1", "title": "Loans \\udc92"}';
    expect(await print(`{"dataset": [${bad}]}`)).toBeDefined();
    expect(await print(`{"dataset": [{}, ${bad}]}`)).toBe(await print(`{"dataset": [${bad}]}`));
  });
});

describe('columns of a sheet', () => {
  const columns = 'identifier,title,description,modified,accessLevel,contactPoint.fn,contactPoint.hasEmail';
  const row = 'r-1,Rain,Rain by day,2020-01-02,non-public,Jane,mailto:jane@example.gov';

  it('that are missing are said once, those of an object that nobody asks for not at all', async () => {
    const all = await told('dcat-us', { 'in.csv': `${columns}\n${row}\n` });
    const missing = all.filter(({ check }) => check === 'column/missing' || check === 'field/missing');
    expect(missing.map(({ facts }) => facts['expected']).sort()).toEqual([
      'bureauCode',
      'keyword',
      'license',
      'programCode',
      'publisher',
    ]);
    expect(missing.every(({ check }) => check === 'column/missing')).toBe(true);
  });

  it('for lists go by the name of the property', async () => {
    const manifest = `id: towns
version: "1"
title: { en: Towns }
licence: CC0-1.0
source: { title: Towns }
draft: "2020-12"
records: [{ kind: town, schema: schema/town.schema.json, at: ["/*"], unknown: report }]
sheets: { kind: town, headerRows: auto, listSeparator: [";"] }
`;
    const tags = { type: 'array', minItems: 2, items: text };
    const properties = { name: text, area: text, Tags: tags };
    const schema = { ...draft, type: 'object', required: ['name', 'Tags'], properties };
    const files = { 'p/standard.yaml': manifest, 'p/schema/town.schema.json': JSON.stringify(schema) };
    expect(await told('p', { ...files, 'in.csv': 'name,area,Tags\nAyr,1,sea;port\n' })).toEqual([]);
    expect(await told('p', { ...files, 'in.csv': 'name,area,Tags\nAyr,1,sea\n' })).toMatchObject([
      { check: 'value/cardinality', place: { columnName: 'Tags' } },
    ]);
    expect(await told('p', { ...files, 'in.csv': 'name,area\nAyr,1\n' })).toMatchObject([
      { check: 'column/missing', facts: { expected: 'Tags' } },
    ]);
  });
});

describe('YAML that is none', () => {
  it('is told in words that say what to do', async () => {
    const files = {
      's.json': '{}',
      'in.yaml': 'Publications:\n  - Title: "Ten Years of\n    Data"\n    Year: 3\n',
    };
    expect(await told('s.json', files)).toMatchObject([
      { check: 'document/syntax', message: expect.stringContaining('must be indented further') },
    ]);
  });
});

describe('a fault of the text inside a record', () => {
  it('counts against that record', async () => {
    const cwd = temporaryFolder({
      's.json': JSON.stringify({
        ...draft,
        type: 'array',
        items: { type: 'object', properties: { name: text } },
      }),
      'in.json': '[{"name":"a","name":"b"},{"name":"c"},{"name":"\\ud83d","x":"\\ud83d"}]',
    });
    const { out } = await run(['check', '-s', 's.json', 'in.json', '--color', 'never'], { cwd });
    expect(out).toContain('3 errors in 2 records from');
  });
});

describe('a list where one code belongs', () => {
  const told2017 = (value: unknown): Promise<readonly Told[]> =>
    told('cn-gov-catalogue', { 'in.json': JSON.stringify([{ 信息资源格式类型: value }]) });
  const ofFormat = async (value: unknown): Promise<readonly Told[]> =>
    (await told2017(value)).filter(({ pointer }) => pointer.startsWith('/0/信息资源格式类型'));

  it('written into one text is one cause, however many lists there are', async () => {
    const records = ["['xml', 'json']", "['xls', 'csv']", '["xml"]', '["pdf"]'].map((text) => ({
      信息资源格式类型: text,
    }));
    const all = await told('cn-gov-catalogue', { 'in.json': JSON.stringify(records) });
    const codes = all.filter(({ check }) => check === 'code/unknown');
    expect(codes).toMatchObject([
      { message: expect.stringContaining('is a list written as text; a code stands by itself') },
      { facts: { asList: true } },
      { suggestion: { replace: 'xml' } },
      { suggestion: { replace: 'pdf' } },
    ]);
    expect(new Set(codes.map(({ cause }) => cause)).size).toBe(2);
  });

  it('is mended by its only member where that is a code', async () => {
    expect(await ofFormat(['xlsx', 'xlsx'])).toMatchObject([
      {
        check: 'value/type',
        suggestion: { replace: 'xlsx' },
        message: expect.stringMatching(/write "xlsx"$/),
      },
    ]);
    const [type, code] = await ofFormat(['file']);
    expect([type?.check, code?.check]).toEqual(['value/type', 'code/unknown']);
    expect(type).not.toHaveProperty('suggestion');
  });
});

describe('a text that its schema refuses', () => {
  const dataset = { '@type': 'dcat:Dataset', identifier: 'r-1' };
  const mended = async (fields: object): Promise<readonly unknown[]> => {
    const value = JSON.stringify({ dataset: [{ ...dataset, ...fields }] });
    const all = await told('dcat-us', { 'in.json': value });
    return all
      .filter(({ check }) => check === 'value/format' || check === 'value/pattern')
      .map(({ suggestion }) => suggestion);
  };

  it('comes with the text to write where that is certain', async () => {
    expect(await mended({ landingPage: 'https://data.harbor.example.gov/berths\n' })).toEqual([
      { replace: 'https://data.harbor.example.gov/berths' },
    ]);
    expect(await mended({ issued: ' 2015-06-01' })).toEqual([{ replace: '2015-06-01' }]);
    expect(await mended({ accrualPeriodicity: 'quarterly' })).toEqual([{ replace: 'R/P3M' }]);
  });

  it('and with none where it would be a guess', async () => {
    expect(await mended({ landingPage: 'see our site\n', issued: '06/01/2015' })).toEqual([
      undefined,
      undefined,
    ]);
    expect(await mended({ accrualPeriodicity: 'now and then' })).toEqual([undefined]);
  });
});
