import { defineCheck } from './define-check.ts';
import { typeName } from './shown-value.ts';
import { valueFaults } from './value-fault.ts';

const words: Readonly<Record<string, { en: string; zh: string }>> = {
  string: { en: 'text', zh: '文本' },
  number: { en: 'a number', zh: '数字' },
  integer: { en: 'a whole number', zh: '整数' },
  boolean: { en: 'true or false', zh: '布尔值' },
  array: { en: 'a list', zh: '列表' },
  object: { en: 'an object', zh: '对象' },
  null: { en: 'null', zh: '空值' },
};

function inWords(names: unknown, locale: 'en' | 'zh'): string {
  const list = Array.isArray(names) ? names.map(String) : [String(names)];
  return list.map((name) => words[name]?.[locale] ?? name).join(locale === 'en' ? ' or ' : '或');
}

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
        : `${field} must be ${inWords(expected, 'en')}; ${found} is ${inWords(is, 'en')}`,
    'zh-CN': ({ field, found, expected, is, quote }) =>
      typeof quote === 'string'
        ? `${field} ${found} 应为文本，请加引号："${quote}"`
        : `${field} 应为${inWords(expected, 'zh')}，${found} 是${inWords(is, 'zh')}`,
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
