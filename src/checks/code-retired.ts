import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { codeFaults, labelText, meant } from './code-fault.ts';
import type { CodeOutOfTime } from './code-validity.ts';
import { codesOutOfTime } from './code-validity.ts';
import type { Observation } from './define-check.ts';
import { defineCheck } from './define-check.ts';
import { fieldLabel } from './field-text.ts';
import type { RecordView } from './record-view.ts';
import { cut, shown } from './shown-value.ts';

export const codeRetired = defineCheck({
  id: 'code/retired',
  severity: 'error',
  title: { en: 'A code that is no longer in use', 'zh-CN': '代码已停用' },
  rationale: {
    en: 'Retired codes stay readable but mean nothing to new systems.',
    'zh-CN': '停用的代码仍可读取，但新系统不再识别。',
  },
  mend: { en: 'Use the code that replaced it.', 'zh-CN': '改用替代的代码。' },
  message: {
    en: ({ field, found, list, code, label, codes, validFrom, validTo, date }) =>
      date !== undefined
        ? `${field} ${found} is not valid on ${date}, the day of the record: the code ${span(validFrom, validTo, 'en')}${code === undefined ? '' : `; use "${code}"${labelText(label, 'en')}`}`
        : `${field} ${found} is no longer in use${list === undefined ? '' : ` in code list ${list}`}${code === undefined ? `. Codes: ${codes}` : `; use "${code}"${labelText(label, 'en')}`}`,
    'zh-CN': ({ field, found, list, code, labelZh, codesZh, validFrom, validTo, date }) =>
      date !== undefined
        ? `${field} ${found} 在该记录的日期 ${date} 无效：该代码${span(validFrom, validTo, 'zh-CN')}${code === undefined ? '' : `，请改用“${code}”${labelText(labelZh, 'zh-CN')}`}`
        : `${field} ${found} 已${list === undefined ? '' : `在代码表 ${list} 中`}停用${code === undefined ? `。可选：${codesZh}` : `，请改用“${code}”${labelText(labelZh, 'zh-CN')}`}`,
  },
  *run(view) {
    yield* codeFaults(view, 'retired');
    for (const found of codesOutOfTime(view)) yield observe(view, found);
  },
});

function observe(view: RecordView, { pointer, list, code, date }: CodeOutOfTime): Observation {
  const { validFrom, validTo, replacedBy } = code;
  const original = view.original(pointer);
  return {
    pointer: original,
    target: 'value',
    severity: list.open ? 'warning' : 'error',
    facts: {
      field: fieldLabel(view, original),
      found: shown(code.code),
      list: list.id,
      date,
      ...(validFrom === undefined ? {} : { validFrom }),
      ...(validTo === undefined ? {} : { validTo }),
      ...(replacedBy === undefined ? {} : meant(replacedBy, list)),
    },
    clause: { codelist: list.id },
    ...(replacedBy === undefined ? {} : { suggestion: { replace: replacedBy } }),
    causeKey: cut(code.code),
  };
}

type Fact = Facts[string] | undefined;

/** The time a code is valid in. */
function span(validFrom: Fact, validTo: Fact, locale: Locale): string {
  if (locale === 'en') {
    if (validTo === undefined) return `came into use on ${validFrom}`;
    return validFrom === undefined
      ? `was in use until ${validTo}`
      : `was in use from ${validFrom} to ${validTo}`;
  }
  if (validTo === undefined) return `自 ${validFrom} 起使用`;
  return validFrom === undefined ? `使用至 ${validTo}` : `使用期为 ${validFrom} 至 ${validTo}`;
}
