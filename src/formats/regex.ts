import { defineFormat } from './format.ts';

/** Regular expression of ECMA-262, read with the `u` flag as JSON Schema recommends. It is compiled, never run. */
export const regexFormat = defineFormat({
  name: 'regex',
  title: { en: 'regular expression (ECMA-262)', 'zh-CN': '正则表达式（ECMA-262）' },
  example: '^[0-9]{6}$',
  reasons: {
    syntax: {
      en: 'It is not a regular expression of ECMA-262 with the u flag.',
      'zh-CN': '不是带 u 标志的 ECMA-262 正则表达式。',
    },
  },
  check: (text) => {
    try {
      new RegExp(text, 'u');
      return true;
    } catch {
      return 'syntax';
    }
  },
});
