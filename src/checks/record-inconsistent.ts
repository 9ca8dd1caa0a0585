import { defineCheck } from './define-check.ts';
import { counted } from './shown-value.ts';

export const recordInconsistent = defineCheck({
  id: 'record/inconsistent',
  severity: 'warning',
  title: { en: 'Records of one owner that name it differently', 'zh-CN': '同一主体的记录填写不一致' },
  rationale: {
    en: 'One department has one code; several of them in its records mean that some are wrong.',
    'zh-CN': '一个部门只有一个代码，同一部门出现多个代码说明有误。',
  },
  mend: {
    en: 'Use the same value in all records of the owner.',
    'zh-CN': '同一主体的所有记录应填写相同取值。',
  },
  message: {
    en: ({ field, found, owner, usual, usualCount }) =>
      `${field} ${found} differs from “${usual}”, which ${counted(usualCount, 'other record')} of ${owner} ${usualCount === 1 ? 'has' : 'have'}`,
    'zh-CN': ({ field, found, owner, usual, usualCount }) =>
      `${field} ${found} 与 ${owner} 其他 ${usualCount} 条记录的“${usual}”不一致`,
  },
});
