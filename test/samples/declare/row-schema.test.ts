import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/model/failure.ts';
import { readRowSchema } from '../../../src/samples/declare/row-schema.ts';

const property = (schema: unknown, more: object = {}) => {
  const declaration = readRowSchema({ type: 'object', properties: { a: schema }, ...more });
  return { item: declaration.items[0], notChecked: declaration.notChecked, declaration };
};

describe('the JSON Schema of a row', () => {
  it.each<[object, object]>([
    [{ type: 'string', minLength: 1, maxLength: 3 }, { length: { min: 1, max: 3, unit: 'characters' } }],
    [
      { type: ['integer', 'null'], minimum: 0 },
      { type: 'integer', range: { minimum: 0 } },
    ],
    [{ type: 'number', minimum: 0, exclusiveMinimum: true }, { range: { exclusiveMinimum: 0 } }],
    [{ type: 'number', exclusiveMaximum: 5 }, { range: { exclusiveMaximum: 5 } }],
    [{ type: 'number', multipleOf: 0.01 }, { precision: { decimals: 2 } }],
    [{ type: 'string', format: 'date' }, { type: 'date' }],
    [
      { type: 'string', format: 'date-time' },
      { type: 'date-time', wantsOffset: true },
    ],
    [
      { type: 'string', format: 'uscc' },
      { type: 'string', format: 'uscc' },
    ],
    [{ type: 'string', pattern: '^P' }, { pattern: { source: '^P', whole: false } }],
    [
      { type: 'string', title: '名称', description: 'd' },
      { aliases: ['名称'], description: 'd' },
    ],
    [{ type: ['integer', 'number'] }, { type: 'number' }],
    [{ type: 'boolean' }, { type: 'boolean' }],
  ])('reads %j', (schema, item) => {
    const read = property(schema);
    expect(read.item).toMatchObject(item);
    expect(read.notChecked).toEqual([]);
  });

  it.each<[object, string]>([
    [{ type: 'array', items: {} }, 'type'],
    [{ type: 'object' }, 'type'],
    [{ type: ['string', 'integer'] }, 'type'],
    [{ type: 'string', format: 'foo' }, 'format'],
    [{ type: 'integer', format: 'int32' }, 'format'],
    [{ type: 'string', pattern: '(' }, 'pattern'],
    [{ type: 'integer', pattern: '^1' }, 'pattern'],
    [{ type: 'number', multipleOf: 3 }, 'multipleOf'],
    [{ maxLength: 3 }, 'maxLength'],
    [{ type: 'string', minimum: 3 }, 'minimum'],
    [{ type: 'string', anyOf: [{}] }, 'anyOf'],
    [{ type: 'string', contentEncoding: 'base64' }, 'contentEncoding'],
    [{ type: 'boolean', const: true }, 'const'],
    [{ enum: [{}, []] }, 'enum'],
    [{ codelist: 'gone.csv' }, 'codelist'],
    [{ $ref: 'https://example.org/a.json' }, '$ref'],
    [{ $ref: '#/$defs/gone' }, '$ref'],
    [{ not: {} }, 'not'],
  ])('says what of %j is not checked', (schema, keyword) => {
    expect(property(schema).notChecked.map(({ pointer }) => pointer)).toContain(`/properties/a/${keyword}`);
  });

  it('tells a column that may be left out from one that may be empty', () => {
    const { items } = readRowSchema({
      properties: { a: { type: 'string' }, b: { type: ['string', 'null'] }, c: { type: 'string' } },
      required: ['a', 'b', 'd'],
    });
    expect(items.map(({ name, isMandatory, isRequired }) => [name, isMandatory, isRequired])).toEqual([
      ['a', true, true],
      ['b', true, false],
      ['c', false, false],
      ['d', true, true],
    ]);
  });

  it('reads codes, also of a list of the standard', () => {
    expect(property({ enum: ['x', 1, null] }).item?.codes?.codes.map(({ code }) => code)).toEqual(['x', '1']);
    const list = { id: 'kind', open: true, codes: [], byCode: new Map(), path: 'codelists/kind.csv' };
    const { items } = readRowSchema(
      { properties: { a: { codelist: 'kind.csv' } } },
      { codelists: new Map([['kind', list]]) },
    );
    expect(items[0]?.codes).toBe(list);
  });

  it('follows references inside the file, from a list to its rows too', () => {
    const schema = {
      type: 'array',
      items: { $ref: '#/$defs/row' },
      $defs: { row: { properties: { a: { $ref: '#/$defs/day' } } }, day: { type: 'string', format: 'date' } },
    };
    const { items, notChecked } = readRowSchema(schema, { at: '/schema' });
    expect(items).toMatchObject([{ name: 'a', type: 'date', pointer: '/schema/$defs/day' }]);
    expect(notChecked).toEqual([]);
  });

  it('does not run in circles', () => {
    const { notChecked } = property({ $ref: '#/properties/a' });
    expect(notChecked).toHaveLength(1);
  });

  it('reports other columns where it allows none, and says what it says of rows', () => {
    expect(property({}, { additionalProperties: false }).declaration.reportsUnknown).toBe(true);
    expect(property({}).declaration.reportsUnknown).toBe(false);
    const { notChecked } = property(
      {},
      { dependentRequired: {}, additionalProperties: {}, minProperties: 2 },
    );
    expect(notChecked.map(({ pointer }) => pointer)).toEqual([
      '/dependentRequired',
      '/minProperties',
      '/additionalProperties',
    ]);
  });

  it('without columns is refused where it is the own one', () => {
    expect(() => readRowSchema({ type: 'string' }, { placeOf: () => ({ path: 's.json' }) })).toThrow(Failure);
    expect(readRowSchema({ type: 'string' }).notChecked).toHaveLength(1);
  });

  const broken: [object, string, RegExp, RegExp?][] = [
    [{ type: 'integer', minimum: 5, maximum: 2 }, 'minimum', /\(5\) is more than its `maximum` \(2\)/],
    [{ type: 'number', minimum: 5, exclusiveMaximum: 5 }, 'minimum', /both 5/],
    [{ type: 'number', exclusiveMinimum: 5, maximum: 5 }, 'exclusiveMinimum', /both 5/],
    [{ type: 'string', minLength: 5, maxLength: 2 }, 'minLength', /more than/],
    [{ type: 'string', minLength: -1 }, 'minLength', /whole number/],
    [{ type: 'integer', minimum: '5' }, 'minimum', /number/],
    [{ type: 'integer', enum: [1, '2'] }, 'enum', /`"2"`, which is no value of the type integer/],
    [{ type: 'integer', enum: [1.5] }, 'enum', /1\.5/],
    [{ type: 'string', enum: ['a', 2] }, 'enum', /`2`/],
    [{ type: 'boolean', enum: ['yes'] }, 'enum', /yes/],
    [{ type: 'string', format: 'date', enum: ['20170501'] }, 'enum', /20170501/],
    [{ type: 'number', const: '1' }, 'const', /`"1"`/],
    [{ enum: 'a' }, 'enum', /list/],
    [{ type: 'strng' }, 'type', /no type of JSON Schema/, /string/],
    [{ type: 7 }, 'type', /no type/],
    [{ type: 'string', pattern: '(' }, 'pattern', /regular expression/],
  ];

  it.each(broken)('refuses %j of the own one, with its place', (...[schema, keyword, message, hint]) => {
    const failure = failureOf({ properties: { a: schema } });
    expect(failure.message).toMatch(message);
    expect(failure.place).toEqual({ path: `#/properties/a/${keyword}` });
    expect(failure.zh?.message).toMatch(/[\u4e00-\u9fff]/);
    if (hint !== undefined) expect(failure.hint).toMatch(hint);
  });

  it.each(broken)('does not check %j of a department, and says so', (...[schema, keyword]) => {
    const { item, notChecked } = property(schema);
    expect(notChecked.map(({ pointer }) => pointer)).toContain(`/properties/a/${keyword}`);
    // What is not checked makes no cell wrong.
    for (const claim of ['range', 'length', 'codes', 'pattern']) expect(item).not.toHaveProperty(claim);
  });

  it('lets bounds meet that leave a value, and null among the codes of another type', () => {
    const schema = { type: ['integer', 'null'], minimum: 5, maximum: 5, enum: [5, null] };
    expect(property(schema)).toMatchObject({ item: { range: { minimum: 5, maximum: 5 } }, notChecked: [] });
  });

  it.each<[object, string]>([
    [{ properties: { a: 'string' } }, '/properties/a'],
    [{ properties: { a: {} }, required: true }, '/required'],
  ])('refuses %j', (schema, pointer) => {
    expect(failureOf(schema).place).toEqual({ path: `#${pointer}` });
  });
});

function failureOf(schema: Readonly<Record<string, unknown>> | object): Failure {
  try {
    readRowSchema(schema as Readonly<Record<string, unknown>>, {
      placeOf: (pointer) => ({ path: `#${pointer}` }),
    });
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
