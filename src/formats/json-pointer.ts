import type { Localized } from '../model/locale.ts';
import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';

const escapeReason: Localized = {
  en: 'A tilde must be followed by 0 or 1 (~0 for ~, ~1 for /).',
  'zh-CN': '波浪号之后必须是 0 或 1（~0 表示 ~，~1 表示 /）。',
};
const slashReason: Localized = { en: 'It must start with a slash.', 'zh-CN': '应以斜杠开头。' };

function pointerFault(text: string): 'slash' | 'escape' | undefined {
  if (text === '') return undefined;
  if (!text.startsWith('/')) return 'slash';
  return /~(?![01])/.test(text) ? 'escape' : undefined;
}

/** JSON Pointer of RFC 6901, not in its URI fragment form. */
export const jsonPointerFormat = defineFormat({
  name: 'json-pointer',
  title: { en: 'JSON Pointer', 'zh-CN': 'JSON 指针' },
  example: '/dataset/3/title',
  reasons: { slash: slashReason, escape: escapeReason },
  check: (text) => pointerFault(text) ?? true,
});

/** Relative JSON Pointer of draft-bhutton-relative-json-pointer-00. */
export const relativeJsonPointerFormat = defineFormat({
  name: 'relative-json-pointer',
  title: { en: 'relative JSON Pointer', 'zh-CN': '相对 JSON 指针' },
  example: '1/title',
  reasons: {
    empty: commonReasons.empty,
    'number-missing': {
      en: 'It must start with a whole number without leading zeros.',
      'zh-CN': '应以不带前导零的整数开头。',
    },
    slash: { en: 'After the number come nothing, # or a slash.', 'zh-CN': '数字之后只能为空、# 或斜杠。' },
    escape: escapeReason,
  },
  check: (text) => {
    if (text === '') return 'empty';
    const prefix = /^(?:0|[1-9]\d*)(?!\d)(?:[+-](?:0|[1-9]\d*)(?!\d))?/.exec(text)?.[0];
    if (prefix === undefined) return 'number-missing';
    const rest = text.slice(prefix.length);
    return rest === '#' || (pointerFault(rest) ?? true);
  },
});
