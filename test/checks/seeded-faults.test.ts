// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';
import { temporaryFolder } from '../workspace/temporary-folder.ts';

/** One fault is put into a record that conforms; the report must hold one divergence, and the right one. */

type Members = Record<string, unknown>;

interface Told {
  readonly check: string;
  readonly keyword?: string;
  readonly pointer: string;
  readonly message: string;
}

const permit = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['id', 'holder', 'place', 'fee'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: '^P-\\d{4}$', maxLength: 8 },
    holder: { oneOf: [{ $ref: '#/$defs/person' }, { $ref: '#/$defs/company' }] },
    place: { anyOf: [{ $ref: '#/$defs/address' }, { $ref: '#/$defs/point' }] },
    fee: { anyOf: [{ type: 'null' }, { type: 'number', minimum: 0 }] },
    from: { type: 'string', format: 'date' },
    documents: { type: 'array', items: { $ref: '#/$defs/document' } },
  },
  $defs: {
    person: {
      type: 'object',
      required: ['kind', 'givenName', 'familyName'],
      additionalProperties: false,
      properties: {
        kind: { const: 'person' },
        givenName: { type: 'string' },
        familyName: { type: 'string' },
      },
    },
    company: {
      type: 'object',
      required: ['kind', 'legalName', 'number'],
      additionalProperties: false,
      properties: { kind: { const: 'company' }, legalName: { type: 'string' }, number: { type: 'string' } },
    },
    address: {
      type: 'object',
      required: ['street', 'city'],
      additionalProperties: false,
      properties: { street: { type: 'string' }, city: { type: 'string' } },
    },
    point: {
      type: 'object',
      required: ['lat', 'lon'],
      additionalProperties: false,
      properties: { lat: { type: 'number', maximum: 90 }, lon: { type: 'number' } },
    },
    document: {
      type: 'object',
      required: ['type'],
      properties: {
        type: { enum: ['plan', 'report'] },
        scale: { type: 'integer' },
        annexes: { type: 'array' },
        use: { enum: ['public', 'internal'] },
      },
      allOf: [
        { if: { properties: { type: { const: 'plan' } } }, then: { required: ['scale'] } },
        {
          if: { properties: { type: { const: 'report' } } },
          then: { properties: { annexes: { const: [] }, use: { enum: ['public'] } } },
        },
      ],
    },
  },
};
const good = {
  id: 'P-0001',
  holder: { kind: 'company', legalName: 'Quay Fish', number: '123456' },
  place: { street: 'Quay 1', city: 'Harbor' },
  fee: 12.5,
  from: '2024-01-01',
  documents: [
    { type: 'plan', scale: 50 },
    { type: 'report', annexes: [], use: 'public' },
  ],
};

async function told(change: (record: typeof good & Members) => void): Promise<readonly Told[]> {
  const record = structuredClone(good);
  change(record);
  const cwd = temporaryFolder({ 's.json': JSON.stringify(permit), 'in.json': JSON.stringify(record) });
  const { out, err } = await run(['check', '-s', 's.json', '-f', 'json', 'in.json'], { cwd });
  if (out === '') throw new Error(err);
  return JSON.parse(out).divergences;
}

describe('one seeded fault is one divergence', () => {
  it('none is none', async () => expect(await told(() => {})).toEqual([]));

  it.each<
    [string, (record: typeof good & Members) => void, { check: string; keyword: string; pointer: string }]
  >([
    [
      'the kind that the other fields contradict',
      (r) => (r.holder.kind = 'person'),
      { check: 'value/combination', keyword: 'oneOf', pointer: '/holder/kind' },
    ],
    [
      'a kind that there is not',
      (r) => (r.holder.kind = 'club'),
      { check: 'code/unknown', keyword: 'enum', pointer: '/holder/kind' },
    ],
    [
      'a field of the kind left out',
      (r) => Reflect.deleteProperty(r.holder, 'number'),
      { check: 'field/missing', keyword: 'required', pointer: '/holder' },
    ],
    [
      'a field more than the kind has',
      (r) => Object.assign(r.holder, { vat: 'x' }),
      { check: 'field/unknown', keyword: 'additionalProperties', pointer: '/holder/vat' },
    ],
    [
      'half of a form without a kind',
      (r) => Object.assign(r, { place: { lat: 52 } }),
      { check: 'field/missing', keyword: 'required', pointer: '/place' },
    ],
    [
      'a value out of range in such a form',
      (r) => Object.assign(r, { place: { lat: 91, lon: 3 } }),
      { check: 'value/range', keyword: 'maximum', pointer: '/place/lat' },
    ],
    [
      'neither null nor what is allowed instead',
      (r) => Object.assign(r, { fee: '12' }),
      { check: 'value/type', keyword: 'type', pointer: '/fee' },
    ],
    [
      'a field moved out of its object',
      (r) => {
        Reflect.deleteProperty(r.holder, 'number');
        r['number'] = '123456';
      },
      { check: 'field/misplaced', keyword: 'required', pointer: '/number' },
    ],
    [
      'an empty text where a date belongs',
      (r) => (r.from = ''),
      { check: 'value/blank', keyword: 'format', pointer: '/from' },
    ],
    [
      'an empty text where the form is fixed',
      (r) => (r.id = ' '),
      { check: 'value/blank', keyword: 'pattern', pointer: '/id' },
    ],
  ])('%s', async (_title, change, expected) => {
    const all = await told(change);
    expect(all).toHaveLength(1);
    expect(all).toMatchObject([expected]);
  });
});

describe('the sentence says on what it depends', () => {
  const sentence = async (change: (record: typeof good & Members) => void): Promise<readonly string[]> =>
    (await told(change)).map(({ message }) => message);

  it('what another field of the object asks for', async () => {
    expect(await sentence((r) => Reflect.deleteProperty(r.documents[0] ?? {}, 'scale'))).toEqual([
      '`scale` is missing from the record (type = plan)',
    ]);
  });

  it('the one value that is left', async () => {
    expect(await sentence((r) => Object.assign(r.documents[1] ?? {}, { use: 'internal' }))).toEqual([
      'use (type = report) "internal" is not allowed here; it must be "public"',
    ]);
    expect(await sentence((r) => Object.assign(r.documents[1] ?? {}, { annexes: [1] }))).toEqual([
      'annexes (type = report) [1] is not allowed here; it must be an empty list',
    ]);
  });

  it('the text that is too long, where it is short enough to be read', async () => {
    const tooLong = (length: number) => (r: typeof good & Members) => (r.id = `P-${'1'.repeat(length)}`);
    const [short, long] = [await sentence(tooLong(9)), await sentence(tooLong(60))];
    expect(short).toContain('id "P-111111111" has 11 characters, at most 8 are allowed');
    expect(long).toContain('id has 62 characters, at most 8 are allowed');
  });

  it('the kind that the other fields have', async () => {
    expect(await sentence((r) => (r.holder.kind = 'person'))).toEqual([
      'holder › kind "person" does not go with the fields beside it, which are those of kind = company',
    ]);
  });
});
