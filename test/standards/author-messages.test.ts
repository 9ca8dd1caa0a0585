import { describe, expect, it } from 'vitest';
import { parsePackage } from '../../src/cli/parse-standard.ts';
import { Failure } from '../../src/model/failure.ts';
import type { Files } from './package-in-memory.ts';
import { packageOf, soundPackage } from './package-in-memory.ts';

/** What the author of a standard reads: one line with its place, and often what was meant. */

async function told(files: Files): Promise<string> {
  const failure: unknown = await parsePackage(packageOf({ ...soundPackage, ...files })).catch(
    (error: unknown) => error,
  );
  if (!(failure instanceof Failure)) throw new Error('accepted');
  const { path, line, column } = failure.place ?? { path: '' };
  return [`${path}:${line ?? ''}:${column ?? ''} ${failure.message}`, failure.hint ?? ''].join(' | ');
}

function edited(path: string, from: string, to: string): Files {
  const text = soundPackage[path] ?? '';
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  return { [path]: text.replace(from, to) };
}

const area = 'this["area"] != null && this["area"] > 10';
const rule = (expression: string) => edited('rules.yaml', area, expression);

describe('a rule that cannot be read', () => {
  it.each([
    ['this["area"] = 10', /Unexpected character: =\. \| Equality is written ==/],
    ['this["kind"] == “city”', /Unexpected character: “\. \| Quotes are straight/],
    ['this["area"] != null and true', /Write && for and/],
    ['名称 != null', /is written this\["…"\]/],
    ['this["area" != null', /Expected `\]`, got the end/],
    ['codeof("kind", this["kind"]) != null', /no function `codeof`\. \| Did you mean codeOf/],
    ['codeOf(this["kind"]) != null', /no `codeOf\(dyn\)`\. \| It is written codeOf\(string, dyn\)/],
    ['today() + 1 > 2', /There is no `string \+ int`/],
    ['park["area"] != null', /rules\.yaml:4:9 .* no `park` here\. \| The record is `this`/],
  ])('%s', async (expression, message) => {
    expect(await told(rule(expression))).toMatch(message);
  });
});

describe('a rule that would never apply is refused:', () => {
  it.each([
    ['codeOf("kind", this["kind"]) == "citty"', /`citty` is no code of the list kind\. \| Did you mean city/],
    ['true && "Forest" != codeOf("kind", this["kind"])', /`Forest` is no code of the list kind/],
    ['codeOf("kind", this["kind"]) in ["city", "park"]', /rules\.yaml:4:50 .*`park` is no code/],
    ['parentOf("kind", this["kind"]) == "green"', /`green` is no code of any list/],
  ])('%s', async (expression, message) => {
    expect(await told(rule(expression))).toMatch(message);
  });

  it.each([
    [
      'this["gates"].all(g, g["widht"] != null)',
      /no field `\/gates\/\*\/widht`\. \| Did you mean \/gates\/\*\/width/,
    ],
    ['this.gates.filter(g, g.width > 3).exists(x, x.nam == "N")', /no field `\/gates\/\*\/nam`/],
    ['this.gates[0].nam != null', /no field `\/gates\/\*\/nam`/],
  ])('%s', async (expression, message) => {
    expect(await told(rule(expression))).toMatch(message);
  });

  it('but not where what stands there is computed', async () => {
    const expressions = [
      'this.gates.map(g, g.name).all(n, n != null)',
      'this.near.all(n, n.startsWith("P")) && this.gates.all(n, n.name != null)',
    ];
    await expect(told(rule(expressions[0] ?? ''))).rejects.toThrow('accepted');
    await expect(told(rule(expressions[1] ?? ''))).rejects.toThrow('accepted');
  });
});

describe('a manifest that would have no effect is refused:', () => {
  const manifest = 'standard.yaml';
  const sheets = (text: string) => edited(manifest, 'nullWords:', `sheets: ${text}\nnullWords:`);

  it.each([
    [
      'an identity in a list',
      edited(manifest, 'identity: /code', 'identity: /gates/*/name'),
      /one field of the record/,
    ],
    ['a group in a list', sheets('{ kind: park, groupBy: /gates/*/name }'), /one field of the record/],
    ['items that are no list', sheets('{ kind: park, items: /code }'), /`\/code` is not a list/],
    ['items named by their elements', sheets('{ kind: park, items: /gates/* }'), /one field of the record/],
    [
      'an empty separator',
      sheets('{ kind: park, listSeparator: [""] }'),
      /item 1 of `sheets\.listSeparator` is empty/,
    ],
    [
      'something below a text',
      edited(manifest, 'from: /near/*', 'from: /near/*/code'),
      /no field `\/near\/\*\/code`/,
    ],
  ])('%s', async (_, files, message) => {
    expect(await told(files)).toMatch(message);
  });

  it('and told by the name of the key', async () => {
    expect(await told(edited(manifest, 'unknown: report', 'unknown: warn'))).toBe(
      'standard.yaml:11:14 `records.unknown` must be one of report, ignore. | ',
    );
    expect(await told(edited('rules.yaml', 'message@zh-CN', 'message@zh'))).toBe(
      'rules.yaml:7:3 `message@zh` is not a key of item 1 of rules.yaml. | Did you mean message@zh-CN?',
    );
  });
});

describe('a code list is refused', () => {
  const list = 'codelists/kind.csv';

  it.each([
    [
      'an alias of two codes',
      edited(list, 'Forest park,森林公园,,,', 'Forest park,森林公园,,urban,'),
      /:3: The alias `urban` stands for two codes, `city` and `forest`/,
    ],
    [
      'an alias that is a code',
      edited(list, 'Forest park,森林公园,,,', 'Forest park,森林公园,,garden|city,'),
      /:3: The alias `garden` of `forest` is a code itself/,
    ],
    [
      'an end before the start',
      edited(list, ',,2020-12-31,', ',2021-01-01,2020-12-31,'),
      /:4: `validTo` lies before `validFrom`/,
    ],
    ['semicolons', { [list]: 'code;label\ncity;City\n' }, /:1: .* \| Columns are separated by commas/],
  ])('%s', async (_, files, message) => {
    expect(await told(files)).toMatch(message);
  });
});

describe('a schema that a patch broke', () => {
  it('is told at the patch', async () => {
    const patches =
      '- { file: schema/park.schema.json, pointer: /properties/area, op: replace, value: { type: nmber }, reason: x }\n';
    expect(await told({ 'patches.yaml': patches })).toMatch(/^patches\.yaml:1:91 `type` must be/);
  });

  it('is told at the merge patch of a profile', async () => {
    const base = await parsePackage(packageOf(soundPackage));
    const profile = packageOf({
      'standard.yaml': 'id: town\nversion: "1"\nextends: parks@1.0\n',
      'schema/park.schema.patch.json': '{ "properties": { "area": { "type": "nmber" } } }',
    });
    await expect(parsePackage(profile, { resolveBase: () => base })).rejects.toMatchObject({
      place: { path: 'schema/park.schema.patch.json', line: 1, column: 37 },
    });
  });
});

describe('a file of a package is refused', () => {
  const schema = 'schema/park.schema.json';

  it.each<[string, Files, RegExp]>([
    [
      'a schema that is a list',
      { [schema]: '[]' },
      /schema\.json:1:1 A JSON Schema is an object, true or false/,
    ],
    [
      'a list without codes',
      { 'codelists/kind.csv': 'code,label\n' },
      /kind\.csv:1: The code list has no codes/,
    ],
    [
      'a colon in a text',
      edited('rules.yaml', 'message: a large', 'message: parks: a large'),
      /rules\.yaml:6:12 .*A text with a colon and a space in it stands in quotes/,
    ],
    [
      'a pattern that is none',
      edited(schema, '^P[0-9]+$', '^P([0-9]+$'),
      /schema\.json:7:.* The pattern `\^P\(\[0-9\]\+\$` cannot be used: Unterminated group\. \|/,
    ],
  ])('%s', async (_, files, message) => {
    expect(await told(files)).toMatch(message);
  });
});

describe('a reference', () => {
  const schema = 'schema/park.schema.json';

  it('is told without the addresses that files have inside the tool', async () => {
    expect(await told(edited(schema, '{ "type": "number" }', '{ "$ref": "#/$defs/面积" }'))).toMatch(
      /leads nowhere: `schema\/park\.schema\.json` has nothing at `\/\$defs\/面积`/,
    );
  });

  it('to the network is not followed, and the author is told what to do', async () => {
    expect(
      await told(edited(schema, '{ "type": "number" }', '{ "$ref": "https://example.org/a.json" }')),
    ).toMatch(/\| Nothing is fetched: put the file into the package/);
  });
});

describe('a profile', () => {
  const profile = (files: Files = {}, extended = 'parks@1.0') =>
    packageOf({ 'standard.yaml': `id: town\nversion: "1"\nextends: ${extended}\n`, ...files });

  it('whose base does not exist is told where it names it', async () => {
    const resolveBase = () => {
      throw new Failure('standard', 'There is no standard "parcs@1.0".');
    };
    await expect(parsePackage(profile({}, 'parcs@1.0'), { resolveBase })).rejects.toMatchObject({
      place: { path: 'standard.yaml', line: 3, column: 10 },
    });
  });

  it('whose base is broken names the file of the base', async () => {
    const base = packageOf({
      ...soundPackage,
      ...edited('rules.yaml', 'severity: warning', 'severity: warn'),
    });
    await expect(parsePackage(profile(), { resolveBase: () => base })).rejects.toMatchObject({
      message: 'parks@1.0, which standard.yaml extends: `severity` must be one of error, warning, info.',
      place: { path: 'parks@1.0/rules.yaml', line: 2 },
    });
  });

  it('that takes a field away takes its rows away, and must say what becomes of its rules', async () => {
    const base = await parsePackage(packageOf(soundPackage));
    const without = (field: string, more = '') =>
      parsePackage(
        profile({
          'standard.yaml': `id: town\nversion: "1"\nextends: parks@1.0\n${more}`,
          'schema/park.schema.patch.json': JSON.stringify({ properties: { [field]: null } }),
        }),
        { resolveBase: () => base },
      );
    const data = await without('名称');
    expect(data.kinds['park']?.fields.map(({ pointer }) => pointer)).not.toContain('/名称');
    await expect(without('area')).rejects.toMatchObject({
      message:
        'The rule `large-parks-have-gates` of the base needs the field `/area`, which the schema no longer has.',
      place: { path: 'standard.yaml', line: 3 },
    });
    await expect(without('area', 'severity: { rule/large-parks-have-gates: off }\n')).resolves.toBeDefined();
  });
});
