import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessSubmission, memoryDocument, renderReport } from '../../src/cli/library.ts';
import { formats } from '../../src/formats/index.ts';
import { Failure } from '../../src/model/failure.ts';
import { extensionKeywords } from '../../src/schema/dialect.ts';
import { buildStandard } from '../../src/standards/build-standard.ts';
import { ruleFunctions } from '../../src/standards/cel-functions.ts';
import { macros } from '../../src/standards/cel-program.ts';
import { parsePackage } from '../../src/standards/parse-package.ts';
import { packageOf } from '../standards/package-in-memory.ts';

const page = readFileSync('docs/standard-packages.md', 'utf8');
/** ```` ```yaml standard.yaml ````: blocks that are files. */
const files = Object.fromEntries(
  [...page.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```/gm)].map(([, path = '', text = '']) => [path, text]),
);
const { 'parks.yaml': record = '', ...example } = files;
const told = /^```text\n([\s\S]*?)^```/m.exec(page)?.[1];

describe('the example of docs/standard-packages.md', () => {
  it('is a package', () => {
    expect(Object.keys(example).sort()).toEqual([
      'codelists/type.csv',
      'fields.csv',
      'messages/en.yaml',
      'rules.yaml',
      'schema/park.schema.json',
      'standard.yaml',
    ]);
  });

  it('loads, and finds what the page says', async () => {
    const standard = await buildStandard(await parsePackage(packageOf(example)));
    const document = memoryDocument({ path: 'parks.yaml', department: 'Parks office', content: record });
    const assessment = await assessSubmission([document], standard, { today: '2026-05-01' });
    expect([...renderReport(assessment, 'terminal', { width: 100 })].join('').trim()).toBe(told?.trim());
    expect(assessment.notChecked).toEqual([]);
  });
});

const probe = 'zzzzzzzzzzzz';

/** What the parser says is known where something unknown stands: the names in the hint of its failure. */
async function knownBeside(path: string, before: string, after: string): Promise<string[]> {
  const text = example[path] ?? '';
  if (!text.includes(before)) throw new Error(`${path} has no ${before}`);
  const changed = { ...example, [path]: text.replace(before, after) };
  const failure: unknown = await parsePackage(packageOf(changed)).catch((error: unknown) => error);
  if (!(failure instanceof Failure)) throw new Error(`${probe} was accepted in ${path}`);
  expect(failure.message).toContain(probe);
  const names = /^Known here: (.*)\.$/.exec(failure.hint ?? '')?.[1]?.split(', ');
  if (names === undefined) throw new Error(`no hint: ${failure.message} ${failure.hint ?? ''}`);
  return names;
}

const kindLine = '  - kind: park\n';
const idLine = 'id: parks\n';
const manifest = 'standard.yaml';

describe('docs/standard-packages.md names every', () => {
  it.each([
    ['key of the manifest', manifest, idLine, `${idLine}${probe}: x\n`],
    ['key of `source`', manifest, idLine, `${idLine}source: { ${probe}: x }\n`],
    ['key of `records`', manifest, kindLine, `${kindLine}    ${probe}: x\n`],
    ['key of `references`', manifest, kindLine, `${kindLine}    references: [{ ${probe}: x }]\n`],
    ['key of `consistent`', manifest, kindLine, `${kindLine}    consistent: [{ ${probe}: x }]\n`],
    ['key of `sheets`', manifest, '  kind: park\ncodelists', `  kind: park\n  ${probe}: x\ncodelists`],
    ['key of `samples`', manifest, idLine, `${idLine}samples: { ${probe}: x }\n`],
    [
      'key of `length`',
      manifest,
      idLine,
      `${idLine}samples: { items: /a/*, name: /b, length: { ${probe}: x } }\n`,
    ],
    [
      'key of a flag',
      manifest,
      idLine,
      `${idLine}samples: { items: /a/*, name: /b, required: { ${probe}: x } }\n`,
    ],
    ['key of `access`', manifest, idLine, `${idLine}samples: { schema: /a, access: { ${probe}: x } }\n`],
    ['key of `claims`', manifest, idLine, `${idLine}samples: { schema: /a, claims: { ${probe}: x } }\n`],
    ['key of `formats`', manifest, idLine, `${idLine}formats: { ${probe}: x }\n`],
    ['key of `date-time`', manifest, idLine, `${idLine}formats: { date-time: { ${probe}: x } }\n`],
    ['key of `extends`', manifest, idLine, `${idLine}extends: { ${probe}: x }\n`],
    ['column of fields.csv', 'fields.csv', 'clause', probe],
    ['obligation', 'fields.csv', 'mandatory', probe],
    ['column of a code list', 'codelists/type.csv', 'aliases', probe],
    ['status of a code', 'codelists/type.csv', 'withdrawn', probe],
    ['key of a rule', 'rules.yaml', '  at:', `  ${probe}: x\n  at:`],
  ])('%s', async (_, ...edit) => {
    for (const name of await knownBeside(...edit)) expect(namesOnPage).toContain(name);
  });

  it('key of a patch', async () => {
    const changed = { ...example, 'patches.yaml': `- { ${probe}: x }\n` };
    const failure: unknown = await parsePackage(packageOf(changed)).catch((error: unknown) => error);
    const hint = failure instanceof Failure ? (failure.hint ?? '') : '';
    expect(hint).toBe('Known here: file, pointer, op, value, reason.');
    expect(page).toContain('`{ file, pointer, op, value, reason }`');
  });

  it('function of rules', () => {
    const names = [...ruleFunctions.map(({ name }) => name.replace('.', '')), ...macros.keys(), 'has', 'dyn'];
    for (const name of names) expect(namesOnPage).toContain(name);
  });

  it('format', () => {
    for (const { name } of formats) expect(namesOnPage).toContain(name);
  });

  it('keyword of ours', () => {
    for (const name of extensionKeywords) expect(namesOnPage).toContain(name);
  });
});

/** Words in backticks, outside the example. */
const namesOnPage = new Set(
  [...page.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`]+)`/g)].flatMap(
    ([, text = '']) => text.match(/[\w@-]+/g) ?? [],
  ),
);
