import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';
import { identifierFault } from './identifier-text.ts';

/** UUID of RFC 4122/9562 in its plain text form, any version, either case. */
export const uuidFormat = defineFormat({
  name: 'uuid',
  title: { en: 'UUID', 'zh-CN': 'UUID' },
  example: '2eb8aa08-aa98-11ea-b4aa-73b441d16380',
  reasons: {
    empty: commonReasons.empty,
    'white-space': commonReasons['white-space'],
    'full-width': commonReasons['full-width'],
    'spreadsheet-number': commonReasons['spreadsheet-number'],
    wrapped: {
      en: 'Write the UUID alone, without urn:uuid: or braces.',
      'zh-CN': '只写 UUID 本身，不带 urn:uuid: 或花括号。',
    },
    hyphens: {
      en: 'Its hyphens are missing or misplaced: groups of 8-4-4-4-12.',
      'zh-CN': '连字符缺失或位置不对，应按 8-4-4-4-12 分组。',
    },
    character: { en: 'Only the digits 0-9 and a-f are allowed.', 'zh-CN': '只允许 0-9 和 a-f。' },
    length: { en: 'It does not have 32 hexadecimal digits.', 'zh-CN': '应有 32 位十六进制数字。' },
  },
  check: (text) => {
    if (/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text)) return true;
    const fault = identifierFault(text);
    if (fault !== undefined) return fault;
    if (/^(?:urn:uuid:|\{)/i.test(text)) return 'wrapped';
    if (!/^[\da-f-]*$/i.test(text)) return 'character';
    return text.replaceAll('-', '').length === 32 ? 'hyphens' : 'length';
  },
});
