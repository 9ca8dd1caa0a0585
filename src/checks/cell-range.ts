import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { cellSentence } from './cell-sentence.ts';
import { defineCheck } from './define-check.ts';
import type { Predicate } from './sample-words.ts';
import { predicate, predicateFor, withoutMask } from './sample-words.ts';

export const cellRange = defineCheck({
  id: 'cell/range',
  severity: 'error',
  title: { en: 'Numbers or dates outside the declared range', 'zh-CN': '取值超出声明的范围' },
  rationale: {
    en: 'A value beyond the agreed bounds is usually a slip of the keyboard, another unit, or a stand-in for “no end” (9999-12-31).',
    'zh-CN': '超出约定范围的取值通常是录入错误、单位不同，或以 9999-12-31 之类表示“无期限”。',
  },
  mend: { en: 'Correct the values or their unit.', 'zh-CN': '更正取值或单位。' },
  message: { en: (facts) => sentence(facts, 'en'), 'zh-CN': (facts) => sentence(facts, 'zh-CN') },
});

function sentence(facts: Facts, locale: Locale): string {
  return cellSentence(withoutMask(facts), locale, {
    says: predicateFor(facts['reason'], cellRangeReasons, other),
  });
}

const other: Predicate = predicate('are outside the declared range', '超出声明的范围');

/** Bounds stand as the declaration has them: a year is not written with a comma. */
const bound = (name: string, en: string, zh: string): Predicate => ({
  en: (facts) => `are ${en}${withBound(facts[name])}`,
  'zh-CN': (facts) => `${zh}${withBound(facts[name]).replace(',', '')}`,
});

function withBound(value: Facts[string] | undefined): string {
  return value === undefined || value === null ? '' : `, ${String(value)}`;
}

/** What is said by reason; the reasons are the bounds that are broken. */
export const cellRangeReasons: Readonly<Record<string, Predicate>> = {
  minimum: bound('minimum', 'below the smallest value declared', '小于声明的最小值'),
  maximum: bound('maximum', 'above the greatest value declared', '大于声明的最大值'),
  exclusiveMinimum: bound('exclusiveMinimum', 'not above the bound declared', '不大于声明的下限'),
  exclusiveMaximum: bound('exclusiveMaximum', 'not below the bound declared', '不小于声明的上限'),
};
