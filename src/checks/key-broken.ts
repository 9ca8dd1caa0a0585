import type { Facts } from '../model/check.ts';
import type { Locale, Localized } from '../model/locale.ts';
import { defineCheck } from './define-check.ts';
import { firstPlaces, groupsText, howMany, quotedNames, suchAs } from './sample-words.ts';
import { cut } from './shown-value.ts';

export const keyBroken = defineCheck({
  id: 'key/broken',
  severity: 'error',
  title: { en: 'Rows that refer to a row that is not there', 'zh-CN': '外键引用的行不存在' },
  rationale: {
    en: 'The tables are declared to belong together; joined, these rows find no partner and are lost.',
    'zh-CN': '两张表声明了关联关系；关联查询时，这些行找不到对应的行而丢失。',
  },
  mend: {
    en: 'Correct the values, or hand in the rows that they refer to.',
    'zh-CN': '更正取值，或补充被引用的行。',
  },
  message: { en: (facts) => sentence(facts, 'en'), 'zh-CN': (facts) => sentence(facts, 'zh-CN') },
});

function sentence(facts: Facts, locale: Locale): string {
  const { keys, reason, to } = facts;
  const names = quotedNames(keys, locale);
  const target = to === undefined || to === '' ? ownTable[locale] : `“${cut(String(to), 40)}”`;
  const reasonText = String(reason);
  const untold = Object.hasOwn(keyBrokenReasons, reasonText) ? keyBrokenReasons[reasonText] : undefined;
  if (untold !== undefined) return untold[locale](names, target);
  const says =
    locale === 'en'
      ? `refer to a row that ${target} does not have${toColumns(facts, locale)}`
      : `在${target}${toColumns(facts, locale)}中找不到`;
  const share = howMany(facts, { noun: 'row', says, locale });
  const colon = locale === 'en' ? ': ' : '：';
  return `${names}${colon}${share}${suchAs(facts, locale)}${groupsText(facts, locale, valueNoun)}${firstPlaces(facts, locale)}`;
}

const ownTable: Localized = { en: 'the same table', 'zh-CN': '本表' };
const valueNoun: Localized = { en: 'value', 'zh-CN': '取值' };

function toColumns({ toKeys, keys }: Facts, locale: Locale): string {
  const isSame = JSON.stringify(toKeys) === JSON.stringify(keys);
  if (!Array.isArray(toKeys) || toKeys.length === 0 || isSame) return '';
  return locale === 'en' ? ` (by ${quotedNames(toKeys, locale)})` : `的${quotedNames(toKeys, locale)}列`;
}

/** What is said where nothing could be looked up, by reason. */
export const keyBrokenReasons: Readonly<
  Record<string, Readonly<Record<Locale, (names: string, target: string) => string>>>
> = {
  'no-sample': {
    en: (names, target) =>
      `${names} refers to ${target}, which was not handed in; its values were not looked up`,
    'zh-CN': (names, target) => `${names}引用${target}，该表未提交，未能核对`,
  },
  'no-column': {
    en: (names, target) =>
      `${names} refers to columns that ${target} does not have; its values were not looked up`,
    'zh-CN': (names, target) => `${names}引用的列在${target}中不存在，未能核对`,
  },
};
