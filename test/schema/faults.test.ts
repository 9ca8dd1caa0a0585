// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import { describe, expect, it } from 'vitest';
import { judged, shortFaults, validatorFor } from './validator-for.ts';

const dataset = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['title', 'publisher'],
  additionalProperties: false,
  properties: {
    title: { type: 'string', minLength: 2 },
    publisher: { $ref: '#/$defs/agent' },
    keyword: { type: 'array', items: { type: 'string' }, uniqueItems: true },
    issued: { type: 'string', anyOf: [{ format: 'date' }, { format: 'date-time' }] },
    状态: { enum: ['有效', '废止'] },
  },
  $defs: { agent: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } },
};
const good = {
  title: '空气质量监测',
  publisher: { name: '生态环境局' },
  keyword: ['air'],
  issued: '2024-05-01',
  状态: '有效',
};

describe('one fault in a value is one fault in the list', () => {
  it.each([
    ['nothing', good, []],
    ['a missing property', { ...good, publisher: {} }, ['required /publisher name']],
    ['an unknown property', { ...good, publsher: 1 }, ['additionalProperties /publsher publsher']],
    ['a wrong type, told once', { ...good, title: 5 }, ['type /title']],
    ['a short text', { ...good, title: 'A' }, ['minLength /title']],
    ['a repetition', { ...good, keyword: ['a', 'b', 'a'] }, ['uniqueItems /keyword']],
    ['an item of the wrong type', { ...good, keyword: ['a', 2] }, ['type /keyword/1']],
    ['neither a date nor a date-time', { ...good, issued: 'May' }, ['anyOf /issued']],
    ['no text where a date belongs', { ...good, issued: 20240501 }, ['type /issued']],
    ['a value outside an enumeration', { ...good, 状态: '有 效' }, ['enum /状态']],
    ['not even an object', ['x'], ['type (root)']],
  ])('%s', (_title, value, expected) => {
    expect(judged(dataset, value)).toEqual(expected);
  });

  it('comes with the place of the keyword and what it expected', () => {
    expect(validatorFor(dataset).faults({ ...good, publisher: {} })).toEqual([
      {
        keyword: 'required',
        pointer: '/publisher',
        schemaPointer: 'dataset.schema.json#/$defs/agent/required',
        expected: ['name'],
        name: 'name',
      },
    ]);
  });

  it('keeps the order in which the value is written', () => {
    const value = { 状态: 'x', title: '', extra: 1, publisher: { name: 1 } };
    expect(judged(dataset, value)).toEqual([
      'enum /状态',
      'minLength /title',
      'additionalProperties /extra extra',
      'type /publisher/name',
    ]);
  });

  it('names a missing property before what is wrong inside the object', () => {
    expect(judged(dataset, { title: '' })).toEqual(['required (root) publisher', 'minLength /title']);
  });

  it('tells the same fault from two schemas once, and the narrower of two enumerations', () => {
    const schema = {
      properties: { a: { type: 'string', enum: ['x', 'y', 'z'] } },
      allOf: [{ required: ['b'] }, { required: ['b'], properties: { a: { enum: ['x'] } } }],
    };
    expect(validatorFor(schema).faults({ a: 'q' })).toMatchObject([
      { keyword: 'required', name: 'b' },
      { keyword: 'enum', pointer: '/a', expected: ['x'] },
    ]);
    expect(judged(schema, { a: 5, b: 1 })).toEqual(['type /a']);
  });

  it('keeps 10,000 faults of a record, and says that there are more', () => {
    const record = Object.fromEntries(Array.from({ length: 10_005 }, (_, index) => [`k${index}`, index]));
    const faults = validatorFor({ additionalProperties: false }).faults(record);
    expect(faults).toHaveLength(10_001);
    expect(faults[0]).toMatchObject({ keyword: 'limit', pointer: '', detail: { faults: 10_000 } });
  });
});

describe('keywords point at what diverges', () => {
  it.each([
    [{ items: false }, [1, 2], ['items /0']],
    [{ prefixItems: [true], items: false }, [1, 2, 3], ['items /1']],
    [
      { properties: { a: {} }, unevaluatedProperties: false },
      { b: 1, c: 2 },
      ['unevaluatedProperties /b b', 'unevaluatedProperties /c c'],
    ],
    [{ prefixItems: [true], unevaluatedItems: false }, [1, 2], ['unevaluatedItems /1']],
    [{ properties: { a: false } }, { a: 1 }, ['false /a']],
    [{ contains: { const: 1 } }, [2], ['contains (root)']],
    [{ contains: { const: 1 }, maxContains: 1 }, [1, 1], ['maxContains (root)']],
    [{ contains: { const: 1 }, minContains: 2 }, [1], ['minContains (root)']],
    [{ propertyNames: { maxLength: 2 } }, { 名称很长: 1 }, ['propertyNames /名称很长 名称很长']],
    [
      { dependentRequired: { a: ['b', 'c'] } },
      { a: 1 },
      ['dependentRequired (root) b', 'dependentRequired (root) c'],
    ],
    [{ not: { type: 'null' } }, null, ['not (root)']],
    [{ additionalProperties: { type: 'string' } }, { 'a/b': 1 }, ['type /a~1b']],
    [{ if: { required: ['a'] }, then: { required: ['b'] } }, { a: 1 }, ['required (root) b']],
    [{ oneOf: [{ type: 'number' }, { minimum: 0 }] }, 5, ['oneOf (root)']],
    [
      { type: 'string', format: 'date', pattern: '^2' },
      '1999-13-01',
      ['pattern (root)', 'format (root) date'],
    ],
  ])('%j', (schema, value, expected) => {
    expect(judged(schema, value)).toEqual(expected);
  });

  it('says how many branches of oneOf match, and which items repeat', () => {
    expect(validatorFor({ oneOf: [true, true, false] }).faults(1)).toMatchObject([
      { detail: { matches: 2 } },
    ]);
    expect(validatorFor({ uniqueItems: true }).faults([3, 4, 3])).toMatchObject([
      { detail: { first: 0, second: 2 } },
    ]);
  });
});

describe('branches', () => {
  const contact = {
    oneOf: [
      {
        title: '个人',
        properties: { kind: { const: 'person' }, name: { type: 'string' } },
        required: ['kind', 'name'],
      },
      { $ref: '#/$defs/team' },
      { type: 'null' },
    ],
    $defs: {
      team: {
        type: 'object',
        properties: { kind: { enum: ['team', 'office'] }, email: { format: 'email' } },
        required: ['kind', 'email', 'members'],
      },
    },
  };

  it('are told by a discriminator, which is said', () => {
    const faults = validatorFor(contact).faults({ kind: 'team', email: 'open data' });
    expect(shortFaults(faults)).toEqual(['required (root) members', 'format /email email']);
    expect(faults.map(({ assumed }) => assumed)).toEqual([['kind = team'], ['kind = team']]);
  });

  it('all refuse an unknown discriminator: one fault with the values of all', () => {
    expect(validatorFor(contact).faults({ kind: 'tema', email: 'a@b.cn' })).toMatchObject([
      { keyword: 'enum', pointer: '/kind', expected: ['person', 'team', 'office'] },
    ]);
  });

  it('for null only or for another type make no noise', () => {
    expect(judged({ anyOf: [{ type: 'string', minLength: 2 }, { type: 'null' }] }, 'x')).toEqual([
      'minLength (root)',
    ]);
    const either = { anyOf: [{ type: 'string' }, { type: 'object', required: ['name'] }] };
    expect(validatorFor(either).faults({})).toEqual([
      expect.not.objectContaining({ assumed: expect.anything() }),
    ]);
    expect(judged(either, {})).toEqual(['required (root) name']);
  });

  it('without a discriminator: the one with the fewest faults, by its name', () => {
    const schema = {
      anyOf: [
        { title: 'full', required: ['a', 'b', 'c'] },
        { title: 'short', required: ['a'], properties: { d: { type: 'string' } } },
      ],
    };
    const faults = validatorFor(schema).faults({ a: 1, d: 5 });
    expect(shortFaults(faults)).toEqual(['type /d']);
    expect(faults[0]?.assumed).toEqual(['short']);
  });

  it('nested choices are said from the outside in', () => {
    const schema = {
      anyOf: [
        { properties: { kind: { const: 'a' }, contact }, required: ['kind'] },
        { properties: { kind: { const: 'b' } }, required: ['kind'] },
      ],
      $defs: contact.$defs,
    };
    const faults = validatorFor(schema).faults({ kind: 'a', contact: { kind: 'team', members: 1 } });
    expect(faults).toMatchObject([{ name: 'email', assumed: ['kind = a', 'kind = team'] }]);
  });

  it('that say simple things of one value become one fault', () => {
    expect(validatorFor({ anyOf: [{ enum: ['a', 'b'] }, { const: 'c' }] }).faults('x')).toMatchObject([
      { keyword: 'enum', expected: ['a', 'b', 'c'] },
    ]);
    expect(validatorFor({ anyOf: [{ format: 'date' }, { pattern: '^\\d{4}$' }] }).faults('x')).toMatchObject([
      { keyword: 'anyOf', detail: { wants: 'format date | pattern ^\\d{4}$' } },
    ]);
    expect(validatorFor({ oneOf: [{ type: 'string' }, { type: 'array' }] }).faults(5)).toMatchObject([
      { keyword: 'oneOf', detail: { wants: 'type string | type array', keyword: 'type' } },
    ]);
    const named = {
      anyOf: [{ required: ['scheme'] }, { required: ['name'] }, { required: ['scheme', 'name'] }],
    };
    expect(validatorFor(named).faults({})).toMatchObject([
      {
        keyword: 'anyOf',
        pointer: '',
        detail: { wants: 'required scheme | required name', keyword: 'required' },
      },
    ]);
  });
});

describe('what follows from another fault', () => {
  const statement = {
    required: ['kind'],
    properties: { kind: { enum: ['entity', 'person'] } },
    allOf: [
      { if: { properties: { kind: { const: 'entity' } } }, then: { required: ['jurisdiction'] } },
      {
        if: { properties: { kind: { const: 'person' } } },
        then: { required: ['names'] },
        else: { required: ['id'] },
      },
    ],
  };

  it('is not said where the deciding property is missing or wrong itself', () => {
    expect(judged(statement, {})).toEqual(['required (root) kind']);
    expect(judged(statement, { kind: 'ship' })).toEqual(['enum /kind']);
    expect(judged(statement, { kind: 'entity', id: 1 })).toEqual(['required (root) jurisdiction']);
  });

  it('never hides everything', () => {
    const mutual = {
      allOf: [
        { if: { properties: { a: { const: 1 } } }, then: { properties: { b: { const: 2 } } } },
        { if: { properties: { b: { const: 1 } } }, then: { properties: { a: { const: 2 } } } },
      ],
    };
    expect(judged(mutual, { a: 1, b: 1 })).toHaveLength(1);
  });
});

describe('fits', () => {
  const validator = validatorFor(dataset);

  it('tests a value against the schema of a field', () => {
    expect(validator.fits('/keyword/*', 'air')).toBe(true);
    expect(validator.fits('/keyword/*', 5)).toBe(false);
    expect(validator.fits('/publisher/name', '统计局')).toBe(true);
    expect(validator.fits('/状态', '停用')).toBe(false);
    expect(validator.fits('/nowhere', 1)).toBeUndefined();
  });

  it('is content with one of several branches', () => {
    const either = {
      anyOf: [{ properties: { a: { type: 'string' } } }, { properties: { a: { type: 'number' } } }],
    };
    expect([
      validatorFor(either).fits('/a', 'x'),
      validatorFor(either).fits('/a', 5),
      validatorFor(either).fits('/a', null),
    ]).toEqual([true, true, false]);
  });
});
