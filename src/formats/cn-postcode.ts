import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';
import { identifierFault } from './identifier-text.ts';

/** Postcode in China: six digits. */
export const cnPostcodeFormat = defineFormat({
  name: 'cn-postcode',
  title: { en: 'postcode', 'zh-CN': '邮政编码' },
  example: '400010',
  reasons: {
    empty: commonReasons.empty,
    'white-space': commonReasons['white-space'],
    'full-width': commonReasons['full-width'],
    'spreadsheet-number': commonReasons['spreadsheet-number'],
    character: { en: 'Only digits are allowed.', 'zh-CN': '只允许数字。' },
    length: {
      en: 'It does not have six digits; a leading zero may be lost.',
      'zh-CN': '长度不是 6 位，可能丢失了前导零。',
    },
  },
  check: (text) => {
    const typing = identifierFault(text);
    if (typing !== undefined) return typing;
    if (!/^\d*$/.test(text)) return 'character';
    return text.length === 6 || 'length';
  },
});
