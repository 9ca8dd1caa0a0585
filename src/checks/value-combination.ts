import type { Facts } from '../model/check.ts';
import { defineCheck } from './define-check.ts';
import { valueFaults } from './value-fault.ts';
import { formsInWords } from './wishes.ts';

export const valueCombination = defineCheck({
  id: 'value/combination',
  severity: 'error',
  title: {
    en: 'A value that fits none, or too many, of the forms the standard allows',
    'zh-CN': '取值不符合标准允许的任何一种形式',
  },
  rationale: {
    en: 'The standard offers alternatives; a reader must be able to tell which one is meant.',
    'zh-CN': '标准给出了几种可选形式，读者必须能分辨是哪一种。',
  },
  mend: { en: 'Write the value in exactly one of the forms named.', 'zh-CN': '只按其中一种形式填写。' },
  message: {
    en: (facts) =>
      messages[String(facts['bound'])]?.en(facts) ??
      `${facts['field']} ${facts['found']} is not allowed here (${facts['bound']})`,
    'zh-CN': (facts) =>
      messages[String(facts['bound'])]?.zh(facts) ??
      `${facts['field']} ${facts['found']} 不允许出现在这里（${facts['bound']}）`,
  },
  *run(view) {
    for (const { fault, value, base } of valueFaults(view, [
      'anyOf',
      'oneOf',
      'not',
      'false',
      'propertyNames',
      'if',
      'limit',
    ])) {
      yield {
        ...base,
        facts: { ...base.facts, ...fault.detail, bound: fault.keyword },
        // Where only another type would do, all texts are wrong for one reason.
        causeKey: `${fault.keyword}|${onlyTypes(fault.detail?.['wants']) ? '' : (base.causeKey ?? '')}|${typeof value}`,
      };
    }
  },
});

function onlyTypes(wants: unknown): boolean {
  return typeof wants === 'string' && wants.split(' | ').every((wish) => /^type \S+$/.test(wish));
}

function choiceInWords({ field, found, wants, matches, kind }: Facts): string {
  if (kind !== undefined)
    return `${field} ${found} does not go with the fields beside it, which are those of ${kind}`;
  if (matches !== undefined) return `${field} ${found} fits ${matches} of the forms, it must fit exactly one`;
  return `${field} ${found} has none of the forms allowed${wants === undefined ? '' : `; it must be ${formsInWords(wants, 'en')}`}`;
}

function choiceInChinese({ field, found, wants, matches, kind }: Facts): string {
  if (kind !== undefined) return `${field} ${found} 与同级的其他元素不符，其他元素属于 ${kind}`;
  if (matches !== undefined) return `${field} ${found} 同时符合 ${matches} 种形式，只能符合一种`;
  return `${field} ${found} 不符合任何一种允许的形式${wants === undefined ? '' : `，应为${formsInWords(wants, 'zh-CN')}`}`;
}

const messages: Readonly<Record<string, { en: (facts: Facts) => string; zh: (facts: Facts) => string }>> = {
  anyOf: { en: (facts) => choiceInWords(facts), zh: (facts) => choiceInChinese(facts) },
  oneOf: { en: (facts) => choiceInWords(facts), zh: (facts) => choiceInChinese(facts) },
  not: {
    en: ({ field, found }) => `${field} ${found} has a form that the standard rules out`,
    zh: ({ field, found }) => `${field} ${found} 是标准排除的形式`,
  },
  limit: {
    en: ({ field, faults }) =>
      faults === undefined
        ? `${field} is nested too deeply, or holds too much, to be judged`
        : `not all faults of ${field} are listed: there are more than ${faults}`,
    zh: ({ field, faults }) =>
      faults === undefined
        ? `${field} 嵌套过深或内容过多，无法判断`
        : `${field} 的错误超过 ${faults} 处，未全部列出`,
  },
  propertyNames: {
    en: ({ field }) => `the name \`${field}\` is not one that the standard allows`,
    zh: ({ field }) => `标准不允许使用名称“${field}”`,
  },
};
