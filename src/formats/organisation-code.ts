import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';
import { organisationCheckCharacter } from './gb-check-characters.ts';
import type { IdentifierFault } from './identifier-text.ts';
import { identifierFault, mendedIdentifier } from './identifier-text.ts';

/** Whether a text of nine characters is an organisation code with the right check character. */
export function isOrganisationCode(text: string): boolean {
  return /^[A-Z\d]{8}[\dX]$/.test(text) && organisationCheckCharacter(text) === text.charAt(8);
}

/** Organisation code of GB 11714-1997: eight characters and a check character, with or without the hyphen between them. */
export const organisationCodeFormat = defineFormat({
  name: 'organisation-code',
  title: { en: 'organisation code (GB 11714)', 'zh-CN': '组织机构代码（GB 11714）' },
  example: '00247017-X',
  reasons: {
    empty: commonReasons.empty,
    'white-space': commonReasons['white-space'],
    'full-width': commonReasons['full-width'],
    'spreadsheet-number': commonReasons['spreadsheet-number'],
    'lower-case': commonReasons['lower-case'],
    hyphen: {
      en: 'A hyphen may stand only before the last character.',
      'zh-CN': '连字符只能位于最后一位之前。',
    },
    character: {
      en: 'Only digits and capital letters are allowed; the last is a digit or X.',
      'zh-CN': '只允许数字和大写字母，最后一位为数字或 X。',
    },
    length: { en: 'It does not have nine characters.', 'zh-CN': '长度不是 9 位。' },
    'check-character': commonReasons['check-character'],
  },
  check: (text) => organisationFault(text) ?? true,
  mend: (text) => mendedIdentifier(text, (mended) => organisationFault(mended) === undefined),
});

type OrganisationFault =
  | IdentifierFault
  | 'character'
  | 'lower-case'
  | 'length'
  | 'hyphen'
  | 'check-character';

/** Why a text is no organisation code. */
function organisationFault(text: string): OrganisationFault | undefined {
  const typing = identifierFault(text);
  if (typing !== undefined) return typing;
  if (!/^[A-Z\d-]*$/i.test(text)) return 'character';
  if (/[a-z]/.test(text)) return 'lower-case';
  const code = text.replaceAll('-', '');
  if (code.length !== 9) return 'length';
  if (text !== code && text !== `${code.slice(0, 8)}-${code.slice(8)}`) return 'hyphen';
  if (!/[\dX]$/.test(code)) return 'character';
  return isOrganisationCode(code) ? undefined : 'check-character';
}
