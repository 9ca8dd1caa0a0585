/** Characters of UTF-8, counted on their lead bytes. */
// @ts-ignore: decorator
@inline
function characters(at: usize, length: i32): i32 {
  const leads = i8x16.splat(-64);
  let count = 0;
  let from = 0;
  for (; from + 16 <= length; from += 16) {
    count += popcnt(i8x16.bitmask(i8x16.ge_s(v128.load(at + from), leads)));
  }
  if (from < length) {
    const mask = (1 << (length - from)) - 1;
    count += popcnt(i8x16.bitmask(i8x16.ge_s(v128.load(at + from), leads)) & mask);
  }
  return count;
}

/** Whether a text is as long as it must be, in characters, and has clean edges. `certain`: bytes from which the least length is sure. */
// @ts-ignore: decorator
@inline
export function isText(at: usize, length: i32, least: i32, most: i32, certain: i32): bool {
  if (length < least || !hasCleanEdges(at, length)) return false;
  if (length <= most && length >= certain) return true;
  const count = characters(at, length);
  return count >= least && count <= most;
}

/** No blank or invisible character at the edges. */
// @ts-ignore: decorator
@inline
export function hasCleanEdges(at: usize, length: i32): bool {
  const first = load<u8>(at);
  const last = load<u8>(at + length - 1);
  if (first <= 0x20 || last <= 0x20 || first == 0x7f || last == 0x7f) return false;
  // Most characters of Chinese text are three bytes from E4 to E9.
  if (first >= 0xc2 && <u32>first - 0xe4 > 5 && isInvisible(at, length)) return false;
  if (last < 0x80) return true;
  if (length >= 3 && <u32>load<u8>(at + length - 3) - 0xe4 <= 5) {
    if ((last & 0xc0) == 0x80 && (load<u8>(at + length - 2) & 0xc0) == 0x80) return true;
  }
  const lead = lastLead(at, length);
  return !isInvisible(at + lead, length - lead);
}

/** Where the last character starts: at most four bytes before the end. */
function lastLead(at: usize, length: i32): i32 {
  const least = max(0, length - 4);
  let lead = length - 1;
  while (lead > least && (load<u8>(at + lead) & 0xc0) == 0x80) lead -= 1;
  return lead;
}

/** U+0080–U+00A0, U+2000–U+206F, U+3000, U+FEFF and U+FFF0–U+FFFF. */
function isInvisible(at: usize, length: i32): bool {
  const first = load<u8>(at);
  const second: u32 = length > 1 ? load<u8>(at, 1) : 0;
  const third: u32 = length > 2 ? load<u8>(at, 2) : 0;
  if (first == 0xc2) return second <= 0xa0;
  if (first == 0xe2) return second == 0x80 || (second == 0x81 && third <= 0xaf);
  if (first == 0xe3) return second == 0x80 && third == 0x80;
  return first == 0xef && ((second == 0xbb && third == 0xbf) || (second == 0xbf && third >= 0xb0));
}

/** Whether eleven ASCII digits stand in a row: such a run covers one of every eleven bytes, so only those are looked at first. */
// @ts-ignore: decorator
@inline
export function hasDigitRun(at: usize, length: i32): bool {
  const end = at + length;
  for (let probe = at + 10; probe < end; probe += 11) {
    if (!isDigit(probe)) continue;
    let from = probe;
    while (from > at && probe - from < 11 && isDigit(from - 1)) from -= 1;
    let to = probe + 1;
    while (to < end && to - from < 11 && isDigit(to)) to += 1;
    if (to - from >= 11) return true;
  }
  return false;
}

// @ts-ignore: decorator
@inline
function isDigit(at: usize): bool {
  return <u32>load<u8>(at) - 48 <= 9;
}
