import type { Localized } from '../model/locale.ts';
import { defineCheck } from './define-check.ts';
import { firstPlaces, groupsText, howMany } from './sample-words.ts';

export const rowDuplicate = defineCheck({
  id: 'row/duplicate',
  severity: 'warning',
  title: { en: 'Rows that stand more than once', 'zh-CN': '行重复' },
  rationale: {
    en: 'Rows that are the same in every cell are mostly one thing exported twice, and are counted twice.',
    'zh-CN': '各单元格完全相同的行往往是重复导出，汇总时会被重复计算。',
  },
  mend: {
    en: 'Keep each row once; where the rows are different things, add the column that tells them apart.',
    'zh-CN': '每行只保留一次；若确属不同对象，请补充能区分它们的列。',
  },
  message: {
    en: (facts) =>
      `${howMany(facts, { noun: 'row', says: 'are the same in every cell as another', locale: 'en' })}${groupsText(facts, 'en', content)}${firstPlaces(facts, 'en')}`,
    'zh-CN': (facts) =>
      `${howMany(facts, { noun: 'row', says: '与其他行完全相同', locale: 'zh-CN' })}${groupsText(facts, 'zh-CN', content)}${firstPlaces(facts, 'zh-CN')}`,
  },
});

const content: Localized = { en: 'row', 'zh-CN': '行内容' };
