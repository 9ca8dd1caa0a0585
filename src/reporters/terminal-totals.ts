import type { DepartmentSummary } from '../model/assessment.ts';
import { cutEnd, padEnd, padStart, wrap } from './columns.ts';
import { thousands } from './numbers.ts';
import type { Page } from './page.ts';
import { widest } from './page.ts';
import { visible } from './visible.ts';

const maxNotes = 5;
const maxDepartments = 20;

/** A row per department, most errors first; nothing when there is only one. */
export function* departmentLines(page: Page): Generator<string> {
  const { departments } = page.assessment;
  if (departments.length < 2) return;
  const names = page.texts.columns;
  const order = [...departments].sort(
    (one, other) => other.errors - one.errors || other.warnings - one.warnings,
  );
  const limit = page.options.maxShown === Number.POSITIVE_INFINITY ? order.length : maxDepartments;
  const shown = order.slice(0, limit);
  const rows = [
    [names.department, names.records, names.conforming, names.errors, names.warnings],
    ...shown.map(departmentCells),
  ];
  const nameWidth = widest(
    rows.map(([name = '']) => name),
    Math.max(10, page.options.width - 50),
  );
  const widths = [1, 2, 3, 4].map((column) =>
    Math.max(
      8,
      widest(
        rows.map((row) => row[column] ?? ''),
        14,
      ),
    ),
  );
  for (const [index, [name = '', ...numbers]] of rows.entries()) {
    const cells = numbers.map((number, column) => padStart(number, widths[column] ?? 0));
    const line = `  ${padEnd(cutEnd(name, nameWidth), nameWidth)}  ${cells.join('  ')}`;
    yield index === 0 ? page.dim(line) : line;
  }
  if (limit < order.length) yield page.dim(`  ${page.texts.moreDepartments(order.length - limit)}`);
  yield '';
}

function departmentCells({
  department,
  records,
  conformingRecords,
  errors,
  warnings,
}: DepartmentSummary): string[] {
  return [visible(department), ...[records, conformingRecords, errors, warnings].map(thousands)];
}

/** What the standard asks for and nobody looked at. */
export function* notCheckedLines(page: Page): Generator<string> {
  const notes = page.assessment.notChecked;
  if (notes.length === 0) return;
  yield page.bold(page.texts.notChecked);
  const shown = page.options.verbose ? notes : notes.slice(0, maxNotes);
  for (const note of shown) {
    const lines = wrap(visible(page.texts.unchecked(note)), page.options.width - 4);
    for (const [index, line] of lines.entries()) yield (index === 0 ? '  ' : '    ') + line;
  }
  if (shown.length < notes.length)
    yield page.dim(`  ${page.texts.moreNotChecked(notes.length - shown.length)}`);
  yield '';
}

/** The last sentence: `4 errors in 1 record from 4 causes, 2 fixable.` */
export function* totalsLines(page: Page): Generator<string> {
  const { summary, departments, divergences, standard } = page.assessment;
  const { id, version } = standard;
  const lines = (sentence: string) => wrap(sentence, page.options.width);
  if (summary.divergences === 0) {
    const name = visible(version === '' ? id : `${id}@${version}`);
    for (const line of lines(page.texts.conforms({ ...summary, standard: name }))) yield page.good(line);
    return;
  }
  const records = departments.reduce(
    (sum, department) => sum + department.records - department.conformingRecords,
    0,
  );
  const documents = new Set(divergences.map(({ path }) => path)).size;
  const sentence = page.texts.totals({ ...summary, records, documents });
  const severity = summary.errors > 0 ? 'error' : 'warning';
  for (const line of lines(sentence)) yield page.bold(page.severity[severity](line));
}
