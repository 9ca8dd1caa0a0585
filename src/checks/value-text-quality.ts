import type { Pointer } from '../model/pointer.ts';
import { child } from '../model/pointer.ts';
import { defineCheck } from './define-check.ts';
import { fieldLabel } from './field-text.ts';
import { shown } from './shown-value.ts';

const troubles: readonly {
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
    mend: (text) => text.replaceAll(/^[\s\u00a0\u3000\u200b\ufeff]+|[\s\u00a0\u3000\u200b\ufeff]+$/g, ''),
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

/** Nothing of interest nests deeper in a metadata record. */
const maxDepth = 32;

export const valueTextQuality = defineCheck({
  id: 'value/text-quality',
  severity: 'warning',
  title: { en: 'A text that was damaged or carelessly typed', 'zh-CN': '文本受损或录入不规范' },
  rationale: {
    en: 'Stray spaces, full-width letters and broken characters make equal texts different and cannot be searched for.',
    'zh-CN': '多余空格、全角字母和乱码会使相同文本无法匹配和检索。',
  },
  mend: { en: 'Clean the text.', 'zh-CN': '清理文本。' },
  message: {
    en: ({ field, found, trouble }) =>
      `${field} ${found} ${troubles.find(({ id }) => id === trouble)?.en ?? trouble}`,
    'zh-CN': ({ field, found, trouble }) =>
      `${field} ${found} ${troubles.find(({ id }) => id === trouble)?.zh ?? trouble}`,
  },
  *run(view) {
    // A bare schema says nothing about how texts should look.
    if (view.standard.bare) return;
    const faulty = new Set(view.faults.map((fault) => fault.pointer));
    // What nobody reads needs no cleaning: an unknown property is said once.
    const unread = new Set(view.unknown.map((fault) => fault.pointer));
    for (const { pointer, text } of textsOf(view.value, { unread, pointer: '', depth: 0 })) {
      if (faulty.has(pointer)) continue;
      const trouble = troubles.find(({ test }) => test.test(text));
      if (trouble === undefined) continue;
      const mended = trouble.mend?.(text);
      yield {
        pointer,
        target: 'value',
        facts: {
          field: fieldLabel(view, pointer),
          found: shown(text),
          trouble: trouble.id,
        },
        ...(mended === undefined ? {} : { suggestion: { replace: mended }, fixable: true }),
        causeKey: trouble.id,
      };
    }
  },
});

interface Walk {
  /** Nothing below these is looked at. */
  readonly unread: ReadonlySet<Pointer>;
  readonly pointer: Pointer;
  readonly depth: number;
}

function* textsOf(
  value: unknown,
  { unread, pointer, depth }: Walk,
): Generator<{ pointer: Pointer; text: string }> {
  if (typeof value === 'string') yield { pointer, text: value };
  if (typeof value !== 'object' || value === null || depth === maxDepth) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = child(pointer, key);
    if (!unread.has(at)) yield* textsOf(inner, { unread, pointer: at, depth: depth + 1 });
  }
}
