import { findFormat, formatReason } from '../formats/index.ts';
import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { cellSentence, styleSentence } from './cell-sentence.ts';
import { defineCheck } from './define-check.ts';
import { predicate } from './sample-words.ts';

export const cellFormat = defineCheck({
  id: 'cell/format',
  severity: 'error',
  title: { en: 'Cells that are not written in the declared format', 'zh-CN': '单元格格式与声明不符' },
  rationale: {
    en: 'Codes, numbers and addresses join tables only where every department writes them one way; a wrong check digit points at nobody.',
    'zh-CN': '代码、号码、地址只有写法统一才能关联各部门的数据；校验码有误则无从对应。',
  },
  mend: {
    en: 'Write the cells in the format named, like the example; take wrong numbers from their source again.',
    'zh-CN': '按所示格式和示例填写；号码有误的，请从原始来源重新录入。',
  },
  message: { en: (facts) => sentence(facts, 'en'), 'zh-CN': (facts) => sentence(facts, 'zh-CN') },
});

/** What is said of each single value stands behind, as the format has it: “Its check character does not match …”. */
function sentence(facts: Facts, locale: Locale): string {
  const format = String(facts['format']);
  // A day that does not exist stays wrong in any way of writing.
  const style =
    facts['style'] === 'CCYY-MM-DD' ? undefined : styleSentence({ ...facts, type: 'date' }, locale);
  if (style !== undefined) return style;
  const known = findFormat(format);
  const title = known?.title[locale] ?? format;
  return cellSentence(facts, locale, {
    says: predicate(`hold no valid ${title}`, `不是有效的${title}`),
    after: () => explanation(formatReason(format, String(facts['reason']), locale), known?.example, locale),
  });
}

function explanation(reason: string, example: string | undefined, locale: Locale): string {
  // The sentence goes on behind it.
  const why = reason.replace(/[.。]$/u, '');
  if (locale === 'en') return `. ${why}${example === undefined ? '' : `. Example: ${example}`}`;
  return `。${why}${example === undefined ? '' : `。示例：${example}`}`;
}
