import type { CellFault } from './cell-fault.ts';

/** What a cell may have too much of. Each is a reason and a style of `cell/text-quality`. */
export const textStyleNames = ['edge-space', 'control-character', 'full-width'] as const;
type TextStyle = (typeof textStyleNames)[number];

/** Repairs are not tried on longer texts: nothing that is typed is longer. UTF-16 units. */
const longest = 10_000;

/** White space and characters that cannot be seen, at the edge of a text. All of them are doubted by a quick test of kind `text`. */
export function isBlank(code: number): boolean {
  if (code <= 0xa0) return code <= 0x20 || code >= 0x7f;
  if (code < 0x2000) return false;
  if (code <= 0x206f) return code <= 0x200f || (code >= 0x2028 && code <= 0x202f) || code >= 0x205f;
  return code === 0x3000 || code === 0xfeff;
}

/** Whether white space or an invisible character stands at the start or end of a text that is not empty. */
export function hasBlankEdge(text: string): boolean {
  return isBlank(text.charCodeAt(0)) || isBlank(text.charCodeAt(text.length - 1));
}

/** Without white space and invisible characters at both ends. */
export function withoutBlankEdges(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const wide = /[\uff01-\uff5e\u3000]/g;

/** The same text mended in the ways that change nothing of what it says, the least change first. */
const repairs: readonly (readonly [TextStyle, (text: string) => string])[] = [
  ['edge-space', withoutBlankEdges],
  ['control-character', (text) => withoutBlankEdges(text.replaceAll(invisible, ''))],
  ['full-width', (text) => narrow(withoutBlankEdges(text))],
  ['full-width', (text) => narrow(withoutBlankEdges(text.replaceAll(invisible, '')))],
];

function narrow(text: string): string {
  return text.replaceAll(wide, (char) => char.normalize('NFKC'));
}

/** The trouble of a text as such, where nothing is wrong with it but that; `judge` says whether the mended text is fine. */
export function textTrouble(text: string, isFine: (mended: string) => boolean): CellFault | undefined {
  if (text.length > longest) return undefined;
  for (const [style, repair] of repairs) {
    const mended = repair(text);
    if (mended !== text && mended !== '' && isFine(mended)) return textFault(style, mended);
  }
  return undefined;
}

/** A fault of `cell/text-quality`. */
export function textFault(style: TextStyle, mended?: string): CellFault {
  return { check: 'cell/text-quality', reason: style, style, ...(mended === undefined ? {} : { mended }) };
}
