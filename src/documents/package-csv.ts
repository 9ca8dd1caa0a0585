import type { TextPair } from '../model/fault.ts';
import type { CsvText, Position } from './csv/csv-cells.ts';
import { cellsOf, takeRecords } from './csv/csv-cells.ts';
import { LineIndex } from './excerpt.ts';
import type { PackageTextError } from './package-text.ts';
import { packageSentence } from './package-text.ts';

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
  const batches = { text: { csv, text, recordBytes }, lines: new LineIndex(text), rows, errors };
  let from: Position | undefined = { start: 0, line: 1 };
  while (from !== undefined && from.start < text.length) from = takeBatch(batches, from);
  return checked(rows, errors);
}

interface Batches {
  readonly text: CsvText;
  readonly lines: LineIndex;
  readonly rows: PackageRow[];
  readonly errors: PackageTextError[];
}

/** Reads some rows; undefined where reading ends. */
function takeBatch({ text, lines, rows, errors }: Batches, from: Position): Position | undefined {
  const { spans, broken } = takeRecords(text, from, { delimiter: ',', count: 1000 });
  const strays = spans.filter(({ stray }) => stray >= 0);
  errors.push(
    ...strays.map(({ stray }): PackageTextError => {
      return { message: ['A quote stands out of place.', '引号位置不当。'], ...pointAt(lines, stray) };
    }),
  );
  const cells = cellsOf(text, spans, ',');
  for (const [index, { line }] of spans.entries()) {
    const row = (cells?.[index] ?? []).map((cell) => cell.trim());
    if (row.some((cell) => cell !== '')) rows.push({ line, cells: row });
  }
  const last = spans.at(-1);
  const line = last?.nextLine ?? from.line;
  if (broken !== undefined) errors.push(brokenRow(lines, broken));
  else if (cells === undefined)
    errors.push({ message: ['This is not CSV.', '不是有效的 CSV。'], line, column: 1 });
  else if (rows.length > maxRows)
    errors.push({ message: [`More than ${maxRows} rows.`, `超过 ${maxRows} 行。`], line, column: 1 });
  else if (last !== undefined) return { start: last.next, line };
  return undefined;
}

function brokenRow(lines: LineIndex, { open, start }: { open: number; start: number }): PackageTextError {
  const message: TextPair =
    open < 0 ? ['The row is too long.', '该行过长。'] : ['A quote is never closed.', '引号没有闭合。'];
  return { message, ...pointAt(lines, Math.max(open, start)) };
}

function checked(rows: readonly PackageRow[], errors: PackageTextError[]): PackageTable {
  const [first, ...body] = rows;
  const header = first?.cells ?? [];
  if (first === undefined && errors.length === 0)
    errors.push({ message: packageSentence('empty'), line: 1, column: 1 });
  const line = first?.line ?? 1;
  header.forEach((name, index) => {
    if (name === '')
      errors.push({
        message: [`Column ${index + 1} has no heading.`, `第 ${index + 1} 列没有列名。`],
        line,
        column: 1,
      });
    else if (header.indexOf(name) < index)
      errors.push({
        message: [`The heading \`${name}\` stands twice.`, `列名 \`${name}\` 出现两次。`],
        line,
        column: 1,
      });
  });
  for (const row of body) {
    if (row.cells.length === header.length) continue;
    const [cells, columns] = [row.cells.length, header.length];
    const message: TextPair = [
      `The row has ${cells} cells, the header ${columns}.`,
      `该行有 ${cells} 个单元格，表头有 ${columns} 列。`,
    ];
    errors.push({ message, line: row.line, column: 1 });
  }
  return { header, rows: body, errors: errors.sort((one, other) => one.line - other.line) };
}

function pointAt(lines: LineIndex, offset: number): { line: number; column: number } {
  const { line, column } = lines.place(offset);
  return { line, column };
}
