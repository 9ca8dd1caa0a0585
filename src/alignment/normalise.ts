/** Longer texts are cut before they are compared: nothing that names a field or a code is longer. UTF-16 units. */
const maxLength = 512;

/**
 * The words of a property name or column heading in lower case, plurals left alone, without what only decorates them:
 * `dct:accrualPeriodicity` → `accrual`, `periodicity`; `*更新周期（必填）：` → `更新周期`.
 */
export function nameWords(text: string): string[] {
  const plain = withoutDecoration(text.slice(0, maxLength).normalize('NFKC'));
  return plain
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Namespace prefixes, leading marks and numbers, trailing marks, units and remarks in brackets. */
function withoutDecoration(text: string): string {
  let rest = text.trim().replace(/^https?:\/\/.*[/#](?=.)/i, '');
  rest = rest.replace(/^[@$_*\s]+/, '').replace(/^[a-z][\w-]{0,15}:(?=\p{L})/iu, '');
  rest = rest.replace(/^(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、]\s*/u, '');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = withoutTail(rest);
  }
  return rest;
}

/** One trailing mark or remark less, unless nothing would be left. */
function withoutTail(text: string): string {
  const end = text.trimEnd();
  const open = /[)\]】〕]$/u.test(end)
    ? Math.max(...['(', '[', '【', '〔'].map((sign) => end.lastIndexOf(sign)))
    : -1;
  if (open > 0) return end.slice(0, open);
  return end.length > 1 && /[:*。.,;、]$/u.test(end) ? end.slice(0, -1) : end;
}

/** Light English plural: enough for `keywords`, `categories`, `addresses`. */
export function singular(word: string): string {
  if (!/^[a-z]{4,}$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** A code or label without what only typing adds: width, case, quotation marks, end marks, separators between letters. */
export function normaliseCode(text: string): string {
  if (text.length <= maxLength && /^[a-z\d\u4E00-\u9FA5]+$/.test(text) && text !== '其它') return text;
  const plain = text.slice(0, maxLength).normalize('NFKC').trim().toLowerCase();
  const bare = plain.replace(/^["'‘’“”「『《<\s]+/u, '').replace(/["'‘’“”」』》>\s。.,;、:]+$/u, '');
  const kept = bare === '' ? plain : bare;
  return kept
    .replace(/^其它$/u, '其他')
    .replaceAll(/(?<=\p{L})[\s_-]+(?=\p{L})/gu, '')
    .replaceAll(/\s+/g, ' ');
}
