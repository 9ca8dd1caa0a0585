// Counts physical lines: LF, CRLF and CR end one.
import { INPUT } from './layout';

// @ts-ignore: decorator
@inline
function maskOf(at: usize, wanted: v128): u32 {
  return <u32>i8x16.bitmask(i8x16.eq(v128.load(at), wanted));
}

/** Line ends that stand from `from` up to `end`. A CR at the end counts unless the byte behind it is a LF. */
export function lineEnds(from: i32, end: i32): i32 {
  const lfs = i8x16.splat(10);
  const crs = i8x16.splat(13);
  const to = <usize>load<u32>(INPUT) + <usize>end;
  let count = 0;
  for (let at = <usize>load<u32>(INPUT) + <usize>from; at < to; at += 16) {
    let lf = maskOf(at, lfs);
    let cr = maskOf(at, crs);
    if (to - at < 16) {
      const valid = ((<u32>1) << <u32>(to - at)) - 1;
      lf &= valid;
      cr &= valid;
    }
    count += <i32>popcnt(lf);
    if (cr) count += <i32>popcnt(cr & ~maskOf(at + 1, lfs));
  }
  return count;
}
