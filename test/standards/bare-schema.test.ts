import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Standard } from '../../src/model/standard.ts';
import { loadBareSchema } from '../../src/standards/load-bare-schema.ts';
import { packageOf } from './package-in-memory.ts';

type Json = unknown;

function load(files: Readonly<Record<string, Json>>, entry = 'a.schema.json'): Promise<Standard> {
  const texts = Object.entries(files).map(([path, value]) => [
    path,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return loadBareSchema(packageOf(Object.fromEntries(texts), entry), entry);
}

const item = {
  type: 'object',
  title: 'Item',
  required: ['id'],
  properties: { id: { type: 'string' }, n: { type: 'number' } },
};
const list = { type: 'array', items: item };
const root = (more: object = {}, array: object = list) => ({
  type: 'object',
  title: 'Catalogue',
  properties: { items: array, by: { type: 'string' } },
  ...more,
});

describe('how documents under a bare schema fall into records', () => {
  it.each<[string, object, object[]]>([
    ['an object', item, [{ kind: 'Item', at: ['', '/*'], envelope: false }]],
    [
      'a list of objects',
      list,
      [
        { kind: 'Item', at: ['/*'], envelope: false },
        { kind: 'a', at: [''], envelope: true },
      ],
    ],
    [
      'an object with one list',
      root(),
      [
        { kind: 'Item', at: ['/items/*'], envelope: false },
        { kind: 'Catalogue', at: [''], envelope: true },
      ],
    ],
    [
      'a list by reference',
      { ...root({}, { type: 'array', items: { $ref: '#/$defs/i' } }), $defs: { i: { type: 'object' } } },
      [
        { kind: 'items', at: ['/items/*'] },
        { kind: 'Catalogue', envelope: true },
      ],
    ],
    [
      'harmless company',
      root({
        required: ['items'],
        additionalProperties: false,
        minProperties: 1,
        description: 'x',
        'x-y': 1,
        dependencies: { by: ['items'] },
      }),
      [{ at: ['/items/*'] }, { envelope: true }],
    ],
    [
      'a property with a slash',
      { type: 'object', properties: { 'a/b~': list } },
      [{ at: ['/a~1b~0/*'] }, { envelope: true }],
    ],
  ])('%s', async (_, schema, kinds) => {
    const standard = await load({ 'a.schema.json': schema });
    expect(standard.kinds).toHaveLength(kinds.length);
    expect(standard.kinds).toMatchObject(kinds);
  });

  it.each<[string, object]>([
    ['minItems', root({}, { ...list, minItems: 1 })],
    ['maxItems', root({}, { ...list, maxItems: 9 })],
    ['uniqueItems', root({}, { ...list, uniqueItems: true })],
    ['contains', root({}, { ...list, contains: { required: ['n'] } })],
    ['prefixItems', root({}, { ...list, prefixItems: [true] })],
    ['unevaluatedItems', root({}, { ...list, unevaluatedItems: false })],
    ['a list of several types', root({}, { ...list, type: ['array', 'null'] })],
    ['a list without type', root({}, { items: item })],
    ['a code list', root({}, { ...list, codelist: 'x.csv' })],
    ['allOf around', root({ allOf: [{}] })],
    ['anyOf around', root({ anyOf: [{}] })],
    ['not around', root({ not: { properties: { items: { maxItems: 0 } } } })],
    ['if around', root({ if: {}, else: {} })],
    ['const around', root({ const: {} })],
    ['enum around', root({ enum: [{}] })],
    ['$ref around', root({ $ref: '#/$defs/x', $defs: { x: {} } })],
    ['a dependent schema', root({ dependentSchemas: { by: {} } })],
    ['a dependency that is a schema', root({ dependencies: { by: { properties: {} } } })],
    ['a pattern that may name the list', root({ patternProperties: { '^i': { minItems: 1 } } })],
    ['unevaluatedProperties', root({ unevaluatedProperties: false })],
    ['another list', { type: 'object', properties: { items: list, tags: { type: 'array' } } }],
    [
      'another list by reference',
      {
        type: 'object',
        properties: { items: list, tags: { $ref: '#/$defs/t' } },
        $defs: { t: { type: 'array' } },
      },
    ],
    ['items of no object', root({}, { type: 'array', items: { type: 'string' } })],
    ['a root of two types', { ...root(), type: ['object', 'null'] }],
    ['a dynamic scope', root({ $dynamicAnchor: 'x', $defs: { x: { $dynamicRef: '#x' } } })],
  ])('not with %s', async (name, schema) => {
    const files = name === 'a code list' ? { 'codelists/x.csv': 'code\n1\n' } : {};
    const standard = await load({ 'a.schema.json': schema, ...files });
    expect(standard.kinds).toHaveLength(1);
    expect(standard.kinds[0]?.at).toContain('');
    expect(standard.kinds[0]?.envelope).toBe(false);
  });

  it('a schema that takes lists is no schema of elements', async () => {
    const standard = await load({ 'a.schema.json': { oneOf: [{ type: 'object' }, { type: 'array' }] } });
    expect(standard.kinds[0]?.at).toEqual(['']);
  });

  it('and the verdict stays that of the whole', async () => {
    const schema = root({ required: ['by'], maxProperties: 3, additionalProperties: { type: 'number' } });
    const split = await load({ 'a.schema.json': schema });
    const whole = await load({ 'a.schema.json': { ...schema, allOf: [true] } });
    expect(split.kinds).toHaveLength(2);
    expect(whole.kinds).toHaveLength(1);
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null));
    const element = fc.oneof(value, fc.record({ id: value, n: value }, { requiredKeys: [] }));
    const document = fc.oneof(
      value,
      fc.array(element, { maxLength: 2 }),
      fc.record(
        { items: fc.oneof(value, fc.array(element, { maxLength: 3 })), by: value, more: value, extra: value },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(document, (one) => {
        expect(splitVerdict(split, one)).toBe(whole.kinds[0]?.validator.conforms(one));
      }),
      { numRuns: 500 },
    );
  });
});

/** Elements one by one, then the document with its list emptied, as readers hand it out. */
function splitVerdict({ kinds: [element, envelope] }: Standard, document: unknown): boolean {
  const members =
    typeof document === 'object' && document !== null && !Array.isArray(document)
      ? (document as Record<string, unknown>)
      : {};
  const items = Array.isArray(members['items']) ? (members['items'] as unknown[]) : undefined;
  const around = items === undefined ? document : { ...members, items: [] };
  return (
    (items ?? []).every((one) => element?.validator.conforms(one)) &&
    envelope?.validator.conforms(around) === true
  );
}

describe('the files that a bare schema needs', () => {
  const needsB = (ref: string, more: object = {}) => ({
    type: 'object',
    properties: { b: { $ref: ref } },
    ...more,
  });
  const b = { type: 'string', maxLength: 2 };

  it.each<[string, Readonly<Record<string, Json>>, string?]>([
    ['beside it', { 'a.schema.json': needsB('b.json'), 'b.json': b }],
    ['below it', { 'a.schema.json': needsB('parts/b.json'), 'parts/b.json': b }],
    [
      'with a fragment',
      { 'a.schema.json': needsB('b.json#/definitions/x'), 'b.json': { definitions: { x: b } } },
    ],
    [
      'in turn',
      {
        'a.schema.json': needsB('c.json'),
        'c.json': { $ref: 'd/b.json' },
        'd/b.json': { $ref: '../e.json' },
        'e.json': b,
      },
    ],
    [
      'beside it although its $id is elsewhere',
      { 'a.schema.json': needsB('b.json', { $id: 'https://example.org/schemas/a.json' }), 'b.json': b },
    ],
    [
      'draft-04 id',
      {
        'a.schema.json': needsB('b.json', {
          id: 'https://example.org/a.json#',
          $schema: 'http://json-schema.org/draft-04/schema#',
        }),
        'b.json': b,
      },
    ],
    [
      'by $id',
      {
        'a.schema.json': needsB('https://example.org/b'),
        'other/name.json': { ...b, $id: 'https://example.org/b' },
      },
    ],
    [
      'by a rooted path against $id',
      {
        'a.schema.json': needsB('/x/b', { $id: 'https://example.org/x/a' }),
        'B.json': { ...b, $id: 'https://example.org/x/b' },
      },
    ],
    ['by urn', { 'a.schema.json': needsB('urn:b'), 'b.json': { ...b, $id: 'urn:b' } }],
    ['with a Chinese name', { 'a.schema.json': needsB('文件.json'), '文件.json': b }],
    ['in a folder', { 'x/a.schema.json': needsB('../b.json'), 'b.json': b }, 'x/a.schema.json'],
  ])('%s', async (_, files, entry) => {
    const standard = await load({ 'broken.json': '{', ...files }, entry);
    const [kind] = standard.kinds;
    expect(kind?.validator.conforms({ b: 'ok' })).toBe(true);
    expect(kind?.validator.conforms({ b: 'too long' })).toBe(false);
    expect(kind?.fields.has('/b')).toBe(true);
  });

  it.each([
    ['b.json', 1, 44],
    ['https://example.org/b.json', 1, 44],
    ['../../etc/passwd', 1, 44],
    ['#/definitions/none', 1, 44],
  ])('refuses %s, which is nowhere', async (ref, line, column) => {
    await expect(load({ 'a.schema.json': needsB(ref) })).rejects.toMatchObject({
      code: 'standard',
      place: { path: 'a.schema.json', line, column },
    });
  });

  it('has a digest of what it is made of and nothing else', async () => {
    const files = { 'a.schema.json': needsB('b.json'), 'b.json': b };
    const [one, same, other] = await Promise.all([
      load(files),
      load({ ...files, 'c.json': '1' }),
      load({ ...files, 'b.json': { ...b, maxLength: 3 } }),
    ]);
    expect(one.digest).toBe(same.digest);
    expect(one.digest).not.toBe(other.digest);
  });
});

describe('a bare schema', () => {
  it('is named after its file', async () => {
    const standard = await load(
      { 'sub/dataset.schema.json': { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' } },
      'sub/dataset.schema.json',
    );
    expect(standard).toMatchObject({
      id: 'dataset',
      version: '',
      bare: true,
      draft: '07',
      title: { en: 'dataset' },
    });
    expect(standard.kinds[0]?.kind).toBe('dataset');
  });

  it('brings the code lists beside it', async () => {
    const properties = {
      a: { codelist: 'method.csv', openCodelist: true, type: 'string' },
      b: { codelist: 'kind.csv', openCodelist: false },
    };
    const standard = await load({
      'a.schema.json': { type: 'object', properties },
      'codelists/method.csv': 'Code,Title,Description,Extension\nopen,Open,All may bid,\nlimited,Limited,,\n',
      'codelists/kind.csv': 'code,title\nx,X\n',
      'codelists/unused.csv': 'nothing\n',
    });
    expect([...standard.codelists.keys()]).toEqual(['kind', 'method']);
    expect(standard.codelists.get('method')).toMatchObject({
      open: true,
      codes: [
        { code: 'open', labels: { en: 'Open' }, definition: 'All may bid', status: 'active' },
        { code: 'limited' },
      ],
    });
    expect(standard.codelists.get('kind')?.open).toBe(false);
    const faults = standard.kinds[0]?.validator.faults({ a: 'direct', b: 'x' }) ?? [];
    expect(faults).toMatchObject([{ keyword: 'codelist', pointer: '/a', name: 'method' }]);
  });

  it.each<[string, Json, object]>([
    ['no JSON', '{"type": }', { line: 1, column: 10 }],
    ['no schema', [], { line: 1, column: 1 }],
    ['a wrong keyword', '{\n  "minLength": "x"\n}', { line: 2, column: 16 }],
    ['a missing code list', '{\n  "codelist": "none.csv"\n}', { line: 2 }],
    ['an unknown dialect', '{\n  "$schema": "https://example.org/dialect"\n}', { line: 2 }],
  ])('is refused when it is %s', async (_, text, place) => {
    await expect(load({ 'a.schema.json': text })).rejects.toMatchObject({
      code: 'standard',
      place: expect.objectContaining({ path: 'a.schema.json', ...place }) as object,
    });
  });

  it('is refused when it is not there', async () => {
    await expect(load({}, 'none.json')).rejects.toMatchObject({
      code: 'standard',
      place: { path: 'none.json' },
    });
  });

  it('unfolds schemas that refer to each other in circles only so far', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `k${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${name}` }]));
    const $defs = Object.fromEntries(names.map((name) => [name, { type: 'object', properties }]));
    const start = performance.now();
    const standard = await load({ 'a.schema.json': { type: 'object', properties, $defs } });
    expect(standard.kinds[0]?.fields.size).toBeLessThanOrEqual(2000);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('a bare schema in YAML', () => {
  const entry = 'park.schema.yaml';
  const files = {
    [entry]:
      'type: object\nproperties:\n  name: { $ref: parts/name.yaml }\n  gate: { $ref: "urn:parks:gate" }\n',
    'parts/name.yaml': 'type: string\nmaxLength: 5\n',
    'parts/gate.yml': '$id: urn:parks:gate\ntype: integer\n',
  };

  it('finds others by path and by identifier', async () => {
    const standard = await load(files, entry);
    expect(standard.id).toBe('park');
    const faults = standard.kinds[0]?.validator.faults({ name: 'Westwood', gate: 'north' });
    expect(faults?.map(({ pointer, schemaPointer }) => `${pointer} ${schemaPointer}`)).toEqual([
      '/name parts/name.yaml#/maxLength',
      '/gate parts/gate.yml#/type',
    ]);
  });

  it('is told with its place when it is broken', async () => {
    const broken = { ...files, 'parts/name.yaml': 'type: string\nmaxLength: five\n' };
    await expect(load(broken, entry)).rejects.toMatchObject({
      place: { path: 'parts/name.yaml', line: 2, column: 12 },
    });
  });
});

describe('a file that is no schema', () => {
  it.each([{ dataset: [], publisher: 'x' }, { a: 1 }])('%j is refused', async (value) => {
    await expect(load({ 'a.schema.json': value })).rejects.toMatchObject({
      message: expect.stringContaining('is no JSON Schema') as string,
      place: { path: 'a.schema.json', line: 1 },
    });
  });

  it.each([true, {}, { title: 'Anything' }, { $defs: {} }, { 'x-owner': 'y' }])(
    '%j is one',
    async (value) => {
      await expect(load({ 'a.schema.json': value })).resolves.toBeDefined();
    },
  );

  it('of an old draft is told which drafts are known', async () => {
    const old = { $schema: 'http://json-schema.org/draft-03/schema#', type: 'object' };
    await expect(load({ 'a.schema.json': old })).rejects.toThrow(
      /Known are the drafts 04, 06, 07, 2019-09, 2020-12/,
    );
  });
});
