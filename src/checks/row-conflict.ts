import { defineCheck } from './define-check.ts';

export const rowConflict = defineCheck({
  id: 'row/conflict',
  severity: 'error',
  title: { en: 'Rows of one record that contradict each other', 'zh-CN': '同一记录的各行内容矛盾' },
  rationale: {
    en: 'A record that spreads over several rows must say the same in each of them; otherwise nobody knows which row counts.',
    'zh-CN': '一条记录占多行时，各行的记录级内容应当一致，否则无法判断以哪一行为准。',
  },
  mend: {
    en: 'Make the rows agree, or give the rows codes of their own if they are different records.',
    'zh-CN': '统一各行内容；若属不同记录，请分别填写代码。',
  },
  message: {
    en: ({ heading, found, first, firstRow }) =>
      `“${heading}” is “${found}” here and “${first}” in row ${firstRow} of the same record`,
    'zh-CN': ({ heading, found, first, firstRow }) =>
      `“${heading}”此处为“${found}”，同一记录第 ${firstRow} 行为“${first}”`,
  },
});
