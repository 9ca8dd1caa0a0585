import type { DataItem } from '../../model/data-item.ts';
import type { CellFault } from './cell-fault.ts';
import { typeFault } from './type-fault.ts';

/** The words for true and false of Table Schema, for items that have none of their own. */
export const usualWords = {
  true: ['true', 'True', 'TRUE', '1'],
  false: ['false', 'False', 'FALSE', '0'],
} as const;

/** Pairs of words that people write, in lower case. Each pair is a style. */
const pairs: readonly (readonly [string, string])[] = [
  ['true', 'false'],
  ['1', '0'],
  ['是', '否'],
  ['y', 'n'],
  ['yes', 'no'],
  ['t', 'f'],
  ['on', 'off'],
  ['真', '假'],
  ['对', '错'],
  ['√', '×'],
];

/** The ways to write truth values. */
export const booleanStyleNames: readonly string[] = pairs.map(([yes, no]) => styleOf(yes, no));

function styleOf(yes: string, no: string): string {
  return /^[ynf]|^t$/.test(yes) && yes.length === 1 ? `${yes}/${no}`.toUpperCase() : `${yes}/${no}`;
}

/** The words for true and false of an item. */
export function booleanWords(item: DataItem): {
  readonly true: readonly string[];
  readonly false: readonly string[];
} {
  return item.words ?? usualWords;
}

/** Judges a truth value against the words of its item. */
export function booleanFault(text: string, item: DataItem): CellFault | undefined {
  const words = booleanWords(item);
  if (words.true.includes(text) || words.false.includes(text)) return undefined;
  if (text.length > 10) return typeFault('not-boolean');
  const key = text.toLowerCase();
  for (const [yes, no] of pairs) {
    if (key !== yes && key !== no) continue;
    return typeFault('other-style', styleOf(yes, no), key === yes ? words.true[0] : words.false[0]);
  }
  return typeFault('not-boolean');
}
