import type { Localized } from '../model/locale.ts';

/** Sentences that several formats share. */
export const commonReasons = {
  empty: { en: 'It is empty.', 'zh-CN': '内容为空。' },
  'white-space': {
    en: 'It contains spaces, line breaks or invisible characters.',
    'zh-CN': '含有空格、换行或不可见字符。',
  },
  'full-width': {
    en: 'It is written with full-width characters; use half-width ones.',
    'zh-CN': '使用了全角字符，应使用半角字符。',
  },
  'lower-case': { en: 'Its letters must be upper-case.', 'zh-CN': '字母应为大写。' },
  'spreadsheet-number': {
    en: 'A spreadsheet turned it into a number and its last digits are lost; format the column as text and enter it again.',
    'zh-CN': '被电子表格转换为数值，末尾数字已丢失；请将该列设为文本格式后重新录入。',
  },
  'check-character': {
    en: 'Its check character does not match the rest: at least one character is wrong or two are swapped.',
    'zh-CN': '校验码与其余字符不符：至少有一位写错或两位颠倒。',
  },
  shape: { en: 'It does not have the expected form.', 'zh-CN': '写法不符合要求。' },
} as const satisfies Record<string, Localized>;
