import { describe, expect, it } from 'vitest';
import { buildStandard } from '../../src/standards/build-standard.ts';
import { mergePatch } from '../../src/standards/merge-patch.ts';
import { parsePackage } from '../../src/standards/parse-package.ts';
import type { Files } from './package-in-memory.ts';
import { packageOf, soundPackage } from './package-in-memory.ts';

const profile: Files = {
  'standard.yaml':
    'id: city-parks\nversion: "2"\nextends: { id: parks, version: "1.0" }\ntitle: City parks\ncodelists: { kind: open }\nseverity: { code/unknown: info }\n',
  'schema/park.schema.patch.json':
    '{"required": ["code", "area"], "properties": {"opened": null, "city": {"type": "string"}}}',
  'codelists/+kind.csv': 'code,label\nplaza,Plaza\n',
  'codelists/-kind.csv': 'code\nforest\n',
  'fields.csv': 'field,title,obligation,clause\n/code,Number,,P1\n/city,City,mandatory,P2\n',
  'rules.yaml':
    '- id: small\n  at: /area\n  when: this["area"] != null\n  assert: this["area"] < 100\n  message: too large\n',
};
const base = {
  ...soundPackage,
  'rules.yaml': (soundPackage['rules.yaml'] ?? '').split('- id: opened')[0] ?? '',
};

function parse(files: Files = {}) {
  return parsePackage(packageOf({ ...profile, ...files }), { resolveBase: () => packageOf(base, 'parks') });
}

describe('a profile', () => {
  it('changes its base and keeps the rest', async () => {
    const standard = await buildStandard(await parse());
    expect(standard).toMatchObject({
      id: 'city-parks',
      version: '2',
      title: { en: 'City parks' },
      draft: '2020-12',
    });
    expect(standard.codelists.get('kind')?.codes.map(({ code }) => code)).toEqual([
      'city',
      'garden',
      'plaza',
    ]);
    expect(standard.codelists.get('kind')?.open).toBe(true);
    expect([...standard.severity]).toEqual([
      ['reference/broken', 'warning'],
      ['code/unknown', 'info'],
    ]);
    const [kind] = standard.kinds;
    expect(kind?.rules.map(({ id }) => id)).toEqual(['large-parks-have-gates', 'small']);
    expect(kind?.fields.get('/code')).toMatchObject({
      titles: { en: 'Number', 'zh-CN': '代码' },
      obligation: 'mandatory',
      clause: 'P1',
      aliases: ['id', '编号'],
    });
    expect(kind?.fields.has('/opened')).toBe(false);
    const faults = kind?.validator.faults({}) ?? [];
    expect(faults.map(({ keyword, name }) => `${keyword} ${name}`).sort()).toEqual([
      'recommended kind',
      'required area',
      'required city',
      'required code',
      'required 名称',
    ]);
  });

  it('keeps how its base declares data, or declares it anew', async () => {
    const samples = 'samples: { items: /gates/*, name: /name, access: { at: /kind, open: [city] } }\n';
    const sampled = { ...base, 'standard.yaml': `${soundPackage['standard.yaml'] ?? ''}${samples}` };
    const samplesOf = async (own: string) => {
      const files = { ...profile, 'standard.yaml': `${profile['standard.yaml'] as string}${own}` };
      const data = await parsePackage(packageOf(files), { resolveBase: () => packageOf(sampled, 'parks') });
      return (await buildStandard(data)).samples;
    };
    expect(await samplesOf('')).toMatchObject({
      kind: 'park',
      items: '/gates/*',
      access: { open: ['city'] },
    });
    expect(await samplesOf('samples: { schema: /city, ordered: true }\n')).toEqual({
      kind: 'park',
      schema: '/city',
      ordered: true,
    });
    await expect(samplesOf('samples: { schema: /opened }\n')).rejects.toMatchObject({
      place: { path: 'standard.yaml', line: 7 },
    });
  });

  it('can be made from a base that is parsed already', async () => {
    const parsed = await parsePackage(packageOf(base, 'parks'));
    const data = await parsePackage(packageOf(profile), { resolveBase: () => Promise.resolve(parsed) });
    expect(data).toEqual(await parse());
  });

  it('has a digest that the base is part of', async () => {
    const other = await parsePackage(packageOf(profile), {
      resolveBase: () => packageOf({ ...base, 'CHANGELOG.md': 'x' }),
    });
    expect(other.digest).not.toBe((await parse()).digest);
  });

  it.each<[string, Files, object]>([
    [
      'adds a code that is there',
      { 'codelists/+kind.csv': 'code\nnew\ncity\n' },
      { path: 'codelists/+kind.csv', line: 3 },
    ],
    [
      'takes out a code that is not there',
      { 'codelists/-kind.csv': 'code\nforrest\n' },
      { path: 'codelists/-kind.csv', line: 2 },
    ],
    [
      'adds to a list that is not there',
      { 'codelists/+kinds.csv': 'code\nx\n' },
      { path: 'codelists/+kinds.csv' },
    ],
    [
      'patches a schema that is not there',
      { 'schema/parks.patch.json': '{}' },
      { path: 'schema/parks.patch.json' },
    ],
    ['repeats a rule', { 'rules.yaml': base['rules.yaml'] }, { path: 'rules.yaml', line: 1 }],
    [
      'takes away a field that a rule of its own reads',
      { 'schema/park.schema.patch.json': '{"properties": {"area": null, "city": {}}}' },
      { path: 'rules.yaml' },
    ],
  ])('is refused when it %s', async (_, files, place) => {
    await expect(parse(files)).rejects.toMatchObject({
      code: 'standard',
      place: expect.objectContaining(place) as object,
    });
  });

  it('that extends itself through another is refused', async () => {
    const circle = (id: string, other: string) =>
      packageOf({
        ...profile,
        'standard.yaml': `id: ${id}\nversion: "1"\nextends: { id: ${other}, version: "1" }\n`,
      });
    const resolveBase = (id: string) => circle(id, id === 'a' ? 'b' : 'a');
    await expect(parsePackage(circle('a', 'b'), { resolveBase })).rejects.toThrow(
      /extends itself: a@1 → b@1 → a@1/,
    );
  });
});

describe('a profile named by a path', () => {
  it('that extends itself is refused', async () => {
    const text = 'id: a\nversion: "1"\nextends: ../a\n';
    const self = packageOf({ ...profile, 'standard.yaml': text });
    await expect(parsePackage(self, { resolveBase: () => self })).rejects.toMatchObject({
      message: expect.stringContaining('extends itself') as string,
      place: { path: '../a/standard.yaml', line: 3, column: 10 },
    });
  });
});

describe('patches.yaml', () => {
  const patched = async (op: string, pointer: string, value: string) => {
    const text = `- { file: schema/park.schema.json, pointer: ${pointer}, op: ${op}, value: ${value}, reason: the file cannot be edited }\n`;
    const data = await parsePackage(packageOf({ ...soundPackage, 'patches.yaml': text }));
    return { schema: data.schemas[0]?.value, patches: data.patches };
  };

  it('replaces, adds and removes', async () => {
    expect(await patched('replace', '/properties/area', '{type: integer}')).toMatchObject({
      schema: { properties: { area: { type: 'integer' } } },
    });
    expect(await patched('add', '/required/-', '名称')).toMatchObject({
      schema: { required: ['code', '名称'] },
    });
    expect(await patched('add', '/required/0', '名称')).toMatchObject({
      schema: { required: ['名称', 'code'] },
    });
    const { schema, patches } = await patched('remove', '/properties/code/pattern', 'null');
    expect(schema).toMatchObject({ properties: { code: { type: 'string' } } });
    expect(JSON.stringify(schema)).not.toContain('pattern');
    expect(patches).toEqual([
      {
        file: 'schema/park.schema.json',
        pointer: '/properties/code/pattern',
        op: 'remove',
        reason: 'the file cannot be edited',
      },
    ]);
  });

  it('touches no prototype', async () => {
    await patched('add', '/__proto__', '{polluted: true}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('merge patches (RFC 7396, appendix A)', () => {
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j', (target, patch, result) => {
    expect(mergePatch(target, patch)).toEqual(result);
  });

  it('keeps __proto__ an own key', () => {
    const merged = mergePatch({}, JSON.parse('{"__proto__": {"x": 1}}'));
    expect(Object.keys(merged as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
