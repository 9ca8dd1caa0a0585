import type { Facts } from '../model/check.ts';
import type { Pointer } from '../model/pointer.ts';
import { lastToken, tokensOf } from '../model/pointer.ts';
import type { Severity } from '../model/severity.ts';
import { defineCheck } from './define-check.ts';
import type { RecordView } from './record-view.ts';
import { isBlankText, valueFaults } from './value-fault.ts';

export const valueBlank = defineCheck({
  id: 'value/blank',
  severity: 'error',
  title: { en: 'A field that is there but says nothing', 'zh-CN': '元素内容为空或为占位词' },
  rationale: {
    en: 'An empty text or a placeholder such as “暂无” or “N/A” passes for an answer and is none.',
    'zh-CN': '空白或“暂无”“无”之类的占位词看似已填，实际没有内容。',
  },
  mend: {
    en: 'Fill in the value, or leave the field out where it is optional.',
    'zh-CN': '填写实际内容；非必填时请省略该元素。',
  },
  message: {
    en: ({ field, found, word, members, text }) =>
      `${field} is ${word === true ? `only the placeholder ${found}` : nothing(members)}${text === undefined ? '' : `; ${text}`}`,
    'zh-CN': ({ field, found, word, zh }) =>
      `${field} ${word === true ? `只有占位词 ${found}` : '为空'}${zh === undefined ? '' : `；${zh}`}`,
  },
  *run(view) {
    for (const { fault, value, base } of valueFaults(view, ['filled', 'format', 'pattern'])) {
      // A text that the schema wants in a certain form is a matter of `value/format` unless it holds nothing at all.
      if (fault.keyword !== 'filled' && !isBlankText(value)) continue;
      const word = typeof value === 'string' && value.trim() !== '';
      const members = typeof value === 'object' && value !== null;
      const demand =
        fault.keyword === 'filled'
          ? demandOf(view, fault.pointer)
          : { severity: 'error' as const, facts: {} };
      yield {
        ...base,
        severity: demand.severity,
        facts: { ...base.facts, word, ...(members ? { members } : {}), ...demand.facts },
        keyword: fault.keyword,
        causeKey: word ? value.trim() : 'blank',
      };
    }
  },
});

/** A list or an object without members, or a text without characters that can be seen. */
function nothing(members: unknown): string {
  return members === true ? 'empty' : 'blank';
}

interface Demand {
  readonly severity: Severity;
  readonly facts: Facts;
}

/**
 * How badly the value is needed. Who may leave a field out may not fill it with nothing either, but that weighs less; unless a
 * rule demands the field of this very record: then the placeholder weighs what its absence would.
 */
function demandOf(view: RecordView, pointer: Pointer): Demand {
  const { field } = view.fieldAt(pointer);
  if (field?.obligation !== 'conditional') return { severity: 'error', facts: {} };
  const without = withoutField(view.renamed, field.pointer);
  const broken = view.kind.rules.find(
    (rule) =>
      without !== undefined &&
      rule.reads.includes(field.pointer) &&
      rule.judge(without, { today: view.today }) === 'broken',
  );
  if (broken === undefined) return { severity: 'warning', facts: {} };
  const { severity, message } = broken;
  return { severity, facts: { text: message.en, zh: message['zh-CN'] } };
}

/** The record without one of its own fields; undefined where the field lies deeper. Rules read whole top-level fields. */
function withoutField(value: unknown, field: Pointer): Record<string, unknown> | undefined {
  if (tokensOf(field).length !== 1 || typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== lastToken(field)));
}
