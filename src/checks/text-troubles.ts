/** What can be wrong with a text as such, whatever it says; the first that applies is told. */
export const textTroubles: readonly {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly test: RegExp;
  mend?(text: string): string;
}[] = [
  {
    id: 'edge-space',
    en: 'has white space at its start or end',
    zh: '首尾有空白字符',
    test: /^[\s\u00a0\u3000\u200b\ufeff]|[\s\u00a0\u3000\u200b\ufeff]$/,
    mend: withoutEdges,
  },
  {
    id: 'control-character',
    en: 'holds a control or invisible character',
    zh: '含有控制字符或不可见字符',
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    test: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufffe]/,
  },
  {
    id: 'replacement-character',
    en: 'holds U+FFFD: characters were lost in a conversion',
    zh: '含有 U+FFFD，转码时已丢失字符',
    test: /\ufffd/,
  },
  {
    id: 'mojibake',
    en: 'was decoded wrongly (as in “â€™” for “’”)',
    zh: '存在乱码（编码转换错误）',
    test: /â€[™œ\u009d“”¦]|Ã[\u0080-\u00bf©¨¤]|锟斤拷|烫烫烫/,
  },
  {
    id: 'full-width',
    en: 'mixes full-width letters or digits',
    zh: '含有全角字母或数字',
    test: /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/,
    mend: (text) =>
      text.replaceAll(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (char) => char.normalize('NFKC')),
  },
  {
    id: 'double-space',
    en: 'has several spaces in a row',
    zh: '含有连续空格',
    // Two spaces behind the end of a sentence are a typist's habit, not a slip.
    test: /[^\s.?!:;)\]"”’'][ \u00a0\u3000]{2,}\S|\S[ \u00a0\u3000]{3,}\S/,
  },
];

/** Other than visible ASCII, Chinese characters and the punctuation around both; blanks at the edge or in a row; two known mojibake. */
const unusual = /[^\x20-\x7e\u2013-\u2026\u3001-\u9fff\uff01-\uff0f\uff1a-\uff20]|^ | $| {2}|锟斤拷|烫烫烫/;

/** False only for a text with none of these troubles, and for most of those: one quick look instead of many. */
export function mayHaveTrouble(text: string): boolean {
  return unusual.test(text);
}

/** Character by character: an expression for the end of a text starts anew at each of its blanks. */
function withoutEdges(text: string): string {
  const isBlank = (at: number): boolean => /[\s\u00a0\u3000\u200b\ufeff]/.test(text.charAt(at));
  let [from, to] = [0, text.length];
  while (from < to && isBlank(from)) from += 1;
  while (to > from && isBlank(to - 1)) to -= 1;
  return text.slice(from, to);
}
