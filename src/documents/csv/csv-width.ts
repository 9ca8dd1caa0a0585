/** The cells of a row as far as widths go. */
export interface RowShape {
  /** Cells in the record. */
  readonly cells: number;
  /** Cells up to the last one that holds more than blanks. */
  readonly filled: number;
  /** Cells that hold anything, be it a blank. */
  readonly values: number;
}

/** Header rows may stand below a title; a row with one value among the first so many may be one. */
const titleRows = 3;

export function shapeOf(cells: readonly string[]): RowShape {
  let filled = 0;
  let values = 0;
  for (const [index, cell] of cells.entries()) {
    if (cell !== '') values += 1;
    if (cell.trim() !== '') filled = index + 1;
  }
  return { cells: cells.length, filled, values };
}

/** Whether a row says anything about the width of its table: an empty one does not, nor does a title above the header. */
export function counts(shape: RowShape, row: number): boolean {
  return shape.values > 1 || (shape.values === 1 && row > titleRows);
}

/** Whether a row fits a table of this width: neither too short nor, apart from empty cells at its end, too long. */
export function fits({ cells, filled }: RowShape, width: number): boolean {
  return filled <= width && width <= cells;
}

/**
 * The width that suits most of the first rows of a table, and how many it suits. Between equals the one that shows up
 * first wins: a header counts for more than a row below it.
 */
export function likelyWidth(shapes: readonly RowShape[]): { width: number; suits: number } {
  const counted = shapes.filter((shape, index) => counts(shape, index + 1));
  const rows = counted.length > 0 ? counted : shapes;
  const candidates = new Set([
    ...rows.map(({ cells }) => cells),
    ...rows.slice(0, titleRows).map(({ filled }) => filled),
  ]);
  let best = { width: 0, suits: 0 };
  for (const width of candidates) {
    const suits = rows.filter((shape) => fits(shape, width)).length;
    if (suits > best.suits) best = { width, suits };
  }
  return best;
}
