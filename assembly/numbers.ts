import { CERTAIN, FIRST, MAXIMUM, MINIMUM, POWERS, SECOND } from './layout';

/** Eight digits (as numbers, the first in the lowest byte) as one number. */
// @ts-ignore: decorator
@inline
export function eightDigits(digits: u64): u64 {
  const pairs = digits * 10 + (digits >> 8);
  return (
    ((pairs & 0x000000ff000000ff) * 0x000f424000000064 +
      ((pairs >> 16) & 0x000000ff000000ff) * 0x0000271000000001) >>
    32
  );
}

/**
 * The digits among the first `length` (≤ 16) of `digits` as one number: without the one at `point`, which is `length` where none is to be
 * left out. They are moved to the end of the vector; what is not among them becomes 0.
 */
// @ts-ignore: decorator
@inline
function valueOf(digits: v128, count: i32, point: i32): u64 {
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const behind = i8x16.ge_s(places, i8x16.splat(<i8>(16 - count + point)));
  const sources = i8x16.sub(i8x16.add(places, i8x16.splat(<i8>(count - 16))), behind);
  const moved = i8x16.swizzle(digits, sources);
  const low = eightDigits(i64x2.extract_lane(moved, 1));
  return count <= 8 ? low : low + eightDigits(i64x2.extract_lane(moved, 0)) * 100000000;
}

/** `-?` digits without leading zeros, at most 15, inside the bounds. `-0` is left to the exact judge. */
// @ts-ignore: decorator
@inline
export function isInteger(column: usize, at: usize, length: i32): bool {
  const isNegative = load<u8>(at) == 45;
  const from = at + <usize>isNegative;
  const count = length - <i32>isNegative;
  if (count < 1 || count > 15) return false;
  if (load<u8>(from) == 48 && length > 1) return false;
  const digits = i8x16.sub(v128.load(from), i8x16.splat(48));
  if (i8x16.bitmask(i8x16.gt_u(digits, i8x16.splat(9))) & ((1 << count) - 1)) return false;
  if (length <= load<i32>(column, CERTAIN) && !isNegative) return true;
  const value = <f64>valueOf(digits, count, count);
  const signed = isNegative ? -value : value;
  return signed >= load<f64>(column, MINIMUM) && signed <= load<f64>(column, MAXIMUM);
}

/** `-?` digits, with a point and more digits or without. A zero before the point counts as a digit. */
// @ts-ignore: decorator
@inline
export function isNumber(column: usize, at: usize, length: i32): bool {
  const isNegative = load<u8>(at) == 45;
  const from = at + <usize>isNegative;
  const signs = length - <i32>isNegative;
  if (signs < 1 || signs > 16) return false;
  const digits = i8x16.sub(v128.load(from), i8x16.splat(48));
  const others = i8x16.bitmask(i8x16.gt_u(digits, i8x16.splat(9))) & ((1 << signs) - 1);
  let whole = signs;
  let behind = 0;
  if (others) {
    whole = ctz(others);
    behind = signs - whole - 1;
    if (load<u8>(from + whole) != 46 || (others & (others - 1)) || behind == 0) return false;
    if (behind > load<i32>(column, SECOND)) return false;
  }
  if (whole == 0 || whole + behind > load<i32>(column, FIRST)) return false;
  if (whole > 1 && load<u8>(from) == 48) return false;
  if (whole <= load<i32>(column, CERTAIN) && !isNegative) return true;
  let value = <f64>valueOf(digits, whole + behind, whole);
  if (behind) value /= load<f64>(POWERS + ((<usize>behind) << 3));
  const signed = isNegative ? -value : value;
  if (isNegative && value == 0) return false;
  return signed >= load<f64>(column, MINIMUM) && signed <= load<f64>(column, MAXIMUM);
}
