import { describe, expect, it } from 'vitest';
import type { Standard } from '../../src/model/standard.ts';
import { buildStandard } from '../../src/standards/build-standard.ts';
import { parsePackage } from '../../src/standards/parse-package.ts';
import type { Files } from './package-in-memory.ts';
import { packageOf, soundPackage } from './package-in-memory.ts';

async function standardOf(files: Files = {}): Promise<Standard> {
  return buildStandard(await parsePackage(packageOf({ ...soundPackage, ...files })));
}

function kindOf(standard: Standard, name = 'park') {
  const kind = standard.kinds.find((one) => one.kind === name);
  if (kind === undefined) throw new Error(`no kind ${name}`);
  return kind;
}

const faultsOf = (standard: Standard, value: unknown, kind?: string) =>
  kindOf(standard, kind)
    .validator.faults(value)
    .map(({ keyword, pointer, name, schemaPointer }) =>
      [keyword, pointer, name ?? '', schemaPointer.split('#')[0]].join(' '),
    )
    .sort();

const good = { code: 'P1', 名称: '林园', kind: 'city' };

describe('a standard from a package', () => {
  it('has what the manifest says', async () => {
    const standard = await standardOf();
    expect(standard).toMatchObject({
      id: 'parks',
      version: '1.0',
      draft: '2020-12',
      bare: false,
      title: { en: 'Parks', 'zh-CN': '公园目录' },
    });
    expect(standard.severity.get('reference/broken')).toBe('warning');
    expect(standard.messages.en?.['field/missing:/code']).toBe('every park has a code');
    expect(kindOf(standard)).toMatchObject({
      at: ['', '/parks/*'],
      identity: '/code',
      title: '/名称',
      reportUnknown: true,
      envelope: false,
    });
    expect(kindOf(standard).references).toEqual([{ from: '/near/*', to: 'park' }]);
  });

  it('has its code lists in their own order', async () => {
    const list = (await standardOf()).codelists.get('kind');
    expect(list).toMatchObject({ open: false, path: 'codelists/kind.csv' });
    expect(list?.codes.map(({ code, status }) => `${code} ${status}`)).toEqual([
      'city active',
      'forest active',
      'garden deprecated',
    ]);
    expect(list?.byCode.get('city')).toMatchObject({
      labels: { en: 'City park', 'zh-CN': '城市公园' },
      aliases: ['urban', 'city park'],
    });
    expect(list?.byCode.get('garden')).toMatchObject({ replacedBy: 'city', validTo: '2020-12-31' });
  });

  it('joins schema and fields.csv', async () => {
    const { fields } = kindOf(await standardOf());
    expect([...fields.keys()]).toEqual([
      '/code',
      '/名称',
      '/kind',
      '/gates/*/name',
      '/area',
      '/opened',
      '/near',
      '/gates',
      '/near/*',
      '/gates/*',
      '/gates/*/width',
    ]);
    expect(fields.get('/code')).toEqual({
      kind: 'park',
      pointer: '/code',
      name: 'code',
      titles: { en: 'Code', 'zh-CN': '代码' },
      obligation: 'mandatory',
      aliases: ['id', '编号'],
      headings: ['代码'],
      distinctFrom: [],
      weight: 3,
      clause: '§1',
    });
    expect(fields.get('/kind')).toMatchObject({ obligation: 'recommended', codelist: 'kind' });
    expect(fields.get('/area')).toMatchObject({ obligation: 'optional', weight: 1, titles: {} });
    expect(fields.get('/gates/*/name')).toMatchObject({ name: 'name', obligation: 'mandatory' });
  });

  it.each([
    [good, []],
    [{ 名称: '林园', kind: 'city' }, ['required  code schema/park.schema.json']],
    [{ code: 'P1', kind: 'city' }, ['required  名称 fields.csv']],
    [{ code: 'P1', 名称: '林园' }, ['recommended  kind fields.csv']],
    [{ ...good, 名称: ' ' }, ['filled /名称  fields.csv']],
    [{ ...good, 名称: '无' }, ['filled /名称  fields.csv']],
    [{ ...good, kind: 'Forest park' }, ['codelist /kind kind fields.csv']],
    [{ ...good, kind: 'garden' }, ['codelist /kind kind fields.csv']],
    [{ ...good, size: 3 }, ['knownFields /size size fields.csv']],
    [{ ...good, gates: [{ name: 'north', hight: 2 }] }, ['knownFields /gates/0/hight hight fields.csv']],
    [{ ...good, gates: [{ name: 'N/A' }] }, ['filled /gates/0/name  fields.csv']],
  ])('judges %j', async (value, faults) => {
    const standard = await standardOf();
    expect(faultsOf(standard, value)).toEqual(faults);
    expect(kindOf(standard).validator.conforms(value)).toBe(faults.length === 0);
  });

  it('does not report unknown properties where it is told not to, or where anything may stand', async () => {
    const manifest = (soundPackage['standard.yaml'] ?? '').replace('unknown: report', 'unknown: ignore');
    expect(faultsOf(await standardOf({ 'standard.yaml': manifest }), { ...good, size: 3 })).toEqual([]);
    const text = soundPackage['schema/park.schema.json'] ?? '';
    const free = text.replace(
      '"required": ["code"],',
      '"required": ["code"], "patternProperties": { "^x-": {} },',
    );
    expect(faultsOf(await standardOf({ 'schema/park.schema.json': free }), { ...good, size: 3 })).toEqual([]);
  });

  it('keeps a field named __proto__ apart from prototypes', async () => {
    const text = soundPackage['schema/park.schema.json'] ?? '';
    const schema = text
      .replace('"area": { "type": "number" }', '"__proto__": { "type": "number", "title": "odd" }')
      .replace('"required": ["code"]', '"required": ["code", "__proto__"]');
    const standard = await standardOf({
      'schema/park.schema.json': schema,
      'rules.yaml': null,
      'fields.csv': 'field,obligation\n/__proto__,mandatory\n',
    });
    expect(kindOf(standard).fields.get('/__proto__')).toMatchObject({
      titles: { en: 'odd' },
      obligation: 'mandatory',
    });
    expect(faultsOf(standard, { code: 'P1' })).toEqual(['required  __proto__ schema/park.schema.json']);
    expect(faultsOf(standard, JSON.parse('{"code":"P1","__proto__":1}'))).toEqual([]);
  });

  it('follows references, branches and recursion', async () => {
    const schema = JSON.stringify({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      allOf: [{ $ref: 'place.json' }],
      type: 'object',
      required: ['contact'],
      properties: {
        contact: { oneOf: [{ type: 'string' }, { $ref: '#/$defs/person', title: 'Contact' }] },
        steward: { title: 'Steward', requirementLevel: 'Recommended' },
      },
      $defs: {
        person: {
          title: 'Person',
          type: 'object',
          required: ['fn'],
          properties: { fn: { type: 'string' }, boss: { $ref: '#/$defs/person' } },
        },
      },
    });
    const standard = await standardOf({
      'standard.yaml':
        'id: x\nversion: "1"\ntitle: X\nrecords:\n  - kind: park\n    schema: schema/a.json\n    unknown: report\n',
      'schema/a.json': schema,
      'schema/place.json':
        '{"properties":{"where":{"type":"string"},"parts":{"items":{"$ref":"place.json"}}}}',
      'fields.csv': null,
      'messages/en.yaml': null,
      'rules.yaml': null,
    });
    const { fields } = kindOf(standard);
    expect([...fields.keys()].slice(0, 9)).toEqual([
      '/contact',
      '/steward',
      '/where',
      '/parts',
      '/contact/fn',
      '/contact/boss',
      '/parts/*',
      '/contact/boss/fn',
      '/contact/boss/boss',
    ]);
    expect(fields.size).toBeLessThan(30);
    expect(fields.get('/contact')).toMatchObject({ obligation: 'mandatory', titles: { en: 'Contact' } });
    expect(fields.get('/contact/fn')).toMatchObject({ obligation: 'optional' });
    expect(fields.get('/steward')).toMatchObject({ obligation: 'recommended' });
    expect(faultsOf(standard, { contact: { fn: 'Li', phone: 1 }, steward: 1, parts: [{ were: 1 }] })).toEqual(
      ['knownFields /contact/phone phone fields.csv', 'knownFields /parts/0/were were fields.csv'],
    );
    expect(faultsOf(standard, { contact: 'Li' })).toEqual(['recommended  steward schema/a.json']);
  });

  it('leaves the arrays of an envelope alone', async () => {
    const manifest = `${(soundPackage['standard.yaml'] ?? '').replace('codelists:', '  - kind: catalogue\n    schema: schema/catalogue.json\n    at: ["/"]\n    envelope: true\ncodelists:')}`;
    const standard = await standardOf({
      'standard.yaml': manifest,
      'schema/catalogue.json':
        '{"type":"object","properties":{"parks":{"type":"array"},"by":{"type":"string"}}}',
      'fields.csv': `kind,${soundPackage['fields.csv']?.replaceAll('\n/', '\npark,/')}catalogue,/parks,,,mandatory,,,,,,\ncatalogue,/by,,,mandatory,,,,,,\n`,
    });
    expect(faultsOf(standard, { parks: [], by: '' }, 'catalogue')).toEqual(['filled /by  fields.csv']);
    expect(faultsOf(standard, {}, 'catalogue')).toEqual([
      'required  by fields.csv',
      'required  parks fields.csv',
    ]);
  });

  it('has another digest for every other byte, and the same for the same', async () => {
    const digests = await Promise.all(
      [{}, {}, { 'CHANGELOG.md': '' }, { 'CHANGELOG.md': ' ' }].map(
        async (files) => (await standardOf(files)).digest,
      ),
    );
    expect(digests[0]).toBe(digests[1]);
    expect(new Set(digests).size).toBe(3);
  });

  it('refuses data of another version', async () => {
    const data = await parsePackage(packageOf(soundPackage));
    const old = { ...data, format: 'concordat-package/0' } as unknown as typeof data;
    await expect(buildStandard(old)).rejects.toMatchObject({ code: 'standard' });
  });
});
