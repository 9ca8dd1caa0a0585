import type { Facts } from '../model/check.ts';
import { defineCheck } from './define-check.ts';
import { counted, shown } from './shown-value.ts';
import { valueFaults } from './value-fault.ts';

export const valueCardinality = defineCheck({
  id: 'value/cardinality',
  severity: 'error',
  title: { en: 'A list with too many, too few or repeated members', 'zh-CN': '列表成员数量不符或重复' },
  rationale: {
    en: 'The standard says how often a thing may be named; repeated members are counted twice elsewhere.',
    'zh-CN': '标准规定了可出现的次数；重复的成员会被重复计算。',
  },
  mend: { en: 'Add or remove members; keep each one once.', 'zh-CN': '增减成员，每个只保留一次。' },
  message: {
    en: (facts) => texts[String(facts['bound'])]?.en(facts) ?? `${facts['field']} breaks ${facts['bound']}`,
    'zh-CN': (facts) =>
      texts[String(facts['bound'])]?.zh(facts) ?? `${facts['field']} 不符合 ${facts['bound']}`,
  },
  *run(view) {
    for (const { fault, value, base } of valueFaults(view, keywords)) {
      const count = sizeOf(value);
      const limit = typeof fault.expected === 'number' ? { limit: fault.expected } : {};
      yield {
        ...base,
        facts: {
          ...base.facts,
          ...fault.detail,
          ...memberOf(value, fault.detail?.['second']),
          bound: fault.keyword,
          count,
          ...limit,
        },
        causeKey: fault.keyword,
      };
    }
  },
});

const keywords = [
  'minItems',
  'maxItems',
  'uniqueItems',
  'contains',
  'minContains',
  'maxContains',
  'minProperties',
  'maxProperties',
  'items',
  'additionalItems',
  'unevaluatedItems',
];

const texts: Readonly<Record<string, { en: (facts: Facts) => string; zh: (facts: Facts) => string }>> = {
  minItems: {
    en: ({ field, count, limit }) => `${field} has ${counted(count, 'member')}, at least ${limit} are needed`,
    zh: ({ field, count, limit }) => `${field} 有 ${count} 项，至少 ${limit} 项`,
  },
  maxItems: {
    en: ({ field, count, limit }) => `${field} has ${counted(count, 'member')}, at most ${limit} are allowed`,
    zh: ({ field, count, limit }) => `${field} 有 ${count} 项，最多 ${limit} 项`,
  },
  minProperties: {
    en: ({ field, count, limit }) => `${field} has ${counted(count, 'field')}, at least ${limit} are needed`,
    zh: ({ field, count, limit }) => `${field} 有 ${count} 个元素，至少 ${limit} 个`,
  },
  maxProperties: {
    en: ({ field, count, limit }) => `${field} has ${counted(count, 'field')}, at most ${limit} are allowed`,
    zh: ({ field, count, limit }) => `${field} 有 ${count} 个元素，最多 ${limit} 个`,
  },
  uniqueItems: {
    en: ({ field, member, first, second }) =>
      `${field} names ${member ?? 'a member'} twice${first === undefined ? '' : ` (members ${Number(first) + 1} and ${Number(second) + 1})`}`,
    zh: ({ field, member, first, second }) =>
      `${field} 重复填写${member === undefined ? '' : ` ${member}`}${first === undefined ? '' : `（第 ${Number(first) + 1} 项和第 ${Number(second) + 1} 项）`}`,
  },
  contains: {
    en: ({ field }) => `${field} has no member of the kind that the standard demands`,
    zh: ({ field }) => `${field} 缺少标准要求的成员`,
  },
  minContains: {
    en: ({ field, limit }) =>
      `${field} has fewer than ${limit} members of the kind that the standard demands`,
    zh: ({ field, limit }) => `${field} 中标准要求的成员少于 ${limit} 个`,
  },
  maxContains: {
    en: ({ field, limit }) => `${field} has more than ${limit} members of a kind that the standard limits`,
    zh: ({ field, limit }) => `${field} 中受限的成员多于 ${limit} 个`,
  },
  items: { en: ({ field }) => `${field} has a member too many`, zh: ({ field }) => `${field} 有多余的成员` },
  additionalItems: {
    en: ({ field }) => `${field} has a member too many`,
    zh: ({ field }) => `${field} 有多余的成员`,
  },
  unevaluatedItems: {
    en: ({ field }) => `${field} has a member too many`,
    zh: ({ field }) => `${field} 有多余的成员`,
  },
};

/** The member that stands twice, where it can be shown in a word. */
function memberOf(value: unknown, index: unknown): Facts {
  const member: unknown = Array.isArray(value) && typeof index === 'number' ? value[index] : undefined;
  return member === undefined || typeof member === 'object' ? {} : { member: shown(member) };
}

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}
