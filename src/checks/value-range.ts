import { defineCheck } from './define-check.ts';
import { valueFaults } from './value-fault.ts';

export const valueRange = defineCheck({
  id: 'value/range',
  severity: 'error',
  title: { en: 'A number outside its range', 'zh-CN': '数值超出范围' },
  rationale: {
    en: 'A number beyond the agreed bounds is usually a slip of the keyboard or another unit.',
    'zh-CN': '超出约定范围的数值通常是录入错误或单位不同。',
  },
  mend: { en: 'Correct the number or its unit.', 'zh-CN': '更正数值或单位。' },
  message: {
    en: (facts) =>
      `${facts['field']} ${facts['found']} must be ${signs[String(facts['bound'])] ?? facts['bound']} ${facts['limit']}`,
    'zh-CN': (facts) =>
      `${facts['field']} ${facts['found']} 应 ${signs[String(facts['bound'])] ?? facts['bound']} ${facts['limit']}`,
  },
  *run(view) {
    for (const { fault, value, base } of valueFaults(view, [
      'minimum',
      'maximum',
      'exclusiveMinimum',
      'exclusiveMaximum',
      'multipleOf',
    ])) {
      if (typeof value !== 'number') continue;
      yield {
        ...base,
        facts: { ...base.facts, bound: fault.keyword, limit: Number(fault.expected) },
        causeKey: fault.keyword,
      };
    }
  },
});

const signs: Readonly<Record<string, string>> = {
  minimum: '≥',
  maximum: '≤',
  exclusiveMinimum: '>',
  exclusiveMaximum: '<',
  multipleOf: '= n ×',
};
