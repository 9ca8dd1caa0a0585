import type { Merge, Row } from '../model/document.ts';

/** The headings of a sheet: one text a column, and where the data begin. */
export interface Headings {
  /** Index in the rows looked at of the first data row. */
  readonly dataStart: number;
  /** 1-based row that holds the leaf headings. */
  readonly row: number;
  readonly line: number | undefined;
  /** By column, 0-based: the leaf heading as written, `''` where there is none. */
  readonly leaves: readonly string[];
  /** By column: the group heading above the leaf, `''` where there is none. */
  readonly groups: readonly string[];
  /** 1-based row in which the text of a column's leaf heading stands (above, where cells are merged downwards). */
  readonly leafRows: readonly number[];
}

/** A heading row is looked for among so many rows; above it stand titles and notes. */
export const headingSearchRows = 20;
const maxDepth = 3;

/**
 * Finds the heading rows: of every stretch of one to three rows the one whose leaf headings name most fields.
 * `knows` says whether a heading (with the group above it) names a field. Undefined when none names at least two.
 */
export function findHeadings(
  rows: readonly Row[],
  merges: readonly Merge[],
  options: { readonly depth: 'auto' | 1 | 2 | 3; readonly knows: (leaf: string, group: string) => boolean },
): Headings | undefined {
  let best: Headings | undefined;
  let bestScore = 1;
  const depths = options.depth === 'auto' ? [1, 2, maxDepth] : [options.depth];
  for (const [index, row] of rows.slice(0, headingSearchRows).entries()) {
    if (!row.cells.some((cell) => cell !== undefined && cell.text.trim() !== '')) continue;
    for (const depth of depths) {
      if (depth > index + 1) break;
      const headings = compose(rows.slice(index - depth + 1, index + 1), index, merges);
      const score = headings.leaves.filter(
        (leaf, column) => leaf !== '' && options.knows(leaf, headings.groups[column] ?? ''),
      ).length;
      if (score > bestScore) [best, bestScore] = [headings, score];
    }
  }
  return best;
}

function compose(stack: readonly Row[], index: number, merges: readonly Merge[]): Headings {
  const width = Math.max(...stack.map((row) => row.cells.length));
  const leaves: string[] = [];
  const groups: string[] = [];
  const leafRows: number[] = [];
  for (let column = 0; column < width; column += 1) {
    const texts = stack.map((row) => textAt({ row, stack, merges }, column));
    const leafIndex = texts.findLastIndex((text) => text.own !== '');
    leaves.push(texts[leafIndex]?.own ?? '');
    leafRows.push(stack[leafIndex]?.row ?? 0);
    groups.push(leafIndex > 0 ? (texts[leafIndex - 1]?.spanning ?? '') : '');
  }
  const last = stack.at(-1);
  return { dataStart: index + 1, row: last?.row ?? 0, line: last?.line, leaves, groups, leafRows };
}

/** What stands in a cell itself, and what a merge or an open heading to its left makes it stand under. */
function textAt(
  { row, stack, merges }: { row: Row; stack: readonly Row[]; merges: readonly Merge[] },
  column: number,
): { own: string; spanning: string } {
  const own = clean(row.cells[column]?.text ?? '');
  if (own !== '') return { own, spanning: own };
  const merge = merges.find(
    ({ top, left, bottom, right }) =>
      top <= row.row && row.row <= bottom && left <= column + 1 && column + 1 <= right,
  );
  if (merge !== undefined) {
    const text = clean(
      stack.find(({ row: number }) => number === merge.top)?.cells[merge.left - 1]?.text ?? '',
    );
    return { own: '', spanning: text };
  }
  for (let left = column - 1; left >= 0; left -= 1) {
    const text = clean(row.cells[left]?.text ?? '');
    if (text !== '') return { own: '', spanning: text };
  }
  return { own: '', spanning: '' };
}

/** Headings are often broken over lines inside their cell. */
function clean(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
