import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { cellSentence } from './cell-sentence.ts';
import { defineCheck } from './define-check.ts';
import type { Predicate } from './sample-words.ts';
import { figure, predicate, predicateFor } from './sample-words.ts';

export const cellPrecision = defineCheck({
  id: 'cell/precision',
  severity: 'error',
  title: { en: 'Numbers with more digits than declared', 'zh-CN': '数值位数超出声明' },
  rationale: {
    en: 'Who stores the numbers as declared rounds them or cannot store them at all; sums no longer agree.',
    'zh-CN': '按声明的精度入库时，数值会被舍入或无法写入，汇总结果因此不一致。',
  },
  mend: {
    en: 'Round the numbers as declared, or declare the digits that the data need.',
    'zh-CN': '按声明的精度取值，或按实际需要更正声明。',
  },
  message: { en: (facts) => sentence(facts, 'en'), 'zh-CN': (facts) => sentence(facts, 'zh-CN') },
});

function sentence(facts: Facts, locale: Locale): string {
  return cellSentence(facts, locale, { says: predicateFor(facts['reason'], cellPrecisionReasons, other) });
}

const other: Predicate = predicate('have other digits than declared', '位数与声明不符');

/** What is said by reason. */
export const cellPrecisionReasons: Readonly<Record<string, Predicate>> = {
  decimals: {
    en: ({ decimals }) =>
      decimals === 0
        ? 'have decimals; none are declared'
        : `have more than the ${figure(decimals)} decimal${decimals === 1 ? '' : 's'} declared`,
    'zh-CN': ({ decimals }) =>
      decimals === 0 ? '带小数，声明中没有小数位' : `的小数位超过声明的 ${figure(decimals)} 位`,
  },
  digits: {
    en: ({ digits }) => `have more than the ${figure(digits)} digits declared`,
    'zh-CN': ({ digits }) => `的位数超过声明的 ${figure(digits)} 位`,
  },
};
