import { eightDigits } from './numbers';

/** The day at `at`, CCYY-MM-DD, as a number CCYYMMDD; 0 where there is none. The year 0000 is left to the exact judge. */
// @ts-ignore: decorator
@inline
function dayAt(at: usize): u32 {
  const digits = i8x16.sub(v128.load(at), i8x16.splat(48));
  if ((i8x16.bitmask(i8x16.gt_u(digits, i8x16.splat(9))) & 0x3ff) != 0x90) return 0;
  if (load<u8>(at, 4) != 45 || load<u8>(at, 7) != 45) return 0;
  const joined = i8x16.swizzle(digits, i8x16(0, 1, 2, 3, 5, 6, 8, 9, 16, 16, 16, 16, 16, 16, 16, 16));
  const value = <u32>eightDigits(i64x2.extract_lane(joined, 0));
  const year = value / 10000;
  const month = (value / 100) % 100;
  const day = value % 100;
  if (year == 0 || month - 1 > 11 || day == 0) return 0;
  if (day <= 28) return value;
  if (month == 2) return day == 29 && ((year % 4 == 0 && year % 100 != 0) || year % 400 == 0) ? value : 0;
  const isShort = month == 4 || month == 6 || month == 9 || month == 11;
  return day <= (isShort ? 30 : 31) ? value : 0;
}

/** CCYY-MM-DD inside the bounds. */
// @ts-ignore: decorator
@inline
export function isDate(at: usize, length: i32, minimum: f64, maximum: f64): bool {
  if (length != 10) return false;
  const day = dayAt(at);
  return day != 0 && <f64>day >= minimum && <f64>day <= maximum;
}

/** CCYY-MM-DDThh:mm:ssZ. Second 60 is left to the exact judge. */
// @ts-ignore: decorator
@inline
export function isDateTime(at: usize, length: i32): bool {
  if (length != 20) return false;
  // From the first dash on: digits stand where they are wanted and signs where those are.
  const signs = 0x9249;
  const bytes = v128.load(at, 4);
  const digits = i8x16.sub(bytes, i8x16.splat(48));
  if (i8x16.bitmask(i8x16.gt_u(digits, i8x16.splat(9))) != signs) return false;
  const wanted = i8x16(45, 0, 0, 45, 0, 0, 84, 0, 0, 58, 0, 0, 58, 0, 0, 90);
  if ((i8x16.bitmask(i8x16.eq(bytes, wanted)) & signs) != signs) return false;
  const hours = <u32>load<u8>(at, 11) * 10 + <u32>load<u8>(at, 12) - 528;
  if (hours > 23 || load<u8>(at, 14) > 53 || load<u8>(at, 17) > 53) return false;
  return dayAt(at) != 0;
}
