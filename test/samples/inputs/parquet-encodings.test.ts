import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { ColumnSource } from 'hyparquet-writer';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { readParquet } from '../../../src/samples/inputs/parquet-batches.ts';
import { defaultParquetLimits } from '../../../src/samples/inputs/parquet-limits.ts';

type Options = Omit<Parameters<typeof parquetWriteBuffer>[0], 'columnData'>;

/** What becomes of one column: its texts, or the reason why there are none. */
function column(source: ColumnSource, options: Options = {}): readonly (string | null)[] | string {
  const bytes = new Uint8Array(parquetWriteBuffer({ ...options, columnData: [source] }));
  const file = { size: bytes.length, read: (at: number, length: number) => bytes.slice(at, at + length) };
  const texts: (string | null)[] = [];
  for (const piece of readParquet(file, defaultParquetLimits)) {
    if ('fault' in piece) return `${piece.fault.reason} ${JSON.stringify(piece.fault.facts)}`;
    if ('batch' in piece) texts.push(...(piece.batch.columns[0]?.texts ?? []));
  }
  return texts;
}

const words = Array.from({ length: 3000 }, (_, index) => `行政区划${String(index).padStart(5, '0')}`);
const numbers = Array.from({ length: 3000 }, (_, index) => (index * 7919) % 10_007);

describe('the values of a column', () => {
  it.each([
    ['GZIP', gzipSync],
    ['BROTLI', brotliCompressSync],
  ] as const)('come from pages packed with %s', (codec, pack) => {
    const compressors = { [codec]: (bytes: Uint8Array) => new Uint8Array(pack(bytes)) };
    expect(column({ name: 'w', data: words, type: 'STRING' }, { codec, compressors })).toEqual(words);
  });

  it.each(['PLAIN', 'DELTA_LENGTH_BYTE_ARRAY', 'DELTA_BYTE_ARRAY', 'RLE_DICTIONARY'] as const)(
    'come from texts in %s',
    (encoding) => {
      expect(column({ name: 'w', data: words, type: 'STRING', encoding })).toEqual(words);
    },
  );

  it.each(['PLAIN', 'DELTA_BINARY_PACKED', 'BYTE_STREAM_SPLIT', 'RLE_DICTIONARY'] as const)(
    'come from numbers in %s',
    (encoding) => {
      expect(column({ name: 'n', data: numbers, type: 'INT32', encoding })).toEqual(numbers.map(String));
    },
  );

  it('come from small pages with holes', () => {
    const holes = words.map((word, index) => (index % 3 === 0 ? null : word));
    expect(column({ name: 'w', data: holes, type: 'STRING' }, { pageSize: 500 })).toEqual(holes);
    expect(column({ name: 'w', data: holes.map(() => null), type: 'STRING' })).toEqual(holes.map(() => null));
  });

  it('come from truth values', () => {
    const flags = numbers.map((value) => value % 2 === 0);
    expect(column({ name: 'b', data: flags, type: 'BOOLEAN' })).toEqual(flags.map(String));
    expect(column({ name: 'b', data: flags, type: 'BOOLEAN', encoding: 'RLE' })).toEqual(flags.map(String));
  });
});
