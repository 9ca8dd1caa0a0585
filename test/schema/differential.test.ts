// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validatorFor } from './validator-for.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const names = ['a', 'b', '名称'] as const;
const name = fc.constantFrom(...names);
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<Json>(null, true, false, 0, 1, 2, 1.5, 'x', '目录', '', '𠮷'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

const type = fc.constantFrom('string', 'number', 'integer', 'object', 'array', 'null', 'boolean');
const small = fc.integer({ min: 0, max: 3 });

/** Schemas that all three judges should understand; `withSeen` adds what Ajv gets wrong (`contains` beside `prefixItems`, `unevaluated*`). */
function schemas(withSeen: boolean): fc.Arbitrary<unknown> {
  return fc.letrec<{ schema: unknown }>((tie) => {
    const inner = tie('schema');
    const list = fc.array(inner, { minLength: 1, maxLength: 3 });
    const map = fc.dictionary(name, inner, { maxKeys: 2, noNullPrototype: true });
    const seen = withSeen
      ? {
          contains: inner,
          minContains: small,
          maxContains: small,
          unevaluatedProperties: inner,
          unevaluatedItems: inner,
        }
      : {};
    const object = fc.record(
      {
        type,
        const: value,
        enum: fc.array(value, { minLength: 1, maxLength: 3 }),
        minimum: small,
        exclusiveMaximum: small,
        multipleOf: fc.constantFrom(1, 2, 0.5),
        minLength: small,
        maxLength: small,
        pattern: fc.constantFrom('^x', '录$', '^.$'),
        minItems: small,
        maxItems: small,
        uniqueItems: fc.boolean(),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        maxProperties: small,
        minProperties: small,
        properties: map,
        patternProperties: fc.dictionary(fc.constantFrom('^a', '名'), inner, {
          maxKeys: 1,
          noNullPrototype: true,
        }),
        additionalProperties: inner,
        propertyNames: inner,
        dependentSchemas: map,
        dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), {
          maxKeys: 1,
          noNullPrototype: true,
        }),
        prefixItems: list,
        items: inner,
        allOf: list,
        anyOf: list,
        oneOf: list,
        not: inner,
        if: inner,
        then: inner,
        else: inner,
        $ref: fc.constantFrom('#/$defs/leaf', '#/$defs/pair'),
        ...seen,
      },
      { requiredKeys: [], noNullPrototype: true },
    );
    const few = fc.tuple(object, fc.array(fc.nat(50), { minLength: 1, maxLength: 4 })).map(([all, picks]) => {
      const keys = Object.keys(all);
      const kept = new Set(picks.map((pick) => keys[pick % Math.max(1, keys.length)]));
      return Object.fromEntries(Object.entries(all).filter(([key]) => kept.has(key)));
    });
    return { schema: fc.oneof({ maxDepth: 3 }, fc.boolean(), few) };
  }).schema;
}

const $defs = {
  leaf: { type: ['string', 'number'] },
  pair: { properties: { a: { type: 'string' } }, required: ['a'] },
};
const rooted = (schema: unknown): Record<string, unknown> => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $defs,
  allOf: [schema],
});

describe('verdicts on generated schemas and values', () => {
  it('agree with Ajv, before and after the gate is made', async () => {
    const ajv = new Ajv2020({
      strict: false,
      ownProperties: true,
      validateFormats: false,
      multipleOfPrecision: 9,
    });
    await fc.assert(
      fc.asyncProperty(
        schemas(false),
        fc.array(value, { minLength: 1, maxLength: 4 }),
        async (inner, values) => {
          const schema = rooted(inner);
          const validator = validatorFor(schema);
          const validate = ajv.compile(schema);
          const verdicts = values.map((one) => validate(one));
          expect(values.map((one) => validator.faults(one).length === 0)).toEqual(verdicts);
          expect(values.map((one) => validator.conforms(one))).toEqual(verdicts);
          await validator.prepareBulk();
          expect(values.map((one) => validator.conforms(one))).toEqual(verdicts);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it('agree with Hyperjump, unevaluated keywords included', async () => {
    let serial = 0;
    await fc.assert(
      fc.asyncProperty(
        schemas(true),
        fc.array(value, { minLength: 1, maxLength: 3 }),
        async (inner, values) => {
          const schema = rooted(inner);
          const uri = `https://test.example.org/s${serial++}`;
          registerSchema(structuredClone(schema) as never, uri);
          const judge = await validate(uri);
          const verdicts = values.map((one) => judge(one as never).valid);
          unregisterSchema(uri);
          const validator = validatorFor(schema);
          expect(values.map((one) => validator.faults(one).length === 0)).toEqual(verdicts);
          expect(values.map((one) => validator.conforms(one))).toEqual(verdicts);
          await validator.prepareBulk();
          expect(values.map((one) => validator.conforms(one))).toEqual(verdicts);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});
