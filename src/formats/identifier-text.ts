/** What is wrong with the way an identifier is typed, before looking at what it says. */
export type IdentifierFault = 'empty' | 'white-space' | 'full-width' | 'spreadsheet-number';

/** The first typing fault of an identifier made of half-width letters and digits, or `undefined`. */
export function identifierFault(text: string): IdentifierFault | undefined {
  if (text === '') return 'empty';
  if (/[\s\u200B-\u200F\u2060\uFEFF]/.test(text)) return 'white-space';
  if (/[\uFF01-\uFF5E]/.test(text)) return 'full-width';
  if (/^\d(?:\.\d+)?E\+\d+$/i.test(text)) return 'spreadsheet-number';
  return undefined;
}

/** No identifier is longer, however it is spaced. UTF-16 units. */
const longest = 64;

/**
 * An identifier typed otherwise (small letters, full-width digits, blanks between its groups) as it should be; undefined where that is no
 * valid one. Only for identifiers with a check character: those are certainly what was meant.
 */
export function mendedIdentifier(text: string, check: (text: string) => boolean): string | undefined {
  if (text.length > longest) return undefined;
  const narrow = text.replaceAll(/[\uFF01-\uFF5E]/g, (sign) => sign.normalize('NFKC'));
  const mended = narrow.replaceAll(/[\s\u200B-\u200F\u2060\uFEFF]/g, '').toUpperCase();
  return mended !== text && check(mended) ? mended : undefined;
}
