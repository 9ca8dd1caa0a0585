import { defineCheck } from './define-check.ts';
import { counted } from './shown-value.ts';

export const columnUnknown = defineCheck({
  id: 'column/unknown',
  severity: 'warning',
  title: { en: 'A column that the standard does not know', 'zh-CN': '标准中没有的列' },
  rationale: {
    en: 'What stands in it is not read; it is often a known column under another heading.',
    'zh-CN': '该列内容不会被读取；它往往是已有列的另一种叫法。',
  },
  mend: {
    en: 'Use the heading of the standard, or remove the column.',
    'zh-CN': '改用标准列名，或删除该列。',
  },
  message: {
    en: ({ found, rows, repeated }) =>
      repeated === true
        ? `the heading “${found}” stands twice; the second column is not read (${counted(rows, 'row')})`
        : `“${found}” is not a heading of the standard; the column is not read (${counted(rows, 'row')})`,
    'zh-CN': ({ found, rows, repeated }) =>
      repeated === true
        ? `列名“${found}”重复，后一列未读取（${rows} 行）`
        : `“${found}”不是标准列名，该列未读取（${rows} 行）`,
  },
});
