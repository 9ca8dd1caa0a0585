import { defineCheck } from './define-check.ts';
import { counted } from './shown-value.ts';

export const rowRagged = defineCheck({
  id: 'row/ragged',
  severity: 'error',
  title: { en: 'A row with more or fewer cells than the heading', 'zh-CN': '行的单元格数量与表头不符' },
  rationale: {
    en: 'From the first surplus or missing cell on, values stand under the wrong headings.',
    'zh-CN': '从多出或缺少的单元格起，其后的取值都会错位。',
  },
  mend: {
    en: 'Quote cells that hold the delimiter or a line break; fill in the missing cells.',
    'zh-CN': '含分隔符或换行的单元格应加引号；补齐缺少的单元格。',
  },
  message: {
    en: ({ cells, expected }) =>
      `the row has ${counted(cells, 'cell')}, the heading has ${expected}; ${Number(cells) > Number(expected) ? 'quote the cell that holds the delimiter, or remove what is too much' : 'fill in the missing cells'}`,
    'zh-CN': ({ cells, expected }) =>
      `该行有 ${cells} 个单元格，表头有 ${expected} 个；${Number(cells) > Number(expected) ? '含分隔符的单元格请加引号，或删除多余内容' : '请补齐缺少的单元格'}`,
  },
});
