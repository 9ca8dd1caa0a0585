import { isAccepted, isAcceptedBySmall, isChain } from './automata';
import { isCode } from './codes';
import { isDate, isDateTime } from './dates';
import * as layout from './layout';
import { isInteger, isNumber } from './numbers';
import { hasCleanEdges, isText } from './texts';

/** Whether the test of a column alone passes a filled cell. Reads up to 16 bytes beyond the cell. */
// @ts-ignore: decorator
@inline
export function passesTest(column: usize, at: usize, length: i32): bool {
  const first = load<i32>(column, layout.FIRST);
  const second = load<i32>(column, layout.SECOND);
  const table = load<u32>(column, layout.TABLE);
  switch (<u32>load<u8>(column, layout.KIND)) {
    case layout.ANY:
      return true;
    case layout.TEXT:
      return isText(at, length, first, second, <i32>table);
    case layout.TEXT_BYTES:
      return length >= first && length <= second && hasCleanEdges(at, length);
    case layout.INTEGER:
      return isInteger(column, at, length);
    case layout.NUMBER:
      return isNumber(column, at, length);
    case layout.DATE:
      return isDate(at, length, load<f64>(column, layout.MINIMUM), load<f64>(column, layout.MAXIMUM));
    case layout.DATE_TIME:
      return isDateTime(at, length);
    case layout.CODES:
      return isCode(at, length, table, first, second);
    case layout.CHAIN:
      return isChain(at, length, table, first);
    case layout.SMALL:
      return isAcceptedBySmall(at, length, table, second);
    case layout.AUTOMATON:
      return isAccepted(at, length, table, first, <usize>second);
    default:
      return false;
  }
}

/** Counts a cell for the first sight that it is of; false for those that are handed out. */
export function isSighted(column: usize, at: usize, length: i32): bool {
  let sight = <usize>load<u32>(column, layout.SIGHTS);
  for (let left = load<i32>(column, layout.SIGHT_COUNT); left > 0; left -= 1, sight += layout.COLUMN_BYTES) {
    if (length > load<i32>(sight, layout.LONGEST) || !passesAutomaton(sight, at, length)) continue;
    const count = <usize>load<u32>(sight, layout.COUNT);
    const before = load<f64>(count);
    store<f64>(count, before + 1);
    return before >= <f64>load<i32>(sight, layout.SHOWN);
  }
  return false;
}

// @ts-ignore: decorator
@inline
function passesAutomaton(sight: usize, at: usize, length: i32): bool {
  const first = load<i32>(sight, layout.FIRST);
  const second = load<i32>(sight, layout.SECOND);
  const table = load<u32>(sight, layout.TABLE);
  const kind = <u32>load<u8>(sight, layout.KIND);
  if (kind == layout.CHAIN) return isChain(at, length, table, first);
  if (kind == layout.SMALL) return isAcceptedBySmall(at, length, table, second);
  return isAccepted(at, length, table, first, <usize>second);
}

/** Whether a quote stands among the bytes, that is: quotes are doubled. */
// @ts-ignore: decorator
@inline
export function hasQuote(at: usize, length: i32, quote: u32): bool {
  const wanted = i8x16.splat(<i8>quote);
  let from = 0;
  for (; from + 16 <= length; from += 16) {
    if (v128.any_true(i8x16.eq(v128.load(at + from), wanted))) return true;
  }
  if (from == length) return false;
  const mask = (1 << (length - from)) - 1;
  return (i8x16.bitmask(i8x16.eq(v128.load(at + from), wanted)) & mask) != 0;
}

/** Writes a cell with doubled quotes as it reads; answers its length. */
export function unescape(at: usize, length: i32, into: usize): i32 {
  const quote = load<u32>(layout.QUOTE);
  const end = at + length;
  let to = into;
  for (; at < end; at += 1) {
    const byte = load<u8>(at);
    store<u8>(to, byte);
    to += 1;
    if (<u32>byte == quote) at += 1;
  }
  return <i32>(to - into);
}
