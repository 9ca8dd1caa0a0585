import { damaged } from './parquet-trouble.ts';

/** A stretch of the bytes of a page. */
export interface Stretch {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/**
 * Whole numbers of `width` bits (at most 32) in runs: repeated ones and bit-packed ones (the RLE / bit-packing hybrid of Parquet). Runs that
 * promise more than `count` values are cut off there, whatever they say.
 * @throws ParquetTrouble where the bytes end before the values.
 */
export function readRuns({ bytes, from, to }: Stretch, width: number, count: number): Int32Array {
  if (!(width >= 0 && width <= 32)) throw damaged('page');
  const values = new Int32Array(count);
  if (width === 0) return values;
  let at = from;
  let seen = 0;
  while (seen < count) {
    const { value, end } = readVarint(bytes, at, to);
    const run = Math.floor(value / 2);
    const rest = { bytes, from: end, to };
    if (value % 2 === 0) {
      const take = Math.min(count - seen, run);
      values.fill(repeated(rest, width), seen, seen + take);
      seen += take;
      at = end + ((width + 7) >> 3);
    } else {
      const take = Math.min(count - seen, run * 8);
      unpack(rest, width, values.subarray(seen, seen + take));
      seen += take;
      at = end + run * width;
    }
  }
  return values;
}

function repeated({ bytes, from, to }: Stretch, width: number): number {
  if (from + ((width + 7) >> 3) > to) throw damaged('page');
  return bitsAt(bytes, from * 8, width);
}

function unpack({ bytes, from, to }: Stretch, width: number, values: Int32Array): void {
  if (from + Math.ceil((values.length * width) / 8) > to) throw damaged('page');
  for (let index = 0; index < values.length; index += 1)
    values[index] = bitsAt(bytes, from * 8 + index * width, width);
}

/** Unsigned LEB128 of at most 35 bits. */
function readVarint(bytes: Uint8Array, from: number, to: number): { value: number; end: number } {
  let value = 0;
  for (let at = from, factor = 1; at < to && at < from + 5; at += 1, factor *= 128) {
    const byte = bytes[at] as number;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return { value, end: at + 1 };
  }
  throw damaged('page');
}

/** `width` bits from bit `position` on, least significant first; bytes behind the end count as 0. */
function bitsAt(bytes: Uint8Array, position: number, width: number): number {
  const at = position >>> 3;
  const shift = position & 7;
  const low =
    ((bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24)) >>>
    shift;
  const all = shift + width > 32 ? low | ((bytes[at + 4] as number) << (32 - shift)) : low;
  return width === 32 ? all : all & (2 ** width - 1);
}
