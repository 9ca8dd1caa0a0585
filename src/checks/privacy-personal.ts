import { defineCheck } from './define-check.ts';
import { privacySentence } from './privacy-sentence.ts';

export const privacyPersonal = defineCheck({
  id: 'privacy/personal',
  severity: 'warning',
  title: {
    en: 'Personal information in data that are open to everyone',
    'zh-CN': '无条件共享或开放的数据中含有个人信息',
  },
  rationale: {
    en: 'Names, telephone numbers and addresses of private persons are published only with a legal basis; together they single somebody out.',
    'zh-CN': '公开自然人的姓名、电话、住址等须有法律依据；多项信息结合即可识别特定个人。',
  },
  mend: {
    en: 'Leave the column out or mask it, unless the law has it published; contacts of an office are fine.',
    'zh-CN': '依法应当公开的除外，应删除该列或作脱敏处理；单位的办公联系方式可以公开。',
  },
  message: {
    en: (facts) => privacySentence(facts, 'en'),
    'zh-CN': (facts) => privacySentence(facts, 'zh-CN'),
  },
});
