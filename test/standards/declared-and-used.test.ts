import { describe, expect, it } from 'vitest';
import { assessSubmission, memoryDocument } from '../../src/cli/library.ts';
import { parsePackage } from '../../src/cli/parse-standard.ts';
import type { Divergence } from '../../src/model/divergence.ts';
import type { Standard } from '../../src/model/standard.ts';
import { buildStandard } from '../../src/standards/build-standard.ts';
import type { Files } from './package-in-memory.ts';
import { packageOf, soundPackage } from './package-in-memory.ts';

/** What a package declares has an effect, or is said to have none. */

async function standardOf(files: Files): Promise<Standard> {
  return buildStandard(await parsePackage(packageOf({ ...soundPackage, ...files })));
}

const manifest = soundPackage['standard.yaml'] ?? '';

async function told(standard: Standard, record: object): Promise<readonly Divergence[]> {
  const content = JSON.stringify(record);
  const document = memoryDocument({ path: 'park.json', department: 'd', content });
  return (await assessSubmission([document], standard, { today: '2026-05-01' })).divergences;
}

const park = { code: 'P1', 名称: '林园', kind: 'city' };

describe('a code that is valid for some time only', () => {
  const lists = `code,label,status,replacedBy,validFrom,validTo
city,City park,,forest,,2020-12-31
forest,Forest park,,,2021-01-01,
`;
  const dated = manifest.replace('identity: /code', 'identity: /code\n    date: /opened');
  const timed = { 'codelists/kind.csv': lists, 'standard.yaml': dated };
  const outside = async (record: object, files: Files = timed) =>
    (await told(await standardOf(files), { ...park, ...record })).filter(
      ({ check }) => check === 'code/retired',
    );

  it('is held against the day of the record', async () => {
    expect(await outside({ opened: '2020-12-31' })).toEqual([]);
    expect(await outside({ opened: '2021-01-01' })).toMatchObject([
      {
        pointer: '/kind',
        severity: 'error',
        suggestion: { replace: 'forest' },
        fixable: false,
        message:
          'kind "city" is not valid on 2021-01-01, the day of the record: the code was in use until 2020-12-31; use "forest" (Forest park)',
      },
    ]);
    expect(await outside({ opened: '2020-12-31', kind: 'forest' })).toMatchObject([
      { message: /the code came into use on 2021-01-01$/ },
    ]);
  });

  it('is not judged where the record names no day', async () => {
    expect(await outside({})).toEqual([]);
    expect(await outside({ opened: 'soon' })).toEqual([]);
  });

  it('is said to be unchecked where no kind says which field is the day', async () => {
    const { notChecked } = await standardOf({ 'codelists/kind.csv': lists });
    expect(notChecked).toMatchObject([
      { what: 'validity of the codes of kind', where: 'codelists/kind.csv' },
    ]);
    expect((await standardOf(timed)).notChecked).toEqual([]);
  });
});

describe('the offset of times', () => {
  const schema = (soundPackage['schema/park.schema.json'] ?? '').replace(
    '"format": "date"',
    '"format": "date-time"',
  );
  const wanting = async (offset: string, opened: string) => {
    const files = {
      'schema/park.schema.json': schema,
      'standard.yaml': `${manifest}formats: { date-time: { offset: ${offset} } }\n`,
    };
    const all = await told(await standardOf(files), { ...park, opened });
    return all.map(({ check, severity }) => `${severity} ${check}`);
  };
  const local = '2020-01-01T08:00:00';

  it('is missed as an error, as a warning, or not at all', async () => {
    expect(await wanting('required', local)).toEqual(['error value/format']);
    expect(await wanting('recommended', local)).toEqual(['warning value/format']);
    expect(await wanting('optional', local)).toEqual([]);
  });

  it('that is only recommended leaves other faults as heavy as they are', async () => {
    expect(await wanting('recommended', `${local}Z`)).toEqual([]);
    expect(await wanting('recommended', '2020-13-01T08:00:00')).toEqual(['error value/format']);
  });

  it('that is missing keeps no rule from being judged', async () => {
    expect(await wanting('recommended', '2036-01-01T08:00:00')).toEqual([
      'error rule/opened-in-the-past',
      'warning value/format',
    ]);
  });
});

describe('openCodelist in a schema of a package', () => {
  const schema = (open: boolean) =>
    (soundPackage['schema/park.schema.json'] ?? '').replace(
      '"kind": { "type": "string" }',
      `"kind": { "type": "string", "codelist": "kind", "openCodelist": ${open} }`,
    );
  const silent = manifest.replace('codelists:\n  kind: closed\n', '');
  const severity = async (files: Files) =>
    (await told(await standardOf(files), { ...park, kind: 'zoo' })).map(
      (one) => `${one.check} ${one.severity}`,
    );

  it('decides where the manifest says nothing', async () => {
    expect(await severity({ 'schema/park.schema.json': schema(true), 'standard.yaml': silent })).toEqual([
      'code/unknown warning',
    ]);
    expect(await severity({ 'schema/park.schema.json': schema(false), 'standard.yaml': silent })).toEqual([
      'code/unknown error',
    ]);
  });

  it('gives way to the manifest', async () => {
    expect(await severity({ 'schema/park.schema.json': schema(true) })).toEqual(['code/unknown error']);
  });
});

describe('samples', () => {
  const withSamples = (samples: string, files: Files = {}) =>
    standardOf({ ...files, 'standard.yaml': `${manifest}samples: ${samples}\n` });

  it('are part of the standard', async () => {
    const samples = '{ items: /gates/*, name: /name, length: { at: /width, unit: characters } }';
    expect((await withSamples(samples)).samples).toEqual({
      kind: 'park',
      items: '/gates/*',
      name: '/name',
      length: { at: '/width', unit: 'characters' },
    });
  });

  it('say everything that they can say', async () => {
    const samples = `
  items: /gates/*
  name: /name
  aliases: [/name, /width]
  required: /name
  secret: { at: /width, yes: [JA], no: [nein] }
  schema: /opened
  access: { at: [/kind, /名称], open: [city, x], limited: [forest] }
  claims: { rows: /area, rowsUnit: 10000, period: { from: /opened, to: /opened } }
  unknownColumns: ignore
  ordered: true
  privacy: gbt-45574`;
    expect((await withSamples(samples)).samples).toEqual({
      kind: 'park',
      items: '/gates/*',
      name: '/name',
      aliases: ['/name', '/width'],
      required: {
        at: '/name',
        yes: ['true', 'yes', 'y', '1', '是'],
        no: ['false', 'no', 'n', '0', '否'],
      },
      secret: { at: '/width', yes: ['ja'], no: ['nein'] },
      schema: '/opened',
      access: { at: ['/kind', '/名称'], open: ['city', 'x'], limited: ['forest'], refused: [] },
      claims: { rows: '/area', rowsUnit: 10000, period: { from: '/opened', to: '/opened' } },
      unknownColumns: 'ignore',
      ordered: true,
      privacy: 'gbt-45574',
    });
  });

  it('are said to have types of no meaning where the list of types has no column `type`', async () => {
    const typed = '{ items: /gates/*, name: /name, type: /name }';
    const files = (list: string): Files => ({
      'fields.csv': 'field,codelist\n/gates/*/name,gate\n',
      'codelists/gate.csv': list,
    });
    expect((await withSamples(typed, files('code,label\nin,In\n'))).notChecked).toMatchObject([
      { what: 'types of data items', where: 'codelists/gate.csv' },
    ]);
    const { notChecked, codelists } = await withSamples(typed, files('code,type\nin,date\nout,\n'));
    expect(notChecked).toEqual([]);
    expect(codelists.get('gate')?.codes.map(({ type }) => type)).toEqual(['date', undefined]);
  });

  it('carry the words for nothing', async () => {
    expect((await standardOf({})).nullWords).toEqual(['无', 'N/A']);
  });
});

describe('records deep in a document', () => {
  const at = (pattern: string) => manifest.replace('["/", "/parks/*"]', `["${pattern}"]`);
  const pointers = async (pattern: string, document: object) =>
    (await told(await standardOf({ 'standard.yaml': at(pattern) }), document))
      .filter(({ check }) => check === 'value/pattern')
      .map(({ pointer }) => pointer);

  it('are found below several lists, and the document around them is no record', async () => {
    const document = {
      groups: [{ parks: [park, { ...park, code: 'x' }] }, { parks: [{ ...park, code: 'y' }] }],
    };
    expect(await pointers('/groups/*/parks/*', document)).toEqual([
      '/groups/0/parks/1/code',
      '/groups/1/parks/0/code',
    ]);
  });

  it('may be one object', async () => {
    expect(await pointers('/park', { park: { ...park, code: 'x' } })).toEqual(['/park/code']);
  });
});
