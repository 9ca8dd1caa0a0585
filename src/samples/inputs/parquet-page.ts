import type { CompressionCodec, PageHeader, ParquetType } from 'hyparquet';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { deltaBinaryUnpack, deltaLengthByteArray } from 'hyparquet/src/delta.js';
import { byteStreamSplit } from 'hyparquet/src/encoding.js';
import { readPlain } from 'hyparquet/src/plain.js';
import { codecs } from './parquet-codecs.ts';
import { readRuns } from './parquet-runs.ts';
import { damaged, ParquetTrouble } from './parquet-trouble.ts';

/** How the values of a flat column are stored. */
export interface PageLayout {
  readonly type: ParquetType;
  /** Bytes of a value of fixed length. */
  readonly typeLength: number | undefined;
  readonly isOptional: boolean;
  readonly codec: CompressionCodec;
  /** Bytes that the values of a page may take together. */
  readonly pageBytes: number;
}

type Values = ArrayLike<unknown>;

/** The values of a page as they are stored: numbers, bigints, booleans or bytes. */
export interface Page {
  readonly count: number;
  /** By row of the page: 1 where it has a value. Undefined: all have. */
  readonly present: Int32Array | undefined;
  /** The values of the rows that have one; or their numbers in the dictionary. */
  readonly values: Values;
  readonly isIndexed: boolean;
}

/** What a page header says of its values. */
interface Contents {
  readonly count: number;
  readonly encoding: string;
}

/** How many values a page says it holds, and how. */
export function contentsOf({ data_page_header: one, data_page_header_v2: two }: PageHeader): Contents {
  const said = one ?? two;
  if (said === undefined) throw damaged('page header');
  // The library knows the names of those that the format has.
  return { count: said.num_values, encoding: said.encoding ?? 'unknown' };
}

/** The values of a dictionary page. */
export function readDictionary(header: PageHeader, stored: Uint8Array, layout: PageLayout): Values {
  const count = header.dictionary_page_header?.num_values ?? -1;
  // No value of a dictionary takes less than a byte.
  if (!(count >= 0 && count <= header.uncompressed_page_size)) throw damaged('page header');
  return readValues(
    { count, encoding: 'PLAIN' },
    unpacked(stored, header.uncompressed_page_size, layout),
    layout,
  );
}

/** The values of a data page, of either version. */
export function readDataPage(header: PageHeader, stored: Uint8Array, layout: PageLayout): Page {
  const { count, encoding } = contentsOf(header);
  const { bytes, levels } = header.data_page_header_v2
    ? parts(header, stored, layout)
    : joined(header, stored, layout);
  const present =
    levels === undefined ? undefined : readRuns({ bytes: levels, from: 0, to: levels.length }, 1, count);
  let filled = count;
  if (present !== undefined) filled = present.reduce((sum, level) => sum + level, 0);
  return {
    count,
    present: filled === count ? undefined : present,
    values: readValues({ count: filled, encoding }, bytes, layout),
    isIndexed: encoding.endsWith('_DICTIONARY'),
  };
}

/** Version 1: levels and values are packed together; the length of the levels stands before them. */
function joined(
  header: PageHeader,
  stored: Uint8Array,
  layout: PageLayout,
): { bytes: Uint8Array; levels?: Uint8Array } {
  const bytes = unpacked(stored, header.uncompressed_page_size, layout);
  if (!layout.isOptional) return { bytes };
  const length = viewOf(bytes).getUint32(0, true);
  if (length > bytes.length - 4) throw damaged('page');
  return { levels: bytes.subarray(4, 4 + length), bytes: bytes.subarray(4 + length) };
}

/** Version 2: levels stand unpacked before the packed values. */
function parts(
  header: PageHeader,
  stored: Uint8Array,
  layout: PageLayout,
): { bytes: Uint8Array; levels?: Uint8Array } {
  const said = header.data_page_header_v2;
  if (said === undefined) throw damaged('page header');
  const { repetition_levels_byte_length: skipped, definition_levels_byte_length: length } = said;
  if (!(skipped >= 0 && length >= 0) || skipped + length > stored.length) throw damaged('page header');
  const rest = stored.subarray(skipped + length);
  const size = header.uncompressed_page_size - skipped - length;
  const bytes = said.is_compressed === false ? rest : unpacked(rest, size, layout);
  return layout.isOptional ? { bytes, levels: stored.subarray(skipped, skipped + length) } : { bytes };
}

function unpacked(stored: Uint8Array, size: number, { codec }: PageLayout): Uint8Array {
  if (size < 0) throw damaged('page header');
  // Some writers pack nothing at all into nothing at all.
  return size === 0 ? new Uint8Array(0) : decompressPage(stored, size, codec, codecs);
}

function readValues({ count, encoding }: Contents, bytes: Uint8Array, layout: PageLayout): Values {
  const reader = { view: viewOf(bytes), offset: 0 };
  if (count === 0) return [];
  switch (encoding) {
    case 'PLAIN':
      return readPlain(reader, layout.type, count, layout.typeLength);
    case 'PLAIN_DICTIONARY':
    case 'RLE_DICTIONARY':
      return readRuns({ bytes, from: 1, to: bytes.length }, reader.view.getUint8(0), count);
    case 'RLE':
      return Array.from(readRuns({ bytes, from: 4, to: bytes.length }, 1, count), (bit) => bit === 1);
    case 'BYTE_STREAM_SPLIT':
      return byteStreamSplit(reader, count, layout.type, layout.typeLength);
    case 'DELTA_BINARY_PACKED':
      return deltas(reader, count, layout.type);
    case 'DELTA_LENGTH_BYTE_ARRAY':
      return lengthsFirst(reader, count);
    case 'DELTA_BYTE_ARRAY':
      return prefixed(reader, count, layout.pageBytes);
    default:
      throw new ParquetTrouble('parquet-unsupported', { what: `encoding ${encoding}` });
  }
}

type ByteReader = Parameters<typeof deltaBinaryUnpack>[0];

function deltas(reader: ByteReader, count: number, type: ParquetType): Int32Array | BigInt64Array {
  const values = type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count);
  deltaBinaryUnpack(reader, count, values);
  return values;
}

function lengthsFirst(reader: ByteReader, count: number): Uint8Array[] {
  const values = new Array<Uint8Array>(count);
  deltaLengthByteArray(reader, count, values);
  return values;
}

/** Each value repeats so many bytes of the one before: a small page may stand for any number of bytes. */
function prefixed(reader: ByteReader, count: number, limit: number): Uint8Array[] {
  const shared = new Int32Array(count);
  deltaBinaryUnpack(reader, count, shared);
  const own = new Int32Array(count);
  deltaBinaryUnpack(reader, count, own);
  const { view } = reader;
  const values: Uint8Array[] = [];
  let before: Uint8Array = new Uint8Array(0);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const [prefix, length] = [shared[index] ?? 0, own[index] ?? 0];
    if (!(prefix >= 0 && prefix <= before.length && length >= 0)) throw damaged('page');
    total += prefix + length;
    if (total > limit) throw new ParquetTrouble('parquet-bomb');
    const rest = new Uint8Array(view.buffer, view.byteOffset + reader.offset, length);
    reader.offset += length;
    const value = new Uint8Array(prefix + length);
    value.set(before.subarray(0, prefix));
    value.set(rest, prefix);
    values.push(value);
    before = value;
  }
  return values;
}

function viewOf(bytes: Uint8Array): DataView<ArrayBuffer> {
  return new DataView(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
}
