import type { Encoding } from '../documents/encoding.ts';
import type { DataItem, SampleDeclaration } from '../model/data-item.ts';
import type { PrivacyProfile } from '../model/sample-binding.ts';
import type { CellContext } from './cells/cell-judge.ts';
import { cellJudge } from './cells/cell-judge.ts';
import { columnTestOf } from './cells/column-test-of.ts';
import { dayReader } from './cells/day-of-cell.ts';
import type { ColumnTest } from './engine/column-test.ts';
import { claimsDays } from './match/claims-days.ts';
import type { ColumnWatch, SightedCells } from './part-tally.ts';
import { keptSpots } from './part-tally.ts';
import type { PrivacyWatch } from './privacy/privacy-watch.ts';
import { privacyWatch } from './privacy/privacy-watch.ts';

/** A table whose columns are known: which of them hold what. Plain data. */
export interface TablePlan {
  readonly declaration: SampleDeclaration;
  readonly headings: readonly string[];
  /** By column of the file: which item of the declaration it holds. */
  readonly itemOf: readonly (number | undefined)[];
  /** What the file is written in: lengths in bytes are those of this encoding. */
  readonly encoding: Encoding;
  /** Whether cells are to be stored in the kind of their type. */
  readonly asksKind?: boolean;
  readonly profile: PrivacyProfile;
  /** CCYY-MM-DD: who was under age on this day is protected more. */
  readonly asOf: string;
  /** Keys that references of other samples name, by the names of their columns. */
  readonly targets: readonly (readonly string[])[];
}

/** Who looks at the cells of each column that are handed out: the exact judge and the detectors of personal information. */
export function columnWatches(plan: TablePlan): ColumnWatch[] {
  const items = itemsOf(plan);
  const privacy = watchOf(plan);
  const days = dayReaders(plan);
  return plan.headings.map((_, column) => {
    const item = items[column];
    const look = (text: string) => privacy.look(column, text);
    const day = days[column];
    if (item === undefined) return { look };
    return { judge: cellJudge(item, contextOf(item, plan)), look, ...(day === undefined ? {} : { day }) };
  });
}

/**
 * How an engine tests the cells of each column, and which of the ones that are fine it hands out. Without sights it hands out each of them
 * where somebody looks at all, which comes to the same.
 */
export function columnTests(plan: TablePlan, withSights: boolean): ColumnTest[] {
  const items = itemsOf(plan);
  const privacy = watchOf(plan);
  const days = dayReaders(plan);
  return plan.headings.map((_, column) => {
    const test = columnTestOf(items[column], contextOf(items[column], plan));
    if (days[column] !== undefined) return { ...test, test: { kind: 'none' } };
    if (!privacy.readsEveryCell(column)) return test;
    if (!withSights) return { ...test, sights: [] };
    const { sights, knowsDigits } = privacy.sights(column);
    return {
      ...test,
      watchesDigits: test.watchesDigits && !knowsDigits,
      sights: sights.map(({ automaton, longest }) => ({ automaton, longest, shown: keptSpots })),
    };
  });
}

/** By sight of an engine with these tests: what a look at its cells finds. */
export function sightHits(plan: TablePlan): Omit<SightedCells, 'count'>[] {
  const privacy = watchOf(plan);
  const days = dayReaders(plan);
  return plan.headings.flatMap((_, column) =>
    days[column] === undefined && privacy.readsEveryCell(column)
      ? privacy.sights(column).hits.map((hits) => ({ column, hits }))
      : [],
  );
}

/** By column: who reads its days. Every cell of such a column is handed out. */
function dayReaders(plan: TablePlan): ReturnType<typeof dayReaderOf>[] {
  return itemsOf(plan).map((item, column) => dayReaderOf(item, plan.headings[column] ?? '', plan));
}

/** What holds for the cells of a column. */
function contextOf(item: DataItem | undefined, { declaration, encoding, asksKind }: TablePlan): CellContext {
  const { emptyWords, nullWords } = declaration;
  return {
    emptyWords: item?.emptyWords ?? emptyWords,
    nullWords,
    encoding,
    ...(asksKind === undefined ? {} : { asksKind }),
  };
}

function watchOf(plan: TablePlan): PrivacyWatch {
  const { headings, profile, asOf } = plan;
  return privacyWatch({ headings, items: itemsOf(plan), profile, asOf });
}

/** The words that stand for nothing in any of the columns, by agreement or not. */
export function wordsForNothing({ items, emptyWords, nullWords }: SampleDeclaration): readonly string[] {
  const ofItems = items.flatMap((item) => item.emptyWords ?? []);
  return [...new Set([...emptyWords, ...nullWords, ...ofItems])].filter((word) => word !== '');
}

/** By column of the file: the item that it holds. */
export function itemsOf({
  itemOf,
  declaration,
}: Pick<TablePlan, 'itemOf' | 'declaration'>): (DataItem | undefined)[] {
  return itemOf.map((item) => (item === undefined ? undefined : declaration.items[item]));
}

/** The days of a column that a claim is held against: only then each of them is looked at. */
function dayReaderOf(
  item: DataItem | undefined,
  heading: string,
  { declaration }: TablePlan,
): ((text: string) => string | undefined) | undefined {
  if (item === undefined || !claimsDays(declaration.claims, heading === '' ? item.name : heading))
    return undefined;
  return dayReader(item);
}

/** Where items stand in the file; undefined where one of them does not. */
export function columnsOf(
  items: readonly number[],
  itemOf: TablePlan['itemOf'],
): readonly number[] | undefined {
  const columns = items.map((item) => itemOf.indexOf(item));
  return columns.includes(-1) ? undefined : columns;
}
