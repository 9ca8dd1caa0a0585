// Finds delimiters and line ends outside quotes, 64 bytes at a time, and holds the bytes to RFC 4180 with one kind of line end.
import { lineEnds } from './lines';
import { DELIMITER, INPUT, IS_CRLF, POSITIONS, QUOTE, RECORDS } from './layout';

/** All ones where the bytes so far end inside quotes. */
let inside: u64 = 0;
/** 1 where the byte before is a delimiter, a line end or a quote: a quote may open a cell. */
let mayOpen: u64 = 1;
/** 1 where the byte before closed a cell: only some bytes may follow. */
let closed: u64 = 0;
/** 1 where the byte before is a CR outside quotes. */
let wasCr: u64 = 0;

/** Positions and records that were found; the caller of `cut` may take some away. */
export let positions: i32 = 0;
export let records: i32 = 0;
/** Whether a byte stands where it must not: what was found ends before it. */
export let isBroken: bool = false;
/** Physical lines that ended so far, and up to where they were counted. */
let lines: i32 = 0;
let counted: i32 = 0;

/** Physical lines that end between where cutting started and `at`, which is not far from where it stands. */
export function linesTo(at: i32): i32 {
  return lines - lineEnds(at, counted);
}

export function startCut(from: i32): void {
  inside = 0;
  mayOpen = 1;
  closed = 0;
  wasCr = 0;
  positions = 0;
  records = 0;
  isBroken = false;
  lines = 0;
  counted = from;
}

export function endsInside(): bool {
  return inside != 0;
}

export function keepPositions(count: i32): void {
  positions = count;
  records = 0;
}

/** A bit for each of 64 bytes that is as wanted. */
// @ts-ignore: decorator
@inline
function where(a: v128, b: v128, c: v128, d: v128, wanted: v128): u64 {
  const low = <u32>i8x16.bitmask(i8x16.eq(a, wanted)) | (<u32>i8x16.bitmask(i8x16.eq(b, wanted)) << 16);
  const high = <u32>i8x16.bitmask(i8x16.eq(c, wanted)) | (<u32>i8x16.bitmask(i8x16.eq(d, wanted)) << 16);
  return (<u64>low) | ((<u64>high) << 32);
}

/** Whether there is any, for what is rarely there. */
// @ts-ignore: decorator
@inline
function isThere(a: v128, b: v128, c: v128, d: v128, wanted: v128): bool {
  const left = v128.or(i8x16.eq(a, wanted), i8x16.eq(b, wanted));
  return v128.any_true(v128.or(left, v128.or(i8x16.eq(c, wanted), i8x16.eq(d, wanted))));
}

/** By bit whether the number of bits up to it, itself included, is odd. */
// @ts-ignore: decorator
@inline
function parities(bits: u64): u64 {
  let sums = bits ^ (bits << 1);
  sums ^= sums << 2;
  sums ^= sums << 4;
  sums ^= sums << 8;
  sums ^= sums << 16;
  return sums ^ (sums << 32);
}

/** Cuts the bytes from `from` to `end`; the cut before ended at `from`. A multiple of 64 bytes unless they are the last. */
export function cut(from: i32, end: i32): void {
  const input = <usize>load<u32>(INPUT);
  const isQuoting = load<u32>(QUOTE) < 256;
  const isCrlf = load<u32>(IS_CRLF) != 0;
  const quotes = i8x16.splat(<i8>load<u32>(QUOTE));
  const delimiters = i8x16.splat(<i8>load<u32>(DELIMITER));
  const lfs = i8x16.splat(10);
  const crs = i8x16.splat(13);
  const base = <usize>load<u32>(POSITIONS);
  let position = base + ((<usize>positions) << 2);
  let record = <usize>load<u32>(RECORDS) + ((<usize>records + 1) << 2);
  for (let at = from; at < end; at += 64) {
    const a = v128.load(input + at);
    const b = v128.load(input + at, 16);
    const c = v128.load(input + at, 32);
    const d = v128.load(input + at, 48);
    let lf = where(a, b, c, d, lfs);
    let stops = lf | where(a, b, c, d, delimiters);
    let quote: u64 = isQuoting ? where(a, b, c, d, quotes) : 0;
    let cr: u64 = isCrlf || isThere(a, b, c, d, crs) ? where(a, b, c, d, crs) : 0;
    const beforeLf = cr ? (lf >> 1) | ((<u64>load<u8>(input + at, 64) == 10 ? <u64>1 : 0) << 63) : 0;
    let valid: u64 = ~(<u64>0);
    if (end - at < 64) {
      valid = ((<u64>1) << <u64>(end - at)) - 1;
      lf &= valid;
      stops &= valid;
      quote &= valid;
      cr &= valid;
    }
    lines += <i32>popcnt(lf) + <i32>popcnt(cr & ~beforeLf);
    counted = min(at + 64, end);
    let wrong: u64 = 0;
    let quoted = inside;
    const mayEnd = stops | quote;
    if ((quote | closed) != 0) {
      quoted = parities(quote) ^ inside;
      const opens = quote & quoted;
      const closes = quote & ~quoted;
      const behind = (closes << 1) | closed;
      wrong = (opens & ~((mayEnd << 1) | mayOpen)) | (behind & ~(mayEnd | cr));
      closed = closes >> 63;
      inside = <u64>((<i64>quoted) >> 63);
    }
    mayOpen = mayEnd >> 63;
    lf &= ~quoted;
    cr &= ~quoted;
    if (isCrlf) {
      wrong |= ((cr << 1) | wasCr) ^ lf;
      wasCr = cr >> 63;
    } else wrong |= cr;
    stops &= ~quoted;
    wrong &= valid;
    if (wrong) {
      isBroken = true;
      const before = ((<u64>1) << <u64>ctz(wrong)) - 1;
      stops &= before;
      lf &= before;
    }
    const first = <i32>((position - base) >> 2);
    while (lf) {
      const upTo = lf ^ (lf - 1);
      store<u32>(record, first + <i32>popcnt(stops & upTo));
      record += 4;
      lf &= lf - 1;
    }
    const found = <i32>popcnt(stops);
    let next = position;
    position += (<usize>found) << 2;
    // More are written than there are: a loop whose length changes all the time costs more than stores.
    while (stops) {
      store<u32>(next, at + <i32>ctz(stops));
      stops &= stops - 1;
      store<u32>(next, at + <i32>ctz(stops), 4);
      stops &= stops - 1;
      store<u32>(next, at + <i32>ctz(stops), 8);
      stops &= stops - 1;
      store<u32>(next, at + <i32>ctz(stops), 12);
      stops &= stops - 1;
      next += 16;
    }
    if (wrong) break;
  }
  positions = <i32>((position - base) >> 2);
  records = <i32>((record - <usize>load<u32>(RECORDS)) >> 2) - 1;
}
