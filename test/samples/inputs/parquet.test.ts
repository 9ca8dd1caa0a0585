import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ColumnSource, SchemaElement } from 'hyparquet-writer';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, it } from 'vitest';
import type { ParquetOptions } from '../../../src/cli/parquet-rows.ts';
import { parquetRows } from '../../../src/cli/parquet-rows.ts';
import { readParquet } from '../../../src/samples/inputs/parquet-batches.ts';
import type { ByteFile } from '../../../src/samples/inputs/parquet-footer.ts';
import { defaultParquetLimits } from '../../../src/samples/inputs/parquet-limits.ts';
import { readTables } from '../../support/rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;

function stored(bytes: Uint8Array): string {
  files += 1;
  const path = join(folder, `${files}.parquet`);
  writeFileSync(path, bytes);
  return path;
}

function written(options: {
  columnData: ColumnSource[];
  schema?: SchemaElement[];
  rowGroupSize?: number;
  codec?: 'UNCOMPRESSED';
}): Uint8Array {
  return new Uint8Array(parquetWriteBuffer(options));
}

/** Through the thread, from a file. */
function read(bytes: Uint8Array, options?: ParquetOptions) {
  return readTables(parquetRows(stored(bytes), options));
}

const people = written({
  rowGroupSize: 3,
  columnData: [
    { name: '姓名', data: ['张三', '李四', null, '王五', '王五'], type: 'STRING' },
    { name: 'id', data: [9_007_199_254_740_993n, -1n, null, 12_345_678_901_234_567n, 5n], type: 'INT64' },
    { name: 'score', data: [0.1, 1, 2.5, null, 1e21], type: 'FLOAT' },
    {
      name: 'at',
      data: [new Date('2017-05-01T12:00:00.5Z'), new Date(0), null, null, new Date(-1)],
      type: 'TIMESTAMP',
    },
    { name: '有效', data: [true, false, null, true, true], type: 'BOOLEAN' },
  ],
});

describe('values of a Parquet file', () => {
  it('come with all their digits, nothing told apart from the empty text', async () => {
    const { tables, faults } = await read(people);
    expect(faults).toEqual([]);
    expect(tables[0]?.headings).toEqual(['姓名', 'id', 'score', 'at', '有效']);
    expect(tables[0]?.rows).toEqual([
      ['text:张三', 'number:9007199254740993', 'number:0.1', 'date:2017-05-01T12:00:00.5Z', 'boolean:true'],
      ['text:李四', 'number:-1', 'number:1', 'date:1970-01-01T00:00:00Z', 'boolean:false'],
      ['null:', 'null:', 'number:2.5', 'null:', 'null:'],
      ['text:王五', 'number:12345678901234567', 'null:', 'null:', 'boolean:true'],
      ['text:王五', 'number:5', 'number:1e+21', 'date:1969-12-31T23:59:59.999Z', 'boolean:true'],
    ]);
    expect(tables[0]?.rowNumbers).toEqual([0, 1, 2, 3, 4]);
    expect(tables[0]?.source.rows).toBe(5);
    expect(tables[0]?.source.place({ row: 3 }, 1)).toEqual({ line: 4, row: 4, columnName: 'id' });
  });

  it('are dates, times, decimals and unsigned numbers where the file says so', async () => {
    const leaf = (name: string, rest: Omit<SchemaElement, 'name' | 'repetition_type'>): SchemaElement => ({
      name,
      repetition_type: 'OPTIONAL',
      ...rest,
    });
    const bytes = written({
      columnData: [
        { name: 'day', data: [17_287, -1, null] },
        { name: 'amount', data: [1234, -5, null] },
        { name: 'count', data: [4_294_967_295, 7, null] },
        { name: 'clock', data: [43_200_500, 0, null] },
        { name: 'local', data: [1_493_640_000_000_001n, -1n, null] },
        { name: 'uuid', data: [new Uint8Array(16).fill(0xab), new Uint8Array(16), null] },
      ],
      schema: [
        { name: 'root', num_children: 6 },
        leaf('day', { type: 'INT32', logical_type: { type: 'DATE' } }),
        leaf('amount', { type: 'INT32', logical_type: { type: 'DECIMAL', scale: 2, precision: 9 } }),
        leaf('count', { type: 'INT32', logical_type: { type: 'INTEGER', bitWidth: 32, isSigned: false } }),
        leaf('clock', {
          type: 'INT32',
          logical_type: { type: 'TIME', isAdjustedToUTC: false, unit: 'MILLIS' },
        }),
        leaf('local', {
          type: 'INT64',
          logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' },
        }),
        leaf('uuid', { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, logical_type: { type: 'UUID' } }),
      ],
    });
    const { tables, faults } = await read(bytes);
    expect(faults).toEqual([]);
    expect(tables[0]?.rows.slice(0, 2)).toEqual([
      [
        'date:2017-05-01',
        'number:12.34',
        'number:4294967295',
        'date:12:00:00.5',
        'date:2017-05-01T12:00:00.000001',
        'text:abababab-abab-abab-abab-abababababab',
      ],
      [
        'date:1969-12-31',
        'number:-0.05',
        'number:7',
        'date:00:00:00',
        'date:1969-12-31T23:59:59.999999',
        'text:00000000-0000-0000-0000-000000000000',
      ],
    ]);
  });

  it('come in batches of bounded size, from several pages and row groups', async () => {
    const count = 12_345;
    const names = Array.from({ length: count }, (_, index) => (index % 7 === 0 ? null : `单位${index % 50}`));
    const bytes = written({
      rowGroupSize: 5000,
      columnData: [
        { name: 'n', data: Array.from({ length: count }, (_, index) => index), type: 'INT32' },
        { name: 'name', data: names, type: 'STRING' },
      ],
    });
    const { tables, faults } = await read(bytes);
    expect(faults).toEqual([]);
    expect(tables[0]?.rows.length).toBe(count);
    expect(
      tables[0]?.rows.every(
        ([n, name], at) =>
          n === `number:${at}` && name === (names[at] === null ? 'null:' : `text:${names[at]}`),
      ),
    ).toBe(true);
  });

  it('are not read where they are nested, which is said; the other columns are', async () => {
    const bytes = written({
      columnData: [
        { name: 'id', data: [1, 2] },
        { name: 'tags', data: [['a'], ['b', 'c']] },
        { name: 'last', data: ['x', 'y'] },
      ],
      schema: [
        { name: 'root', num_children: 3 },
        { name: 'id', type: 'INT32', repetition_type: 'REQUIRED' },
        { name: 'tags', repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
        { name: 'last', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      ],
    });
    const { tables, faults } = await read(bytes);
    expect(faults).toEqual([]);
    expect(tables[0]?.source.unreadable).toEqual(['tags']);
    expect(tables[0]?.rows).toEqual([
      ['number:1', 'object:', 'text:x'],
      ['number:2', 'object:', 'text:y'],
    ]);
  });
});

describe('a Parquet file that cannot be read', () => {
  const reasonOf = async (bytes: Uint8Array, options?: ParquetOptions): Promise<readonly string[]> => {
    const { tables, faults } = await read(bytes, options);
    return [...faults, ...tables.flatMap((table) => table.faults)].map(
      ({ check, reason }) => `${check} ${reason}`,
    );
  };

  it.each([
    ['is empty', new Uint8Array(0), 'empty'],
    ['is something else', new TextEncoder().encode('姓名,编号\n张三,1\n'), 'not-parquet'],
    ['is cut off', people.subarray(0, people.length - 100), 'truncated'],
    [
      'has an encrypted footer',
      Uint8Array.of(...people.subarray(0, people.length - 4), 0x50, 0x41, 0x52, 0x45),
      'encrypted',
    ],
  ])('%s: one fault', async (_, bytes, reason) => {
    expect(await reasonOf(bytes)).toEqual([`document/unreadable ${reason}`]);
  });

  it('promises more rows than it could hold: refused before they are read', async () => {
    const limits = { ...defaultParquetLimits, freeRows: 4, rowsPerByte: 0 };
    expect(await reasonOf(people, { limits })).toEqual(['document/unreadable implausible-rows']);
  });

  it('has more columns than a table has: refused', async () => {
    const limits = { ...defaultParquetLimits, columns: 2 };
    expect(await reasonOf(people, { limits })).toEqual(['document/unreadable too-many-columns']);
  });

  it('is gone, or a folder', async () => {
    const { faults } = await readTables(parquetRows(join(folder, 'nowhere.parquet')));
    expect(faults.map(({ reason }) => reason)).toEqual(['vanished']);
    const { faults: others } = await readTables(parquetRows(folder));
    expect(others.map(({ reason }) => reason)).toEqual(['not-regular']);
  });

  it('grows shorter while it is read', async () => {
    const count = 200_000;
    const path = stored(
      written({
        rowGroupSize: 1000,
        codec: 'UNCOMPRESSED',
        columnData: [
          { name: 'n', data: Array.from({ length: count }, (_, index) => index * 7919), type: 'INT32' },
        ],
      }),
    );
    const reasons: string[] = [];
    for await (const source of parquetRows(path)) {
      if ('check' in source) break;
      for await (const piece of source.batches()) {
        if ('reason' in piece) reasons.push(piece.reason);
        truncateSync(path, 1000);
      }
    }
    expect(reasons).toEqual(['changed']);
  });

  it('takes too long: the thread is ended, and said where it stood', async () => {
    const { faults } = await read(people, { patience: 0 });
    expect(faults).toMatchObject([
      { check: 'document/unreadable', reason: 'no-progress', place: { row: 1 } },
    ]);
  });

  it('keeps the row groups that are whole', () => {
    const bytes = people.slice();
    const pieces = [...readParquet(inMemory(bytes), defaultParquetLimits)];
    expect(pieces.filter((piece) => 'batch' in piece)).toHaveLength(2);
    // The bytes behind the first magic are the first page of the first row group.
    bytes.fill(0xff, 4, 40);
    const damaged = [...readParquet(inMemory(bytes), defaultParquetLimits)];
    expect(damaged.map((piece) => Object.keys(piece)[0])).toEqual(['head', 'fault', 'batch']);
    expect(damaged[1]).toMatchObject({
      fault: { reason: 'parquet-damaged', place: { row: 1 }, facts: { group: 1, rows: 3 } },
    });
    expect(damaged[2]).toMatchObject({ batch: { row: 3, count: 2 } });
  });
});

function inMemory(bytes: Uint8Array): ByteFile {
  return {
    size: bytes.length,
    read: (offset, length) => {
      if (offset + length > bytes.length) throw new Error('not there');
      return bytes.slice(offset, offset + length);
    },
  };
}

/** The same numbers on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('flipped bits', () => {
  const plain = written({
    rowGroupSize: 40,
    columnData: [
      { name: '编号', data: Array.from({ length: 60 }, (_, index) => `A${1000 + index}`), type: 'STRING' },
      {
        name: '类别',
        data: Array.from({ length: 60 }, (_, index) => ['甲', '乙', null][index % 3]),
        type: 'STRING',
      },
      { name: 'n', data: Array.from({ length: 60 }, (_, index) => BigInt(index) ** 5n), type: 'INT64' },
    ],
  });

  it('300 of them, one at a time, end in rows or in one fault, in bounded time, in a thread', async () => {
    const random = generator(7);
    const outcomes = new Map<string, number>();
    for (let index = 0; index < 300; index += 1) {
      const bytes = plain.slice();
      const bit = random(bytes.length * 8);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const { tables, faults } = await read(bytes, { patience: 10_000, memory: 128 });
      const all = [...faults, ...tables.flatMap((table) => table.faults)];
      expect(all.length).toBeLessThanOrEqual(1);
      for (const { check } of all) expect(check).toBe('document/unreadable');
      if (all.length === 0) expect(tables[0]?.rows.length).toBe(60);
      const outcome = all[0]?.reason ?? 'rows';
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect(outcomes.get('rows')).toBeGreaterThan(0);
    expect(outcomes.get('parquet-damaged')).toBeGreaterThan(0);
  }, 300_000);
});
