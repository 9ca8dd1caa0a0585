/** Longer texts are compared by their first code points only. */
const maxCompared = 128;

/** The code points of a text, at most `maxCompared`. */
function codePointsOf(text: string): number[] {
  const points: number[] = [];
  for (let at = 0; at < text.length && points.length < maxCompared; at += 1) {
    const point = text.codePointAt(at) ?? 0;
    points.push(point);
    if (point > 0xffff) at += 1;
  }
  return points;
}

/** How many code points of a text are compared: its length, at most `maxCompared`. */
export function comparedLength(text: string): number {
  const cut = text.length > maxCompared * 2 ? text.slice(0, maxCompared * 2) : text;
  const pairs = /[\uD800-\uDBFF]/.test(cut) ? (cut.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0) : 0;
  return Math.min(maxCompared, cut.length - pairs);
}

/**
 * Damerau-Levenshtein distance (optimal string alignment) on code points: inserting, deleting, replacing one or swapping two
 * neighbours costs 1. Anything beyond `limit` comes back as `limit + 1`.
 */
export function editDistance(a: string, b: string, limit = maxCompared): number {
  if (a === b) return 0;
  const [short, long] = withoutCommonEnds(...order(codePointsOf(a), codePointsOf(b)));
  if (long.length - short.length > limit) return limit + 1;
  if (short.length === 0) return long.length;
  let before: number[] = [];
  let previous = Array.from({ length: long.length + 1 }, (_, at) => at);
  for (let row = 1; row <= short.length; row += 1) {
    const current = nextRow({ short, long, row, previous, before });
    if (Math.min(...current) > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[long.length] ?? 0, limit + 1);
}

/** What is left where both differ; the distance stays the same. */
function withoutCommonEnds(
  short: readonly number[],
  long: readonly number[],
): [readonly number[], readonly number[]] {
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  const most = short.length - start;
  while (end < most && short[short.length - 1 - end] === long[long.length - 1 - end]) end += 1;
  return [short.slice(start, short.length - end), long.slice(start, long.length - end)];
}

function order(a: readonly number[], b: readonly number[]): [readonly number[], readonly number[]] {
  return a.length <= b.length ? [a, b] : [b, a];
}

interface Rows {
  readonly short: readonly number[];
  readonly long: readonly number[];
  readonly row: number;
  readonly previous: readonly number[];
  readonly before: readonly number[];
}

function nextRow({ short, long, row, previous, before }: Rows): number[] {
  const current = [row];
  const here = short[row - 1];
  for (let column = 1; column <= long.length; column += 1) {
    const there = long[column - 1];
    let cost = Math.min(
      (previous[column] ?? 0) + 1,
      (current[column - 1] ?? 0) + 1,
      (previous[column - 1] ?? 0) + (here === there ? 0 : 1),
    );
    const swapped = row > 1 && column > 1 && here === long[column - 2] && short[row - 2] === there;
    if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
    current.push(cost);
  }
  return current;
}
