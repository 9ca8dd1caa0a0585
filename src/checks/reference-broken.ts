import { defineCheck } from './define-check.ts';

export const referenceBroken = defineCheck({
  id: 'reference/broken',
  // What is named may live in a catalogue elsewhere.
  severity: 'warning',
  title: { en: 'A reference to something that is not there', 'zh-CN': '引用的对象不存在' },
  rationale: {
    en: 'Whoever follows the reference finds nothing.',
    'zh-CN': '按引用查找时找不到对象。',
  },
  mend: { en: 'Correct the reference, or hand in what it names.', 'zh-CN': '更正引用，或提交被引用的对象。' },
  message: {
    en: ({ field, found, to }) =>
      to === 'file'
        ? `${field} ${found}: no such file beside the document`
        : `${field} ${found} is not the identifier of any ${to} handed in`,
    'zh-CN': ({ field, found, to }) =>
      to === 'file'
        ? `${field} ${found}：文档旁没有该文件`
        : `${field} ${found}：已提交的 ${to} 记录中没有这个代码`,
  },
});
