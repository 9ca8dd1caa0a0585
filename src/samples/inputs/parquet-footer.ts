import type { FileMetaData, RowGroup, SchemaElement } from 'hyparquet';
import { parquetMetadata, parquetSchema } from 'hyparquet';
import type { ParquetLimits } from './parquet-limits.ts';
import { damaged, ParquetTrouble } from './parquet-trouble.ts';
import type { ValueReader } from './parquet-values.ts';
import { valueReader } from './parquet-values.ts';

/** A file that is read by ranges. */
export interface ByteFile {
  readonly size: number;
  /** Exactly these bytes, in memory of their own. @throws where they are not all there. */
  read(offset: number, length: number): Uint8Array<ArrayBuffer>;
}

/** A top-level column. */
export interface ParquetColumn {
  readonly name: string;
  readonly element: SchemaElement;
  /** Undefined where the column is nested, or its values are nothing a person reads. */
  readonly reader: ValueReader | undefined;
  /** Where its chunk stands in every row group. */
  readonly leaf: number;
  readonly isNested: boolean;
}

export interface ParquetFooter {
  readonly columns: readonly ParquetColumn[];
  readonly rows: number;
  readonly groups: readonly { readonly rows: number; readonly chunks: RowGroup['columns'] }[];
}

const magic = 0x31_52_41_50;
const magicEncrypted = 0x45_52_41_50;
/** Magic at both ends and the length of the footer. */
const smallest = 12;

/** The footer of a file, with everything in it that reading relies on proven plausible. @throws ParquetTrouble */
export function readFooter(file: ByteFile, limits: ParquetLimits): ParquetFooter {
  if (file.size === 0) throw new ParquetTrouble('empty');
  if (file.size < smallest) throw new ParquetTrouble('not-parquet');
  const tail = viewOf(file.read(file.size - 8, 8));
  if (tail.getUint32(4, true) === magicEncrypted) throw new ParquetTrouble('encrypted');
  const starts = viewOf(file.read(0, 4)).getUint32(0, true) === magic;
  if (tail.getUint32(4, true) !== magic) throw new ParquetTrouble(starts ? 'truncated' : 'not-parquet');
  const length = tail.getUint32(0, true);
  if (!starts || length > file.size - smallest) throw damaged('footer');
  if (length > limits.footerBytes) throw new ParquetTrouble('too-large', { limit: limits.footerBytes });
  const metadata = parquetMetadata(file.read(file.size - 8 - length, length + 8), {
    geoparquet: false,
    parsers,
  });
  return examined(metadata, file, limits);
}

function viewOf(bytes: Uint8Array<ArrayBuffer>): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Statistics are not looked at: their values need no dates. */
const parsers = {
  timestampFromMilliseconds: same,
  timestampFromMicroseconds: same,
  timestampFromNanoseconds: same,
  dateFromDays: same,
  stringFromBytes: same,
  jsonFromBytes: same,
  geometryFromBytes: same,
  geographyFromBytes: same,
  uuidFromBytes: same,
};

function same<T>(value: T): T {
  return value;
}

function examined(metadata: FileMetaData, file: ByteFile, limits: ParquetLimits): ParquetFooter {
  const columns = columnsOf(metadata, limits);
  const rows = countOf(metadata.num_rows);
  if (rows > limits.freeRows && rows > file.size * limits.rowsPerByte)
    throw new ParquetTrouble('implausible-rows', { rows });
  if (metadata.row_groups.length > limits.rowGroups)
    throw new ParquetTrouble('too-large', { limit: limits.rowGroups });
  const leaves = metadata.schema.filter(({ type }) => type !== undefined).length;
  const groups = metadata.row_groups.map(({ num_rows, columns: chunks }) => {
    if (chunks.length !== leaves) throw damaged('footer');
    return { rows: countOf(num_rows), chunks };
  });
  if (groups.reduce((sum, group) => sum + group.rows, 0) !== rows) throw damaged('footer');
  return { columns, rows, groups };
}

function columnsOf(metadata: FileMetaData, limits: ParquetLimits): ParquetColumn[] {
  if (metadata.schema.length > 2 * limits.columns)
    throw new ParquetTrouble('too-many-columns', { limit: limits.columns });
  const root = parquetSchema(metadata);
  if (root.count !== metadata.schema.length) throw damaged('schema');
  const columns: ParquetColumn[] = [];
  let at = 1;
  let leaf = 0;
  for (const { element, children, count } of root.children) {
    if (typeof element.name !== 'string') throw damaged('schema');
    const isNested = children.length > 0 || element.repetition_type === 'REPEATED';
    const reader = isNested ? undefined : valueReader(element);
    columns.push({ name: element.name, element, reader, leaf, isNested });
    leaf += metadata.schema.slice(at, at + count).filter(({ type }) => type !== undefined).length;
    at += count;
  }
  if (columns.length === 0) throw damaged('schema');
  return columns;
}

/** A count of the metadata, which a damaged file may state as anything. */
export function countOf(value: unknown): number {
  const count = typeof value === 'bigint' ? Number(value) : value;
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) throw damaged('footer');
  return count;
}
