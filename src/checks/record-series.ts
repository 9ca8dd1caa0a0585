import { defineCheck } from './define-check.ts';
import { cut } from './shown-value.ts';

export const recordSeries = defineCheck({
  id: 'record/series',
  severity: 'warning',
  title: { en: 'A value that counts up from record to record', 'zh-CN': '取值逐条递增' },
  rationale: {
    en: 'A spreadsheet counts on when a cell is dragged down: one name or code becomes many that nobody meant.',
    'zh-CN': '在表格中下拉填充时，末尾数字会逐行加一，一个名称或代码变成多个错误取值。',
  },
  mend: {
    en: 'Copy the first value instead of dragging it, or give each record its own.',
    'zh-CN': '用复制代替下拉填充，或逐条填写真实取值。',
  },
  message: {
    en: ({ field, first, last, records }) =>
      `${field} counts up by one over ${records} records, from “${short(first)}” to “${short(last)}”: was the cell dragged down?`,
    'zh-CN': ({ field, first, last, records }) =>
      `${field} 在连续 ${records} 条记录中逐条加一，从“${short(first)}”到“${short(last)}”，疑为下拉填充所致`,
  },
});

function short(value: unknown): string {
  return cut(String(value), 60);
}
