import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';

const page = readFileSync('docs/json-report.md', 'utf8');
const schema = JSON.parse(readFileSync('schemas/tool/report.schema.json', 'utf8')) as object;
const command = /`concordat (check [^`]*--format json)`/.exec(page)?.[1] ?? '';
const excerpt = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '') as Report;

interface Report {
  readonly tool: object;
  readonly standard: object;
  readonly divergences: readonly { readonly facts: object }[];
}

async function report(locale: string): Promise<Report> {
  const { out } = await run([...command.split(' '), '--locale', locale]);
  return JSON.parse(out) as Report;
}

/** Without what changes with every version of the tool and of the fixtures' standard. */
function lasting({ tool, standard, ...rest }: Report): object {
  return { ...rest, tool: { ...tool, version: '' }, standard: { ...standard, digest: '' } };
}

/** Every property that a schema lists, however deep. */
function propertiesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([keyword, inner]) => [
    ...(keyword === 'properties' ? Object.keys(inner as object) : []),
    ...propertiesIn(inner),
  ]);
}

// The first run loads the whole command.
describe('docs/json-report.md', { timeout: 30_000 }, () => {
  it('shows a report that keeps the schema', () => {
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(excerpt), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...excerpt, kind: 'other' })).toBe(false);
  });

  it('shows what the command writes', async () => {
    expect(lasting(excerpt)).toEqual(lasting(await report('en')));
  });

  it('is right that facts do not depend on the language', async () => {
    const facts = async (locale: string) => (await report(locale)).divergences.map((each) => each.facts);
    expect(await facts('zh-CN')).toEqual(await facts('en'));
  });

  it('names every field', () => {
    const names = new Set(
      [...page.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`]+)`/g)].flatMap(
        ([, text = '']) => text.match(/\w+/g) ?? [],
      ),
    );
    expect([...new Set(propertiesIn(schema))].filter((name) => !names.has(name))).toEqual([]);
  });
});
