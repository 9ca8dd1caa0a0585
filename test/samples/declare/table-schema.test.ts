import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/model/failure.ts';
import type { Pointer } from '../../../src/model/pointer.ts';
import { readTableSchema } from '../../../src/samples/declare/table-schema.ts';

const placeOf = (pointer: Pointer) => ({ path: `schema.json#${pointer}` });
const own = (schema: object) => readTableSchema(schema as Record<string, unknown>, { placeOf });
const theirs = (schema: object) =>
  readTableSchema(schema as Record<string, unknown>, { at: '/schema', name: 't' });
const field = (properties: object) => own({ fields: [{ name: 'a', ...properties }] });

describe('types of a Table Schema', () => {
  it.each<[object, object]>([
    [{}, { type: 'string' }],
    [{ type: 'any' }, { type: 'any' }],
    [
      { type: 'string', format: 'email' },
      { type: 'string', format: 'email' },
    ],
    [
      { type: 'string', format: 'uuid' },
      { type: 'string', format: 'uuid' },
    ],
    [{ type: 'integer' }, { type: 'integer' }],
    [
      { type: 'number', decimalChar: ',', groupChar: '.' },
      { type: 'number', decimalCharacter: ',', groupCharacter: '.' },
    ],
    [{ type: 'boolean' }, { type: 'boolean' }],
    [
      { type: 'boolean', falseValues: ['否'] },
      { words: { true: ['true', 'True', 'TRUE', '1'], false: ['否'] } },
    ],
    [{ type: 'boolean', trueValues: ['0'] }, { words: { true: ['0'], false: ['false', 'False', 'FALSE'] } }],
    [{ type: 'integer', groupChar: '' }, { type: 'integer' }],
    [
      { type: 'boolean', trueValues: ['是'], falseValues: ['否'] },
      { words: { true: ['是'], false: ['否'] } },
    ],
    [{ type: 'date' }, { type: 'date' }],
    [
      { type: 'date', format: '%d/%m/%Y' },
      { type: 'date', datePattern: '%d/%m/%Y' },
    ],
    [{ type: 'date', format: 'fmt:%Y年%m月%d日' }, { datePattern: '%Y年%m月%d日' }],
    [{ type: 'time' }, { type: 'time' }],
    [{ type: 'datetime' }, { type: 'date-time' }],
    [{ type: 'year' }, { type: 'year' }],
    [{ type: 'yearmonth' }, { type: 'year-month' }],
    [
      { type: 'yearmonth', format: '%Y%m' },
      { type: 'year-month', datePattern: '%Y%m' },
    ],
    [{ type: 'duration' }, { type: 'string', format: 'duration' }],
  ])('%j', (properties, item) => {
    const declaration = field(properties);
    expect(declaration.items[0]).toMatchObject(item);
    expect(declaration.notChecked).toEqual([]);
  });

  it.each([
    [{ type: 'object' }, '/fields/0/type'],
    [{ type: 'array' }, '/fields/0/type'],
    [{ type: 'list' }, '/fields/0/type'],
    [{ type: 'geojson' }, '/fields/0/type'],
    [{ type: 'geopoint' }, '/fields/0/type'],
    [{ type: 'geopoint', format: 'object' }, '/fields/0/format'],
    [{ type: 'date', format: 'any' }, '/fields/0/format'],
    [{ type: 'date', format: 'DD/MM/YYYY' }, '/fields/0/format'],
    [{ type: 'string', format: 'binary' }, '/fields/0/format'],
    [{ type: 'string', format: 'phone' }, '/fields/0/format'],
    [{ type: 'number', bareNumber: false }, '/fields/0/bareNumber'],
    [{ type: 'object', constraints: { jsonSchema: {} } }, '/fields/0/constraints/jsonSchema'],
    [{ type: 'integer', constraints: { maxLength: 3 } }, '/fields/0/constraints/maxLength'],
    [{ type: 'string', constraints: { minimum: 'a' } }, '/fields/0/constraints/minimum'],
    [{ type: 'boolean', constraints: { enum: [true] } }, '/fields/0/constraints/enum'],
    [{ type: 'string', constraints: { unqiue: true } }, '/fields/0/constraints/unqiue'],
  ])('says that %j is not checked', (properties, pointer) => {
    expect(field(properties).notChecked.map((one) => one.pointer)).toContain(pointer);
  });

  it('takes a field without type for anything in version 2', () => {
    const $schema = 'https://datapackage.org/profiles/2.0/tableschema.json';
    expect(own({ $schema, fields: [{ name: 'a' }] }).items[0]?.type).toBe('any');
  });
});

describe('constraints of a Table Schema', () => {
  it('become what is asked of cells', () => {
    const constraints = { required: true, unique: true, minLength: 2, maxLength: 5, pattern: '[A-Z]+' };
    const { items, keys } = field({ type: 'string', title: 'Name', constraints });
    expect(items[0]).toMatchObject({
      aliases: ['Name'],
      isMandatory: true,
      isRequired: true,
      length: { min: 2, max: 5, unit: 'characters' },
      pattern: { source: '[A-Z]+', whole: true },
    });
    expect(keys).toEqual([{ kind: 'unique', items: [0], pointer: '/fields/0/constraints/unique' }]);
  });

  it('bound numbers, also written as texts, and dates', () => {
    expect(
      field({ type: 'number', constraints: { minimum: '1.5', exclusiveMaximum: 9 } }).items[0]?.range,
    ).toEqual({
      minimum: 1.5,
      exclusiveMaximum: 9,
    });
    expect(field({ type: 'date', constraints: { minimum: '2017-05-01' } }).items[0]?.range).toEqual({
      minimum: '2017-05-01',
    });
  });

  it('list codes, as categories do', () => {
    const codes = (properties: object) => field(properties).items[0]?.codes?.codes.map(({ code }) => code);
    expect(codes({ type: 'integer', constraints: { enum: [1, 2, 9] } })).toEqual(['1', '2', '9']);
    expect(codes({ categories: ['男', '女'] })).toEqual(['男', '女']);
    expect(codes({ categories: [{ value: 1, label: '男' }] })).toEqual(['1']);
  });
});

describe('keys of a Table Schema', () => {
  const fields = [{ name: 'id' }, { name: '机构' }, { name: 'parent' }];

  it('are those of its fields', () => {
    const declaration = own({
      fields,
      primaryKey: ['id', '机构'],
      uniqueKeys: [['机构', 'parent'], ['id']],
      foreignKeys: [
        { fields: 'parent', reference: { resource: '', fields: 'id' } },
        { fields: ['机构'], reference: { resource: 'units', fields: ['code'] } },
      ],
    });
    expect(declaration.keys).toEqual([
      { kind: 'primary', items: [0, 1], pointer: '/primaryKey' },
      { kind: 'unique', items: [1, 2], pointer: '/uniqueKeys/0' },
      { kind: 'unique', items: [0], pointer: '/uniqueKeys/1' },
    ]);
    expect(declaration.references).toEqual([
      { items: [2], to: '', toNames: ['id'], pointer: '/foreignKeys/0' },
      { items: [1], to: 'units', toNames: ['code'], pointer: '/foreignKeys/1' },
    ]);
    expect(declaration.items.map(({ isRequired }) => isRequired)).toEqual([true, true, false]);
  });

  it('are told once where they are declared in more than one way', () => {
    const unique = { name: 'id', constraints: { unique: true } };
    const { keys, items } = own({
      fields: [unique, ...fields.slice(1)],
      primaryKey: 'id',
      uniqueKeys: [['机构', 'parent'], ['parent', '机构'], ['id']],
    });
    expect(keys).toEqual([
      { kind: 'primary', items: [0], pointer: '/primaryKey' },
      { kind: 'unique', items: [1, 2], pointer: '/uniqueKeys/0' },
    ]);
    expect(items[0]?.isRequired).toBe(true);
  });

  it('may be one text', () => {
    expect(own({ fields, primaryKey: 'id' }).keys).toMatchObject([{ items: [0] }]);
  });
});

describe('a Table Schema as a whole', () => {
  const fields = [{ name: 'a' }];

  it.each([
    [undefined, true, true, true],
    ['exact', true, true, true],
    [['equal'], true, true, false],
    ['subset', true, false, false],
    ['superset', false, true, false],
    ['partial', false, false, false],
  ])('fieldsMatch %j', (...[fieldsMatch, isMandatory, reportsUnknown, isOrdered]) => {
    const declaration = own({ fields, ...(fieldsMatch === undefined ? {} : { fieldsMatch }) });
    expect(declaration).toMatchObject({ reportsUnknown, isOrdered, items: [{ isMandatory }] });
  });

  it('has words for nothing, with labels too, and of single fields', () => {
    const missingValues = ['', { value: '-', label: 'not asked' }, 'NA'];
    const declaration = own({ fields: [{ name: 'a', missingValues: ['', 'x'] }], missingValues });
    expect(declaration.emptyWords).toEqual(['-', 'NA']);
    expect(declaration.items[0]?.emptyWords).toEqual(['x']);
    expect(declaration.notChecked).toEqual([]);
    expect(own({ fields, missingValues: ['-'] }).notChecked).toMatchObject([{ pointer: '/missingValues' }]);
  });
});

describe("the user's own broken schema", () => {
  const cases: [string, object, string, RegExp, RegExp?][] = [
    ['without fields', {}, '', /no `fields`/, /List its columns/],
    ['with fields that are no list', { fields: {} }, '', /no `fields`/],
    ['with a field without a name', { fields: [{ name: 'a' }, { type: 'date' }] }, '/fields/1', /Field 2/],
    ['with a field that is a text', { fields: ['a'] }, '/fields/0', /Field 1/],
    ['with a name twice', { fields: [{ name: 'a' }, { name: 'a' }] }, '/fields/1/name', /Two fields/],
    ['of an unknown type', { fields: [{ name: 'a', type: 'strng' }] }, '/fields/0/type', /`strng`/, /string/],
    [
      'with a key of no field',
      { fields: [{ name: 'code' }], primaryKey: 'cod' },
      '/primaryKey',
      /no field/,
      /code/,
    ],
    [
      'with a reference of other width',
      {
        fields: [{ name: 'a' }],
        foreignKeys: [{ fields: 'a', reference: { resource: 'r', fields: ['b', 'c'] } }],
      },
      '/foreignKeys/0',
      /1 fields, and 2/,
    ],
    [
      'with a reference to no field of its own',
      { fields: [{ name: 'a' }], foreignKeys: [{ fields: 'a', reference: { fields: 'b' } }] },
      '/foreignKeys/0/reference/fields',
      /no field/,
    ],
    [
      'with a broken pattern',
      { fields: [{ name: 'a', constraints: { pattern: '(' } }] },
      '/fields/0/constraints/pattern',
      /regular/,
    ],
    [
      'with lengths that exclude each other',
      { fields: [{ name: 'a', constraints: { minLength: 5, maxLength: 2 } }] },
      '/fields/0/constraints/minLength',
      /more than/,
    ],
    [
      'with bounds that exclude each other',
      { fields: [{ name: 'a', type: 'integer', constraints: { minimum: 5, maximum: 2 } }] },
      '/fields/0/constraints/minimum',
      /more than/,
      /Correct/,
    ],
    [
      'with days that exclude each other, in their own pattern',
      {
        fields: [
          {
            name: 'a',
            type: 'date',
            format: '%d/%m/%Y',
            constraints: { minimum: '01/02/2017', maximum: '31/01/2017' },
          },
        ],
      },
      '/fields/0/constraints/minimum',
      /more than/,
    ],
    [
      'with a bound that is no day',
      { fields: [{ name: 'a', type: 'date', constraints: { minimum: '2017-13-01' } }] },
      '/fields/0/constraints/minimum',
      /no value of the type date/,
    ],
    [
      'with a code that is no number',
      { fields: [{ name: 'a', type: 'integer', constraints: { enum: [1, 'two'] } }] },
      '/fields/0/constraints/enum',
      /`two`/,
    ],
    [
      'with a category that is no number',
      { fields: [{ name: 'a', type: 'integer', categories: [1, 'two'] }] },
      '/fields/0/categories',
      /`two`/,
    ],
    [
      'with a decimal sign of two',
      { fields: [{ name: 'a', type: 'number', decimalChar: '.,' }] },
      '/fields/0/decimalChar',
      /single sign/,
    ],
    [
      'with a group sign that is a digit',
      { fields: [{ name: 'a', type: 'integer', groupChar: '0' }] },
      '/fields/0/groupChar',
      /single sign/,
    ],
    [
      'with one sign for both',
      { fields: [{ name: 'a', type: 'number', groupChar: '.' }] },
      '/fields/0/groupChar',
      /decimals as well/,
    ],
    [
      'with a word for true that is no list',
      { fields: [{ name: 'a', type: 'boolean', trueValues: 'yes' }] },
      '/fields/0/trueValues',
      /list of texts/,
    ],
    [
      'with a word that is true and false',
      { fields: [{ name: 'a', type: 'boolean', trueValues: ['1', 'Y'], falseValues: ['N', '1'] }] },
      '/fields/0/falseValues',
      /shares “1”/,
    ],
    [
      'with a bound that is no number',
      { fields: [{ name: 'a', type: 'number', constraints: { minimum: 'ten' } }] },
      '/fields/0/constraints/minimum',
      /no value/,
    ],
    [
      'with an unknown fieldsMatch',
      { fields: [{ name: 'a' }], fieldsMatch: 'all' },
      '/fieldsMatch',
      /one of/,
    ],
    [
      'with missing values that are no texts',
      { fields: [{ name: 'a' }], missingValues: '-' },
      '/missingValues',
      /list/,
    ],
  ];

  it.each(cases)('%s is refused with its place', (...[, schema, pointer, message, hint]) => {
    const failure = failureOf(() => own(schema));
    expect(failure.message).toMatch(message);
    expect(failure.place).toEqual({ path: `schema.json#${pointer}` });
    expect(failure.zh?.message).toMatch(/[\u4e00-\u9fff]/);
    if (hint !== undefined) expect(failure.hint).toMatch(hint);
  });

  it.each(cases)('%s of a department is not checked, and said so', (...[, schema, pointer]) => {
    const { notChecked, name } = theirs(schema);
    expect(name).toBe('t');
    expect(notChecked.map((one) => one.pointer)).toContain(`/schema${pointer}`);
  });
});

function failureOf(act: () => unknown): Failure {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

it('takes whatever a department wrote, and points only into the schema', () => {
  const word = fc.constantFrom('a', 'b', 'string', 'date', '', '(', 'partial', 'any');
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      word,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'name',
          'type',
          'format',
          'constraints',
          'enum',
          'fields',
          'reference',
          'resource',
          'minimum',
          'pattern',
        ),
        tie('value'),
      ),
    ),
  }));
  const schema = fc.dictionary(
    fc.constantFrom(
      'fields',
      'primaryKey',
      'foreignKeys',
      'uniqueKeys',
      'missingValues',
      'fieldsMatch',
      '$schema',
    ),
    fc.oneof(value, fc.array(fc.record({ name: word, type: word, constraints: value }), { maxLength: 4 })),
  );
  fc.assert(
    fc.property(schema, (written) => {
      const { items, keys, references, notChecked } = theirs(written);
      for (const { pointer } of [...items, ...keys, ...references, ...notChecked])
        expect(pointer.startsWith('/schema')).toBe(true);
      for (const one of [...keys, ...references])
        for (const index of one.items) expect(items[index]).toBeDefined();
      expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
    }),
    { numRuns: 2000 },
  );
});
