import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';
import { identifierFault } from './identifier-text.ts';

const provinces = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新使';
const plate = /^.[A-Z](?:[A-HJ-NP-Z\d]{5,6}|[A-HJ-NP-Z\d]{4}[挂学警港澳领试超])$/;

/** Number plate of a motor vehicle in China: province, letter, five or six characters (six for new-energy vehicles). */
export const cnPlateFormat = defineFormat({
  name: 'cn-plate',
  title: { en: 'number plate', 'zh-CN': '机动车号牌' },
  example: '渝A12345',
  reasons: {
    empty: commonReasons.empty,
    'white-space': commonReasons['white-space'],
    'full-width': commonReasons['full-width'],
    'spreadsheet-number': commonReasons['spreadsheet-number'],
    separator: { en: 'Write it without a dot or hyphen.', 'zh-CN': '不应带间隔点或连字符。' },
    'lower-case': commonReasons['lower-case'],
    province: {
      en: 'It does not start with the one-character name of a province.',
      'zh-CN': '首位不是省、自治区、直辖市简称。',
    },
    'letter-not-allowed': {
      en: 'The letters I and O never occur after the second place; read 1 or 0 instead.',
      'zh-CN': '序号中不使用字母 I 和 O，请核对是否应为 1 或 0。',
    },
    length: { en: 'It does not have seven or eight characters.', 'zh-CN': '长度不是 7 位或 8 位。' },
    shape: {
      en: 'A letter and five or six letters or digits must follow the province.',
      'zh-CN': '省份简称之后应为一个字母和五至六位字母或数字。',
    },
  },
  check: (text) => {
    const typing = identifierFault(text);
    if (typing !== undefined) return typing;
    if (/[·•.\-—]/.test(text)) return 'separator';
    if (/[a-z]/.test(text)) return 'lower-case';
    if (!provinces.includes(text.charAt(0))) return 'province';
    if (text.length !== 7 && text.length !== 8) return 'length';
    if (plate.test(text)) return true;
    return /[IO]/.test(text.slice(2)) ? 'letter-not-allowed' : 'shape';
  },
});
