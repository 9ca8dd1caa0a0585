/** A text of `count` bytes (≤ 64) in which each byte is judged by its place: `table` has a bit for each place by byte, u64. */
// @ts-ignore: decorator
@inline
export function isChain(at: usize, length: i32, table: usize, count: i32): bool {
  if (length != count) return false;
  let fits: u64 = 1;
  for (let place = 0; place < length; place += 1) {
    fits &= load<u64>(table + ((<usize>load<u8>(at + place)) << 3)) >> <u64>place;
  }
  return fits != 0;
}

/**
 * An automaton of at most 16 states, which are the lanes of a vector: a step is one shuffle. `table`: by byte the offset of its class's
 * vector, u16; then the vectors.
 */
// @ts-ignore: decorator
@inline
export function isAcceptedBySmall(at: usize, length: i32, table: usize, accepts: u32): bool {
  let state = i8x16.splat(1);
  const end = at + length;
  for (; at < end; at += 1) {
    const offset = <usize>load<u16>(table + ((<usize>load<u8>(at)) << 1));
    state = i8x16.swizzle(v128.load(table + offset), state);
  }
  return ((accepts >> <u32>i8x16.extract_lane_u(state, 0)) & 1) != 0;
}

/** `table`: by byte four times its class, u16; then rows of a state, u32: the offsets of the rows that follow, by class. `first`: the row of state 1. */
// @ts-ignore: decorator
@inline
export function isAccepted(at: usize, length: i32, table: usize, first: u32, accepts: usize): bool {
  const rows = table + 512;
  let row = first;
  const end = at + length;
  for (; at < end; at += 1) {
    row = load<u32>(rows + <usize>load<u16>(table + ((<usize>load<u8>(at)) << 1)) + <usize>row);
    if (row == 0) return false;
  }
  // `first` is also the length of a row.
  return load<u8>(accepts + <usize>(row / first)) != 0;
}
