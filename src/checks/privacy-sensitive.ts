import { defineCheck } from './define-check.ts';
import { privacySentence } from './privacy-sentence.ts';

export const privacySensitive = defineCheck({
  id: 'privacy/sensitive',
  severity: 'error',
  title: {
    en: 'Sensitive personal information in data that are open to everyone',
    'zh-CN': '无条件共享或开放的数据中含有敏感个人信息',
  },
  rationale: {
    en: 'Once published, identity numbers, bank accounts or diagnoses cannot be taken back; the law allows their processing only for a specific and necessary purpose.',
    'zh-CN': '身份证件号、银行账号、诊断等信息一经公开便无法收回；法律要求具有特定目的和充分必要性方可处理。',
  },
  mend: {
    en: 'Remove or mask the column before the data are handed out, or share them under conditions.',
    'zh-CN': '提供数据前删除该列或作脱敏处理，或改为有条件共享。',
  },
  message: {
    en: (facts) => privacySentence(facts, 'en'),
    'zh-CN': (facts) => privacySentence(facts, 'zh-CN'),
  },
});
