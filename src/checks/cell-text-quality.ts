import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { cellSentence } from './cell-sentence.ts';
import { defineCheck } from './define-check.ts';
import type { Predicate } from './sample-words.ts';
import { predicate, predicateFor, withoutMask } from './sample-words.ts';

export const cellTextQuality = defineCheck({
  id: 'cell/text-quality',
  severity: 'warning',
  title: { en: 'Cells whose text was damaged or carelessly typed', 'zh-CN': '单元格文本受损或录入不规范' },
  rationale: {
    en: 'Stray spaces, full-width digits and broken characters make equal values different: they are neither found nor joined.',
    'zh-CN': '多余空格、全角数字和乱码会使相同的取值互不相等，无法检索和关联。',
  },
  mend: {
    en: 'Clean the cells; characters that were lost have to be taken from the source again.',
    'zh-CN': '清理单元格内容；已丢失的字符须从原始数据重新取得。',
  },
  message: { en: (facts) => sentence(facts, 'en'), 'zh-CN': (facts) => sentence(facts, 'zh-CN') },
});

function sentence(facts: Facts, locale: Locale): string {
  // A mask does not show what cannot be seen.
  return cellSentence(withoutMask(facts), locale, {
    says: predicateFor(facts['reason'], cellTextReasons, other),
  });
}

const other: Predicate = predicate('have a damaged or carelessly typed text', '文本受损或录入不规范');

/** What is said by reason. */
export const cellTextReasons: Readonly<Record<string, Predicate>> = {
  'edge-space': predicate('have white space in front or behind', '的首尾有空白字符'),
  'full-width': predicate('are written with full-width letters or digits', '使用了全角字母或数字'),
  'control-character': predicate('hold control or invisible characters', '含有控制字符或不可见字符'),
  'replacement-character': predicate(
    'hold U+FFFD: characters were lost in a conversion',
    '含有 U+FFFD，转码时已丢失字符',
  ),
  mojibake: predicate('were decoded wrongly (as in “锟斤拷” or “â€™”)', '存在乱码（如“锟斤拷”“â€™”）'),
  'double-space': predicate('have several spaces in a row', '含有连续空格'),
};
