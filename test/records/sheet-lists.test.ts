import { describe, expect, it } from 'vitest';
import { memoryDocument } from '../../src/cli/library.ts';
import { defaultLimits } from '../../src/documents/limits.ts';
import type { Sheet } from '../../src/model/document.ts';
import type { SheetPart } from '../../src/records/bound-sheet.ts';
import { sheetRecords } from '../../src/records/sheet-records.ts';
import { buildStandard } from '../../src/standards/build-standard.ts';
import { parsePackage } from '../../src/standards/parse-package.ts';
import { packageOf, soundPackage } from '../standards/package-in-memory.ts';

const minimal = { 'fields.csv': 'field\n', 'rules.yaml': '[]\n' };

/** The records that a CSV file becomes under a binding. */
async function records(csv: string, binding: string, schema?: string): Promise<unknown[]> {
  const parts = await partsOf(csv, binding, schema);
  return parts.flatMap((part) => (part.kind === 'record' ? [part.record.value] : []));
}

async function partsOf(csv: string, binding: string, schema?: string): Promise<SheetPart[]> {
  const { kinds, sheets } = await buildStandard(
    await parsePackage(
      packageOf({
        ...soundPackage,
        'standard.yaml': `${soundPackage['standard.yaml'] ?? ''}sheets: { kind: park${binding} }\n`,
        ...(schema === undefined ? {} : { ...minimal, 'schema/park.schema.json': schema }),
      }),
    ),
  );
  const [kind] = kinds;
  if (kind === undefined || sheets === undefined) throw new Error('no binding');
  const parts: SheetPart[] = [];
  for (const sheet of await sheetsOf(csv)) {
    for await (const batch of sheetRecords(sheet, kind, sheets)) parts.push(...batch);
  }
  return parts;
}

async function sheetsOf(csv: string): Promise<Sheet[]> {
  const { source, reader } = memoryDocument({ path: 'parks.csv', department: '', content: csv });
  if (source === undefined || reader === undefined) throw new Error('no reader');
  const sheets: Sheet[] = [];
  for await (const parts of reader.read(source, { limits: defaultLimits, recordsAt: [] })) {
    sheets.push(...parts.flatMap((part) => (part.kind === 'sheet' ? [part.sheet] : [])));
  }
  return sheets;
}

describe('columns for fields inside a list', () => {
  const csv = 'code,名称,name,width\nP1,东湖,北门,4\nP1,东湖,南门,6\n';

  it('fill one element a row where the binding names the list', async () => {
    expect(await records(csv, ', groupBy: /code, items: /gates')).toEqual([
      {
        code: 'P1',
        名称: '东湖',
        gates: [
          { name: '北门', width: 4 },
          { name: '南门', width: 6 },
        ],
      },
    ]);
  });

  it('make the one element of a list that the binding does not name', async () => {
    expect(await records(csv, '')).toEqual([
      { code: 'P1', 名称: '东湖', gates: [{ name: '北门', width: 4 }] },
      { code: 'P1', 名称: '东湖', gates: [{ name: '南门', width: 6 }] },
    ]);
  });

  it('are no list where the standard has an object with numbers for names', async () => {
    const years = { type: 'object', properties: { 2017: { type: 'number' }, 2018: { type: 'number' } } };
    const schema = {
      type: 'object',
      properties: {
        code: { type: 'string' },
        名称: { type: 'string' },
        kind: { type: 'string' },
        near: { type: 'array', items: { type: 'string' } },
        visitors: years,
      },
    };
    expect(await records('code,2017,2018\nP1,40,50\n', '', JSON.stringify(schema))).toEqual([
      { code: 'P1', visitors: { 2017: 40, 2018: 50 } },
    ]);
  });
});

describe('a record of very many rows', () => {
  const rows = (count: number) => `code,名称,name,width\n${'P1,东湖,北门,4\n'.repeat(count)}P2,西湖,南门,6\n`;

  it('is read to its limit, which is said once, and the next record after it', async () => {
    for (const [count, read, faults] of [
      [20_000, 20_000, 0],
      [20_001, 20_000, 1],
      [30_000, 20_000, 1],
    ] as const) {
      const parts = await partsOf(rows(count), ', groupBy: /code, items: /gates');
      const values = parts.flatMap((part) => (part.kind === 'record' ? [part.record.value] : []));
      expect(values.map((value) => (value as { gates: unknown[] }).gates.length)).toEqual([read, 1]);
      const said = parts.flatMap((part) => (part.kind === 'fault' ? [part.fault] : []));
      expect(said).toHaveLength(faults);
      if (faults > 0)
        expect(said[0]).toMatchObject({ reason: 'too-many-rows', place: { line: 20_002, row: 20_001 } });
    }
  });

  it('finds the places of its lists at once', async () => {
    const parts = await partsOf(rows(20_000), ', groupBy: /code, items: /gates');
    const [record] = parts.flatMap((part) => (part.kind === 'record' ? [part.record] : []));
    expect(record?.locate('/gates').place).toMatchObject({ line: 2 });
    for (let index = 0; index < 20_000; index += 1)
      expect(record?.locate(`/gates/${index}/none`).place).toMatchObject({ line: index + 2 });
  });
});
