import { describe, expect, it } from 'vitest';
import { SchemaError } from '../../src/schema/schema-error.ts';
import { resolveUri } from '../../src/schema/uri.ts';
import { validatorFor } from './validator-for.ts';

function troubleOf(schema: unknown, draft?: string): string {
  try {
    validatorFor(schema, draft === undefined ? {} : { draft });
    return 'none';
  } catch (trouble) {
    expect(trouble).toBeInstanceOf(SchemaError);
    return (trouble as SchemaError).schemaPointer.replace('dataset.schema.json', '');
  }
}

const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce((inner) => ({ properties: { a: inner } }), true as unknown);

describe('a schema that cannot be used is refused at once, with the place', () => {
  it.each([
    [{ properties: { a: { type: 'strin' } } }, '#/properties/a/type'],
    [{ properties: [] }, '#/properties'],
    [{ properties: { 'a/b': { required: true } } }, '#/properties/a~1b/required'],
    [{ items: [{}] }, '#/items'],
    [{ minLength: -1 }, '#/minLength'],
    [{ multipleOf: 0 }, '#/multipleOf'],
    [{ allOf: [] }, '#/allOf'],
    [{ pattern: '(' }, '#/pattern'],
    [{ pattern: '((a{1000}){1000}){1000}' }, '#/pattern'],
    [{ patternProperties: { '[': true } }, '#/patternProperties/['],
    [{ $schema: 'https://example.org/unknown' }, '#/$schema'],
    [{ properties: { a: { $ref: '#/$defs/nothing' } } }, '#/properties/a/$ref'],
    [{ items: { $ref: 'other.json' } }, '#/items/$ref'],
    [{ $ref: '#nowhere' }, '#/$ref'],
    [{ $ref: '#' }, '#/$ref'],
    [{ $ref: '#/$defs/a', $defs: { a: { allOf: [{ $ref: '#/$defs/a' }] } } }, '#/$defs/a'],
    [{ $defs: { a: { $id: 'http://e.org/x' }, b: { $id: 'http://e.org/x', type: 'string' } } }, '#/$defs/b'],
  ])('%j', (schema, place) => {
    expect(troubleOf(schema)).toBe(place);
  });

  it('also where draft-04 wants something else', () => {
    expect(troubleOf({ exclusiveMinimum: 3 }, '04')).toBe('#/exclusiveMinimum');
    expect(troubleOf({ exclusiveMinimum: true }, '06')).toBe('#/exclusiveMinimum');
  });

  it('but not for what nobody can reach', () => {
    expect(troubleOf({ $defs: { unused: { type: 'strin' } } })).toBe('none');
    expect(troubleOf({ $ref: '#/$defs/a', $defs: { a: { properties: { next: { $ref: '#' } } } } })).toBe(
      'none',
    );
  });

  it('may nest 200 levels deep', () => {
    expect(troubleOf(nested(200))).toBe('none');
    expect(troubleOf(nested(201))).toMatch(/^#\/properties\/a/);
  });
});

describe('resolveUri', () => {
  it.each([
    ['http://a/b/c/d;p?q', '../g', 'http://a/b/g'],
    ['http://a/b/c/d;p?q', '../../../g', 'http://a/g'],
    ['http://a/b/c/d;p?q', './', 'http://a/b/c/'],
    ['http://a/b/c/d;p?q', '?y', 'http://a/b/c/d;p?y'],
    ['http://a/b/c/d;p?q', '//g/x', 'http://g/x'],
    ['http://a', 'x', 'http://a/x'],
    ['package:/schema/a.json', '../types/b.json#/x', 'package:/types/b.json#/x'],
    ['urn:statement', '#/$defs/a', 'urn:statement#/$defs/a'],
    ['urn:statement', 'urn:other#a', 'urn:other#a'],
  ])('%s + %s', (base, reference, expected) => {
    expect(resolveUri(base, reference)).toBe(expected);
  });
});
