/** So many digits in a row may be a phone, a card or a citizen's number. */
const watched = 11;

/** Whether eleven ASCII digits stand in a row: such a run covers one of every eleven bytes, so only those are looked at first. */
export function hasDigitRun(bytes: Uint8Array, start: number, end: number): boolean {
  for (let probe = start + watched - 1; probe < end; probe += watched) {
    if (!isDigit(bytes[probe] as number)) continue;
    let from = probe;
    while (from > start && isDigit(bytes[from - 1] as number)) from -= 1;
    let to = probe + 1;
    while (to < end && to - from < watched && isDigit(bytes[to] as number)) to += 1;
    if (to - from >= watched) return true;
  }
  return false;
}

function isDigit(byte: number): boolean {
  return (byte - 48) >>> 0 <= 9;
}
