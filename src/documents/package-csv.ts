import { cellsOf, takeRecords } from './csv-cells.ts';
import { LineIndex } from './excerpt.ts';
import type { PackageTextError } from './package-text.ts';

/** A CSV file of a standard package. Cells are trimmed; every row has as many as the header. */
export interface PackageTable {
  readonly header: readonly string[];
  readonly rows: readonly PackageRow[];
  readonly errors: readonly PackageTextError[];
}

export interface PackageRow {
  /** 1-based physical line where the row starts. */
  readonly line: number;
  readonly cells: readonly string[];
}

const maxRows = 200_000;
const recordBytes = 1 << 20;

/**
 * Reads a CSV file of a standard package: RFC 4180, comma, first row is the header. Rows of another width, quotes out of
 * place and repeated headings are errors; lines without text are passed over. Never throws.
 */
export async function parsePackageCsv(text: string): Promise<PackageTable> {
  const csv = await import('csv-parse/sync');
  const errors: PackageTextError[] = [];
  const rows: PackageRow[] = [];
  const lines = new LineIndex(text);
  const source = { csv, text, recordBytes };
  let from = { start: 0, line: 1 };
  const stop = (message: string, line: number): void => {
    errors.push({ message, line, column: 1 });
    from = { start: text.length, line };
  };
  while (from.start < text.length) {
    const { spans, broken } = takeRecords(source, from, { delimiter: ',', count: 1000 });
    for (const { stray } of spans) {
      if (stray >= 0) errors.push({ message: 'A quote stands out of place.', ...pointAt(lines, stray) });
    }
    const cells = cellsOf(source, spans, ',');
    spans.forEach(({ line }, index) => {
      const row = (cells?.[index] ?? []).map((cell) => cell.trim());
      if (row.some((cell) => cell !== '')) rows.push({ line, cells: row });
    });
    const last = spans.at(-1);
    from = { start: last?.next ?? text.length, line: last?.nextLine ?? 1 };
    if (broken !== undefined) stop('A quote is never closed.', pointAt(lines, Math.max(0, broken.open)).line);
    else if (cells === undefined) stop('This is not CSV.', from.line);
    else if (rows.length > maxRows) stop(`More than ${maxRows} rows.`, from.line);
  }
  return checked(rows, errors);
}

function checked(rows: readonly PackageRow[], errors: PackageTextError[]): PackageTable {
  const [first, ...body] = rows;
  const header = first?.cells ?? [];
  if (first === undefined && errors.length === 0) errors.push({ message: 'The file is empty.', line: 1, column: 1 });
  const line = first?.line ?? 1;
  header.forEach((name, index) => {
    if (name === '') errors.push({ message: `Column ${index + 1} has no heading.`, line, column: 1 });
    else if (header.indexOf(name) < index) errors.push({ message: `The heading \`${name}\` stands twice.`, line, column: 1 });
  });
  for (const row of body) {
    if (row.cells.length === header.length) continue;
    const message = `The row has ${row.cells.length} cells, the header ${header.length}.`;
    errors.push({ message, line: row.line, column: 1 });
  }
  return { header, rows: body, errors: errors.sort((one, other) => one.line - other.line) };
}

function pointAt(lines: LineIndex, offset: number): { line: number; column: number } {
  const { line, column } = lines.place(offset);
  return { line, column };
}
