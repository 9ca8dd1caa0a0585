import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';
import { identifierFault } from './identifier-text.ts';

/**
 * Number of a Chinese passport: a letter for its kind (E and G ordinary, D diplomatic, S service, P public affairs) and eight digits; of
 * electronic ones that ran out of digits the second character is a letter without I and O (EA1234567).
 */
export const cnPassportFormat = defineFormat({
  name: 'cn-passport',
  title: { en: 'passport number', 'zh-CN': '护照号码' },
  example: 'E12345678',
  reasons: {
    empty: commonReasons.empty,
    'white-space': commonReasons['white-space'],
    'full-width': commonReasons['full-width'],
    'spreadsheet-number': commonReasons['spreadsheet-number'],
    'lower-case': commonReasons['lower-case'],
    masked: { en: 'Some of its digits are masked.', 'zh-CN': '部分数字已被遮盖。' },
    length: { en: 'It does not have nine characters.', 'zh-CN': '长度不是 9 位。' },
    kind: {
      en: 'It does not start with E, G, D, S or P.',
      'zh-CN': '首位不是 E、G、D、S 或 P。',
    },
    character: {
      en: 'Only digits may follow the letters at its start.',
      'zh-CN': '首部字母之后只能为数字。',
    },
  },
  check: (text) => {
    const typing = identifierFault(text);
    if (typing !== undefined) return typing;
    if (/[a-z]/.test(text)) return 'lower-case';
    if (text.includes('*') && /^[A-Z\d*]*$/.test(text)) return 'masked';
    if (text.length !== 9) return 'length';
    if (!/^[EGDSP]/.test(text)) return 'kind';
    return /^(?:[EGDSP]\d{8}|[EDSP][A-HJ-NP-Z]\d{7})$/.test(text) || 'character';
  },
});
