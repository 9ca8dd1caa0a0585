import type { Headings } from '../../alignment/heading-rows.ts';
import { findHeadings, headingSearchRows } from '../../alignment/heading-rows.ts';
import type { Merge, Row } from '../../model/document.ts';

/** Heading rows with so many rows of groups above. */
const depths = [1, 2, 3] as const;
/** A row with fewer of the widest row's cells than this is a title or a note. */
const wideEnough = 0.6;

/**
 * The heading row of a table of which nothing is known: the first row that holds nothing but text, fills most of the table's width and is not
 * merged sideways. Rows right above it that are merged sideways are the groups of its headings. Undefined where no row is like that.
 */
export function guessHeadings(rows: readonly Row[], merges: readonly Merge[]): Headings | undefined {
  const search = rows.slice(0, headingSearchRows);
  const width = Math.max(0, ...search.map(filledCells));
  const index = search.findIndex(
    (row) => filledCells(row) >= width * wideEnough && isAllText(row) && !isGroupRow(row, merges),
  );
  const row = search[index];
  if (row === undefined) return undefined;
  let first = index;
  while (first > 0 && index - first < 2 && isGroups(search[first - 1], { merges, width })) first -= 1;
  const depth = depths[index - first] ?? 1;
  const found = findHeadings(search.slice(first, index + 1), merges, { depth, knows: (leaf) => leaf !== '' });
  return found === undefined ? single(row, index) : { ...found, dataStart: index + 1 };
}

/** A table of one column. */
function single(row: Row, index: number): Headings {
  const leaves = row.cells.map((cell) => cell?.text.replaceAll(/\s+/gu, ' ').trim() ?? '');
  const groups = leaves.map(() => '');
  return {
    dataStart: index + 1,
    row: row.row,
    line: row.line,
    leaves,
    groups,
    leafRows: leaves.map(() => row.row),
  };
}

function filledCells({ cells }: Row): number {
  return cells.reduce((count, cell) => count + (cell !== undefined && cell.text.trim() !== '' ? 1 : 0), 0);
}

function isAllText({ cells }: Row): boolean {
  return cells.every((cell) => cell === undefined || cell.text.trim() === '' || cell.kind === 'text');
}

function isGroupRow({ row }: Row, merges: readonly Merge[]): boolean {
  return merges.some(({ top, bottom, left, right }) => top <= row && row <= bottom && left < right);
}

/** Merged sideways over some of the columns; a title is merged over all of them. */
function isGroups(
  row: Row | undefined,
  { merges, width }: { merges: readonly Merge[]; width: number },
): boolean {
  if (row === undefined || filledCells(row) < 2 || !isGroupRow(row, merges)) return false;
  return !merges.some(
    ({ top, bottom, left, right }) => top <= row.row && row.row <= bottom && right - left + 1 > width,
  );
}
