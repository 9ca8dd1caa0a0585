import type { Facts } from '../model/check.ts';
import type { Locale, Localized } from '../model/locale.ts';
import { cellSentence } from './cell-sentence.ts';
import { defineCheck } from './define-check.ts';
import type { Predicate } from './sample-words.ts';
import { predicate, predicateFor, quotedNames, withoutMask } from './sample-words.ts';

export const cellBlank = defineCheck({
  id: 'cell/blank',
  severity: 'error',
  title: { en: 'Cells that say nothing', 'zh-CN': '单元格为空或只有占位词' },
  rationale: {
    en: 'A column that is declared as always filled is relied on; a placeholder such as “暂无” or “N/A” is counted as a value and is none.',
    'zh-CN': '声明为必填的列会被他人依赖；“暂无”“无”之类的占位词会被当作取值统计，实际没有内容。',
  },
  mend: {
    en: 'Fill in the cells; leave a cell empty where nothing is known and the declaration allows it.',
    'zh-CN': '补填内容；允许为空时，无内容的单元格请留空。',
  },
  message: { en: (facts) => sentence(facts, 'en'), 'zh-CN': (facts) => sentence(facts, 'zh-CN') },
});

function sentence(facts: Facts, locale: Locale): string {
  const { safe, reason } = facts;
  return cellSentence({ ...withoutMask(facts), safe: null }, locale, {
    says: predicateFor(reason, cellBlankReasons, other),
    after: () => (safe === true ? leaveEmpty[locale] : ''),
  });
}

const leaveEmpty: Localized = { en: '; leave them empty', 'zh-CN': '，请留空' };

const other: Predicate = predicate('say nothing', '没有内容');

/** What is said by reason. */
export const cellBlankReasons: Readonly<Record<string, Predicate>> = {
  empty: {
    en: (facts) =>
      `${isSpace(facts) ? 'hold nothing but blanks' : 'are empty'}; the column may not be left empty`,
    'zh-CN': (facts) => `${isSpace(facts) ? '只有空白字符' : '为空'}，该列不允许为空`,
  },
  'null-word': {
    en: (facts) => `hold only a word for “nothing”${wordsOf(facts, 'en')}`,
    'zh-CN': (facts) => `只有占位词${wordsOf(facts, 'zh-CN')}`,
  },
};

function isSpace({ style }: Facts): boolean {
  return style === 'edge-space';
}

function wordsOf({ words }: Facts, locale: Locale): string {
  if (!Array.isArray(words) || words.length === 0) return '';
  return locale === 'en' ? `, such as ${quotedNames(words, locale)}` : quotedNames(words, locale);
}
