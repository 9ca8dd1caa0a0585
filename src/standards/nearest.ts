const maxLength = 64;

/** The known name that was probably meant: at most a third of its characters differ. The first of equals. */
export function nearest(typed: string, names: Iterable<string>): string | undefined {
  const text = typed.slice(0, maxLength).toLowerCase();
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const other = name.slice(0, maxLength).toLowerCase();
    const edits = distance(text, other);
    if (edits < fewest && edits <= Math.max(1, Math.floor(Math.max(text.length, other.length) / 3))) {
      fewest = edits;
      best = name;
    }
  }
  return best;
}

/** Levenshtein distance over UTF-16 units. */
function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, replaced));
    }
    above = current;
  }
  return above.at(-1) ?? 0;
}
