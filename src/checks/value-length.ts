import type { Facts } from '../model/check.ts';
import { defineCheck } from './define-check.ts';
import { counted } from './shown-value.ts';
import { valueFaults } from './value-fault.ts';

export const valueLength = defineCheck({
  id: 'value/length',
  severity: 'error',
  title: { en: 'A text that is too long or too short', 'zh-CN': '文本长度不符' },
  rationale: {
    en: 'Systems cut or refuse texts beyond the agreed length; very short ones say nothing.',
    'zh-CN': '超过约定长度的文本会被截断或拒收，过短的文本没有意义。',
  },
  mend: { en: 'Shorten or complete the text.', 'zh-CN': '缩短或补全文本。' },
  message: {
    en: (facts) => sentence(facts, 'en'),
    'zh-CN': (facts) => sentence(facts, 'zh'),
  },
  *run(view) {
    for (const { fault, value, base } of valueFaults(view, ['maxLength', 'minLength'])) {
      const length = typeof value === 'string' ? [...value].length : 0;
      yield {
        ...base,
        facts: { ...base.facts, bound: fault.keyword, length, limit: Number(fault.expected) },
        causeKey: length === 0 ? 'empty' : fault.keyword,
      };
    }
  },
});

const sentences: Readonly<Record<string, { en: (facts: Facts) => string; zh: (facts: Facts) => string }>> = {
  empty: { en: ({ field }) => `${field} is empty`, zh: ({ field }) => `${field} 为空` },
  maxLength: {
    en: (facts) =>
      `${subject(facts)} has ${counted(facts['length'], 'character')}, at most ${facts['limit']} are allowed`,
    zh: (facts) => `${subject(facts)} 有 ${facts['length']} 个字符，最多 ${facts['limit']} 个`,
  },
  minLength: {
    en: ({ field, found, length, limit }) =>
      `${field} ${found} has ${counted(length, 'character')}, at least ${limit} are needed`,
    zh: ({ field, found, length, limit }) => `${field} ${found} 有 ${length} 个字符，至少 ${limit} 个`,
  },
};

/** A short text is shown; of a long one its length says enough. */
function subject({ field, found, length }: Facts): string {
  return Number(length) <= 40 ? `${field} ${found}` : String(field);
}

function sentence(facts: Facts, locale: 'en' | 'zh'): string {
  const which = facts['length'] === 0 ? 'empty' : String(facts['bound']);
  return sentences[which]?.[locale](facts) ?? which;
}
