import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';
import { checkFixtures, fixtureOf, fixtureStandard, hasDocuments, transcriptOf } from './check-fixtures.ts';

/** Where the one divergence of `divergent.*` stands, and the exit code where it is not 1. Without a pointer it concerns the document. */
const expected: Readonly<Record<string, { pointer?: string; place?: object; exit?: 0 }>> = {
  'document/unreadable': {},
  'document/encoding': { place: { line: 3, column: 13 }, exit: 0 },
  'document/syntax': { pointer: '/rows', place: { line: 17, column: 14 } },
  'document/duplicate-key': { pointer: '/theme', place: { line: 10, column: 3 } },
  'field/missing': { pointer: '', place: { line: 1, column: 1 } },
  'field/unknown': { pointer: '/budget', place: { line: 15, column: 1 }, exit: 0 },
  'field/renamed': { pointer: '/isued', place: { line: 9, column: 1 } },
  'field/misplaced': { pointer: '/publisher/theme', place: { line: 7, column: 3 } },
  'field/recommended': { pointer: '', place: { line: 1, column: 1 }, exit: 0 },
  'value/type': { pointer: '/title', place: { line: 2, column: 8, endColumn: 12 } },
  'value/format': { pointer: '/issued', place: { line: 9, column: 9, endColumn: 19 } },
  'value/length': { pointer: '/title', place: { line: 2, column: 8 } },
  'value/range': { pointer: '/rows', place: { line: 14, column: 7, endColumn: 9 } },
  'value/pattern': { pointer: '/identifier', place: { line: 1, column: 13 } },
  'value/blank': { pointer: '/title', place: { line: 2, column: 8, endColumn: 10 } },
  'value/cardinality': { pointer: '/keyword', place: { line: 12, column: 3 } },
  'value/combination': { pointer: '/coverage', place: { line: 15, column: 11 } },
  'value/digits-lost': { pointer: '/目录/0/publisher/code', place: { sheet: '目录', cell: 'E2' } },
  'value/text-quality': { pointer: '/description', place: { line: 3, column: 14 }, exit: 0 },
  'code/unknown': { pointer: '/theme', place: { line: 7, column: 8, endColumn: 15 } },
  'code/spelling': { pointer: '/theme', place: { line: 7, column: 8, endColumn: 14 } },
  'code/retired': { pointer: '/theme', place: { line: 7, column: 8, endColumn: 13 } },
  'code/label-for-code': { pointer: '/theme', place: { line: 7, column: 8, endColumn: 12 } },
  rule: { pointer: '/modified', place: { line: 10, column: 11 } },
  'record/duplicate': { pointer: '/1/identifier', place: { line: 15, column: 15 } },
  'record/inconsistent': { pointer: '/3/publisher/code', place: { line: 48, column: 11 }, exit: 0 },
  'record/series': { pointer: '/1/publisher/name', place: { line: 19, column: 11 }, exit: 0 },
  'reference/broken': { pointer: '/1/replaces/0', place: { line: 30, column: 7 }, exit: 0 },
  'column/missing': { place: { line: 1, row: 0 } },
  'column/unknown': { place: { line: 1, row: 0, columnName: '备注' }, exit: 0 },
  'column/renamed': { place: { line: 1, row: 0, columnName: '发布日其' } },
  'row/ragged': { place: { line: 3, row: 2 } },
  'row/conflict': { place: { line: 3, row: 2, columnName: '更新周期' } },
};

async function report(path: string) {
  const { code, out } = await run(['check', path, '--standard', fixtureStandard, '--format', 'json']);
  return { code, divergences: JSON.parse(out).divergences };
}

const withDocuments = checkFixtures.filter(hasDocuments);

it('every folder of fixtures belongs to a check', () => {
  expect(readdirSync('fixtures/checks').sort()).toEqual(checkFixtures.map(({ name }) => name).sort());
  expect(Object.keys(expected).sort()).toEqual(withDocuments.map(({ id }) => id).sort());
});

describe.each(withDocuments)('$id', (fixtures) => {
  it('says nothing of what conforms', async () => {
    expect(await report(fixtureOf(fixtures, 'conforming'))).toEqual({ code: 0, divergences: [] });
  });

  it('finds what diverges, once and in its place', async () => {
    const { code, divergences } = await report(fixtureOf(fixtures, 'divergent'));
    const { pointer, place, exit = 1 } = expected[fixtures.id] ?? {};
    const check = fixtures.id === 'rule' ? 'rule/dates-in-order' : fixtures.id;
    expect(divergences).toEqual([expect.objectContaining({ check })]);
    expect(divergences[0].pointer).toBe(pointer);
    if (place === undefined) expect(divergences[0]).not.toHaveProperty('place');
    else expect(divergences[0].place).toMatchObject(place);
    expect(code).toBe(exit);
  });

  it('tells it so that a steward can act on it', async () => {
    const path = fixtureOf(fixtures, 'divergent');
    for (const [locale, name] of [
      ['en', 'expected.txt'],
      ['zh-CN', 'expected.zh-CN.txt'],
    ] as const) {
      await expect(await transcriptOf(path, locale)).toMatchFileSnapshot(`../../${fixtures.folder}/${name}`);
    }
  });
});
