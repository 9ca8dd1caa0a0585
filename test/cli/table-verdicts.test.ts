import { describe, expect, it } from 'vitest';
import { readTableSchema } from '../../src/samples/declare/table-schema.ts';
import { temporaryFolder } from '../workspace/temporary-folder.ts';
import { run } from './run.ts';

interface Found {
  readonly check: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What is found in a table: `check reason column ×count`, personal information left out. */
async function verdicts(table: string, schema: object, extension = 'csv'): Promise<string[]> {
  const root = temporaryFolder({ [`t.${extension}`]: table, 's.json': JSON.stringify(schema) });
  const args = ['check', `${root}/t.${extension}`, '--schema', `${root}/s.json`, '--format', 'json'];
  const { out } = await run(args);
  const { divergences } = JSON.parse(out) as { divergences: Found[] };
  return divergences
    .filter(({ check }) => !check.startsWith('privacy/'))
    .map(({ check, facts: { reason, column, count } }) =>
      [check, reason, column, count === undefined ? undefined : `×${String(count)}`]
        .filter((part) => part !== undefined)
        .join(' '),
    );
}

describe('words for nothing', () => {
  const schema = (missing: readonly string[], isRequired: boolean): object => ({
    missingValues: ['', 'NA'],
    fields: [
      { name: 'beds', type: 'integer', missingValues: missing, constraints: { required: isRequired } },
      { name: 'staff', type: 'integer' },
    ],
  });

  it('of a field take the place of those of the table', async () => {
    const table = 'beds,staff\n-,1\n-,7\nNA,2\n5,NA\n6,-\n';
    expect(await verdicts(table, schema(['', '-'], false))).toEqual([
      'cell/type not-integer beds ×1',
      'cell/type not-integer staff ×1',
    ]);
  });

  it('of a field are empty cells where none may be', async () => {
    expect(await verdicts('beds,staff\n-,1\n5,2\n', schema(['', '-'], true))).toEqual([
      'cell/blank empty beds ×1',
    ]);
  });

  it('of a field are seen among texts', async () => {
    const fields = [
      { name: '备注', type: 'string', missingValues: ['', '无'], constraints: { required: true } },
    ];
    expect(await verdicts('备注\n无\n有\n', { fields })).toEqual(['cell/blank empty 备注 ×1']);
  });
});

describe('a broken line of NDJSON', () => {
  const fields = [
    { name: 'a', type: 'integer' },
    { name: 'b', constraints: { required: true } },
  ];

  it('is passed over: neither it nor its cells are counted', async () => {
    const table = '{"a": 1}\n{"a": 1,\n{"a": 3, "b": "z"}\n';
    const root = temporaryFolder({ 't.ndjson': table, 's.json': JSON.stringify({ fields }) });
    const { out } = await run(['check', `${root}/t.ndjson`, '--schema', `${root}/s.json`, '--locale', 'en']);
    expect(out).toContain('this line is not valid JSON');
    expect(out).toContain('with 2 rows');
    expect(out).toContain('1 of 2 cells is empty');
  });
});

describe('keys', () => {
  const fields = [{ name: 'id' }, { name: '证号', constraints: { unique: true } }];
  const missing = { missingValues: ['', 'NA'], fields };

  it('leave out rows in which a cell says nothing', async () => {
    expect(await verdicts('id,证号\n1,NA\n2,NA\n3,A\n', missing)).toEqual([]);
    expect(await verdicts('[{"id":"1","证号":"NA"},{"id":"2","证号":"NA"}]', missing, 'json')).toEqual([]);
    expect(await verdicts('id,证号\n1,NA\n2,NA\n3,A\n4,A\n', missing)).toEqual([
      'key/duplicate duplicate ×2',
    ]);
  });

  it('refer to nothing with a word for nothing', async () => {
    const schema = {
      missingValues: ['', '-'],
      fields: [{ name: 'id' }, { name: 'parent' }],
      primaryKey: 'id',
      foreignKeys: [{ fields: 'parent', reference: { resource: '', fields: 'id' } }],
    };
    expect(await verdicts('id,parent\n1,-\n2,1\n', schema)).toEqual([]);
    expect(await verdicts('id,parent\n1,-\n2,9\n', schema)).toHaveLength(1);
  });
});

describe('rows of JSON', () => {
  const schema = (type: string): object => ({
    type: 'object',
    properties: { id: { type }, note: { type: 'string' } },
    required: ['id'],
  });

  it('lack a required member that is met later', async () => {
    const rows = '{"note":"a"}\n{"note":"b"}\n{"id":2,"note":"c"}\n';
    expect(await verdicts(rows, schema('integer'), 'ndjson')).toEqual(['cell/blank empty id ×2']);
  });
});

it('says which patterns and bounds of dates are not understood', () => {
  const fields = [
    { name: 'a', type: 'date', format: '%Y-%j' },
    { name: 'b', type: 'date', constraints: { minimum: '2020/01/02' } },
    { name: 'c', type: 'date', format: '%F', constraints: { minimum: '2020-01-02' } },
  ];
  expect(readTableSchema({ fields }).notChecked.map(({ pointer }) => pointer)).toEqual([
    '/fields/0/format',
    '/fields/1/constraints/minimum',
  ]);
});
