import { defineCheck } from './define-check.ts';
import { counted } from './shown-value.ts';

export const columnMissing = defineCheck({
  id: 'column/missing',
  severity: 'error',
  title: { en: 'A sheet without a column that the standard demands', 'zh-CN': '表格缺少标准要求的列' },
  rationale: {
    en: 'Every row of the sheet lacks the field; one column mends them all.',
    'zh-CN': '表中每一行都缺少该元素，补一列即可全部解决。',
  },
  mend: { en: 'Add a column with this heading.', 'zh-CN': '增加该列。' },
  message: {
    en: ({ expected, rows, obligation }) =>
      `the column “${expected}” is missing (${counted(rows, 'row')}); the standard ${obligation === 'recommended' ? 'recommends' : 'demands'} it`,
    'zh-CN': ({ expected, rows, obligation }) =>
      `缺少“${expected}”列（${rows} 行），标准${obligation === 'recommended' ? '建议填写' : '要求必填'}`,
  },
});
