import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import type { CellStyle } from './cell-styles.ts';
import { cellStyles } from './cell-styles.ts';
import type { Predicate } from './sample-words.ts';
import { columnText, firstPlaces, howMany, safety, suchAs, withoutMask } from './sample-words.ts';
import { wantedExample } from './wanted-words.ts';

/** What a sentence about cells of one column is made of. */
interface CellSentence {
  readonly says: Predicate;
  /** What follows: what is wanted instead, with its own punctuation. */
  readonly after?: (facts: Facts, locale: Locale) => string;
}

/** `出生日期: 8,120 of 12,000 cells hold something other than a date (the first: 不*); declared as 日期型D; first in lines 2, 3, 5` */
export function cellSentence(facts: Facts, locale: Locale, { says, after }: CellSentence): string {
  const share = howMany(facts, { noun: 'cell', says: says[locale](facts), locale });
  const colon = locale === 'en' ? ': ' : '：';
  return `${columnText(facts, locale)}${colon}${share}${suchAs(facts, locale)}${after?.(facts, locale) ?? ''}${safety(facts, locale)}${firstPlaces(facts, locale)}`;
}

/** `出生日期: 8,120 of 12,000 cells are written as 20170501; the standard wants 2017-05-01 (safe to convert)`; undefined where the style has no words. */
export function styleSentence(
  facts: Facts,
  locale: Locale,
  after?: (facts: Facts, locale: Locale) => string,
): string | undefined {
  const name = String(facts['style'] ?? '');
  const style = Object.hasOwn(cellStyles, name) ? cellStyles[name] : undefined;
  if (style === undefined) return undefined;
  const found = exampleFound(facts, style);
  const wanted = exampleWanted(facts, style);
  const words = style.says ?? (wanted === undefined ? style.lacks : undefined);
  const says: Predicate = {
    en: () => words?.en ?? `are written as ${found}`,
    'zh-CN': () => words?.['zh-CN'] ?? `写作 ${found}`,
  };
  // The example of the style tells more than a masked value.
  return cellSentence(withoutMask(facts), locale, {
    says,
    after: wanted === undefined ? (after ?? nothing) : () => wantedInstead[locale](wanted),
  });
}

function nothing(): string {
  return '';
}

const wantedInstead: Readonly<Record<Locale, (wanted: string) => string>> = {
  en: (wanted) => `; the standard wants ${wanted}`,
  'zh-CN': (wanted) => `，标准要求写作 ${wanted}`,
};

function exampleFound({ type, safe }: Facts, style: CellStyle): string | undefined {
  if (style.found === undefined) return undefined;
  // Only midnight becomes a day without loss.
  const isMidnight = style.level === 'moment' && type === 'date' && safe === true;
  return isMidnight ? atMidnight(style.found) : style.found;
}

function atMidnight(example: string): string {
  return example.replace('083000', '000000').replace('08:30', '00:00').replace('8:30', '0:00');
}

/** The same as the item wants it; what that is depends on its type, so that an example of the style alone would not do. */
function exampleWanted(facts: Facts, { level, wanted }: CellStyle): string | undefined {
  return level === undefined ? wanted : wantedExample(facts, level);
}
