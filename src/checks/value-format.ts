import { findFormat, formatReason } from '../formats/index.ts';
import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { defineCheck } from './define-check.ts';
import { mendedText } from './mended-text.ts';
import { isBlankText, valueFaults, writeInstead } from './value-fault.ts';

export const valueFormat = defineCheck({
  id: 'value/format',
  severity: 'error',
  title: { en: 'A value that is not written in its format', 'zh-CN': '取值格式不符' },
  rationale: {
    en: 'Dates, identifiers and addresses can only be compared and resolved when everybody writes them one way.',
    'zh-CN': '日期、代码、地址只有写法统一才能比对和解析。',
  },
  mend: { en: 'Write the value in the format named, like the example.', 'zh-CN': '按所示格式和示例填写。' },
  message: {
    en: (facts) => inEnglish(facts),
    'zh-CN': (facts) => inChinese(facts),
  },
  *run(view) {
    for (const { fault, value, base } of valueFaults(view, ['format', 'offsetRecommended'])) {
      if (view.digitsLost.has(fault.pointer) || isBlankText(value)) continue;
      const format = fault.name ?? String(fault.expected);
      const reason = String(fault.detail?.['reason'] ?? '');
      const instead = writeInstead(mendedText(view, fault.pointer, { value, format }));
      yield {
        ...base,
        ...(fault.keyword === 'offsetRecommended' ? { severity: 'warning' as const } : {}),
        facts: { ...base.facts, format, reason, ...instead.facts, ...exampleOf(format) },
        ...instead.repair,
        causeKey: `${base.causeKey ?? ''}|${reason}${instead.key}`,
      };
    }
  },
});

function exampleOf(format: string): Facts {
  const example = findFormat(format)?.example;
  return example === undefined ? {} : { example };
}

function inEnglish({ field, found, format, reason, example, mended }: Facts): string {
  const what = `${field} ${found} is not a valid ${titleOf(format, 'en')}`;
  if (mended !== undefined) return `${what}: write "${mended}"`;
  return `${what}. ${sentence(format, reason, 'en')}${example === undefined ? '' : ` Example: ${example}`}`;
}

function inChinese({ field, found, format, reason, example, mended }: Facts): string {
  const what = `${field} ${found} 不是有效的${titleOf(format, 'zh-CN')}`;
  if (mended !== undefined) return `${what}，应写作“${mended}”`;
  return `${what}。${sentence(format, reason, 'zh-CN')}${example === undefined ? '' : `示例：${example}`}`;
}

function titleOf(format: unknown, locale: Locale): string {
  return findFormat(String(format))?.title[locale] ?? String(format);
}

function sentence(format: unknown, reason: unknown, locale: Locale): string {
  return formatReason(String(format), String(reason), locale);
}
