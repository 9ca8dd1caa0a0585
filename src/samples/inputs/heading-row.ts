import type { Headings } from '../../alignment/heading-rows.ts';
import { findHeadings, headingSearchRows } from '../../alignment/heading-rows.ts';
import type { Merge, Row } from '../../model/document.ts';

/** Heading rows with so many rows of groups above. */
const depths = [1, 2, 3] as const;
/** A row with fewer of the widest row's cells than this is a title or a note. */
const wideEnough = 0.6;

/** What tells headings from data. */
export interface HeadingSigns {
  /** Whether a heading (with the group above it) names a declared column. */
  readonly knows?: (leaf: string, group: string) => boolean;
  /** Whether the cells of a row are what is declared of the columns at their places, and its headings would not be. */
  readonly holdsData?: (cells: readonly string[]) => boolean;
  /** How many rows headings may take; 1 where undefined and nothing is merged. */
  readonly depth?: 'auto' | 1;
}

/** Where a table begins. */
export interface TableStart {
  /** Undefined where the first row holds data already. */
  readonly headings?: Headings;
  /** Index in the rows looked at of the first data row. */
  readonly dataStart: number;
}

/**
 * The heading row of a table, below titles and notes: the row that names most of what is declared. Where none names two, it is the first row
 * that fills most of the table's width and is not merged sideways, unless that holds data; rows right above it that are merged sideways are
 * the groups of its headings.
 */
export function locateHeadings(
  rows: readonly Row[],
  merges: readonly Merge[],
  signs: HeadingSigns,
): TableStart {
  const { knows, depth = 1 } = signs;
  const named = knows === undefined ? undefined : findHeadings(rows, merges, { depth, knows });
  if (named !== undefined) return { headings: named, dataStart: named.dataStart };
  const search = rows.slice(0, headingSearchRows);
  const width = widthOf(search);
  const index = Math.max(
    0,
    search.findIndex((row) => filledCells(row) >= width * wideEnough && !isGroupRow(row, merges)),
  );
  const row = search[index];
  if (row === undefined || isData(row, rows.slice(index + 1), signs)) return { dataStart: index };
  return { headings: guessed(search, index, { merges, width }), dataStart: index + 1 };
}

function guessed(
  rows: readonly Row[],
  index: number,
  { merges, width }: { readonly merges: readonly Merge[]; readonly width: number },
): Headings {
  let first = index;
  while (first > 0 && index - first < 2 && isGroups(rows[first - 1], { merges, width })) first -= 1;
  const depth = depths[index - first] ?? 1;
  const found = findHeadings(rows.slice(first, index + 1), merges, { depth, knows: (leaf) => leaf !== '' });
  return found === undefined ? single(rows[index], index) : { ...found, dataStart: index + 1 };
}

/** A table of one column. */
function single(row: Row | undefined, index: number): Headings {
  const leaves = row?.cells.map((cell) => cell?.text.replaceAll(/\s+/gu, ' ').trim() ?? '') ?? [];
  return {
    dataStart: index + 1,
    row: row?.row ?? 0,
    line: row?.line,
    leaves,
    groups: leaves.map(() => ''),
    leafRows: leaves.map(() => row?.row ?? 0),
  };
}

/** Cells of the widest row; not of one row alone, which may be torn or run together. */
function widthOf(rows: readonly Row[]): number {
  const [widest = 0, next = widest] = rows.map(filledCells).sort((one, other) => other - one);
  return next;
}

function filledCells({ cells }: Row): number {
  return cells.reduce((count, cell) => count + (cell !== undefined && cell.text.trim() !== '' ? 1 : 0), 0);
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

/** Whether a row that names nothing is data too: as its columns are declared, or as they go on below it. */
function isData(row: Row, behind: readonly Row[], { knows, holdsData }: HeadingSigns): boolean {
  const cells = textsOf(row);
  if (knows !== undefined && cells.some((text) => text !== '' && knows(text, ''))) return false;
  if (holdsData?.(cells) === true) return true;
  const own = cells.join('\u0000');
  // Where pages are printed one after the other, the headings stand again.
  const below = behind.map(textsOf).filter((texts) => texts.join('\u0000') !== own);
  return looksLikeData(cells, below) || standsAgain(cells, below);
}

/** Values come again in their column, headings hardly do. */
function standsAgain(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  return cells.some(
    (text, column) => text.trim().length > 1 && below.some((texts) => texts[column] === text),
  );
}

/** A column of numbers or dates starts with one, and none starts with a word. */
function looksLikeData(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  let saysData = false;
  for (const [column, heading] of cells.entries()) {
    const values = below.map((texts) => texts[column] ?? '').filter((text) => text !== '');
    const measured = values.filter(isMeasured).length;
    if (values.length === 0 || measured * 2 <= values.length) continue;
    if (!isMeasured(heading) || (isYear(heading) && !values.some(isYear))) return false;
    saysData = true;
  }
  return saysData;
}

function textsOf({ cells }: Row): string[] {
  return cells.map((cell) => cell?.text ?? '');
}

function isMeasured(text: string): boolean {
  return /^\s*[-+]?\d[\d.,:/TZ年月日 -]*\s*$/.test(text);
}

/** Years are headings of statistics. */
function isYear(text: string): boolean {
  return /^(?:19|20)\d\d年?$/.test(text);
}
