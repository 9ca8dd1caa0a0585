import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/documents/limits.ts';
import type { SampleDeclaration } from '../../src/model/data-item.ts';
import type { Source } from '../../src/model/source.ts';
import { checkSample } from '../../src/samples/check-sample.ts';
import { emptyDeclaration } from '../../src/samples/declare/empty-declaration.ts';
import { brokenReferences } from '../../src/samples/keys/key-access.ts';
import type { SampleOutcome } from '../../src/samples/sample-outcome.ts';
import { scanStretch } from '../../src/samples/scan-stretch.ts';
import { MemorySpill } from './keys/naive.ts';

type Rows = readonly (readonly string[])[];

const headings = ['id', 'unit', 'note'] as const;

/** A table with a reference of `unit` and `note` to `id` and `note`. */
const declaration: SampleDeclaration = {
  ...emptyDeclaration,
  name: 'units',
  items: headings.map((name, at) => ({
    name,
    aliases: [],
    pointer: `/fields/${at}`,
    type: 'any',
    isMandatory: true,
    isRequired: false,
  })),
  references: [{ items: [1, 2], to: '', toNames: ['id', 'note'], pointer: '/foreignKeys/0' }],
};

function sourceOf(path: string, text: string): Source {
  const bytes = new TextEncoder().encode(text);
  return {
    path,
    size: bytes.length,
    async *chunks() {
      yield bytes.slice();
    },
    async *range(from, to) {
      yield bytes.slice(from, to);
    },
  };
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const writers: Readonly<Record<string, (rows: Rows) => string>> = {
  'a.csv': (rows) => [headings, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join(''),
  'a.ndjson': (rows) =>
    rows
      .map((row) => `${JSON.stringify(Object.fromEntries(headings.map((name, at) => [name, row[at]])))}\n`)
      .join(''),
  // Members that are empty are left out, so that columns come late.
  'a.json': (rows) =>
    JSON.stringify(
      rows.map((row) =>
        Object.fromEntries(headings.flatMap((name, at) => (row[at] === '' ? [] : [[name, row[at]]]))),
      ),
    ),
};

async function check(path: string, rows: Rows, small = false): Promise<SampleOutcome | undefined> {
  const source = sourceOf(path, writers[path]?.(rows) ?? '');
  const { outcomes } = await checkSample(source, {
    declaration,
    targets: [['id', 'note']],
    profile: 'gbt-45574',
    today: '2026-05-01',
    limits: defaultLimits,
    scanners: small ? [(task) => scanStretch(task, source)] : [],
    spill: new MemorySpill(),
  });
  return outcomes[0];
}

function sameRows(rows: Rows) {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(JSON.stringify(row), (counts.get(JSON.stringify(row)) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  return { rows: repeated.reduce((sum, count) => sum + count, 0), keys: repeated.length };
}

function broken(references: Rows, keys: Rows) {
  const known = new Set(keys.map(([id, , note]) => JSON.stringify([id, note])));
  const isBroken = ([, unit = '', note = '']: readonly string[]): boolean =>
    unit !== '' && note !== '' && !known.has(JSON.stringify([unit, note]));
  const rows = references.flatMap((row, at) => (isBroken(row) ? [at] : []));
  return { rows: rows.length, first: rows.slice(0, 5) };
}

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', 'A', 'B', 'C', '民政局', 'a"b', 'x,y', '两\n行') },
  { weight: 1, arbitrary: fc.stringMatching(/^[ -~一-龥]{1,40}$/) },
);
const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 });
const path = fc.constantFrom(...Object.keys(writers));

describe('rows that are the same in every cell', () => {
  it('are counted whatever the format is, empty cells included', async () => {
    await fc.assert(
      fc.asyncProperty(rows, path, async (table, format) => {
        // JSON without a single member has no rows of a table.
        fc.pre(table.some((row) => row.some((text) => text !== '')));
        const { sameRows: found } = (await check(format, table)) ?? {};
        expect({ rows: found?.rows, keys: found?.keys }).toEqual(sameRows(table));
      }),
      { numRuns: 150 },
    );
  });

  it('are not looked for where a primary key tells rows apart', async () => {
    const source = sourceOf('a.csv', 'id,unit,note\n1,A,\n1,A,\n');
    const keys = [{ kind: 'primary', items: [0], pointer: '/primaryKey' }] as const;
    const { outcomes } = await checkSample(source, {
      declaration: { ...declaration, keys },
      targets: [],
      profile: 'gbt-45574',
      today: '2026-05-01',
      limits: defaultLimits,
      scanners: [],
    });
    expect(outcomes[0]?.sameRows).toBeUndefined();
    expect(outcomes[0]?.duplicates).toHaveLength(1);
  });

  it('leaves rows out that have another number of cells', async () => {
    const source = sourceOf('a.csv', 'id,unit,note\n1,A\n1,A\n2,B,\n2,B,\n');
    const { outcomes } = await checkSample(source, {
      declaration,
      targets: [],
      profile: 'gbt-45574',
      today: '2026-05-01',
      limits: defaultLimits,
      scanners: [],
    });
    expect(outcomes[0]?.sameRows).toMatchObject({
      rows: 2,
      keys: 1,
      first: [{ second: { row: 3, line: 4 } }],
    });
  });
});

describe('references between tables', () => {
  it('are looked up exactly, from any format to any other', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        path,
        fc.array(fc.tuple(rows, path), { minLength: 1, maxLength: 2 }),
        async (table, format, others) => {
          const own = await check(format, table);
          const reference = own?.references[0];
          // A column that no row fills does not exist in JSON.
          fc.pre(reference !== undefined);
          const outcomes = await Promise.all(others.map(([other, form]) => check(form, other)));
          const targets = outcomes.flatMap((outcome) => outcome?.targets[0] ?? []);
          if (reference === undefined) return;
          const found = await brokenReferences(reference, targets);
          const keys = others.flatMap(([other]) => other).filter(([id, , note]) => id !== '' && note !== '');
          expect({ rows: found.rows, first: found.first.map(({ row }) => row) }).toEqual(broken(table, keys));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a large file in stretches', () => {
  const count = 200_000;
  const filler = '统计局'.repeat(8);
  const table: string[][] = Array.from({ length: count }, (_, at) => [
    String(at),
    String((at * 7919) % count),
    `${filler}${at % 3}`,
  ]);
  // Far apart, so that they lie in different stretches.
  table[count - 5] = [...(table[3] ?? [])];
  table[count - 1] = ['', '', ''];
  table[9] = ['', '', ''];

  it('gives what one pass gives', async () => {
    const [whole, split] = [await check('a.csv', table), await check('a.csv', table, true)];
    expect(split?.sameRows).toEqual(whole?.sameRows);
    expect(whole?.sameRows).toMatchObject(sameRows(table));
    expect(whole?.part).toEqual(split?.part);
    const found = await Promise.all(
      [whole, split].map(async (outcome) => {
        const [reference, target] = [outcome?.references[0], outcome?.targets[0]];
        return reference && target ? brokenReferences(reference, [target]) : undefined;
      }),
    );
    const keys = table.filter(([id, , note]) => id !== '' && note !== '');
    expect(found[0]).toMatchObject({ rows: broken(table, keys).rows });
    expect(found[1]).toEqual(found[0]);
  }, 60_000);
});
