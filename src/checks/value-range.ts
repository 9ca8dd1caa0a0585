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
      `${facts['field']} is ${facts['found']}; it must be ${bounds[String(facts['bound'])]?.en ?? facts['bound']} ${facts['limit']}`,
    'zh-CN': (facts) =>
      `${facts['field']} 为 ${facts['found']}，应${bounds[String(facts['bound'])]?.zh ?? facts['bound']} ${facts['limit']}${facts['bound'] === 'multipleOf' ? ' 的整数倍' : ''}`,
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

const bounds: Readonly<Record<string, { en: string; zh: string }>> = {
  minimum: { en: 'at least', zh: '不小于' },
  maximum: { en: 'at most', zh: '不大于' },
  exclusiveMinimum: { en: 'more than', zh: '大于' },
  exclusiveMaximum: { en: 'less than', zh: '小于' },
  multipleOf: { en: 'a multiple of', zh: '为' },
};
