import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { defineCheck } from './define-check.ts';
import { figure, firstPlaces } from './sample-words.ts';
import { syntaxReasons } from './syntax-reasons.ts';

export const documentSyntax = defineCheck({
  id: 'document/syntax',
  severity: 'error',
  title: { en: 'A document that breaks the rules of its format', 'zh-CN': '文件不符合其格式语法' },
  rationale: {
    en: 'What one reader forgives, the next one refuses or reads as something else.',
    'zh-CN': '一个系统能容忍的写法，另一个系统可能拒收或读成别的内容。',
  },
  mend: { en: 'Correct the text at the place named.', 'zh-CN': '更正所示位置的文本。' },
  message: { en: (facts) => sentence(facts, 'en'), 'zh-CN': (facts) => sentence(facts, 'zh-CN') },
});

function sentence(facts: Facts, locale: Locale): string {
  const reason = String(facts['reason']);
  const known = Object.hasOwn(syntaxReasons, reason) ? syntaxReasons[reason] : undefined;
  return `${known?.[locale](facts) ?? reason}${inRows(facts, locale)}`;
}

/** In a data table the rows with the same fault are told together; `of` counts all rows of the table. */
function inRows(facts: Facts, locale: Locale): string {
  const { count, of, reason } = facts;
  // That sentence counts for itself.
  if (of === undefined || count === undefined || count === 1 || reason === 'mixed-line-ends') return '';
  const rows = locale === 'en' ? ` (${figure(count)} times)` : `（${figure(count)} 处）`;
  return `${rows}${firstPlaces(facts, locale)}`;
}
