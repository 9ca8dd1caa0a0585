import type { Fault } from '../model/fault.ts';
import type { Rule } from '../model/rule.ts';
import type { Observation } from './define-check.ts';
import { defineCheck } from './define-check.ts';
import type { RecordView } from './record-view.ts';

export const rule = defineCheck({
  id: 'rule',
  severity: 'error',
  title: { en: 'A rule of the standard that the record breaks', 'zh-CN': '记录违反标准规则' },
  rationale: {
    en: 'Fields that are right one by one can still contradict each other; the standard’s rules say how they belong together.',
    'zh-CN': '单个元素正确，彼此之间仍可能矛盾；标准的规则规定了它们之间的关系。',
  },
  mend: { en: 'Correct the fields that the rule names.', 'zh-CN': '更正规则所涉及的元素。' },
  message: {
    en: ({ text, fix, trouble }) =>
      trouble === undefined
        ? sentences([text, fix], '. ')
        : `The rule could not be judged on this record (${trouble}): ${text}`,
    'zh-CN': ({ zh, fixZh, trouble }) =>
      trouble === undefined ? sentences([zh, fixZh], '。') : `无法对该记录判断此规则（${trouble}）：${zh}`,
  },
  *run(view) {
    for (const each of view.kind.rules) {
      if (isSilenced(view, each)) continue;
      const verdict = each.judge(view.renamed, { today: view.today });
      if (verdict !== 'kept' && verdict !== 'not-applicable') yield observe(view, each, verdict);
    }
  },
});

function observe(view: RecordView, broken: Rule, verdict: 'broken' | { error: string }): Observation {
  const { id, at, severity, message, fix, clause } = broken;
  const trouble = verdict === 'broken' ? {} : { trouble: verdict.error };
  return {
    check: `rule/${id}`,
    // Rules speak of the standard's fields; the record may have them under other names.
    pointer: view.original(at),
    target: 'value',
    severity,
    facts: {
      rule: id,
      text: message.en,
      zh: message['zh-CN'],
      ...(fix === undefined ? {} : { fix: fix.en, fixZh: fix['zh-CN'] }),
      ...trouble,
    },
    clause: { rule: id, ...(clause === undefined ? {} : { clause }) },
    causeKey: verdict === 'broken' ? '' : 'trouble',
  };
}

/** What is wrong, and what to do about it. */
function sentences(parts: readonly unknown[], between: string): string {
  return parts
    .filter((part) => typeof part === 'string')
    .map((part) => part.replace(/[.。]$/, ''))
    .join(between);
}

/** What only should be otherwise; the value is good enough to be judged. */
const advice: ReadonlySet<string> = new Set(['recommended', 'offsetRecommended']);

/** A code that an open list merely does not know is no refusal, nor is what only should be otherwise. */
function isRefusal({ keyword, detail }: Fault): boolean {
  return !advice.has(keyword) && detail?.['open'] !== true;
}

/** A rule never fires where the schema already rejects what it reads. */
function isSilenced(view: RecordView, { reads }: Rule): boolean {
  const touches = (pattern: string): boolean =>
    reads.some(
      (field) => pattern === field || pattern.startsWith(`${field}/`) || field.startsWith(`${pattern}/`),
    );
  return (
    view.faults.some((fault) => isRefusal(fault) && touches(view.fieldAt(fault.pointer).pattern)) ||
    view.missing.some(
      (fault) => isRefusal(fault) && touches(`${view.fieldAt(fault.pointer).pattern}/${fault.name ?? ''}`),
    )
  );
}
