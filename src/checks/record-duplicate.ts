import { defineCheck } from './define-check.ts';

export const recordDuplicate = defineCheck({
  id: 'record/duplicate',
  severity: 'error',
  title: { en: 'Two records with one identifier or title', 'zh-CN': '记录重复' },
  rationale: {
    en: 'An identifier that stands twice points at neither; equal titles are often the same resource entered twice.',
    'zh-CN': '重复的代码无法指向唯一资源；名称相同往往是同一资源重复录入。',
  },
  mend: {
    en: 'Give each record its own identifier; remove what was entered twice.',
    'zh-CN': '为每条记录赋予唯一代码，删除重复录入的记录。',
  },
  message: {
    en: ({ field, found, first, same }) => `${field} ${found} ${sameness[String(same)]?.en ?? same} ${first}`,
    'zh-CN': ({ field, found, first, same }) =>
      `${field} ${found} ${sameness[String(same)]?.zh ?? same} ${first}`,
  },
});

const sameness: Readonly<Record<string, { en: string; zh: string }>> = {
  id: { en: 'is also the identifier of', zh: '作为代码已用于' },
  'exact-title': { en: 'is also the title of', zh: '作为名称已用于' },
  title: {
    en: 'is, but for punctuation and spaces, also the title of',
    zh: '除标点和空格外，作为名称已用于',
  },
};
