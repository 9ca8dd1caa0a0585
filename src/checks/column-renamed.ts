import { defineCheck } from './define-check.ts';
import { counted } from './shown-value.ts';

export const columnRenamed = defineCheck({
  id: 'column/renamed',
  severity: 'error',
  title: { en: 'A column of the standard under another heading', 'zh-CN': '列名与标准不一致' },
  rationale: {
    en: 'A person sees what is meant; a program that looks for the standard heading finds nothing.',
    'zh-CN': '人能看懂，但系统按标准列名读取时找不到。',
  },
  mend: { en: 'Write the heading as the standard has it.', 'zh-CN': '按标准列名填写。' },
  message: {
    en: ({ found, expected, rows }) =>
      `the heading “${found}” should be “${expected}” (${counted(rows, 'row')})`,
    'zh-CN': ({ found, expected, rows }) => `列名“${found}”应为“${expected}”（${rows} 行）`,
  },
});
