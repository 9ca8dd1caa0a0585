import { defineCheck } from './define-check.ts';
import { typeName } from './shown-value.ts';
import { typesInWords } from './type-words.ts';
import { valueFaults } from './value-fault.ts';

export const valueType = defineCheck({
  id: 'value/type',
  severity: 'error',
  title: { en: 'A value of another type', 'zh-CN': '取值类型不符' },
  rationale: {
    en: 'A program that expects text, a number or a list fails on anything else, or silently changes it.',
    'zh-CN': '系统按约定的类型读取，类型不符会导致出错或被悄悄改写。',
  },
  mend: { en: 'Write the value in the type that the standard names.', 'zh-CN': '按标准规定的类型填写。' },
  message: {
    en: ({ field, found, expected, is, quote }) =>
      typeof quote === 'string'
        ? `${field} ${found} must be text: quote it, "${quote}"`
        : `${field} must be ${typesInWords(expected, 'en')}; ${found} is ${typesInWords(is, 'en')}`,
    'zh-CN': ({ field, found, expected, is, quote }) =>
      typeof quote === 'string'
        ? `${field} ${found} 应为文本，请加引号："${quote}"`
        : `${field} 应为${typesInWords(expected, 'zh-CN')}，${found} 是${typesInWords(is, 'zh-CN')}`,
  },
  *run(view) {
    for (const { fault, value, base } of valueFaults(view, ['type'])) {
      const expected = Array.isArray(fault.expected) ? fault.expected.map(String) : [String(fault.expected)];
      const scalar = typeof value !== 'object' && value !== undefined;
      const written = scalar && expected.includes('string') ? view.sourceText(fault.pointer) : undefined;
      yield {
        ...base,
        facts: {
          ...base.facts,
          ...(written === undefined ? {} : { found: written, quote: written }),
          expected,
          is: typeName(value),
        },
        ...(written === undefined ? {} : { suggestion: { replace: written }, fixable: true }),
        causeKey: `${expected.join('|')}←${typeName(value)}`,
      };
    }
  },
});
