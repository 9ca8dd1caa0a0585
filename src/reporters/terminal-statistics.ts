import type { SampleNote } from '../model/assessment.ts';
import type { ColumnSummary } from '../model/column-summary.ts';
import type { Locale } from '../model/locale.ts';
import { thousands } from '../model/numbers.ts';
import { cutEnd, padEnd, padStart } from './columns.ts';
import type { Page } from './page.ts';
import { widest } from './page.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

interface Texts {
  readonly title: string;
  /** Column, filled, empty, distinct, longest, smallest, largest. */
  readonly heads: readonly [string, string, string, string, string, string, string];
  readonly commonest: string;
  readonly faults: string;
  readonly personal: string;
  readonly estimated: string;
  readonly separator: string;
}

const texts: Readonly<Record<Locale, Texts>> = {
  en: {
    title: 'Columns',
    heads: ['column', 'filled', 'empty', 'distinct', 'longest', 'smallest', 'largest'],
    commonest: 'commonest: ',
    faults: 'faults: ',
    personal: 'tells of persons; its values are not shown',
    estimated: 'from 4,096 of its different values',
    separator: ', ',
  },
  'zh-CN': {
    title: '各列概况',
    heads: ['列', '已填', '空', '不同值', '最长', '最小', '最大'],
    commonest: '最常见：',
    faults: '问题：',
    personal: '涉及个人，不显示取值',
    estimated: '据其中 4,096 个不同值',
    separator: '，',
  },
};

/** Columns of the page that a heading, and a smallest or largest value, may take. */
const widestName = 24;
const widestValue = 19;

/** What the columns of the samples hold: a row for each, its commonest values and faults below it. Nothing where nobody asked. */
export function* statisticsLines(page: Page): Generator<string> {
  const counted = page.assessment.samples.filter(({ statistics = [] }) => statistics.length > 0);
  if (counted.length === 0) return;
  const words = texts[page.options.locale];
  yield* [page.bold(words.title), ''];
  for (const sample of counted) yield* tableLines(page, sample, words);
}

function* tableLines(page: Page, sample: SampleNote, words: Texts): Generator<string> {
  const { path, sheet, statistics = [] } = sample;
  yield page.bold(visible(sheet === undefined ? path : `${path} · ${sheet}`));
  const rows = [words.heads, ...statistics.map(cellsOf)];
  const widths = words.heads.map((_, column) =>
    widest(
      rows.map((row) => row[column] ?? ''),
      80,
    ),
  );
  const lineOf = (cells: readonly string[]): string => fitted(cells, widths, page.options.width);
  yield page.dim(lineOf(words.heads));
  for (const [index, column] of statistics.entries()) {
    yield lineOf(rows[index + 1] ?? []);
    for (const note of notesOf(column, words))
      for (const line of wrap(note, page.options.width - 4)) yield page.dim(`    ${line}`);
  }
  yield '';
}

/** The smallest and largest value are left out where the page is too narrow. */
function fitted(cells: readonly string[], widths: readonly number[], width: number): string {
  let line = ' ';
  for (const [column, cell] of cells.entries()) {
    const wide = widths[column] ?? 0;
    const isText = column === 0 || column > 4;
    const next = `${line} ${isText ? padEnd(cell, wide) : padStart(cell, wide)}`;
    if (column > 0 && lengthOf(widths, column) > width) break;
    line = next;
  }
  return line.trimEnd();
}

/** Columns of the page that a row takes up to one of its cells. */
function lengthOf(widths: readonly number[], column: number): number {
  return widths.slice(0, column + 1).reduce((sum, wide) => sum + wide + 1, 1);
}

function cellsOf(summary: ColumnSummary): string[] {
  const { column, filled, empty, distinct, isExact, longest, minimum = '', maximum = '' } = summary;
  return [
    cutEnd(visible(column), widestName),
    thousands(filled),
    thousands(empty),
    `${isExact ? '' : '~'}${thousands(distinct)}`,
    thousands(longest),
    cutEnd(visible(minimum), widestValue),
    cutEnd(visible(maximum), widestValue),
  ];
}

function notesOf({ isPersonal, isExact, commonest, faults }: ColumnSummary, words: Texts): string[] {
  const shares = commonest.map(
    ({ text, count }) => `${cutEnd(visible(text), widestValue)} ×${thousands(count)}`,
  );
  const wrong = faults.map(({ check, reason, count }) => `${check} ${reason} ×${thousands(count)}`);
  const estimate = isExact ? '' : ` (${words.estimated})`;
  return [
    ...(isPersonal ? [words.personal] : []),
    ...(shares.length === 0 ? [] : [`${words.commonest}${shares.join(words.separator)}${estimate}`]),
    ...(wrong.length === 0 ? [] : [`${words.faults}${wrong.join(words.separator)}`]),
  ];
}
