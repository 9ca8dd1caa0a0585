// The engine of data samples in WebAssembly: see src/samples/simd/simd-engine.ts for who calls this and src/samples/engine/engine.ts for what is wanted.
import { hasQuote, isSighted, passesTest, unescape } from './cells';
import { isWord } from './codes';
import { cut, endsInside, isBroken, keepPositions, positions, records, startCut } from './cut';
import * as layout from './layout';
import { hasDigitRun } from './texts';

export { addCode } from './codes';
export { linesTo } from './cut';
export { lineEnds } from './lines';

// @ts-ignore: decorator
@external("env", "doubt")
declare function doubt(row: i32, column: i32, start: i32, end: i32, escaped: bool): void;

// @ts-ignore: decorator
@external("env", "sight")
declare function sight(row: i32, column: i32, start: i32, end: i32, escaped: bool): void;

// @ts-ignore: decorator
@external("env", "ragged")
declare function ragged(row: i32, start: i32, end: i32, cells: i32): void;

/** Bytes that are cut. */
let cutEnd: i32 = 0;
/** Cells of the record that is not whole yet that are no longer in the list of positions. */
let dropped: i32 = 0;
/** Cells of it that are still there. */
let keptPositions: i32 = 0;
/** Start of the cell in which the bytes ended. */
let lastCell: i32 = 0;
/** Records of the last segment, empty lines not counted. */
let judgedRows: i32 = 0;

/** Judging starts anew at a record at `from`. */
export function start(from: i32): void {
  startCut(from);
  cutEnd = from;
  dropped = 0;
  keptPositions = 0;
  lastCell = from;
  store<i32>(<usize>load<u32>(layout.POSITIONS) - 4, from - 1);
}

/** Whether the test of a column passes the bytes, watched words and digits not looked at. */
export function passes(column: i32, at: usize, length: i32): bool {
  return passesTest(columnAt(column), at, length);
}

/** Where the bytes ran out inside quotes, the offset of the opening quote; otherwise -1. */
export function openQuote(): i32 {
  return endsInside() ? lastCell : -1;
}

export function rowsOfSegment(): i32 {
  return judgedRows;
}

/**
 * Judges the records that end in the next segment of the bytes up to `end`. 0: there is more to do; 1: all bytes are cut; 2: the
 * record at `nextRecord` is not plain. `row`: number of the first record.
 */
export function segment(end: i32, row: i32): i32 {
  const to = min(end, cutEnd + load<i32>(layout.SEGMENT));
  cut(cutEnd, to);
  cutEnd = to;
  const isLong = sortRecords();
  const whole = judgedWhole;
  let isDoubted = false;
  for (let column = 0, count = load<i32>(layout.COLUMNS); column < count; column += 1) {
    if (judgeColumn(column, whole)) isDoubted = true;
  }
  if (isDoubted || hasOthers) tell(row);
  if (isLong || isBroken) return 2;
  return to == end ? 1 : 0;
}

/** Forgets the records of the segment and answers where the first one starts that is not whole. To be called once a segment. */
export function nextRecord(): i32 {
  const list = <usize>load<u32>(layout.POSITIONS);
  const first = firstOf(judgedRecords);
  const next = positionAt(first - 1) + 1;
  const left = positions - first;
  if (judgedRecords > 0) dropped = 0;
  if (positions > keptPositions) lastCell = positionAt(positions - 1) + 1;
  // As many cells of a record as there are columns are enough to see that it has too many.
  const kept = min(left, load<i32>(layout.COLUMNS));
  dropped += left - kept;
  memory.copy(list - 4, list + ((<usize>first) << 2) - 4, ((<usize>kept) << 2) + 4);
  keptPositions = kept;
  keepPositions(kept);
  return next;
}

let judgedRecords: i32 = 0;
let judgedWhole: i32 = 0;
let hasOthers: bool = false;

// @ts-ignore: decorator
@inline
function positionAt(index: i32): i32 {
  return load<i32>(<usize>load<u32>(layout.POSITIONS) + ((<usize>index) << 2));
}

// @ts-ignore: decorator
@inline
function columnAt(column: i32): usize {
  return <usize>load<u32>(layout.COLUMN_TABLE) + <usize>column * layout.COLUMN_BYTES;
}

/** Number of the first position of a record. */
// @ts-ignore: decorator
@inline
function firstOf(record: i32): i32 {
  return load<i32>(<usize>load<u32>(layout.RECORDS) + ((<usize>record) << 2));
}

/** Picks the records with as many cells as there are columns. True where a record is longer than is judged: those before it are left. */
function sortRecords(): bool {
  const columns = load<i32>(layout.COLUMNS);
  const longest = load<i32>(layout.RECORD_BYTES);
  const crlf = load<i32>(layout.IS_CRLF);
  let whole = <usize>load<u32>(layout.WHOLE);
  const start = whole;
  let empty = 0;
  let record = 0;
  let isLong = false;
  store<i32>(load<u32>(layout.RECORDS), 0);
  for (; record < records; record += 1) {
    const first = firstOf(record);
    const next = firstOf(record + 1);
    const from = positionAt(first - 1) + 1;
    const bytes = positionAt(next - 1) - crlf - from;
    if (bytes > longest) {
      isLong = true;
      break;
    }
    if (bytes == 0) empty += 1;
    else if (next - first == columns) {
      store<i32>(whole, first);
      whole += 4;
    }
  }
  judgedRecords = record;
  judgedRows = record - empty;
  judgedWhole = <i32>((whole - start) >> 2);
  hasOthers = judgedWhole != record;
  return isLong;
}

// Flags of cells that are handed out.
const DOUBTED: u8 = 1;
const FINE: u8 = 2;

/** Tests the cells of one column in all records that are whole; true where one is handed out. */
function judgeColumn(number: i32, count: i32): bool {
  const column = columnAt(number);
  const input = <usize>load<u32>(layout.INPUT);
  const list = <usize>load<u32>(layout.POSITIONS);
  const whole = <usize>load<u32>(layout.WHOLE);
  const words = <usize>load<u32>(layout.WORD_LENGTHS);
  const quote = load<u32>(layout.QUOTE);
  const shorter = number + 1 == load<i32>(layout.COLUMNS) ? load<i32>(layout.IS_CRLF) : 0;
  const watchesDigits = load<u8>(column, layout.WATCHES_DIGITS) != 0;
  const watchesWords = load<u8>(column, layout.WATCHES_WORDS) != 0;
  const reads = load<i32>(column, layout.SIGHT_COUNT) >= 0;
  let empty = 0;
  let isDoubted = false;
  for (let row = 0; row < count; row += 1) {
    const index = load<u32>(whole + ((<usize>row) << 2)) + number;
    const position = list + ((<usize>index) << 2);
    const from = load<i32>(position - 4) + 1;
    let at = input + <usize>from;
    let length = load<i32>(position) - shorter - from;
    if (<u32>load<u8>(at) == quote && length > 1) {
      at += 1;
      length -= 2;
      if (hasQuote(at, length, quote)) {
        const scratch = <usize>load<u32>(layout.SCRATCH);
        length = unescape(at, length, scratch);
        at = scratch;
      }
    }
    let flag: u8 = DOUBTED;
    if (length == 0) {
      empty += 1;
      if (load<u8>(column, layout.ALLOWS_EMPTY)) continue;
    } else if (passesTest(column, at, length) && !(watchesWords && isWord(at, length, words))) {
      const hasDigits = watchesDigits && length > 10 && hasDigitRun(at, length);
      if (!hasDigits && (!reads || isSighted(column, at, length))) continue;
      flag = FINE;
    }
    isDoubted = true;
    store<u8>(load<u32>(layout.ROW_FLAGS) + row, 1);
    store<u8>(load<u32>(layout.CELL_FLAGS) + index, flag);
  }
  const empties = <usize>load<u32>(layout.EMPTIES) + ((<usize>number) << 3);
  store<f64>(empties, load<f64>(empties) + <f64>empty);
  return isDoubted;
}

/** Tells of ragged records and doubted cells in the order of the bytes. */
function tell(firstRow: i32): void {
  const crlf = load<i32>(layout.IS_CRLF);
  const wholes = <usize>load<u32>(layout.WHOLE);
  const flags = <usize>load<u32>(layout.ROW_FLAGS);
  let row = firstRow;
  let whole = 0;
  for (let record = 0; record < judgedRecords; record += 1) {
    const first = firstOf(record);
    const next = firstOf(record + 1);
    if (whole < judgedWhole && load<i32>(wholes + ((<usize>whole) << 2)) == first) {
      if (load<u8>(flags + whole)) {
        store<u8>(flags + whole, 0);
        tellCells(row, first);
      }
      whole += 1;
      row += 1;
      continue;
    }
    const from = positionAt(first - 1) + 1;
    const end = positionAt(next - 1) - crlf;
    if (end == from) ragged(row, from, end, 0);
    else {
      ragged(row, from, end, next - first + (record == 0 ? dropped : 0));
      row += 1;
    }
  }
}

function tellCells(row: i32, first: i32): void {
  const input = <usize>load<u32>(layout.INPUT);
  const quote = load<u32>(layout.QUOTE);
  const columns = load<i32>(layout.COLUMNS);
  const flags = <usize>load<u32>(layout.CELL_FLAGS) + <usize>first;
  for (let column = 0; column < columns; column += 1) {
    const flag = load<u8>(flags + column);
    if (!flag) continue;
    store<u8>(flags + column, 0);
    let start = positionAt(first + column - 1) + 1;
    let end = positionAt(first + column);
    if (column + 1 == columns) end -= load<i32>(layout.IS_CRLF);
    let escaped = false;
    if (end - start > 1 && <u32>load<u8>(input + start) == quote) {
      start += 1;
      end -= 1;
      escaped = hasQuote(input + start, end - start, quote);
    }
    if (flag == DOUBTED) doubt(row, column, start, end, escaped);
    else sight(row, column, start, end, escaped);
  }
}

/** Writes the hashes of a key, by record that is no empty line. `columns`: the numbers of its columns, u32. */
export function hashKey(columns: usize, count: i32, allowsEmpty: bool): void {
  let into = <usize>load<u32>(layout.HASHES);
  const wholes = <usize>load<u32>(layout.WHOLE);
  const crlf = load<i32>(layout.IS_CRLF);
  let whole = 0;
  for (let record = 0; record < judgedRecords; record += 1) {
    const first = firstOf(record);
    if (whole < judgedWhole && load<i32>(wholes + ((<usize>whole) << 2)) == first) {
      whole += 1;
      hashCells(first, columns, count, into, allowsEmpty);
    } else if (positionAt(firstOf(record + 1) - 1) - crlf == positionAt(first - 1) + 1) continue;
    else store<u64>(into, 0);
    into += 8;
  }
}

/** See src/samples/engine/cell-hash.ts. */
function hashCells(first: i32, columns: usize, count: i32, into: usize, allowsEmpty: bool): void {
  const input = <usize>load<u32>(layout.INPUT);
  const quote = load<u32>(layout.QUOTE);
  const last = load<i32>(layout.COLUMNS) - 1;
  let a: u32 = 0x243f6a88;
  let b: u32 = 0x85a308d3;
  store<u64>(into, 0);
  for (let part = 0; part < count; part += 1) {
    const column = load<i32>(columns + ((<usize>part) << 2));
    let at = input + <usize>(positionAt(first + column - 1) + 1);
    let end = input + <usize>positionAt(first + column);
    if (column == last) end -= <usize>load<u32>(layout.IS_CRLF);
    let doubled: u32 = 256;
    if (end > at + 1 && <u32>load<u8>(at) == quote) {
      at += 1;
      end -= 1;
      doubled = quote;
    }
    if (at == end && !allowsEmpty) return;
    for (; at < end; at += 1) {
      const byte = <u32>load<u8>(at);
      if (byte == doubled) at += 1;
      a = (a ^ byte) * 0x01000193;
      b = rotl(b ^ byte, 13) * 0x9e3779b1;
    }
    a = (a ^ 0x100) * 0x01000193;
    b = rotl(b ^ 0x100, 13) * 0x9e3779b1;
  }
  a = mixed((a ^ (b >>> 15)) + b);
  b = mixed(b ^ a);
  store<u32>(into, a);
  store<u32>(into, (a | b) == 0 ? 1 : b, 4);
}

// @ts-ignore: decorator
@inline
function mixed(word: u32): u32 {
  let mix = (word ^ (word >>> 16)) * 0x85ebca6b;
  mix = (mix ^ (mix >>> 13)) * 0xc2b2ae35;
  return mix ^ (mix >>> 16);
}
