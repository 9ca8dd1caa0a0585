import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../workspace/temporary-folder.ts';
import { run } from './run.ts';

function dataWith(schema: unknown): string[] {
  const files = { 'a.csv': '甲,乙,丙,丁,戊\n1,2,3,4,5\n', 'schema.json': JSON.stringify(schema) };
  const folder = temporaryFolder(files);
  return [`${folder}/a.csv`, '--schema', `${folder}/schema.json`];
}

interface Note {
  readonly what: string;
  readonly where: string;
  readonly reason: string;
}

async function notesOf(locale: string, ...args: readonly string[]): Promise<Note[]> {
  const { out } = await run(['check', ...args, '--format', 'json', '--locale', locale]);
  return (JSON.parse(out) as { notChecked: Note[] }).notChecked;
}

/** Much that nobody checks. */
const tableSchema = {
  fields: [
    { name: '甲', type: 'list' },
    { name: '乙', type: 'string', format: 'binary', constraints: { jsonSchema: {}, pattern: '(?=a)b' } },
    { name: '丙', type: 'geopoint', constraints: { minLength: 2 } },
    { name: '丁', type: 'date', format: 'any' },
    { name: '戊', type: 'number', bareNumber: false },
  ],
  missingValues: ['-'],
};
const rowSchema = {
  type: 'object',
  minProperties: 1,
  properties: {
    甲: { type: ['string', 'number'], contentEncoding: 'base64' },
    乙: { type: 'string', format: 'isbn', minimum: 3 },
    丙: { type: 'number', multipleOf: 3, minLength: 1 },
    丁: { $ref: 'other.json' },
  },
};

describe.each<[string, () => string[]]>([
  ['records and their data', () => ['fixtures/departments', '--standard', 'cn-gov-catalogue@2017']],
  ['a Table Schema', () => dataWith(tableSchema)],
  ['a JSON Schema of a row', () => dataWith(rowSchema)],
])('what is not checked of %s', (_, argsOf) => {
  it('is told in the language of the reader', async () => {
    const args = argsOf();
    const [en, zh] = [await notesOf('en', ...args), await notesOf('zh-CN', ...args)];
    expect(en.length).toBeGreaterThan(3);
    expect(zh.map(({ where }) => where).sort()).toEqual(en.map(({ where }) => where).sort());
    for (const { what, reason } of zh) {
      expect(reason).toMatch(/\p{Script=Han}/u);
      expect(`${what} ${reason}`).not.toMatch(/[a-z]{2,} (?:of|is|are|no|not) /);
    }
    for (const { reason } of en) expect(reason.replaceAll(/`[^`]*`/g, '')).not.toMatch(/\p{Script=Han}/u);
  });
});
