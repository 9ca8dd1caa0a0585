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
      `the heading “${facts['found']}” should be “${facts['expected']}”${evidence(facts, 'en')} (${rowsText(facts, 'en')})`,
    'zh-CN': (facts) =>
      `列名“${facts['found']}”应为“${facts['expected']}”${evidence(facts, 'zh-CN')}（${rowsText(facts, 'zh-CN')}）`,
  },
});

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
