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
  return parts.flatMap((part) => (part.kind === 'record' ? [part.record.value] : []));
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
