import { defineCheck } from './define-check.ts';

export const documentDuplicateKey = defineCheck({
  id: 'document/duplicate-key',
  severity: 'error',
  title: { en: 'A name that stands twice in one object', 'zh-CN': '同一对象中名称重复' },
  rationale: {
    en: 'Programs keep one of the two values and drop the other without a word; which one depends on the program.',
    'zh-CN': '系统只保留其中一个取值并悄悄丢弃另一个，保留哪个因系统而异。',
  },
  mend: {
    en: 'Keep one of them; move the other to the field it belongs to.',
    'zh-CN': '保留其一，另一个移到应属的元素。',
  },
  message: {
    en: ({ name, firstLine }) =>
      `\`${name}\` stands twice in this object${firstLine === undefined ? '' : `, first in line ${firstLine}`}; only the last value is read`,
    'zh-CN': ({ name, firstLine }) =>
      `“${name}”在同一对象中出现两次${firstLine === undefined ? '' : `（首次在第 ${firstLine} 行）`}，只读取最后一个值`,
  },
});
