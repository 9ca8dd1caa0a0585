import { Buffer, isUtf8 } from 'node:buffer';
import type { SchemaElement } from 'hyparquet';
import type { TimeUnit } from './parquet-moments.ts';
import { dateText, momentText, timeText } from './parquet-moments.ts';
import { damaged } from './parquet-trouble.ts';
import type { StoredKind } from './row-source.ts';

/** What a stored value becomes. */
export interface ValueReader {
  readonly kind: StoredKind;
  /** The value as the decoder hands it out: number, bigint, boolean or bytes. */
  text(value: unknown): string;
}

/** Bytes of the longest decimal: far more digits than anyone declares. */
const decimalBytes = 64;

/** How values of a column are read; undefined where they are no single values a person could read (geometry, BSON, intervals). */
export function valueReader(element: SchemaElement): ValueReader | undefined {
  switch (element.type) {
    case 'BOOLEAN':
      return { kind: 'boolean', text: (value) => String(value === true) };
    case 'INT32':
    case 'INT64':
      return integerReader(element);
    case 'INT96':
      return { kind: 'date', text: (value) => momentText(julianMoment(value), 'NANOS', false) };
    case 'FLOAT':
      return { kind: 'number', text: (value) => floatText(numberOf(value)) };
    case 'DOUBLE':
      return { kind: 'number', text: (value) => String(numberOf(value)) };
    case 'BYTE_ARRAY':
    case 'FIXED_LEN_BYTE_ARRAY':
      return bytesReader(element);
    default:
      return undefined;
  }
}

const timeConverted: Readonly<Record<string, TimeUnit>> = {
  TIMESTAMP_MILLIS: 'MILLIS',
  TIMESTAMP_MICROS: 'MICROS',
  TIME_MILLIS: 'MILLIS',
  TIME_MICROS: 'MICROS',
};

function integerReader(element: SchemaElement): ValueReader {
  const { logical_type: logical } = element;
  const converted: string = element.converted_type ?? '';
  if (converted === 'DATE' || logical?.type === 'DATE')
    return { kind: 'date', text: (value) => dateText(numberOf(value)) };
  const moment = momentReader(element);
  if (moment !== undefined) return moment;
  const scale = scaleOf(element);
  if (scale !== undefined)
    return { kind: 'number', text: (value) => decimalText(BigInt(integerOf(value)), scale) };
  const isUnsigned = converted.startsWith('UINT_') || (logical?.type === 'INTEGER' && !logical.isSigned);
  const bits = element.type === 'INT64' ? 64 : 32;
  if (isUnsigned)
    return { kind: 'number', text: (value) => String(BigInt.asUintN(bits, BigInt(integerOf(value)))) };
  return { kind: 'number', text: (value) => String(integerOf(value)) };
}

function momentReader(element: SchemaElement): ValueReader | undefined {
  const { logical_type: logical } = element;
  const converted: string = element.converted_type ?? '';
  const unit =
    logical?.type === 'TIMESTAMP' || logical?.type === 'TIME' ? logical.unit : timeConverted[converted];
  if (unit === undefined) return undefined;
  if (logical?.type === 'TIME' || converted.startsWith('TIME_'))
    return { kind: 'date', text: (value) => timeText(BigInt(integerOf(value)), unit) };
  // The older annotations always mean UTC.
  const isUtc = logical?.type === 'TIMESTAMP' ? logical.isAdjustedToUTC : true;
  return { kind: 'date', text: (value) => momentText(BigInt(integerOf(value)), unit, isUtc) };
}

function bytesReader(element: SchemaElement): ValueReader | undefined {
  const { type, converted_type: converted, logical_type: logical } = element;
  const scale = scaleOf(element);
  if (scale !== undefined)
    return { kind: 'number', text: (value) => decimalText(signed(bytesOf(value)), scale) };
  if (converted === 'BSON' || converted === 'INTERVAL') return undefined;
  switch (logical?.type) {
    case 'UUID':
      return { kind: 'text', text: (value) => uuidText(bytesOf(value)) };
    case 'FLOAT16':
      return { kind: 'number', text: (value) => String(halfFloat(bytesOf(value))) };
    case 'BSON':
    case 'GEOMETRY':
    case 'GEOGRAPHY':
    case 'VARIANT':
      return undefined;
    default:
      return type === 'BYTE_ARRAY' ? { kind: 'text', text: wordText } : { kind: 'text', text: hexText };
  }
}

/** Digits behind the decimal point; undefined for what is no decimal. */
function scaleOf({ converted_type, logical_type, scale }: SchemaElement): number | undefined {
  if (converted_type !== 'DECIMAL' && logical_type?.type !== 'DECIMAL') return undefined;
  const digits = logical_type?.type === 'DECIMAL' ? logical_type.scale : (scale ?? 0);
  // A decimal of 64 bytes has 154 digits.
  if (!(digits >= 0 && digits <= 160)) throw damaged('schema');
  return digits;
}

function decimalText(unscaled: bigint, scale: number): string {
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  const sign = unscaled < 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Two's complement, most significant byte first. */
function signed(bytes: Uint8Array): bigint {
  if (bytes.length === 0 || bytes.length > decimalBytes) throw damaged('decimal');
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${hexText(bytes)}`));
}

/** The shortest decimal that is this number in single precision. */
function floatText(value: number): string {
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(value);
}

/** IEEE 754 binary16, least significant byte first. */
function halfFloat(bytes: Uint8Array): number {
  if (bytes.length !== 2) throw damaged('half-precision number');
  const bits = Buffer.from(bytes.buffer, bytes.byteOffset, 2).readUInt16LE();
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function uuidText(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw damaged('UUID');
  return hexText(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Text where the bytes are text; else their digits, since no other reading of them is known. */
function wordText(value: unknown): string {
  const bytes = bytesOf(value);
  if (!isUtf8(bytes)) return hexText(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

function hexText(value: unknown): string {
  const bytes = bytesOf(value);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}

function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw damaged('page');
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  throw damaged('page');
}

/** The number of a Julian day above 64 bits of nanoseconds → nanoseconds since 1970. */
function julianMoment(value: unknown): bigint {
  if (typeof value !== 'bigint') throw damaged('page');
  return ((value >> 64n) - 2_440_588n) * 86_400_000_000_000n + BigInt.asUintN(64, value);
}

function integerOf(value: unknown): number | bigint {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  throw damaged('page');
}
