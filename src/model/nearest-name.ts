/**
 * The name that was probably meant: fewest edits (a swap of neighbours counts once), at most a third of its length;
 * one that starts with what was typed counts as very near, and one that holds it is the last resort. `undefined` when nothing is near.
 * The first of equals wins.
 */
export function nearestName(typed: string, names: Iterable<string>): string | undefined {
  const text = typed.slice(0, maxLength).toLowerCase();
  const known = [...names];
  let nearest: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const other = name.slice(0, maxLength).toLowerCase();
    const edits = isBeginning(text, other) ? leftOff : editDistance(text, other);
    const allowed = Math.max(leftOff, Math.floor(Math.max(text.length, other.length) / 3));
    if (edits <= allowed && edits < fewest) {
      fewest = edits;
      nearest = name;
    }
  }
  return nearest ?? (text.length >= 3 ? known.find((name) => name.toLowerCase().includes(text)) : undefined);
}

const maxLength = 64;
/** Leaving the end off (`warn`, `message@zh`) is a likelier slip than two wrong characters, less likely than one. */
const leftOff = 1.5;

function isBeginning(text: string, name: string): boolean {
  return text.length >= 3 && name.length > text.length + 1 && name.startsWith(text);
}

/** Optimal string alignment distance over code units. */
function editDistance(one: string, other: string): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const replaced = at(above, column - 1) + (same ? 0 : 1);
      const swapped = isSwap(one, other, [row, column])
        ? at(before, column - 2) + 1
        : Number.POSITIVE_INFINITY;
      current.push(Math.min(at(above, column) + 1, at(current, column - 1) + 1, replaced, swapped));
    }
    before = above;
    above = current;
  }
  return at(above, other.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}

/** Whether the last two characters stand in the other order. */
function isSwap(one: string, other: string, [row, column]: readonly [number, number]): boolean {
  return row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
}
