import type { Localized } from '../model/locale.ts';
import { commonReasons } from './common-reasons.ts';
import { hasProvincePrefix } from './division-code.ts';
import { defineFormat } from './format.ts';
import { creditCodeCheckCharacter, organisationCheckCharacter } from './gb-check-characters.ts';
import type { IdentifierFault } from './identifier-text.ts';
import { identifierFault, mendedIdentifier } from './identifier-text.ts';

/** Position 1, the registering authority → what position 2, the kind of body, may be. */
const kindsOfAuthority: ReadonlyMap<string, string> = new Map([
  ['1', '1239'],
  ['2', '19'],
  ['3', '123459'],
  ['4', '19'],
  ['5', '1239'],
  ['6', '129'],
  ['7', '129'],
  ['8', '19'],
  ['9', '123'],
  ['A', '19'],
  ['N', '1239'],
  ['Y', '1'],
]);

type UsccFault =
  | IdentifierFault
  | 'lower-case'
  | 'letter-not-allowed'
  | 'character'
  | 'length'
  | 'authority'
  | 'kind-of-body'
  | 'division'
  | 'check-character'
  | 'organisation-code';

/** Why a text is not a unified social credit code, in the order in which a person would look. */
function usccFault(text: string): UsccFault | undefined {
  const typing = identifierFault(text);
  if (typing !== undefined) return typing;
  if (!/^[A-Z\d]*$/i.test(text)) return 'character';
  if (/[a-z]/.test(text)) return 'lower-case';
  if (text.length !== 18) return 'length';
  if (/[IOZSV]/.test(text)) return 'letter-not-allowed';
  const kinds = kindsOfAuthority.get(text.charAt(0));
  if (kinds === undefined) return 'authority';
  if (!kinds.includes(text.charAt(1))) return 'kind-of-body';
  const division = text.slice(2, 8);
  if (!/^\d{6}$/.test(division) || !(division === '100000' || hasProvincePrefix(division))) return 'division';
  if (creditCodeCheckCharacter(text) !== text.charAt(17)) return 'check-character';
  return organisationCheckCharacter(text.slice(8, 16)) === text.charAt(16) ? undefined : 'organisation-code';
}

const reasons: Readonly<Record<UsccFault, Localized>> = {
  empty: commonReasons.empty,
  'white-space': commonReasons['white-space'],
  'full-width': commonReasons['full-width'],
  'spreadsheet-number': commonReasons['spreadsheet-number'],
  'lower-case': commonReasons['lower-case'],
  'letter-not-allowed': {
    en: 'The letters I, O, Z, S and V never occur in it; read 1, 0, 2, 5 or U instead.',
    'zh-CN': '代码中不使用字母 I、O、Z、S、V，请核对是否应为 1、0、2、5 或 U。',
  },
  character: {
    en: 'Only the digits 0-9 and capital letters are allowed, no hyphens.',
    'zh-CN': '只允许数字和大写字母，不带连字符。',
  },
  length: { en: 'It does not have 18 characters.', 'zh-CN': '长度不是 18 位。' },
  authority: {
    en: 'Its first character names no registering authority of GB 32100.',
    'zh-CN': '第 1 位不是 GB 32100 规定的登记管理部门代码。',
  },
  'kind-of-body': {
    en: 'Its second character names no kind of body that the authority in the first one registers.',
    'zh-CN': '第 2 位不是该登记管理部门下的机构类别代码。',
  },
  division: {
    en: 'Characters 3 to 8 are not a division code (GB/T 2260).',
    'zh-CN': '第 3 至 8 位不是行政区划代码（GB/T 2260）。',
  },
  'check-character': commonReasons['check-character'],
  'organisation-code': {
    en: 'Characters 9 to 17 are not a valid organisation code (GB 11714).',
    'zh-CN': '第 9 至 17 位不是有效的组织机构代码（GB 11714）。',
  },
};

/** Unified social credit code of GB 32100-2015: both check characters, authority and kind of body, division. */
export const usccFormat = defineFormat({
  name: 'uscc',
  title: { en: 'unified social credit code (GB 32100)', 'zh-CN': '统一社会信用代码（GB 32100）' },
  example: '91350100M000100Y43',
  reasons,
  check: (text) => usccFault(text) ?? true,
  mend: (text) => mendedIdentifier(text, (mended) => usccFault(mended) === undefined),
});
