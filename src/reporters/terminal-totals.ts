import type { DepartmentSummary, SampleNote, UncheckedNote } from '../model/assessment.ts';
import type { Divergence } from '../model/divergence.ts';
import { thousands } from '../model/numbers.ts';
import { severities } from '../model/severity.ts';
import { cutEnd, padEnd, padStart } from './columns.ts';
import type { Page } from './page.ts';
import { widest } from './page.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

const maxNotes = 5;
const maxDepartments = 20;

/** A row per department, most errors first; nothing when there is only one. */
export function* departmentLines(page: Page): Generator<string> {
  const { departments } = page.assessment;
  if (departments.length < 2) return;
  const names = page.texts.columns;
  const samples = samplesByDepartment(page.assessment.samples);
  const order = [...departments].sort(
    (one, other) => other.errors - one.errors || other.warnings - one.warnings,
  );
  const limit = page.options.maxShown === Number.POSITIVE_INFINITY ? order.length : maxDepartments;
  const shown = order.slice(0, limit);
  const rows = [
    [
      names.department,
      names.records,
      names.conforming,
      // Without a single sample the column says nothing.
      ...(samples.size === 0 ? [] : [names.samples]),
      names.errors,
      names.warnings,
    ],
    ...shown.map((department) => departmentCells(department, samples)),
  ];
  const [heads = []] = rows;
  const numberColumns = heads.slice(1).map((_, index) => index + 1);
  const nameWidth = widest(
    rows.map(([name = '']) => name),
    Math.max(10, page.options.width - 10 - 10 * numberColumns.length),
  );
  // On a narrow page columns are as narrow as their heads.
  const least = page.options.width < 72 ? 1 : 8;
  const widths = numberColumns.map((column) =>
    Math.max(
      least,
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

function departmentCells(
  { department, records, conformingRecords, errors, warnings }: DepartmentSummary,
  samples: ReadonlyMap<string, number>,
): string[] {
  const checked = samples.size === 0 ? [] : [samples.get(department) ?? 0];
  const numbers = [records, conformingRecords, ...checked, errors, warnings];
  return [visible(department), ...numbers.map(thousands)];
}

function samplesByDepartment(samples: readonly SampleNote[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { department } of samples) counts.set(department, (counts.get(department) ?? 0) + 1);
  return counts;
}

/** What the standard asks for and nobody looked at. */
export function* notCheckedLines(page: Page): Generator<string> {
  const { notChecked } = page.assessment;
  if (notChecked.length === 0) return;
  yield page.bold(page.texts.notChecked);
  const notes = page.options.verbose ? notChecked.map(alone) : byReason(notChecked);
  const shown = page.options.verbose ? notes : notes.slice(0, maxNotes);
  for (const note of shown) {
    const lines = wrap(visible(page.texts.unchecked(note)), page.options.width - 4);
    for (const [index, line] of lines.entries()) yield (index === 0 ? '  ' : '    ') + line;
  }
  if (shown.length < notes.length)
    yield page.dim(`  ${page.texts.moreNotChecked(notes.length - shown.length)}`);
  yield '';
}

/** A note, and how many others have its reason. */
type CountedNote = UncheckedNote & { readonly more: number };

function alone(note: UncheckedNote): CountedNote {
  return { ...note, more: 0 };
}

/** What is not checked for one reason is told once, by its first place. */
function byReason(notes: readonly UncheckedNote[]): CountedNote[] {
  const groups = new Map<string, CountedNote>();
  for (const note of notes) {
    const first = groups.get(note.reason);
    groups.set(note.reason, first === undefined ? alone(note) : { ...first, more: first.more + 1 });
  }
  return [...groups.values()];
}

/** How many records divergences are in; 0 where some of them have no name, so that nobody can tell them apart. */
function recordsIn(divergences: readonly Divergence[]): number {
  const named = divergences.filter(
    ({ record, insideSample }) => record !== undefined && insideSample !== true,
  );
  if (named.some(({ record }) => record?.id === undefined && record?.title === undefined)) return 0;
  return new Set(
    named.map(({ path, record }) => JSON.stringify([path, record?.kind, record?.id, record?.title])),
  ).size;
}

/** The last sentences: `Checked 82 records and 12 samples with 584 rows.` and `4 errors in 1 record from 4 causes, 2 fixable.` */
export function* totalsLines(page: Page): Generator<string> {
  const { summary } = page.assessment;
  const lines = (sentence: string) => wrap(sentence, page.options.width);
  if (summary.divergences > 0) {
    const severity = summary.errors > 0 ? 'error' : 'warning';
    if (summary.samples > 0) yield* lines(page.texts.checked({ ...summary, rows: rowsOf(page) }));
    for (const line of lines(page.texts.totals({ ...summary, ...touched(page) })))
      yield page.bold(page.severity[severity](line));
  } else if (summary.documents + summary.samples > 0) {
    for (const line of lines(conformsText(page))) yield page.good(line);
  } else yield* lines(page.texts.nothing);
}

function conformsText({ assessment, texts }: Page): string {
  const { id, version } = assessment.standard;
  const standard = visible(version === '' ? id : `${id}@${version}`);
  return texts.conforms({ ...assessment.summary, rows: rowsOf({ assessment }), standard });
}

function rowsOf({ assessment }: Pick<Page, 'assessment'>): number {
  return assessment.samples.reduce((sum, { rows }) => sum + rows, 0);
}

/** What the heaviest divergences touch: records, and files outside any record. */
function touched({ assessment }: Page): { records: number; files: number } {
  const { departments, divergences } = assessment;
  const heaviest = severities.find((one) => divergences.some(({ severity }) => severity === one));
  const heavy = divergences.filter(({ severity }) => severity === heaviest);
  const outside = heavy.filter(
    ({ record, insideRecord, insideSample }) =>
      insideSample === true || (record === undefined && insideRecord !== true),
  );
  const files = new Set(outside.map(({ path }) => path)).size;
  if (heaviest !== 'error') return { records: recordsIn(heavy), files };
  // Only errors keep a record from conforming, so that these can be counted without names.
  const records = departments.reduce(
    (sum, { records: all, conformingRecords }) => sum + all - conformingRecords,
    0,
  );
  return { records, files };
}
