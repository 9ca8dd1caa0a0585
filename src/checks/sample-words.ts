import type { Facts } from '../model/check.ts';
import type { Locale, Localized } from '../model/locale.ts';
import { counted, thousands } from '../model/numbers.ts';
import { cut } from './shown-value.ts';

/** The parts that sentences about data samples have in common. */

/**
 * What is said of cells or rows, by reason. English starts with its verb in the plural (`are no dates`), Chinese follows the count
 * immediately (`不是日期`).
 */
export type Predicate = Readonly<Record<Locale, (facts: Facts) => string>>;

/** A predicate of fixed words. */
export function predicate(en: string, zh: string): Predicate {
  return { en: () => en, 'zh-CN': () => zh };
}

/** The predicate for the reason that stands in the facts, else the one for reasons that nobody has thought of. */
export function predicateFor(
  reason: Facts[string] | undefined,
  known: Readonly<Record<string, Predicate>>,
  otherwise: Predicate,
): Predicate {
  const name = String(reason);
  return (Object.hasOwn(known, name) ? known[name] : undefined) ?? otherwise;
}

export type Counted = 'cell' | 'row';

/** `8,120 of 12,000 cells are …`, `all 400 cells are …`, `both cells are …`, `1 of 12,000 cells is …`; in Chinese `12,000 个单元格中有 8,120 个…`. */
export function howMany(
  { count, of }: Facts,
  { noun, says, locale }: { readonly noun: Counted; readonly says: string; readonly locale: Locale },
): string {
  const some = Number(count);
  const all = of === undefined ? undefined : Number(of);
  return locale === 'en'
    ? `${inEnglish(some, all, noun)} ${some === 1 ? inSingular(says) : says}`
    : closedUp(inChinese(some, all, noun), says);
}

function inEnglish(some: number, all: number | undefined, noun: Counted): string {
  if (all === undefined) return counted(some, noun);
  if (some !== all) return `${thousands(some)} of ${counted(all, noun)}`;
  if (all === 1) return `the only ${noun}`;
  return all === 2 ? `both ${noun}s` : `all ${counted(all, noun)}`;
}

const measures: Readonly<Record<Counted, { readonly one: string; readonly noun: string }>> = {
  cell: { one: ' 个', noun: ' 个单元格' },
  row: { one: ' 行', noun: ' 行' },
};

function inChinese(some: number, all: number | undefined, noun: Counted): string {
  const { one, noun: many } = measures[noun];
  if (all === undefined) return `${thousands(some)}${many}`;
  if (some !== all) return `${thousands(all)}${many}中有 ${thousands(some)}${one}`;
  return all === 1 ? `仅有的 1${many}` : `全部 ${thousands(all)}${many}`;
}

/** Verbs that predicates start with. */
const singulars: ReadonlyMap<string, string> = new Map([
  ['are', 'is'],
  ['have', 'has'],
  ['hold', 'holds'],
  ['count', 'counts'],
  ['refer', 'refers'],
  ['name', 'names'],
  ['were', 'was'],
]);

function inSingular(says: string): string {
  const verb = says.split(' ', 1)[0] ?? '';
  return (singulars.get(verb) ?? verb) + says.slice(verb.length);
}

/** Chinese needs a blank only before what is not Chinese. */
function closedUp(before: string, after: string): string {
  return /^[\p{Script=Han}，。；：（“]/u.test(after) ? before + after : `${before} ${after}`;
}

/** What a message calls the column: its heading, else its place in the file. */
export function columnText({ column, position }: Facts, locale: Locale): string {
  if (typeof column === 'string' && column.trim() !== '') return cut(column, 40);
  if (position === undefined) return withoutHeading[locale];
  return locale === 'en' ? `column ${position}` : `第 ${position} 列`;
}

const withoutHeading: Localized = { en: 'a column without a heading', 'zh-CN': '无列名的列' };

/** Masks that say nothing about how the value is written: too short for any, or Chinese text of some length. */
const saysNothing = /^(?:\**|中+)$/u;

/** ` (the first, masked: 9999/9/9)`, ` (the first: 2017/5/1)` where values may be shown; nothing where it would say nothing. */
export function suchAs({ masked, value }: Facts, locale: Locale): string {
  if (typeof value === 'string' && value !== '')
    return locale === 'en' ? ` (the first: “${cut(value, 40)}”)` : `（首个：“${cut(value, 40)}”）`;
  if (typeof masked !== 'string' || saysNothing.test(masked)) return '';
  return locale === 'en' ? ` (the first, masked: ${cut(masked, 40)})` : `（首个脱敏后为 ${cut(masked, 40)}）`;
}

/** The same without what a mask tells, where it is not the way of writing that is wrong. */
export function withoutMask(facts: Facts): Facts {
  return { ...facts, masked: null };
}

/** ` (safe to convert)`, where all of them can be converted without a guess. */
export function safety({ safe }: Facts, locale: Locale): string {
  if (safe !== true) return '';
  return locale === 'en' ? ' (safe to convert)' : '（可安全转换）';
}

/** `; first in lines 2, 3, 7`. One place alone is told by the divergence itself. */
export function firstPlaces({ first, count }: Facts, locale: Locale): string {
  if (!Array.isArray(first) || first.length < 2) return '';
  const places: readonly string[] = first.map(String);
  const areLines = places.every((place) => /^\d+$/.test(place));
  const areAll = Number(count) <= places.length;
  if (locale === 'en') {
    const kind = areLines ? 'lines ' : '';
    return `; ${areAll ? `in ${kind}` : `first in ${kind}`}${places.join(', ')}`;
  }
  const list = areLines ? `第 ${places.join('、')} 行` : ` ${places.join('、')}`;
  return `；${areAll ? '见' : '最先见于'}${list}`;
}

/** Names in quotation marks as the language has them: `“姓名”, “出生日期”`. */
export function quotedNames(names: Facts[string] | undefined, locale: Locale): string {
  const list: readonly unknown[] = Array.isArray(names) ? names : [names];
  const shown = list.slice(0, maxNames).map((name) => `“${cut(String(name), 40)}”`);
  const more = list.length > maxNames ? ['…'] : [];
  return [...shown, ...more].join(locale === 'en' ? ', ' : '、');
}

const maxNames = 8;

/** A count in a sentence; any other text as it is. */
export function figure(value: Facts[string] | undefined): string {
  const text = String(value ?? '?');
  return /^\d{1,15}$/.test(text) ? thousands(Number(text)) : text;
}

/** ` (57 different keys)`, `（57 个不同的键值）`; nothing where it was not counted, or where all of them have the same. */
export function groupsText({ groups }: Facts, locale: Locale, noun: Localized): string {
  if (groups === undefined || groups === 1) return '';
  return locale === 'en'
    ? ` (${figure(groups)} different ${noun.en}s)`
    : `（${figure(groups)} 个不同的${noun['zh-CN']}）`;
}
