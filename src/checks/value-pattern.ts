import type { Locale } from '../model/locale.ts';
import { defineCheck } from './define-check.ts';
import { mendedText } from './mended-text.ts';
import { patternInWords } from './pattern-words.ts';
import { cut } from './shown-value.ts';
import { isBlankText, valueFaults, writeInstead } from './value-fault.ts';

/** `: 2 to 8 small letters, “-”, 4 digits`; the pattern itself where words would be longer than it is worth. */
function formText(pattern: unknown, locale: Locale): string {
  const words = patternInWords(String(pattern), locale);
  if (locale === 'en') return words === undefined ? ` (${pattern})` : `: ${words}`;
  return words === undefined ? `（${pattern}）` : `：${words}`;
}

export const valuePattern = defineCheck({
  id: 'value/pattern',
  severity: 'error',
  title: { en: 'A value that does not have the agreed form', 'zh-CN': '取值不符合约定样式' },
  rationale: {
    en: 'The standard fixes how the value is built, so that others can take it apart.',
    'zh-CN': '标准规定了取值的构成方式，便于他人解析。',
  },
  mend: { en: 'Write the value in the form of the standard.', 'zh-CN': '按标准规定的样式填写。' },
  message: {
    en: ({ field, found, pattern, unjudged, mended }) =>
      unjudged === true
        ? `${field} ${found} could not be judged: the pattern takes too long on a text of this length (${pattern})`
        : `${field} ${found} does not have the form that the standard asks for${mended === undefined ? formText(pattern, 'en') : `: write "${mended}"`}`,
    'zh-CN': ({ field, found, pattern, unjudged, mended }) =>
      unjudged === true
        ? `${field} ${found} 无法判断：该样式对此长度的文本耗时过长（${pattern}）`
        : `${field} ${found} 不符合标准规定的样式${mended === undefined ? formText(pattern, 'zh-CN') : `，应写作“${mended}”`}`,
  },
  *run(view) {
    for (const { fault, value, base } of valueFaults(view, ['pattern'])) {
      if (view.digitsLost.has(fault.pointer) || isBlankText(value)) continue;
      const unjudged = fault.detail?.['notChecked'] === true;
      const instead = writeInstead(unjudged ? undefined : mendedText(view, fault.pointer, { value }));
      yield {
        ...base,
        ...(unjudged ? unjudgedFault : {}),
        facts: { ...base.facts, pattern: cut(String(fault.expected)), unjudged, ...instead.facts },
        ...instead.repair,
        causeKey: `${base.causeKey ?? ''}|${typeof value}|${unjudged}${instead.key}`,
      };
    }
  },
});

/** What could not be judged is said, but it is no fault of the record. */
const unjudgedFault = { severity: 'warning' } as const;
