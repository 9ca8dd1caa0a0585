import { dayFault } from './calendar.ts';
import { commonReasons } from './common-reasons.ts';
import { hasProvincePrefix } from './division-code.ts';
import { defineFormat } from './format.ts';
import { citizenCheckCharacter } from './gb-check-characters.ts';
import type { IdentifierFault } from './identifier-text.ts';
import { identifierFault, mendedIdentifier } from './identifier-text.ts';

/** First two digits beyond GB/T 2260: residence permits of Taiwan residents, foreigners. */
const furtherPrefixes: ReadonlySet<string> = new Set(['83', '91']);

/** Whether the first two digits are those of a citizen number: a province-level division, or a kind of permit. */
export function hasCitizenPrefix(text: string): boolean {
  return hasProvincePrefix(text) || furtherPrefixes.has(text.slice(0, 2));
}

/** Citizen identification number of GB 11643-1999. A lower-case x as check character is accepted: it is a matter of style. */
export const citizenIdFormat = defineFormat({
  name: 'citizen-id',
  title: { en: 'citizen identification number (GB 11643)', 'zh-CN': '公民身份号码（GB 11643）' },
  example: '11010519491231002X',
  reasons: {
    empty: commonReasons.empty,
    'white-space': commonReasons['white-space'],
    'full-width': commonReasons['full-width'],
    'spreadsheet-number': commonReasons['spreadsheet-number'],
    masked: { en: 'Some of its digits are masked.', 'zh-CN': '部分数字已被遮盖。' },
    'fifteen-digits': {
      en: 'It is the old form of 15 digits, which is no longer valid.',
      'zh-CN': '是已停用的 15 位旧号码。',
    },
    length: { en: 'It does not have 18 characters.', 'zh-CN': '长度不是 18 位。' },
    character: {
      en: 'Only digits are allowed, and X in the last place.',
      'zh-CN': '只允许数字，最后一位可为 X。',
    },
    division: {
      en: 'Its first two digits name no province-level division.',
      'zh-CN': '前两位不是省级行政区划代码。',
    },
    'birth-date': {
      en: 'Digits 7 to 14 are not a date that exists.',
      'zh-CN': '第 7 至 14 位不是存在的日期。',
    },
    'check-character': commonReasons['check-character'],
  },
  check: (text) => citizenFault(text) ?? true,
  mend: (text) => mendedIdentifier(text, (mended) => citizenFault(mended) === undefined),
});

type CitizenFault =
  | IdentifierFault
  | 'masked'
  | 'fifteen-digits'
  | 'length'
  | 'character'
  | 'division'
  | 'birth-date'
  | 'check-character';

/** Why a text is no citizen number. */
function citizenFault(text: string): CitizenFault | undefined {
  const typing = identifierFault(text);
  if (typing !== undefined) return typing;
  if (text.includes('*') && /^[\dXx*]*$/.test(text)) return 'masked';
  if (/^\d{15}$/.test(text)) return 'fifteen-digits';
  if (text.length !== 18) return 'length';
  if (!/^\d{17}[\dXx]$/.test(text)) return 'character';
  if (!hasCitizenPrefix(text)) return 'division';
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)];
  if (year === '0000' || dayFault(Number(year), Number(month), Number(day)) !== undefined)
    return 'birth-date';
  return citizenCheckCharacter(text) === text.charAt(17).toUpperCase() ? undefined : 'check-character';
}
