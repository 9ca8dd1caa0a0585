import type { Facts } from '../model/check.ts';
import type { Locale, Localized } from '../model/locale.ts';
import { defineCheck } from './define-check.ts';
import type { Predicate } from './sample-words.ts';
import {
  firstPlaces,
  groupsText,
  howMany,
  predicate,
  predicateFor,
  quotedNames,
  suchAs,
} from './sample-words.ts';

export const keyDuplicate = defineCheck({
  id: 'key/duplicate',
  severity: 'error',
  title: { en: 'Keys that do not identify one row', 'zh-CN': '主键或唯一键重复' },
  rationale: {
    en: 'What is declared as a key is how other tables find the row; a key that stands twice, or is empty, finds none for certain.',
    'zh-CN': '其他数据表依靠键值查找对应的行；键值重复或为空时无法确定是哪一行。',
  },
  mend: {
    en: 'Give each row its own key; remove rows that were entered twice; declare further columns where the key needs them.',
    'zh-CN': '为每行赋予唯一的键值，删除重复录入的行；键由更多列组成时请在声明中补充。',
  },
  message: { en: (facts) => sentence(facts, 'en'), 'zh-CN': (facts) => sentence(facts, 'zh-CN') },
});

function sentence(facts: Facts, locale: Locale): string {
  const says = predicateFor(facts['reason'], keyDuplicateReasons, other)[locale](facts);
  const share = howMany(facts, { noun: 'row', says, locale });
  const groups = facts['reason'] === 'empty' ? '' : groupsText(facts, locale, keyNoun);
  return `${keyText(facts, locale)}${share}${suchAs(facts, locale)}${groups}${firstPlaces(facts, locale)}`;
}

const keyNoun: Localized = { en: 'key', 'zh-CN': '键值' };

/** `primary key “行政区划代码”, “年度”: ` */
function keyText({ kind, keys }: Facts, locale: Locale): string {
  const names = quotedNames(keys, locale);
  if (locale === 'en') return `${kind === 'primary' ? 'primary key' : 'unique key'} ${names}: `;
  return `${kind === 'primary' ? '主键' : '唯一键'}${names}：`;
}

const other: Predicate = predicate('are not identified by it', '无法由其唯一确定');

/** What is said by reason. */
export const keyDuplicateReasons: Readonly<Record<string, Predicate>> = {
  duplicate: {
    en: ({ groups }) => (groups === 1 ? 'have the same key' : 'have a key that another row has too'),
    'zh-CN': ({ groups }) => (groups === 1 ? '的键值相同' : '与其他行的键值相同'),
  },
  empty: predicate('have an empty cell in the key', '的键值为空'),
};
