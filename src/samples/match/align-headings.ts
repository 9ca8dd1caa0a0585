import { matchName } from '../../alignment/match-name.ts';
import type { Named } from '../../alignment/name-forms.ts';
import { formOf } from '../../alignment/name-forms.ts';
import type { DataItem } from '../../model/data-item.ts';
import type { NearTerms } from './near-terms.ts';
import { nearTerms } from './near-terms.ts';

/** An item that has no column yet. */
interface OpenItem {
  readonly item: DataItem;
  readonly index: number;
}

/** A heading that most likely means an item. */
interface AlignedHeading {
  readonly column: number;
  readonly item: number;
  readonly how: 'case' | 'spelling' | 'words' | 'terms';
  /** 0 to 1. */
  readonly score: number;
}

interface NamedItem extends Named {
  readonly index: number;
}

/** More pairs of headings and items are not compared letter by letter: a table of 300 unknown columns beside 300
 * missing ones was made for something else. */
const mostPairs = 90_000;
/** Where two headings mean one item, the nearer has it and the other may mean the next. */
const mostRounds = 4;

/** All that a file and its declaration call columns, those included that have found each other. */
export interface AllNames {
  readonly headings: readonly string[];
  readonly items: readonly DataItem[];
}

/**
 * Pairs headings with items, one to one: first what differs in case, width and marks only, then what is near, then what has its terms in
 * another order or one of them more where nothing else comes into question.
 */
export function alignHeadings(
  headings: readonly (readonly [number, string])[],
  open: readonly OpenItem[],
  all: AllNames,
): AlignedHeading[] {
  const named = open.map(
    ({ item: { name, aliases }, index }): NamedItem => ({
      index,
      name,
      // As headings: one that two items have decides nothing.
      aliases: [],
      titles: {},
      headings: aliases,
      distinctFrom: [],
    }),
  );
  const aligned = alikeButForCase(headings, named);
  const taken = new Set(aligned.map(({ item }) => item));
  const done = new Set(aligned.map(({ column }) => column));
  let [columns, items] = [
    headings.filter(([column]) => !done.has(column)),
    named.filter(({ index }) => !taken.has(index)),
  ];
  if (columns.length * items.length > mostPairs) return aligned;
  for (let round = 0; round < mostRounds && columns.length > 0 && items.length > 0; round += 1) {
    const best = bestPairs(columns, items);
    if (best.length === 0) break;
    aligned.push(...best);
    const [gone, used] = [new Set(best.map(({ column }) => column)), new Set(best.map(({ item }) => item))];
    columns = columns.filter(([column]) => !gone.has(column));
    items = items.filter(({ index }) => !used.has(index));
  }
  return [...aligned, ...nearPairs(columns, items, all)];
}

/** Likelier the same with the terms in another order than with one of them more. */
const termScores = { order: 0.7, part: 0.5 } as const;

/** What may mean one item only, and what only one heading may mean, of all that there are and share its terms. */
function nearPairs(
  columns: readonly (readonly [number, string])[],
  items: readonly NamedItem[],
  all: AllNames,
): AlignedHeading[] {
  if (columns.length * all.items.length + items.length * all.headings.length > mostPairs) return [];
  const open = new Map(items.map(({ index }) => [all.items[index], index]));
  return columns.flatMap(([column, heading]): AlignedHeading[] => {
    const [meant, ...others] = all.items.filter((item) => nearItem(heading, item) !== undefined);
    const item = open.get(meant);
    if (meant === undefined || item === undefined || others.length > 0) return [];
    const near = nearItem(heading, meant);
    const isOnly = all.headings.filter((one) => nearItem(one, meant) !== undefined).length === 1;
    return near === undefined || near === 'turned' || !isOnly
      ? []
      : [{ column, item, how: 'terms', score: termScores[near] }];
  });
}

function nearItem(heading: string, { name, aliases }: DataItem): NearTerms | undefined {
  for (const text of [name, ...aliases]) {
    const near = nearTerms(heading, text);
    if (near !== undefined) return near;
  }
  return undefined;
}

/** By a table, whatever their number. What two items are called, or two headings say, decides nothing. */
function alikeButForCase(
  headings: readonly (readonly [number, string])[],
  items: readonly NamedItem[],
): AlignedHeading[] {
  const owners = new Map<string, Set<number>>();
  for (const { index, name, headings: others } of items)
    for (const text of [name, ...others]) add(owners, formOf(text, 'name').compact, index);
  const claims = new Map<string, Set<number>>();
  for (const [column, heading] of headings) add(claims, formOf(heading, 'name').compact, column);
  return [...claims].flatMap(([compact, columns]) => {
    const [column, item] = [only(columns), only(owners.get(compact))];
    return compact === '' || column === undefined || item === undefined
      ? []
      : [{ column, item, how: 'case' as const, score: 0.99 }];
  });
}

function add(groups: Map<string, Set<number>>, key: string, member: number): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, new Set([member]));
  else group.add(member);
}

function only(set: ReadonlySet<number> | undefined): number | undefined {
  return set?.size === 1 ? [...set][0] : undefined;
}

/** What each heading means; where several mean one item, the nearest, and none where two are equally near. */
function bestPairs(
  columns: readonly (readonly [number, string])[],
  items: readonly NamedItem[],
): AlignedHeading[] {
  const byItem = new Map<number, AlignedHeading[]>();
  for (const [column, heading] of columns) {
    const match = matchName(heading, items);
    if (match === undefined) continue;
    const { how, score, field } = match;
    const evidence = how === 'spelling' || how === 'words' ? how : 'case';
    const pair = { column, item: field.index, how: evidence, score } as const;
    byItem.set(field.index, [...(byItem.get(field.index) ?? []), pair]);
  }
  return [...byItem.values()].flatMap((pairs) => {
    const top = Math.max(...pairs.map(({ score }) => score));
    const nearest = pairs.filter(({ score }) => score === top);
    return nearest.length === 1 ? nearest : [];
  });
}
