import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';
import type { IdentifierFault } from './identifier-text.ts';
import { identifierFault, mendedIdentifier } from './identifier-text.ts';

/** Number of a bank card: 16 to 19 digits whose last one is a Luhn check digit (ISO/IEC 7812). */
export const bankCardFormat = defineFormat({
  name: 'bank-card',
  title: { en: 'bank card number', 'zh-CN': '银行卡号' },
  example: '6222020000000000000',
  reasons: {
    empty: commonReasons.empty,
    'white-space': commonReasons['white-space'],
    'full-width': commonReasons['full-width'],
    'spreadsheet-number': commonReasons['spreadsheet-number'],
    masked: { en: 'Some of its digits are masked.', 'zh-CN': '部分数字已被遮盖。' },
    character: { en: 'Only digits are allowed.', 'zh-CN': '只允许数字。' },
    length: { en: 'It does not have 16 to 19 digits.', 'zh-CN': '长度不在 16 至 19 位之间。' },
    'check-character': commonReasons['check-character'],
  },
  check: (text) => cardFault(text) ?? true,
  mend: (text) => mendedIdentifier(text, (mended) => cardFault(mended) === undefined),
});

type CardFault = IdentifierFault | 'masked' | 'character' | 'length' | 'check-character';

/** Why a text is no number of a bank card. */
function cardFault(text: string): CardFault | undefined {
  const typing = identifierFault(text);
  if (typing !== undefined) return typing;
  if (text.includes('*') && /^[\d*]*$/.test(text)) return 'masked';
  if (!/^\d*$/.test(text)) return 'character';
  if (text.length < 16 || text.length > 19) return 'length';
  return luhnSum(text) % 10 === 0 && !/^0+$/.test(text) ? undefined : 'check-character';
}

/** Every second digit from the right doubled, digits of the products added. */
function luhnSum(digits: string): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}
