/**
 * The fewest columns that are out of order: all that are not in a longest run of columns whose items rise. Columns without item do not count.
 */
export function movedColumns(items: readonly (number | undefined)[]): number[] {
  const placed = items.flatMap((item, column) => (item === undefined ? [] : [{ item, column }]));
  /** By length of run: the position in `placed` where the run ends with the smallest item. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [position, { item }] of placed.entries()) {
    const length = firstNotBelow(ends, (end) => (placed[end]?.item ?? 0) < item);
    before.push(ends[length - 1] ?? -1);
    ends[length] = position;
  }
  const kept = new Set<number>();
  for (let position = ends.at(-1) ?? -1; position >= 0; position = before[position] ?? -1) kept.add(position);
  return placed.flatMap(({ column }, position) => (kept.has(position) ? [] : [column]));
}

/** How many at the start of a list are below, where those that are stand first. */
function firstNotBelow(list: readonly number[], isBelow: (one: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(list[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
