// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import { describe, expect, it } from 'vitest';
import { validatorFor } from './validator-for.ts';

/** Draft, what it is about, schema, values that conform, values that do not. */
type Row = readonly [string, string, unknown, readonly unknown[], readonly unknown[]];

const own = (text: string): unknown => JSON.parse(text);

const rows: readonly Row[] = [
  ['2020-12', 'boolean schemas', { properties: { a: false, b: true } }, [{ b: 1 }, 5], [{ a: 1 }]],
  ['2020-12', 'type integer', { type: 'integer' }, [1, 1.0, -0], [1.5, '1', null, Infinity]],
  ['2020-12', 'type number is finite', { type: 'number' }, [1.5], [Number.NaN, Infinity, '1']],
  ['2020-12', 'decimals', { multipleOf: 0.01 }, [19.99, 0, 4.35, 1e300], [19.999, 0.001]],
  ['2020-12', 'tiny divisor', { multipleOf: 1e-8 }, [12391239123, 1e-8], [1e-9]],
  [
    '2020-12',
    'code points',
    { maxLength: 2, minLength: 2 },
    ['𠮷野', '目录', '😀😀'],
    ['𠮷', '目录册', '😀'],
  ],
  [
    '2020-12',
    'deep enum',
    { enum: [{ a: [1, 2] }, null] },
    [{ a: [1, 2] }, null],
    [{ a: [2, 1] }, 'null', {}],
  ],
  ['2020-12', 'enum tells 1 from true', { enum: [1, false] }, [1, 1.0, false], [true, 0, '1']],
  ['2020-12', 'const with keys in any order', { const: { a: 1, b: 2 } }, [{ b: 2, a: 1 }], [{ a: 1 }]],
  ['2020-12', 'empty enum', { enum: [] }, [], [null, 1]],
  [
    '2020-12',
    'unique by value',
    { uniqueItems: true },
    [[1, '1', true, { a: 1 }, { a: 2 }]],
    [
      [1, 1.0],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
  ],
  [
    '2020-12',
    'prefixItems',
    { prefixItems: [{ type: 'string' }], items: { type: 'number' } },
    [[], ['a', 1]],
    [['a', 'b'], [1]],
  ],
  [
    '2019-09',
    'items list',
    { items: [{ type: 'string' }], additionalItems: false },
    [[], ['a'], 'x'],
    [['a', 'b'], [1]],
  ],
  [
    '2020-12',
    'contains',
    { contains: { const: '否' }, minContains: 2, maxContains: 3 },
    [['否', '否']],
    [['否'], ['否', '否', '否', '否'], []],
  ],
  [
    '2020-12',
    'contains beside prefixItems',
    { prefixItems: [{}], contains: { const: 1 } },
    [[1], 'x'],
    [[], [2]],
  ],
  [
    '2020-12',
    'contains beside a list of types',
    { prefixItems: [{ type: 'string' }], contains: { const: 1 } },
    [['a', 1]],
    [[], ['a']],
  ],
  ['07', 'contains beside items', { items: [{ type: 'string' }], contains: { const: 1 } }, [['a', 1]], [[]]],
  ['2020-12', 'minContains 0', { contains: false, minContains: 0 }, [[], [1]], []],
  ['07', 'no minContains before 2019-09', { contains: { const: 1 }, minContains: 2 }, [[1]], [[]]],
  [
    '2020-12',
    'required sees own properties only',
    { required: ['constructor', '__proto__'] },
    [own('{"constructor":1,"__proto__":2}')],
    [{}, { constructor: 1 }],
  ],
  [
    '2020-12',
    'property __proto__',
    own('{"properties":{"__proto__":{"type":"string"}}}'),
    [{}, own('{"__proto__":"x"}')],
    [own('{"__proto__":1}')],
  ],
  [
    '2020-12',
    'patterns and additional',
    { properties: { a: {} }, patternProperties: { '^x-': { type: 'string' } }, additionalProperties: false },
    [{ a: 1, 'x-b': 'y' }],
    [{ 'x-b': 1 }, { c: 1 }],
  ],
  ['2020-12', 'propertyNames', { propertyNames: { pattern: '^[a-z]+$' } }, [{ ab: 1 }], [{ 代码: 1 }]],
  [
    '2020-12',
    'dependentRequired',
    { dependentRequired: { a: ['b'] } },
    [{ b: 1 }, { a: 1, b: 1 }],
    [{ a: 1 }],
  ],
  [
    '2020-12',
    'dependentSchemas',
    { dependentSchemas: { a: { required: ['b'] } } },
    [{ a: 1, b: 1 }],
    [{ a: 1 }],
  ],
  [
    '07',
    'dependencies',
    { dependencies: { a: ['b'], c: { required: ['d'] } } },
    [
      { a: 1, b: 1 },
      { c: 1, d: 1 },
    ],
    [{ a: 1 }, { c: 1 }],
  ],
  [
    '2020-12',
    'if then else',
    { if: { type: 'string' }, then: { minLength: 2 }, else: { minimum: 2 } },
    ['ab', 2],
    ['a', 1],
  ],
  ['06', 'no if in draft-06', { if: true, then: false }, [1], []],
  ['04', 'exclusive limits in draft-04', { maximum: 3, exclusiveMaximum: true }, [2], [3, 4]],
  ['04', 'no const in draft-04', { const: 1 }, [2], []],
  [
    '07',
    '$ref silences its neighbours',
    { definitions: { a: { type: 'string' } }, properties: { x: { $ref: '#/definitions/a', maxLength: 1 } } },
    [{ x: 'long' }],
    [{ x: 1 }],
  ],
  [
    '2019-09',
    '$ref has neighbours',
    { $defs: { a: { type: 'string' } }, $ref: '#/$defs/a', maxLength: 1 },
    ['x'],
    ['long', 1],
  ],
  [
    '2020-12',
    'escaped pointers',
    { $defs: { 'a/b~c%d': { type: 'string' } }, $ref: '#/$defs/a~1b~0c%25d' },
    ['x'],
    [1],
  ],
  [
    '2020-12',
    'anchors and nested ids',
    {
      $id: 'http://example.org/root',
      $defs: { a: { $id: 'sub/a', $anchor: 'x', type: 'string' } },
      $ref: 'sub/a#x',
    },
    ['x'],
    [1],
  ],
  [
    '07',
    'plain-name $id',
    { definitions: { a: { $id: '#name', type: 'string' } }, properties: { p: { $ref: '#name' } } },
    [{ p: 'x' }],
    [{ p: 1 }],
  ],
  [
    '04',
    'id in draft-04',
    {
      id: 'http://example.org/',
      definitions: { a: { id: 'a.json', type: 'string' } },
      properties: { p: { $ref: 'a.json' } },
    },
    [{ p: 'x' }],
    [{ p: 1 }],
  ],
  [
    '2020-12',
    'urn',
    {
      $id: 'urn:catalogue:dataset',
      $defs: { t: { type: 'string' } },
      $ref: 'urn:catalogue:dataset#/$defs/t',
    },
    ['x'],
    [1],
  ],
  [
    '2020-12',
    'unevaluatedProperties',
    {
      allOf: [{ properties: { a: {} } }],
      anyOf: [{ properties: { b: { const: 1 } }, required: ['b'] }, true],
      unevaluatedProperties: false,
    },
    [{ a: 1, b: 1 }],
    [{ b: 2 }, { c: 1 }],
  ],
  [
    '2020-12',
    'unevaluatedProperties after if',
    {
      if: { properties: { a: { const: 1 } }, required: ['a'] },
      then: { properties: { b: {} } },
      unevaluatedProperties: false,
    },
    [{ a: 1, b: 2 }],
    [{ a: 2 }, { b: 1 }],
  ],
  [
    '2020-12',
    'unevaluatedItems',
    { prefixItems: [{}], contains: { const: 'x' }, unevaluatedItems: false },
    [['a', 'x']],
    [['a', 'x', 'y']],
  ],
  [
    '2019-09',
    'contains sees nothing in 2019-09',
    { contains: { const: 'x' }, unevaluatedItems: false },
    [],
    [['x']],
  ],
  [
    '2020-12',
    '$dynamicRef',
    {
      $id: 'http://e.org/s',
      $ref: 'tree',
      $dynamicAnchor: 'node',
      properties: { children: true, data: true },
      unevaluatedProperties: false,
      $defs: {
        t: {
          $id: 'tree',
          $dynamicAnchor: 'node',
          type: 'object',
          properties: { data: true, children: { type: 'array', items: { $dynamicRef: '#node' } } },
        },
      },
    },
    [{ children: [{ data: 1 }] }],
    [{ children: [{ daat: 1 }] }],
  ],
  [
    '2019-09',
    '$recursiveRef',
    {
      $id: 'http://e.org/s',
      $ref: 'tree',
      $recursiveAnchor: true,
      unevaluatedProperties: false,
      $defs: {
        t: {
          $id: 'tree',
          $recursiveAnchor: true,
          type: 'object',
          properties: { data: true, children: { type: 'array', items: { $recursiveRef: '#' } } },
        },
      },
    },
    [{ children: [{ data: 1 }] }],
    [{ children: [{ daat: 1 }] }],
  ],
  [
    '07',
    'metaschema without a network',
    { $ref: 'http://json-schema.org/draft-07/schema#' },
    [{ minLength: 1 }],
    [{ minLength: -1 }],
  ],
  [
    '2020-12',
    'dynamic metaschema',
    { $ref: 'https://json-schema.org/draft/2020-12/schema' },
    [{ properties: { a: { minLength: 1 } } }],
    [{ properties: { a: { minLength: -1 } } }],
  ],
  ['2020-12', 'pattern without the u flag', { pattern: '^[\\w-.]+$' }, ['a-b.c'], ['a b']],
  ['2020-12', 'pattern over code points', { pattern: '^.$' }, ['𠮷', '目'], ['目录']],
  ['2020-12', 'not', { not: { required: ['废止'] } }, [{}, { 有效: 1 }], [1, { 废止: 1 }]],
  ['2020-12', 'oneOf', { oneOf: [{ multipleOf: 2 }, { multipleOf: 3 }] }, [2, 3], [6, 5]],
  ['2020-12', 'format asserts', { format: 'date' }, ['2024-02-29', 5], ['2023-02-29']],
  ['2020-12', 'minProperties', { minProperties: 1, maxProperties: 1 }, [{ a: 1 }], [{}, { a: 1, b: 2 }]],
];

describe.each(rows.map((row) => ({ row })))('draft $row.0: $row.1', ({ row }) => {
  const [draft, , schema, conforming, diverging] = row;
  it('gives the same verdict three ways', async () => {
    const validator = validatorFor(schema, { draft });
    const verdicts = (values: readonly unknown[]): boolean[][] =>
      values.map((value) => [validator.faults(value).length === 0, validator.conforms(value)]);
    const all = (verdict: boolean, values: readonly unknown[]): boolean[][] =>
      values.map(() => [verdict, verdict]);
    expect(verdicts(conforming)).toEqual(all(true, conforming));
    expect(verdicts(diverging)).toEqual(all(false, diverging));
    await validator.prepareBulk();
    expect(verdicts(conforming)).toEqual(all(true, conforming));
    expect(verdicts(diverging)).toEqual(all(false, diverging));
  });
});

describe('dialects', () => {
  it('come from `$schema` and reach into other files', () => {
    const others = [
      {
        uri: 'package:/schema/types.json',
        path: 'types.json',
        value: {
          $schema: 'http://json-schema.org/draft-04/schema#',
          definitions: { n: { minimum: 1, exclusiveMinimum: true } },
        },
      },
    ];
    const validator = validatorFor({ properties: { n: { $ref: 'types.json#/definitions/n' } } }, { others });
    expect(validator.faults({ n: 1 })).toMatchObject([
      {
        keyword: 'minimum',
        pointer: '/n',
        schemaPointer: 'types.json#/definitions/n/minimum',
        detail: { exclusive: true },
      },
    ]);
    expect(validator.conforms({ n: 2 })).toBe(true);
  });

  it('may be made of vocabularies', () => {
    const meta = {
      $id: 'http://example.org/meta',
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $vocabulary: { 'https://json-schema.org/draft/2020-12/vocab/applicator': true },
    };
    const others = [{ uri: 'package:/meta.json', path: 'meta.json', value: meta }];
    const schema = { $schema: 'http://example.org/meta', properties: { a: { minLength: 5 }, b: false } };
    const validator = validatorFor(schema, { others });
    expect([validator.conforms({ a: 'x' }), validator.conforms({ b: 1 })]).toEqual([true, false]);
    expect(validator.notChecked.map(({ what }) => what)).toEqual(['keyword `minLength`']);
  });
});
