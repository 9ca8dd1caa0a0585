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
