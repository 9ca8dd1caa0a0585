import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { thousands } from '../model/numbers.ts';
import { defineCheck } from './define-check.ts';
import { howMany } from './sample-words.ts';

export const columnRenamed = defineCheck({
  id: 'column/renamed',
  severity: 'error',
  title: { en: 'A column under another heading than the standard’s', 'zh-CN': '列名与标准不一致' },
  rationale: {
    en: 'A person sees what is meant; a program that looks for the standard heading finds nothing.',
    'zh-CN': '人能看懂，但系统按标准列名读取时找不到。',
  },
  mend: { en: 'Write the heading as the standard has it.', 'zh-CN': '按标准列名填写。' },
  message: {
    en: (facts) =>
      likely(facts, 'en') ??
      `the heading “${facts['found']}” should be “${facts['expected']}”${evidence(facts, 'en')} (${rowsText(facts, 'en')})`,
    'zh-CN': (facts) =>
      likely(facts, 'zh-CN') ??
      `列名“${facts['found']}”应为“${facts['expected']}”${evidence(facts, 'zh-CN')}（${rowsText(facts, 'zh-CN')}）`,
  },
});

/** Of names that share their terms nobody is certain: a person must look. */
function likely(facts: Facts, locale: Locale): string | undefined {
  const { how, found, expected } = facts;
  if (how !== 'terms') return undefined;
  return locale === 'en'
    ? `the heading “${found}” probably means “${expected}”, which is missing and shares its terms; the column was checked as that (${rowsText(facts, 'en')}). Write it so, or declare “${found}”`
    : `列名“${found}”很可能就是缺少的“${expected}”（用词相近），已按其检查（${rowsText(facts, 'zh-CN')}）；请改用该列名，或另行声明“${found}”`;
}

function rowsText({ rows, sample }: Facts, locale: Locale): string {
  const many = sample === true ? thousands(Number(rows)) : String(rows);
  return locale === 'en' ? `${many} row${rows === 1 ? '' : 's'}` : `${many} 行`;
}

/** What a data table itself says for it, where the names alone are not enough. */
function evidence({ how, fitting, looked }: Facts, locale: Locale): string {
  if (how === 'position')
    return locale === 'en' ? ', which is declared at its place' : '（声明中位于同一位置）';
  if (typeof fitting !== 'number' || typeof looked !== 'number') return '';
  const share =
    locale === 'en'
      ? howMany({ count: fitting, of: looked }, { noun: 'cell', says: 'are as declared for it', locale })
      : howMany({ count: fitting, of: looked }, { noun: 'cell', says: '符合其声明', locale });
  return locale === 'en' ? `: ${share}` : `：${share}`;
}
