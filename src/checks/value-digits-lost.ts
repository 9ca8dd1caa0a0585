import { defineCheck } from './define-check.ts';
import { fieldLabel } from './field-text.ts';
import { shown } from './shown-value.ts';

export const valueDigitsLost = defineCheck({
  id: 'value/digits-lost',
  severity: 'error',
  title: {
    en: 'A code whose last digits a spreadsheet has destroyed',
    'zh-CN': '代码末位数字被电子表格破坏',
  },
  rationale: {
    en: 'A spreadsheet keeps 15 digits of a number. A longer code stored as a number has lost its last digits for good.',
    'zh-CN': '电子表格的数字只保留 15 位。以数字形式保存的更长代码，其末位数字已永久丢失。',
  },
  mend: {
    en: 'Format the column as text and enter the code again from its source.',
    'zh-CN': '将该列设为文本格式，并从原始来源重新录入代码。',
  },
  message: {
    en: ({ field, found }) =>
      `${field} ${found} was stored as a number: its digits after the 15th are lost; enter it again as text`,
    'zh-CN': ({ field, found }) =>
      `${field} ${found} 以数字形式保存，第 15 位之后的数字已丢失，请以文本重新录入`,
  },
  *run(view) {
    for (const pointer of view.digitsLost) {
      const value = view.valueAt(pointer);
      if (typeof value !== 'string') continue;
      yield {
        pointer,
        target: 'value',
        facts: { field: fieldLabel(view, pointer), found: shown(value) },
        causeKey: '',
      };
    }
  },
});
