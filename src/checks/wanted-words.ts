import { findFormat } from '../formats/index.ts';
import type { Facts } from '../model/check.ts';
import type { DataType } from '../model/data-item.ts';
import type { Locale, Localized } from '../model/locale.ts';
import type { StyleLevel } from './cell-styles.ts';
import { cut } from './shown-value.ts';

/** How a type is called, how it is written, and the example day of all messages written so. */
interface TypeWords {
  readonly title: Localized;
  readonly form?: string;
  readonly example?: string;
}

const types: Readonly<Record<Exclude<DataType, 'any'>, TypeWords>> = {
  string: { title: { en: 'text', 'zh-CN': '文本' } },
  integer: { title: { en: 'a whole number', 'zh-CN': '整数' }, example: '1200' },
  number: { title: { en: 'a number', 'zh-CN': '数值' }, example: '1200.5' },
  boolean: { title: { en: 'true or false', 'zh-CN': '布尔值' } },
  date: { title: { en: 'a date', 'zh-CN': '日期' }, form: 'CCYY-MM-DD', example: '2017-05-01' },
  time: { title: { en: 'a time of day', 'zh-CN': '时间' }, form: 'hh:mm:ss', example: '08:30:00' },
  'date-time': {
    title: { en: 'a date with time', 'zh-CN': '日期时间' },
    form: 'CCYY-MM-DDThh:mm:ssZ',
    example: '2017-05-01T08:30:00Z',
  },
  year: { title: { en: 'a year', 'zh-CN': '年份' }, form: 'CCYY', example: '2017' },
  'year-month': { title: { en: 'a year and month', 'zh-CN': '年月' }, form: 'CCYY-MM', example: '2017-05' },
};

function typeWords(type: Facts[string] | undefined): TypeWords | undefined {
  const known: Readonly<Record<string, TypeWords>> = types;
  return Object.hasOwn(known, String(type)) ? known[String(type)] : undefined;
}

/**
 * What the item wants, as a clause: `; declared as 日期型D (CCYY-MM-DD, such as 2017-05-01)`, or `; wanted is a date (…)` where its
 * declaration has no words of its own. Nothing for an item that asks for nothing.
 */
export function wantedClause(facts: Facts, locale: Locale): string {
  const { type, typeName } = facts;
  const title = typeof typeName === 'string' && !isKeyword(typeName) ? cut(typeName, 40) : undefined;
  const words = typeWords(type);
  const name = title ?? words?.title[locale];
  if (name === undefined) return '';
  // What it is not has been said already.
  if (title === undefined && String(facts['reason']).startsWith('not-'))
    return formClause(facts, words, locale);
  const form = formText(facts, words, locale);
  if (locale === 'en') return `; ${title === undefined ? 'wanted is' : 'declared as'} ${name}${form}`;
  return `，${title === undefined ? '应为' : '声明为'}${name}${form}`;
}

/** `; wanted is CCYY-MM-DD, such as 2017-05-01`; nothing for what everybody writes one way. */
function formClause(facts: Facts, words: TypeWords | undefined, locale: Locale): string {
  const { truthWords } = facts;
  const text = typeof truthWords === 'string' ? cut(truthWords, 40) : formParts(facts, words, locale);
  if (text === '' || (words?.form === undefined && typeof truthWords !== 'string')) return '';
  return locale === 'en' ? `; wanted is ${text}` : `，应为 ${text}`;
}

/** Types in the words of a schema (`integer`, `yearmonth`) mean less to people than the words of this page. */
function isKeyword(typeName: string): boolean {
  return /^[a-z-]*$/.test(typeName);
}

/** ` (CCYY-MM-DD, such as 2017-05-01)` */
function formText(facts: Facts, words: TypeWords | undefined, locale: Locale): string {
  const text = formParts(facts, words, locale);
  if (text === '') return '';
  return locale === 'en' ? ` (${text})` : `（${text}）`;
}

function formParts({ format, datePattern }: Facts, words: TypeWords | undefined, locale: Locale): string {
  const named = typeof format === 'string' ? findFormat(format) : undefined;
  const form = typeof datePattern === 'string' ? cut(datePattern, 40) : (named?.title[locale] ?? words?.form);
  const day = typeof datePattern === 'string' ? momentAs(datePattern) : undefined;
  const example = typeof datePattern === 'string' ? day : (named?.example ?? words?.example);
  const parts = [
    ...(form === undefined ? [] : [form]),
    ...(example === undefined ? [] : [locale === 'en' ? `such as ${example}` : `如 ${example}`]),
  ];
  return parts.join(locale === 'en' ? ', ' : '，');
}

/** What a way of writing must say for each type, so that the item can be written from it. */
const levels: ReadonlyMap<string, readonly StyleLevel[]> = new Map([
  ['date', ['day', 'moment']],
  ['date-time', ['moment']],
  ['year-month', ['month']],
  ['year', ['year']],
  ['time', ['time']],
  ['boolean', ['truth']],
]);

/**
 * The example (1st of May 2017, half past eight) as the item writes it; undefined where the way of writing that was found does not say
 * enough, or the item's own pattern is not understood.
 */
export function wantedExample(
  { type, datePattern, truthWords }: Facts,
  level: StyleLevel,
): string | undefined {
  if (!(levels.get(String(type)) ?? []).includes(level)) return undefined;
  if (level === 'truth') return typeof truthWords === 'string' ? cut(truthWords, 40) : 'true/false';
  return typeof datePattern === 'string' ? momentAs(datePattern) : typeWords(type)?.example;
}

const directives: ReadonlyMap<string, string> = new Map([
  ['%Y', '2017'],
  ['%y', '17'],
  ['%m', '05'],
  ['%d', '01'],
  ['%b', 'May'],
  ['%B', 'May'],
  ['%H', '08'],
  ['%I', '08'],
  ['%p', 'AM'],
  ['%M', '30'],
  ['%S', '00'],
  ['%F', '2017-05-01'],
  ['%T', '08:30:00'],
  ['%%', '%'],
]);

function momentAs(pattern: string): string | undefined {
  const text = pattern.slice(0, 80).replaceAll(/%./g, (directive) => directives.get(directive) ?? '\0');
  return text.includes('\0') ? undefined : text;
}
