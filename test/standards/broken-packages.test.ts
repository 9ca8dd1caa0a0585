import { describe, expect, it } from 'vitest';
import { parsePackage } from '../../src/cli/parse-standard.ts';
import { Failure } from '../../src/model/failure.ts';
import type { Files } from './package-in-memory.ts';
import { packageOf, soundPackage } from './package-in-memory.ts';

/** The sound package with one text of one file replaced. */
function edit(path: string, from: string, to: string): Files {
  const text = soundPackage[path] ?? '';
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  return { [path]: text.replace(from, to) };
}

interface Case {
  readonly name: string;
  readonly files: Files;
  /** `path:line` or `path:line:column`. */
  readonly place: string;
  readonly message: RegExp;
  readonly hint?: RegExp;
}

const manifest = 'standard.yaml';
const schema = 'schema/park.schema.json';
const deep = '['.repeat(2000);

const cases: readonly Case[] = [
  { name: 'no manifest', files: { [manifest]: null }, place: manifest, message: /has no standard\.yaml/ },
  {
    name: 'an empty manifest',
    files: { [manifest]: '# nothing\n' },
    place: `${manifest}:1`,
    message: /empty/,
  },
  {
    name: 'a list as manifest',
    files: { [manifest]: '- a\n' },
    place: `${manifest}:1`,
    message: /must be a mapping/,
  },
  {
    name: 'broken YAML',
    files: edit(manifest, 'draft: "2020-12"', 'draft: "2020-12'),
    place: `${manifest}:`,
    message: /not YAML/,
  },
  {
    name: 'a tab in YAML',
    files: edit(manifest, '  kind: closed', '\tkind: closed'),
    place: `${manifest}:16`,
    message: /tabs|YAML/,
  },
  {
    name: 'a repeated key',
    files: edit(manifest, 'draft: "2020-12"', 'id: other'),
    place: `${manifest}:4:1`,
    message: /`id` stands twice/,
  },
  {
    name: 'two YAML documents',
    files: edit(manifest, 'draft:', '---\ndraft:'),
    place: `${manifest}:`,
    message: /several documents/,
  },
  {
    name: 'an alias bomb',
    files: { 'rules.yaml': bomb() },
    place: 'rules.yaml:',
    message: /too many values/,
  },
  { name: 'deep YAML', files: { 'rules.yaml': deep }, place: 'rules.yaml:1', message: /too deep/ },
  {
    name: 'an unknown manifest key',
    files: edit(manifest, 'nullWords', 'nulWords'),
    place: `${manifest}:17:1`,
    message: /`nulWords` is not a key/,
    hint: /nullWords/,
  },
  {
    name: 'a prototype key',
    files: edit(manifest, 'nullWords', '__proto__'),
    place: `${manifest}:17:1`,
    message: /`__proto__` is not a key/,
  },
  {
    name: 'an unknown record key',
    files: edit(manifest, 'identity:', 'identifier:'),
    place: `${manifest}:9:5`,
    message: /`identifier` is not a key/,
    hint: /identity/,
  },
  {
    name: 'no version',
    files: edit(manifest, 'version: "1.0"', ''),
    place: `${manifest}:1`,
    message: /no `version`/,
  },
  {
    name: 'a version without quotes',
    files: edit(manifest, '"1.0"', '1.0'),
    place: `${manifest}:2:10`,
    message: /must be a text/,
    hint: /quotes/,
  },
  {
    name: 'a version that climbs out',
    files: edit(manifest, '"1.0"', '"../../x"'),
    place: `${manifest}:2:10`,
    message: /`version` must be/,
  },
  {
    name: 'an unsupported draft',
    files: edit(manifest, '"2020-12"', '"03"'),
    place: `${manifest}:4:8`,
    message: /draft .* not supported/,
  },
  {
    name: 'no records',
    files: edit(
      manifest,
      /records:[\s\S]*?(?=codelists:)/.exec(soundPackage[manifest] ?? '')?.[0] ?? '',
      'records: []\n',
    ),
    place: `${manifest}:5`,
    message: /`records` is empty/,
  },
  {
    name: 'a missing schema file',
    files: edit(manifest, 'park.schema.json', 'park.shema.json'),
    place: `${manifest}:7:13`,
    message: /no schema schema\/park\.shema\.json/,
    hint: /park\.schema\.json/,
  },
  {
    name: 'an identity that is no field',
    files: edit(manifest, 'identity: /code', 'identity: /codee'),
    place: `${manifest}:9:15`,
    message: /no field `\/codee`/,
    hint: /\/code/,
  },
  {
    name: 'a pointer without slash',
    files: edit(manifest, 'identity: /code', 'identity: code'),
    place: `${manifest}:9:15`,
    message: /must be a pointer/,
  },
  {
    name: 'a reference to nothing',
    files: edit(manifest, 'to: park', 'to: parc'),
    place: `${manifest}:14:13`,
    message: /neither a kind/,
    hint: /park/,
  },
  {
    name: 'an unknown code list',
    files: edit(manifest, '  kind: closed', '  kinds: closed'),
    place: `${manifest}:16:3`,
    message: /no code list `kinds`/,
    hint: /kind/,
  },
  {
    name: 'a list that is ajar',
    files: edit(manifest, 'kind: closed', 'kind: ajar'),
    place: `${manifest}:16:9`,
    message: /must be one of open, closed/,
  },
  {
    name: 'an unknown check',
    files: edit(manifest, 'reference/broken', 'referense/broken'),
    place: `${manifest}:19:3`,
    message: /not the name of a check/,
    hint: /reference/,
  },
  {
    name: 'a check of a known family that does not exist',
    files: edit(manifest, 'reference/broken', 'reference/brokn'),
    place: `${manifest}:19:3`,
    message: /`reference\/brokn` is not the name of a check/,
    hint: /reference\/broken/,
  },
  {
    name: 'a severity of a rule that does not exist',
    files: edit(manifest, 'reference/broken: warning', 'rule/large-parks-have-gate: off'),
    place: `${manifest}:19:3`,
    message: /no rule `large-parks-have-gate`/,
    hint: /rule\/large-parks-have-gates/,
  },
  {
    name: 'a wording for a check that does not exist',
    files: edit('messages/en.yaml', 'field/missing:/code', 'field/mising:/code'),
    place: 'messages/en.yaml:1:1',
    message: /`field\/mising` is not the name of a check/,
    hint: /field\/missing/,
  },
  {
    name: 'a wording for a field that does not exist',
    files: edit('messages/en.yaml', 'field/missing:/code', 'field/missing:/cod'),
    place: 'messages/en.yaml:1:1',
    message: /no field `\/cod`/,
    hint: /\/code/,
  },
  {
    name: 'samples without the name of an item',
    files: edit(manifest, 'nullWords:', 'samples: { items: /gates/* }\nnullWords:'),
    place: `${manifest}:17:10`,
    message: /`samples` has no `name`/,
  },
  {
    name: 'samples whose items are no list',
    files: edit(manifest, 'nullWords:', 'samples: { items: /gates, name: /name }\nnullWords:'),
    place: `${manifest}:17:19`,
    message: /must be the elements of a list/,
  },
  {
    name: 'samples with a field that the items do not have',
    files: edit(
      manifest,
      'nullWords:',
      'samples: { items: /gates/*, name: /name, length: { at: /widht } }\nnullWords:',
    ),
    place: `${manifest}:17:56`,
    message: /no field `\/gates\/\*\/widht`/,
    hint: /Did you mean \/width/,
  },
  {
    name: 'samples of an unknown unit',
    files: edit(
      manifest,
      'nullWords:',
      'samples: { items: /gates/*, name: /name, length: { at: /width, unit: byte } }\nnullWords:',
    ),
    place: `${manifest}:17:70`,
    message: /must be one of bytes, characters/,
    hint: /bytes/,
  },
  {
    name: 'samples with a misspelt key',
    files: edit(
      manifest,
      'nullWords:',
      'samples: { items: /gates/*, name: /name, alias: /name }\nnullWords:',
    ),
    place: `${manifest}:17:42`,
    message: /`alias` is not a key of `samples`/,
    hint: /Did you mean aliases/,
  },
  {
    name: 'samples that declare nothing',
    files: edit(manifest, 'nullWords:', 'samples: { path: /opened }\nnullWords:'),
    place: `${manifest}:17:10`,
    message: /`samples` has no `items`/,
    hint: /schema/,
  },
  {
    name: 'samples with a type and no items',
    files: edit(manifest, 'nullWords:', 'samples: { schema: /opened, type: /kind }\nnullWords:'),
    place: `${manifest}:17:29`,
    message: /no `items`/,
  },
  {
    name: 'samples with two tables in one record',
    files: edit(manifest, 'nullWords:', 'samples: { schema: /gates/*/name }\nnullWords:'),
    place: `${manifest}:17:20`,
    message: /one/,
    hint: /each/,
  },
  {
    name: 'samples with a claim in an unknown field',
    files: edit(manifest, 'nullWords:', 'samples: { schema: /opened, claims: { rows: /aera } }\nnullWords:'),
    place: `${manifest}:17:45`,
    message: /no field `\/aera`/,
    hint: /\/area/,
  },
  {
    name: 'samples with a claim of an unknown kind',
    files: edit(manifest, 'nullWords:', 'samples: { schema: /opened, claims: { row: /area } }\nnullWords:'),
    place: `${manifest}:17:39`,
    message: /not a key of `samples.claims`/,
    hint: /rows/,
  },
  {
    name: 'samples with a unit of rows that is no number',
    files: edit(
      manifest,
      'nullWords:',
      'samples: { schema: /opened, claims: { rows: /area, rowsUnit: 万 } }\nnullWords:',
    ),
    place: `${manifest}:17:62`,
    message: /whole number/,
  },
  {
    name: 'samples with an unknown format of items',
    files: edit(
      manifest,
      'nullWords:',
      'samples: { items: /gates/*, name: /name, itemFormats: [{ names: [web], format: urri }] }\nnullWords:',
    ),
    place: `${manifest}:17:80`,
    message: /no format "urri"/,
    hint: /uri/,
  },
  {
    name: 'samples with two formats of one name',
    files: edit(
      manifest,
      'nullWords:',
      'samples: { items: /gates/*, name: /name, itemFormats: [{ names: [web, Web], format: uri }] }\nnullWords:',
    ),
    place: `${manifest}:17:71`,
    message: /"Web" has a format already/,
  },
  {
    name: 'samples with a word of access that is no code',
    files: edit(
      manifest,
      'nullWords:',
      'samples: { schema: /opened, access: { at: /kind, open: [citty] } }\nnullWords:',
    ),
    place: `${manifest}:17:57`,
    message: /not a code of its field/,
    hint: /city/,
  },
  {
    name: 'samples with a flag that is no field',
    files: edit(
      manifest,
      'nullWords:',
      'samples: { items: /gates/*, name: /name, required: { at: /nmae } }\nnullWords:',
    ),
    place: `${manifest}:17:58`,
    message: /no field/,
    hint: /\/name/,
  },
  {
    name: 'samples judged by an unknown profile',
    files: edit(manifest, 'nullWords:', 'samples: { schema: /opened, privacy: gbt-35274 }\nnullWords:'),
    place: `${manifest}:17:38`,
    message: /must be one of/,
    hint: /gbt-35273/,
  },
  {
    name: 'a code of an unknown type of data',
    files: { 'codelists/type.csv': 'code,type\n字符型C,strng\n' },
    place: 'codelists/type.csv:2',
    message: /`strng` is no type of data/,
    hint: /string/,
  },
  {
    name: 'a day that is no field',
    files: edit(manifest, 'identity: /code', 'date: /openned'),
    place: `${manifest}:9:11`,
    message: /no field `\/openned`/,
    hint: /\/opened/,
  },
  {
    name: 'a misspelt folder',
    files: { 'message/zh-CN.yaml': '', 'messages/en.yaml': null },
    place: 'message/zh-CN.yaml',
    message: /folder message is not read/,
    hint: /messages/,
  },
  {
    name: 'a file of the wrong kind in a folder that is read',
    files: { 'codelists/area.xlsx': '' },
    place: 'codelists/area.xlsx',
    message: /would not be read: codelists holds files such as codelists\/type\.csv/,
  },
  {
    name: 'a fault that nobody may pass over',
    files: edit(manifest, 'reference/broken: warning', 'document/unreadable: off'),
    place: `${manifest}:19:24`,
    message: /cannot be switched off/,
  },
  {
    name: 'an unknown severity',
    files: edit(manifest, 'reference/broken: warning', 'reference/broken: warn'),
    place: `${manifest}:19:21`,
    message: /must be one of/,
    hint: /warning/,
  },
  {
    name: 'broken JSON',
    files: edit(schema, '"type": "object",', '"type": "object"'),
    place: `${schema}:5:3`,
    message: /not JSON/,
  },
  {
    name: 'a trailing comma in JSON',
    files: edit(schema, '{ "type": "number" },', '{ "type": "number", },'),
    place: `${schema}:10`,
    message: /comma/,
  },
  {
    name: 'a repeated name in JSON',
    files: edit(schema, '"area"', '"kind"'),
    place: `${schema}:10:5`,
    message: /`kind` stands twice/,
  },
  {
    name: 'a file that is not UTF-8',
    files: { 'rules.yaml': new Uint8Array([0x23, 0x0a, 0xb9, 0xab]) },
    place: 'rules.yaml:2',
    message: /not UTF-8/,
    hint: /UTF-8/,
  },
  {
    name: 'a broken $ref',
    files: edit(schema, '{ "type": "number" }', '{ "$ref": "other.json" }'),
    place: `${schema}:10:23`,
    message: /leads nowhere/,
  },
  {
    name: 'a broken pattern',
    files: edit(schema, '^P[0-9]+$', '^P[0-9+$'),
    place: `${schema}:7`,
    message: /pattern/,
  },
  {
    name: 'an impossible type',
    files: edit(schema, '"type": "object"', '"type": "objekt"'),
    place: `${schema}:4`,
    message: /`type` must be/,
  },
  {
    name: 'a wrong $schema',
    files: edit(schema, 'json-schema.org/draft/2020-12', 'json-schema.org/draft/2021-12'),
    place: `${schema}:2`,
    message: /not a known dialect/,
  },
  {
    name: 'a schema that loops',
    files: edit(schema, '"title": "Park",', '"$ref": "#",'),
    place: `${schema}:3`,
    message: /refers to itself/,
  },
  {
    name: 'a schema that names no list',
    files: edit(schema, '"area": { "type": "number" }', '"area": { "codelist": "areas" }'),
    place: `${schema}:10`,
    message: /areas/,
  },
  {
    name: 'a code that stands twice',
    files: edit('codelists/kind.csv', 'forest,', 'city,'),
    place: 'codelists/kind.csv:3',
    message: /`city` stands twice; first in line 2/,
  },
  {
    name: 'an unknown column',
    files: edit('codelists/kind.csv', 'aliases', 'alias'),
    place: 'codelists/kind.csv:1',
    message: /no column `alias`/,
    hint: /aliases/,
  },
  {
    name: 'a list without codes',
    files: { 'codelists/kind.csv': 'label\nx\n' },
    place: 'codelists/kind.csv:1',
    message: /no column `code`/,
  },
  {
    name: 'a row too short',
    files: edit('codelists/kind.csv', 'Forest park,森林公园,,,active,,,,', 'Forest park'),
    place: 'codelists/kind.csv:3',
    message: /2 cells, the header 10/,
  },
  {
    name: 'a quote that never closes',
    files: edit('codelists/kind.csv', 'Forest park', '"Forest park'),
    place: 'codelists/kind.csv:3',
    message: /never closed/,
  },
  {
    name: 'an unknown status',
    files: edit('codelists/kind.csv', 'deprecated', 'deprecate'),
    place: 'codelists/kind.csv:4',
    message: /not a status/,
    hint: /deprecated/,
  },
  {
    name: 'a replacement that is no code',
    files: edit('codelists/kind.csv', 'deprecated,city', 'deprecated,citty'),
    place: 'codelists/kind.csv:4',
    message: /replacedBy/,
    hint: /city/,
  },
  {
    name: 'a parent that is no code',
    files: edit('codelists/kind.csv', '2020-12-31,', '2020-12-31,green'),
    place: 'codelists/kind.csv:4',
    message: /`parent` names `green`/,
  },
  {
    name: 'a date that is none',
    files: edit('codelists/kind.csv', '2020-12-31', '2020-02-31'),
    place: 'codelists/kind.csv:4',
    message: /`validTo` is not a date/,
  },
  {
    name: 'an unknown column of fields',
    files: edit('fields.csv', 'headings', 'heading'),
    place: 'fields.csv:1',
    message: /no column `heading`/,
    hint: /headings/,
  },
  {
    name: 'an unknown field',
    files: edit('fields.csv', '/kind,Kind', '/kinds,Kind'),
    place: 'fields.csv:4',
    message: /no field `\/kinds`/,
    hint: /\/kind/,
  },
  {
    name: 'an unknown nested field',
    files: edit('fields.csv', '/gates/*/name', '/gates/*/nme'),
    place: 'fields.csv:5',
    message: /no field `\/gates\/\*\/nme`/,
    hint: /gates\/\*\/name/,
  },
  {
    name: 'a field that stands twice',
    files: edit('fields.csv', '/kind,Kind', '/code,Kind'),
    place: 'fields.csv:4',
    message: /`\/code` stands twice/,
  },
  {
    name: 'an unknown code list of a field',
    files: edit('fields.csv', ',kind,,§3', ',kin,,§3'),
    place: 'fields.csv:4',
    message: /no code list `kin`/,
    hint: /kind/,
  },
  {
    name: 'an unknown obligation',
    files: edit('fields.csv', 'recommended', 'recomended'),
    place: 'fields.csv:4',
    message: /not an obligation/,
    hint: /recommended/,
  },
  {
    name: 'a weight in words',
    files: edit('fields.csv', ',3,§1', ',three,§1'),
    place: 'fields.csv:2',
    message: /weight/,
  },
  {
    name: 'rules that are no list',
    files: { 'rules.yaml': 'id: x\n' },
    place: 'rules.yaml:1',
    message: /must be a list/,
  },
  {
    name: 'an unknown rule key',
    files: edit('rules.yaml', 'assert: this["gates"]', 'asert: this["gates"]'),
    place: 'rules.yaml:5:3',
    message: /`asert` is not a key/,
    hint: /assert/,
  },
  {
    name: 'a rule id that stands twice',
    files: edit('rules.yaml', 'opened-in-the-past', 'large-parks-have-gates'),
    place: 'rules.yaml:8',
    message: /stands twice/,
  },
  {
    name: 'a rule without message',
    files: edit('rules.yaml', '  message: the park opens in the future\n', ''),
    place: 'rules.yaml:8',
    message: /no `message`/,
  },
  {
    name: 'a rule for an unknown kind',
    files: edit('rules.yaml', 'severity: warning', 'kind: parc'),
    place: 'rules.yaml:2:9',
    message: /not a kind/,
    hint: /park/,
  },
  {
    name: 'a rule syntax error',
    files: edit('rules.yaml', 'size(this["gates"]) > 0', 'size(this["gates"]) >'),
    place: 'rules.yaml:5:56',
    message: /cannot be read/,
  },
  {
    name: 'a rule syntax error in a folded text',
    files: edit('rules.yaml', '    <= today()', '    <= today('),
    place: 'rules.yaml:13',
    message: /cannot be read/,
  },
  {
    name: 'an unknown function in a folded text',
    files: edit('rules.yaml', '<= today()', '<= tomorrow()'),
    place: 'rules.yaml:13:8',
    message: /tomorrow/,
  },
  {
    name: 'an unknown variable',
    files: edit('rules.yaml', 'this["area"] != null', 'record["area"] != null'),
    place: 'rules.yaml:4:9',
    message: /record/,
  },
  {
    name: 'an unknown field in a rule',
    files: edit('rules.yaml', '"area"] > 10', '"aria"] > 10'),
    place: 'rules.yaml:4:33',
    message: /no field `\/aria`/,
    hint: /area/,
  },
  {
    name: 'an unknown field that a rule is placed at',
    files: edit('rules.yaml', 'at: /opened', 'at: /open'),
    place: 'rules.yaml:9:7',
    message: /no field `\/open`/,
    hint: /\/opened/,
  },
  {
    name: 'an unknown code list in a rule',
    files: edit('rules.yaml', 'this["area"] != null', 'codeOf("kinds", this["kind"]) != null'),
    place: 'rules.yaml:4:9',
    message: /no code list `kinds`/,
  },
  {
    name: 'a pattern from the data',
    files: edit('rules.yaml', 'this["area"] != null', 'this["code"].matches(this["kind"])'),
    place: 'rules.yaml:4:9',
    message: /written out/,
  },
  {
    name: 'a rule that gives a number',
    files: edit('rules.yaml', 'this["gates"] != null && size(this["gates"]) > 0', '1 + 1'),
    place: 'rules.yaml:5',
    message: /gives int/,
  },
  {
    name: 'an unknown language of messages',
    files: { 'messages/fr.yaml': 'a: b\n' },
    place: 'messages/fr.yaml',
    message: /not a language/,
  },
  {
    name: 'a message that is no text',
    files: { 'messages/en.yaml': 'field/missing:\n  b: c\n' },
    place: 'messages/en.yaml:2',
    message: /must be a text/,
  },
  {
    name: 'a patch of an unknown file',
    files: { 'patches.yaml': patch({ file: 'schema/parks.json' }) },
    place: 'patches.yaml:1:9',
    message: /no schema schema\/parks\.json/,
  },
  {
    name: 'a patch of nothing',
    files: { 'patches.yaml': patch({ pointer: '/properties/size' }) },
    place: 'patches.yaml:2:12',
    message: /nothing at \/properties\/size/,
  },
  {
    name: 'a patch without reason',
    files: { 'patches.yaml': patch({ reason: '' }) },
    place: 'patches.yaml:5',
    message: /blank|must be a text/,
  },
  {
    name: 'an unknown patch operation',
    files: { 'patches.yaml': patch({ op: 'move' }) },
    place: 'patches.yaml:3:7',
    message: /must be one of/,
  },
  {
    name: 'a base that nobody can look up',
    files: edit(manifest, 'draft: "2020-12"', 'extends: { id: base, version: "1" }'),
    place: `${manifest}:4`,
    message: /cannot be looked up/,
  },
  {
    name: 'a standard that extends itself',
    files: edit(manifest, 'draft: "2020-12"', 'extends: { id: parks, version: "1.0" }'),
    place: `${manifest}:4`,
    message: /extends itself/,
  },
  {
    name: 'a file that nobody reads',
    files: { 'rule.yaml': '[]\n' },
    place: 'rule.yaml',
    message: /not a file of a standard/,
    hint: /rules\.yaml/,
  },
];

function patch(change: Partial<Record<'file' | 'pointer' | 'op' | 'value' | 'reason', string>>): string {
  const all = {
    file: 'schema/park.schema.json',
    pointer: '/properties/area',
    op: 'replace',
    value: '{}',
    reason: 'x',
    ...change,
  };
  return `- file: ${all.file}\n  pointer: ${all.pointer}\n  op: ${all.op}\n  value: ${all.value}\n  reason: ${all.reason}\n`;
}

function bomb(): string {
  const lines = ['- &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 9; level += 1) {
    lines.push(`- &a${level} [${`*a${level - 1}, `.repeat(9)}]`);
  }
  return `${lines.join('\n')}\n`;
}

describe('a broken package is refused where it is broken', () => {
  it.each(cases)('$name', async ({ files, place, message, hint }) => {
    const found = await parsePackage(packageOf({ ...soundPackage, ...files })).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(found).toBeInstanceOf(Failure);
    const failure = found as Failure;
    expect(failure.code).toBe('standard');
    expect(failure.message).toMatch(message);
    const { path = '', line, column } = failure.place ?? {};
    expect(`${path}:${line ?? ''}:${column ?? ''}`.replace(/:+$/, '')).toSatisfy((text: string) =>
      place.endsWith(':') ? text.startsWith(place) : text === place || text.startsWith(`${place}:`),
    );
    if (hint !== undefined) expect(failure.hint).toMatch(hint);
  });

  it('and the package they are made from is sound', async () => {
    await expect(parsePackage(packageOf(soundPackage))).resolves.toMatchObject({ manifest: { id: 'parks' } });
  });
});
