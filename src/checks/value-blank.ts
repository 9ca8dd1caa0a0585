import { defineCheck } from './define-check.ts';
import { valueFaults } from './value-fault.ts';

export const valueBlank = defineCheck({
  id: 'value/blank',
  severity: 'error',
  title: { en: 'A field that is there but says nothing', 'zh-CN': '元素内容为空或为占位词' },
  rationale: {
    en: 'An empty text or a placeholder such as “暂无” or “N/A” passes for an answer and is none.',
    'zh-CN': '空白或“暂无”“无”之类的占位词看似已填，实际没有内容。',
  },
  mend: {
    en: 'Fill in the value, or leave the field out where it is optional.',
    'zh-CN': '填写实际内容；非必填时请省略该元素。',
  },
  message: {
    en: (facts) =>
      `${facts['field']} is ${facts['word'] === true ? `only the placeholder ${facts['found']}` : 'blank'}`,
    'zh-CN': (facts) =>
      `${facts['field']} ${facts['word'] === true ? `只有占位词 ${facts['found']}` : '为空'}`,
  },
  *run(view) {
    for (const { fault, value, base } of valueFaults(view, ['filled'])) {
      const word = typeof value === 'string' && value.trim() !== '';
      yield {
        ...base,
        facts: { ...base.facts, word },
        keyword: fault.keyword,
        causeKey: word ? value.trim() : 'blank',
      };
    }
  },
});
