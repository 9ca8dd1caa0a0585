import type { Pointer } from '../model/pointer.ts';
import { child } from '../model/pointer.ts';
import { defineCheck } from './define-check.ts';
import { fieldLabel } from './field-text.ts';
import { shownAround } from './shown-value.ts';
import { mayHaveTrouble, textTroubles } from './text-troubles.ts';

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
      `${field} ${found} ${textTroubles.find(({ id }) => id === trouble)?.en ?? trouble}`,
    'zh-CN': ({ field, found, trouble }) =>
      `${field} ${found} ${textTroubles.find(({ id }) => id === trouble)?.zh ?? trouble}`,
  },
  *run(view) {
    // A bare schema says nothing about how texts should look.
    if (view.standard.bare || isPlain(view.value, maxDepth)) return;
    const faulty = new Set(view.faults.map((fault) => fault.pointer));
    // What nobody reads needs no cleaning: an unknown property is said once.
    const unread = new Set(view.unknown.map((fault) => fault.pointer));
    for (const { pointer, text } of textsOf(view.value, { unread, pointer: '', depth: 0 })) {
      if (faulty.has(pointer)) continue;
      const trouble = textTroubles.find(({ test }) => test.test(text));
      if (trouble === undefined) continue;
      const mended = trouble.mend?.(text);
      yield {
        pointer,
        target: 'value',
        facts: {
          field: fieldLabel(view, pointer),
          found: shownAround(text, text.search(trouble.test)),
          trouble: trouble.id,
        },
        ...(mended === undefined ? {} : { suggestion: { replace: mended }, fixable: true }),
        causeKey: trouble.id,
      };
    }
  },
});

/** Whether all texts in a value are beyond doubt, as those of nearly every record are. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return !mayHaveTrouble(value);
  if (typeof value !== 'object' || value === null || depth === 0) return true;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth - 1));
  for (const key in value) {
    if (!isPlain((value as Record<string, unknown>)[key], depth - 1)) return false;
  }
  return true;
}

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
