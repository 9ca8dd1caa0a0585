import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parsePackage } from '../../src/cli/parse-standard.ts';
import { parsePackageYaml } from '../../src/documents/package-yaml.ts';
import { Failure } from '../../src/model/failure.ts';
import type { Standard } from '../../src/model/standard.ts';
import { loadBareSchema } from '../../src/standards/load-bare-schema.ts';
import { packageOf, soundPackage } from './package-in-memory.ts';

/** schemas/tool/manifest.schema.json says what the parser of manifests says. */

const path = 'manifest.schema.json';
const text = readFileSync(`schemas/tool/${path}`, 'utf8');
let standard: Standard;

beforeAll(async () => {
  standard = await loadBareSchema(packageOf({ [path]: text }), path);
});

async function accepts(manifest: string): Promise<boolean> {
  return standard.kinds[0]?.validator.conforms((await parsePackageYaml(manifest)).value) === true;
}

const sound = soundPackage['standard.yaml'] ?? '';

describe('the JSON Schema of manifests', () => {
  it.each([
    'schemas/standards/cn-gov-catalogue/2017/standard.yaml',
    'schemas/standards/dcat-us/1.1/standard.yaml',
    'fixtures/standards/town-catalogue/1/standard.yaml',
  ])('accepts %s', async (file) => {
    expect(await accepts(readFileSync(file, 'utf8'))).toBe(true);
  });

  it.each<[string, string]>([
    ['', 'id: Parks\n'],
    ['version: "1.0"', 'version: 1.0'],
    ['identity: /code', 'identity: /gates/*/name'],
    ['unknown: report', 'unknown: warn'],
    ['kind: closed', 'kind: ajar'],
    ['reference/broken: warning', 'reference/broken: warn'],
    ['nullWords:', 'nulWords:'],
    ['nullWords:', 'samples: { items: /gates, name: /name }\nnullWords:'],
    ['nullWords:', 'samples: { items: /gates/*, name: /name, itemFormats: [{ names: [web] }] }\nnullWords:'],
    ['nullWords:', 'samples: { path: /opened }\nnullWords:'],
    ['nullWords:', 'samples: { schema: /opened, type: /kind }\nnullWords:'],
    ['nullWords:', 'samples: { schema: /opened, claims: { rowsUnit: 10 } }\nnullWords:'],
    ['nullWords:', 'samples: { schema: /opened, access: { at: /kind } }\nnullWords:'],
    ['nullWords:', 'samples: { items: /gates/*, name: /name, secret: { yes: [x] } }\nnullWords:'],
    ['nullWords:', 'formats: { date-time: { offset: never } }\nnullWords:'],
    ['nullWords:', 'sheets: { kind: park, listSeparator: [""] }\nnullWords:'],
  ])('refuses what the parser refuses: %j as %j', async (from, to) => {
    const manifest = from === '' ? to : sound.replace(from, to);
    expect(await accepts(manifest)).toBe(false);
    await expect(
      parsePackage(packageOf({ ...soundPackage, 'standard.yaml': manifest })),
    ).rejects.toBeInstanceOf(Failure);
  });

  const schema = JSON.parse(text) as {
    $defs: { record: { properties: object } };
    properties: { samples: { properties: object } };
  };

  it.each<[string, string, string, object]>([
    ['the manifest', 'id: parks\n', 'id: parks\nzzzzzzzz: 1\n', schema.properties],
    ['samples', 'nullWords:', 'samples: { zzzzzzzz: 1 }\nnullWords:', schema.properties.samples.properties],
    ['a record', '  - kind: park\n', '  - kind: park\n    zzzzzzzz: 1\n', schema.$defs.record.properties],
  ])('knows every key of %s', async (...[, from, to, properties]) => {
    const manifest = sound.replace(from, to);
    const failure: unknown = await parsePackage(
      packageOf({ ...soundPackage, 'standard.yaml': manifest }),
    ).catch((error: unknown) => error);
    const hint = failure instanceof Failure ? (failure.hint ?? '') : '';
    expect(/^Known here: (.*)\.$/.exec(hint)?.[1]?.split(', ').sort()).toEqual(
      Object.keys(properties).sort(),
    );
  });
});
