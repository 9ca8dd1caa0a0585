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
});
