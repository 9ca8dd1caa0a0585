import type { Facts } from '../model/check.ts';
import type { Locale, Localized } from '../model/locale.ts';
import { defineCheck } from './define-check.ts';
import { cut } from './shown-value.ts';

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
    en: ({ field, found, same, ...other }) =>
      `${field} ${found} ${sameness[String(same)]?.en ?? same} ${otherRecord(other, 'en')}`,
    'zh-CN': ({ field, found, same, ...other }) =>
      `${field} ${found} 与${otherRecord(other, 'zh-CN')}的${sameness[String(same)]?.zh ?? same}`,
  },
});

const sameness: Readonly<Record<string, { en: string; zh: string }>> = {
  id: { en: 'is also the identifier of', zh: '代码相同' },
  'exact-title': { en: 'is also the title of', zh: '名称相同' },
  title: {
    en: 'is, but for punctuation and spaces, also the title of',
    zh: '名称除标点和空格外相同',
  },
};

/** `"GP practices" (health/catalogue.json 2:15)` */
function otherRecord({ first, firstName }: Facts, locale: Locale): string {
  const name = typeof firstName === 'string' ? cut(firstName) : undefined;
  if (locale === 'en') return `${name === undefined ? otherWords.en : `"${name}"`} (${first})`;
  return `${name === undefined ? otherWords['zh-CN'] : `“${name}”`}（${first}）`;
}

const otherWords: Localized = { en: 'another record', 'zh-CN': '另一条记录' };
