import { matchName } from '../../alignment/match-name.ts';
import type { Named } from '../../alignment/name-forms.ts';
import { formOf } from '../../alignment/name-forms.ts';
import type { DataItem } from '../../model/data-item.ts';

/** An item that has no column yet. */
interface OpenItem {
  readonly item: DataItem;
  readonly index: number;
}

/** A heading that most likely means an item. */
interface AlignedHeading {
  readonly column: number;
  readonly item: number;
  readonly how: 'case' | 'spelling' | 'words';
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

/** Pairs headings with items, one to one: first what differs in case, width and marks only, then what is near. */
export function alignHeadings(
  headings: readonly (readonly [number, string])[],
  open: readonly OpenItem[],
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
  return aligned;
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
