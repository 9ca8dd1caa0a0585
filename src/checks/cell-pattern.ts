import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { cellSentence } from './cell-sentence.ts';
import { defineCheck } from './define-check.ts';
import { patternInWords } from './pattern-words.ts';
import type { Predicate } from './sample-words.ts';
import { predicate, predicateFor, withoutMask } from './sample-words.ts';

export const cellPattern = defineCheck({
  id: 'cell/pattern',
  severity: 'error',
  title: { en: 'Cells that do not have the declared form', 'zh-CN': '单元格不符合声明的样式' },
  rationale: {
    en: 'The declaration fixes how the value is built, so that others can take it apart.',
    'zh-CN': '声明规定了取值的构成方式，便于他人解析。',
  },
  mend: { en: 'Write the cells in the form that is declared.', 'zh-CN': '按声明的样式填写。' },
  message: { en: (facts) => sentence(facts, 'en'), 'zh-CN': (facts) => sentence(facts, 'zh-CN') },
});

function sentence(facts: Facts, locale: Locale): string {
  // How a text of that length begins tells nothing.
  const seen = facts['reason'] === 'not-judged' ? withoutMask(facts) : facts;
  return cellSentence(seen, locale, {
    says: predicateFor(facts['reason'], cellPatternReasons, other),
    after: formText,
  });
}

const other: Predicate = predicate('have another form than declared', '不符合声明的样式');

/** What is said by reason. */
export const cellPatternReasons: Readonly<Record<string, Predicate>> = {
  pattern: other,
  'not-judged': predicate(
    'could not be held against the declared form, as they are too long',
    '过长，无法核对是否符合声明的样式',
  ),
};

/** `; declared: 2 to 8 small letters, “-”, 4 digits`; the pattern itself where words would be longer than it is worth. */
function formText({ pattern }: Facts, locale: Locale): string {
  if (typeof pattern !== 'string') return '';
  const words = patternInWords(pattern, locale);
  const form = words ?? pattern;
  return locale === 'en' ? `; declared: ${form}` : `，声明为：${form}`;
}
