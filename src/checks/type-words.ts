import type { Locale } from '../model/locale.ts';

const words: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  string: { en: 'text', 'zh-CN': '文本' },
  number: { en: 'a number', 'zh-CN': '数字' },
  integer: { en: 'a whole number', 'zh-CN': '整数' },
  boolean: { en: 'true or false', 'zh-CN': '布尔值' },
  array: { en: 'a list', 'zh-CN': '列表' },
  object: { en: 'an object', 'zh-CN': '对象' },
  null: { en: 'null', 'zh-CN': '空值' },
};

/** JSON Schema's types in plain words: `text or a number`. */
export function typesInWords(names: unknown, locale: Locale): string {
  const list = Array.isArray(names) ? names.map(String) : [String(names)];
  return alternatives(
    list.map((name) => words[name]?.[locale] ?? name),
    locale,
  );
}

/** `a, b or c`. */
export function alternatives(parts: readonly string[], locale: Locale): string {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  return locale === 'en'
    ? `${parts.slice(0, -1).join(', ')} or ${last}`
    : `${parts.slice(0, -1).join('、')}或${last}`;
}
