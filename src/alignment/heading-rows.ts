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
/** As wide as a spreadsheet gets: a wider row is no row of headings. */
const mostColumns = 16_384;

/** What a heading row says of each of its columns. */
interface RowTexts {
  /** What stands in a cell itself. */
  readonly own: readonly string[];
  /** What a merge or an open heading to its left makes a cell stand under. */
  readonly spanning: readonly string[];
}

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
  for (const { stack, index } of stretches(rows, options.depth)) {
    const headings = compose(stack, index, merges);
    const score = scoreOf(headings, options.knows);
    if (score > bestScore) [best, bestScore] = [headings, score];
  }
  return best;
}

/** The stretches of rows that may be headings, by their last row; rows wider than any form are none. */
function* stretches(
  rows: readonly Row[],
  depth: 'auto' | 1 | 2 | 3,
): Generator<{ readonly stack: readonly Row[]; readonly index: number }> {
  const depths = depth === 'auto' ? [1, 2, maxDepth] : [depth];
  for (const [index, row] of rows.slice(0, headingSearchRows).entries()) {
    if (isEmpty(row)) continue;
    for (const count of depths.filter((each) => each <= index + 1)) {
      const stack = rows.slice(index - count + 1, index + 1);
      if (stack.every(({ cells }) => cells.length <= mostColumns)) yield { stack, index };
    }
  }
}

/** How many leaf headings name a field. */
function scoreOf({ leaves, groups }: Headings, knows: (leaf: string, group: string) => boolean): number {
  return leaves.filter((leaf, column) => leaf !== '' && knows(leaf, groups[column] ?? '')).length;
}

function isEmpty({ cells }: Row): boolean {
  return cells.every((cell) => cell === undefined || cell.text.trim() === '');
}

function compose(stack: readonly Row[], index: number, merges: readonly Merge[]): Headings {
  const width = Math.max(...stack.map((row) => row.cells.length));
  const texts = stack.map((row) => textsOf({ row, stack, merges }, width));
  const leaves: string[] = [];
  const groups: string[] = [];
  const leafRows: number[] = [];
  for (let column = 0; column < width; column += 1) {
    const leafIndex = texts.findLastIndex(({ own }) => own[column] !== '');
    leaves.push(texts[leafIndex]?.own[column] ?? '');
    leafRows.push(stack[leafIndex]?.row ?? 0);
    groups.push(leafIndex > 0 ? (texts[leafIndex - 1]?.spanning[column] ?? '') : '');
  }
  const last = stack.at(-1);
  return { dataStart: index + 1, row: last?.row ?? 0, line: last?.line, leaves, groups, leafRows };
}

/** Both from left to right in one pass: a row may have thousands of columns, and a sheet thousands of merges. */
function textsOf(
  { row, stack, merges }: { row: Row; stack: readonly Row[]; merges: readonly Merge[] },
  width: number,
): RowTexts {
  const own = Array.from({ length: width }, (_, column) => clean(row.cells[column]?.text ?? ''));
  const spans = spansOf(row, merges, width);
  let open = '';
  const spanning = own.map((text, column) => {
    if (text !== '') open = text;
    const span = spans[column];
    if (text !== '' || span === undefined) return open;
    const above = stack.find(({ row: number }) => number === span.top);
    return clean(above?.cells[span.left - 1]?.text ?? '');
  });
  return { own, spanning };
}

/** By column: the merge that covers it in this row. */
function spansOf({ row }: Row, merges: readonly Merge[], width: number): (Merge | undefined)[] {
  const spans = new Array<Merge | undefined>(width).fill(undefined);
  let filled = 0;
  for (const merge of merges
    .filter(({ top, bottom }) => top <= row && row <= bottom)
    .sort((one, other) => one.left - other.left)) {
    const end = Math.min(merge.right, width);
    for (filled = Math.max(filled, merge.left - 1); filled < end; filled += 1) spans[filled] = merge;
  }
  return spans;
}

/** Headings are often broken over lines inside their cell. */
function clean(text: string): string {
  return text === '' ? '' : text.replaceAll(/\s+/gu, ' ').trim();
}
