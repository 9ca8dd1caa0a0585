import { defineCheck } from './define-check.ts';
import { cut } from './shown-value.ts';
import { valueFaults } from './value-fault.ts';

export const valuePattern = defineCheck({
  id: 'value/pattern',
  severity: 'error',
  title: { en: 'A value that does not have the agreed form', 'zh-CN': '取值不符合约定样式' },
  rationale: {
    en: 'The standard fixes how the value is built, so that others can take it apart.',
    'zh-CN': '标准规定了取值的构成方式，便于他人解析。',
  },
  mend: { en: 'Write the value in the form of the standard.', 'zh-CN': '按标准规定的样式填写。' },
  message: {
    en: (facts) =>
      `${facts['field']} ${facts['found']} does not have the form that the standard asks for (${facts['pattern']})`,
    'zh-CN': (facts) => `${facts['field']} ${facts['found']} 不符合标准规定的样式（${facts['pattern']}）`,
  },
  *run(view) {
    for (const { fault, value, base } of valueFaults(view, ['pattern'])) {
      if (view.digitsLost.has(fault.pointer)) continue;
      yield {
        ...base,
        facts: { ...base.facts, pattern: cut(String(fault.expected)) },
        causeKey: `${base.causeKey ?? ''}|${typeof value}`,
      };
    }
  },
});
