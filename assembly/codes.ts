import { WORD_LENGTHS, WORDS } from './layout';

// An entry: its length u32, 4 bytes unused, its bytes.

/** Whether `length` bytes are the same. Reads up to 7 bytes beyond either. */
// @ts-ignore: decorator
@inline
function same(left: usize, right: usize, length: i32): bool {
  let from = 0;
  for (; from + 8 <= length; from += 8) {
    if (load<u64>(left + from) != load<u64>(right + from)) return false;
  }
  if (from == length) return true;
  const spare = <u64>((8 - (length - from)) << 3);
  return ((load<u64>(left + from) ^ load<u64>(right + from)) << spare) == 0;
}

// @ts-ignore: decorator
@inline
function hashOf(at: usize, length: i32): u32 {
  let hash: u64 = <u64>length;
  let from = 0;
  for (; from + 8 <= length; from += 8) {
    hash = (hash ^ load<u64>(at + from)) * 0x9e3779b97f4a7c15;
    hash ^= hash >> 29;
  }
  if (from < length) {
    hash = (hash ^ (load<u64>(at + from) << <u64>((8 - (length - from)) << 3))) * 0x9e3779b97f4a7c15;
  }
  return <u32>((hash ^ (hash >> 32)) >> 7);
}

/** Puts an entry into a table of addresses that has free slots. */
export function addCode(table: usize, mask: u32, entry: usize): void {
  let slot = hashOf(entry + 8, load<u32>(entry)) & mask;
  while (load<u32>(table + ((<usize>slot) << 2))) slot = (slot + 1) & mask;
  store<u32>(table + ((<usize>slot) << 2), <u32>entry);
}

/** Whether the bytes are one of the codes. */
// @ts-ignore: decorator
@inline
export function isCode(at: usize, length: i32, table: usize, mask: u32, longest: i32): bool {
  if (length > longest) return false;
  let slot = hashOf(at, length) & mask;
  let entry = <usize>load<u32>(table + ((<usize>slot) << 2));
  while (entry) {
    if (load<i32>(entry) == length && same(at, entry + 8, length)) return true;
    slot = (slot + 1) & mask;
    entry = <usize>load<u32>(table + ((<usize>slot) << 2));
  }
  return false;
}

/** Whether the bytes are a doubted word. Nearly all cells are none by their first byte and their length. */
// @ts-ignore: decorator
@inline
export function isWord(at: usize, length: i32, lengths: usize): bool {
  if (length > 64) return false;
  if (((load<u64>(lengths + ((<usize>load<u8>(at)) << 3)) >> <u64>(length - 1)) & 1) == 0) return false;
  return isListed(at, length);
}

function isListed(at: usize, length: i32): bool {
  for (let entry = <usize>load<u32>(WORDS); load<i32>(entry) > 0; ) {
    const size = load<i32>(entry);
    if (size == length && same(at, entry + 8, length)) return true;
    entry += 8 + ((size + 7) & ~7);
  }
  return false;
}
