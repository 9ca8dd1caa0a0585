import { describe, expect, it } from 'vitest';
import { judged, shortFaults, validatorFor } from './validator-for.ts';

const budget = 2_000;

/** What a job gives, and whether it came in time. */
function timed<T>(job: () => T): T {
  const start = performance.now();
  const result = job();
  expect(performance.now() - start).toBeLessThan(budget);
  return result;
}

function deep(levels: number): unknown {
  let value: unknown = 'end';
  for (let level = 0; level < levels; level += 1) value = { next: value };
  return value;
}

describe('patterns', () => {
  it.each([
    ['^(a+)+$', 'a'.repeat(30)],
    ['^(a+)+$', 'a'.repeat(200_000)],
    ['^(a|a)*$', 'a'.repeat(10_000)],
    ['a*a*a*a*b', 'a'.repeat(20_000)],
    [`^${'a?'.repeat(30)}${'a'.repeat(30)}$`, 'a'.repeat(29)],
    ['^([\\p{Script=Han}]+[、,]?)+$', '统计局'.repeat(20_000)],
    ['^(?=(a+)+$)', 'a'.repeat(100)],
    ['^(a+)+\\1$', 'a'.repeat(100)],
  ])('%s is judged in time', (pattern, text) => {
    expect(timed(() => judged({ pattern }, `${text}!`))).toEqual(['pattern (root)']);
  });

  it('that only backtracking can run are never passed in silence', () => {
    const [fault] = validatorFor({ pattern: '^(?=(a+)+$)' }).faults('a'.repeat(100));
    expect(fault?.detail).toMatchObject({ notChecked: true });
    expect(judged({ pattern: '^(?=(a+)+$)' }, 'aaa')).toEqual([]);
  });
});

describe('large values', () => {
  it('20,000 different objects are compared in time', () => {
    const items = Array.from({ length: 20_000 }, (_, id) => ({ id, 名称: `数据${id}` }));
    expect(timed(() => judged({ uniqueItems: true }, items))).toEqual([]);
    expect(judged({ uniqueItems: true }, [...items, { 名称: '数据7', id: 7 }])).toEqual([
      'uniqueItems (root)',
    ]);
  });

  it('a long enumeration is looked up', () => {
    const validator = validatorFor({ enum: Array.from({ length: 50_000 }, (_, id) => `c${id}`) });
    const known = timed(() => Array.from({ length: 50_000 }, (_, id) => validator.conforms(`c${id}`)));
    expect(known.every(Boolean)).toBe(true);
  });
});

describe('recursion', () => {
  const list = { type: 'object', properties: { next: { anyOf: [{ $ref: '#' }, { const: 'end' }] } } };

  it('ends with a clear fault where a value is too deep, with and without the gate', async () => {
    const validator = validatorFor(list);
    for (const levels of [50, 300, 100_000]) {
      const value = deep(levels);
      const faults = shortFaults(validator.faults(value));
      expect(faults).toEqual(levels > 1_000 ? ['limit (root)'] : []);
      expect(validator.conforms(value)).toBe(levels <= 1_000);
      await validator.prepareBulk();
      expect(validator.conforms(value)).toBe(levels <= 1_000);
    }
    expect(validator.fits('/next', deep(100_000))).toBe(false);
  });

  it('through $dynamicRef to itself ends with a clear fault', () => {
    expect(judged({ $dynamicAnchor: 'n', $dynamicRef: '#n' }, 1)).toEqual(['limit (root)']);
  });

  it('through several branches does not multiply', () => {
    const branchy = {
      oneOf: [
        { const: 'fin' },
        { type: 'object', properties: { next: { $ref: '#' } } },
        { type: 'object', properties: { next: { $ref: '#' } }, required: ['next'] },
      ],
    };
    expect(timed(() => validatorFor(branchy).faults(deep(60)))).not.toEqual([]);
    const doubled: Record<string, unknown> = { d40: { type: 'object' } };
    for (let level = 39; level >= 0; level -= 1) {
      const $ref = `#/$defs/d${level + 1}`;
      doubled[`d${level}`] = { allOf: [{ $ref }, { $ref }] };
    }
    const faults = timed(() => judged({ $ref: '#/$defs/d0', $defs: doubled }, 1));
    expect(faults).toEqual(['type (root)', 'limit (root)']);
  });
});

describe('names of Object.prototype', () => {
  it('are ordinary names', async () => {
    const record: unknown = JSON.parse('{"__proto__":1,"constructor":2,"toString":3}');
    const schema = { properties: { constructor: { type: 'string' } }, additionalProperties: false };
    const expected = [
      'additionalProperties /__proto__ __proto__',
      'type /constructor',
      'additionalProperties /toString toString',
    ];
    expect(judged(schema, record)).toEqual(expected);
    const required = validatorFor({ required: ['hasOwnProperty', 'valueOf'] });
    await required.prepareBulk();
    expect(required.conforms({})).toBe(false);
  });
});

describe('very many', () => {
  it('members of one schema are inspected like a few', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 150_000 }, (_, index) => [`p${index}`, { type: 'string' }]),
    );
    expect(judged({ properties }, { p149999: 1 })).toEqual(['type /p149999']);
  });

  it.each([
    [10_000, undefined],
    [10_001, { faults: 10_000 }],
  ])('%i faults: %j', (count, detail) => {
    const validator = validatorFor({ items: { $ref: '#/$defs/text' }, $defs: { text: { type: 'string' } } });
    const faults = validator.faults(Array.from({ length: count }, (_, index) => index));
    expect(faults.filter(({ keyword }) => keyword === 'type')).toHaveLength(10_000);
    expect(faults.find(({ keyword }) => keyword === 'limit')?.detail).toEqual(detail);
  });
});
