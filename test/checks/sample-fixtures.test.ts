import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';
import type { SampleCase } from './sample-cases.ts';
import { sampleCases, sampleTranscript } from './sample-cases.ts';

interface Expected {
  readonly facts: object;
  readonly place?: object;
  /** The exit code where it is not 1. */
  readonly exit?: 0;
  /** What the record itself is told beside it. */
  readonly also?: readonly string[];
}

/** What is found of the one divergence of each `divergent-<case>`, counted by hand. */
const expected: Readonly<Record<string, Expected>> = {
  'sample/missing no-file': { facts: { reason: 'not-found' } },
  'sample/undeclared no-record': { facts: { reason: 'no-record' } },
  'sample/claim bytes': { facts: { claim: 'bytes', declared: '2048', found: '62' } },
  'column/missing sample': { facts: { expected: '床位数', rows: 2 }, place: { line: 1 } },
  'column/unknown sample': { facts: { found: '备注', rows: 2 }, exit: 0 },
  'column/renamed sample': { facts: { found: '备案日其', expected: '备案日期', rows: 2 } },
  'column/duplicate heading': { facts: { column: '机构名称', count: 2, positions: ['2', '4'] } },
  'column/order swapped': { facts: { column: '床位数', position: 2, expected: 3, count: 1 }, exit: 0 },
  'row/ragged sample': { facts: { count: 2, of: 3, cells: 4, expected: 3 }, place: { line: 3, row: 2 } },
  'row/duplicate exported-twice': { facts: { count: 2, of: 3, groups: 1 }, exit: 0 },
  'cell/blank required': {
    facts: { column: '机构名称', reason: 'empty', count: 1, of: 3 },
    place: { line: 3, row: 2, columnName: '机构名称' },
  },
  'cell/type date-style': {
    facts: { column: '备案日期', reason: 'other-style', style: 'CCYYMMDD', count: 3, of: 4, safe: true },
    place: { line: 3, row: 2, columnName: '备案日期' },
  },
  'cell/type not-number': {
    facts: { column: '床位数', reason: 'not-integer', count: 1, of: 3 },
    place: { line: 3, row: 2, columnName: '床位数' },
  },
  'cell/format check-character': {
    facts: { column: '统一社会信用代码', reason: 'check-character', format: 'uscc', count: 1, of: 3 },
    place: { line: 3, row: 2 },
  },
  'cell/length too-long': {
    facts: { column: '简称', reason: 'too-long', maximum: 8, unit: 'characters', count: 2, of: 3 },
    place: { line: 3, row: 2 },
  },
  'cell/precision decimals': {
    facts: { column: '面积', reason: 'decimals', decimals: 2, count: 1, of: 3 },
    place: { line: 3, row: 2 },
  },
  'cell/range maximum': {
    facts: { column: '年份', reason: 'maximum', count: 1, of: 3 },
    place: { line: 3, row: 2 },
  },
  'cell/pattern route': {
    facts: { column: '线路', reason: 'pattern', count: 1, of: 3 },
    place: { line: 3, row: 2 },
  },
  'cell/code enum': {
    facts: { column: '等级', reason: 'unknown', count: 1, of: 3 },
    place: { line: 3, row: 2 },
  },
  'cell/text-quality edge-space': {
    facts: { column: '行政区划代码', reason: 'edge-space', count: 1, of: 3, safe: true },
    place: { line: 3, row: 2 },
    exit: 0,
  },
  'key/duplicate primary': {
    facts: { keys: ['编号'], kind: 'primary', reason: 'duplicate', count: 2, of: 3, groups: 1 },
    place: { line: 4, row: 3 },
  },
  'key/broken self': {
    facts: { keys: ['上级编号'], toKeys: ['编号'], reason: 'not-found', count: 1, of: 3 },
    place: { line: 4, row: 3 },
  },
  'privacy/sensitive open': { facts: { column: '登记号', count: 2, access: 'open' } },
  'privacy/personal open': {
    facts: { column: '姓名', count: 2, access: 'open' },
    exit: 0,
    also: ['rule/personal-items-shared-freely'],
  },
};

const divergent = sampleCases.filter(({ kind }) => kind === 'divergent');
const conforming = sampleCases.filter(({ kind }) => kind === 'conforming');
const nameOf = ({ id, name }: SampleCase): string => `${id} ${name}`;

it('every case says what is to be found, and has its conforming twin', () => {
  expect(divergent.map(nameOf).sort()).toEqual(Object.keys(expected).sort());
  expect(conforming.map(nameOf).sort()).toEqual(Object.keys(expected).sort());
});

it.each(sampleCases.map((one) => [one.folder] as const))('%s holds what declares the data', (folder) => {
  const declaring = readdirSync(folder).filter((name) => /^(?:schema|datapackage|record)\./.test(name));
  expect(declaring).toHaveLength(1);
});

it.each(divergent.map((one) => [nameOf(one), one] as const))(
  '%s differs from its twin in the table or in what declares it, not in both',
  (_, { folder }) => {
    const twin = folder.replace('/divergent-', '/conforming-');
    const differing = [...new Set([...readdirSync(folder), ...readdirSync(twin)])].filter(
      (name) => !name.startsWith('expected.') && textIn(`${folder}/${name}`) !== textIn(`${twin}/${name}`),
    );
    expect(differing).toHaveLength(1);
  },
);

function textIn(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

interface Told {
  readonly check: string;
}

async function told({ args }: SampleCase): Promise<{ code: number; divergences: readonly Told[] }> {
  const { code, out } = await run(['check', ...args, '--format', 'json']);
  return { code, divergences: JSON.parse(out).divergences };
}

const withName = (cases: readonly SampleCase[]) => cases.map((one) => ({ name: nameOf(one), one }));

describe.each(withName(conforming))('$name', ({ one }) => {
  it('says nothing of what conforms', async () => {
    expect(await told(one)).toEqual({ code: 0, divergences: [] });
  });
});

describe.each(withName(divergent))('$name', ({ one, name }) => {
  const { facts, place = {}, exit = 1, also = [] } = expected[name] ?? { facts: {} };

  it('finds what diverges, once and in its place', async () => {
    const result = await told(one);
    const found = result.divergences.filter(({ check }) => !also.includes(check));
    expect(found).toMatchObject([{ check: one.id, facts }]);
    if (Object.keys(place).length > 0) expect(found).toMatchObject([{ place }]);
    expect(result.code).toBe(exit);
  });

  it('tells it so that a steward can act on it', async () => {
    for (const [locale, file] of [
      ['en', 'expected.txt'],
      ['zh-CN', 'expected.zh-CN.txt'],
    ] as const) {
      await expect(await sampleTranscript(one, locale)).toMatchFileSnapshot(`../../${one.folder}/${file}`);
    }
  });
});
