import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';

const mobile = /^(?:(?:\+|00)?86[ -]?)?1[3-9]\d{9}$/;
const landline = /^(?:(?:\+|00)86[ -]?[1-9]\d{1,2}|0\d{2,3})-?\d{7,8}(?:-\d{1,6})?$/;
const service = /^[48]00-?\d{3}-?\d{4}$/;

/** Telephone number in China: mobile (any prefix 13 to 19), landline with area code, or a 400/800 number. */
export const cnPhoneFormat = defineFormat({
  name: 'cn-phone',
  title: { en: 'telephone number', 'zh-CN': '电话号码' },
  example: '023-67890123',
  reasons: {
    empty: commonReasons.empty,
    'full-width': commonReasons['full-width'],
    'white-space': commonReasons['white-space'],
    placeholder: {
      en: 'It is a placeholder, not a number.',
      'zh-CN': '是占位文字（如“暂无”），不是电话号码。',
    },
    masked: { en: 'Some of its digits are masked.', 'zh-CN': '部分数字已被遮盖。' },
    dash: {
      en: 'Write a plain hyphen between area code and number, not a dash.',
      'zh-CN': '区号与号码之间应使用短横“-”，而非破折号。',
    },
    'several-numbers': {
      en: 'It holds more than one number; one is expected.',
      'zh-CN': '包含多个号码，此处只应填写一个。',
    },
    'area-code-missing': { en: 'The area code is missing.', 'zh-CN': '缺少区号。' },
    'mobile-length': { en: 'A mobile number has 11 digits.', 'zh-CN': '手机号码应为 11 位。' },
    shape: {
      en: 'It is neither a mobile number nor a landline number with area code.',
      'zh-CN': '既不是手机号码，也不是带区号的固定电话。',
    },
  },
  check: (text) => {
    if (text === '') return 'empty';
    if (mobile.test(text) || landline.test(text) || service.test(text)) return true;
    return phoneStyles.find(([, pattern]) => pattern.test(text))?.[0] ?? 'shape';
  },
});

type PhoneStyle =
  | 'full-width'
  | 'white-space'
  | 'placeholder'
  | 'masked'
  | 'dash'
  | 'several-numbers'
  | 'area-code-missing'
  | 'mobile-length';

/** Ways in which numbers are written otherwise, most telling first. */
const phoneStyles: readonly (readonly [PhoneStyle, RegExp])[] = [
  ['placeholder', /^(?:暂无|无|空|不详|未知|待定|略|[-—/\\.]+|n\/?a|none|null|0+)$/i],
  ['full-width', /[\uFF01-\uFF5E]/],
  ['dash', /^[\d()]+[\u2010-\u2015\u2212\u2500]+\d+$/],
  ['masked', /^[\d-]*\*[\d*-]*$/],
  ['several-numbers', /\d{7}(?:\s+|\s*[,;、，；/或]\s*)\d{3}/],
  ['white-space', /\s/],
  ['area-code-missing', /^[2-8]\d{6,7}$/],
  ['mobile-length', /^1[3-9](?:\d{5,8}|\d{10,12})$/],
];
