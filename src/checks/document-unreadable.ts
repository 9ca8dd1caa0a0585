import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { defineCheck } from './define-check.ts';
import { unreadableReasons } from './unreadable-reasons.ts';

export const documentUnreadable = defineCheck({
  id: 'document/unreadable',
  severity: 'error',
  title: { en: 'A document that could not be read', 'zh-CN': '文件无法读取' },
  rationale: {
    en: 'What cannot be read was not checked; it must not pass for conforming.',
    'zh-CN': '无法读取的内容没有经过检查，不能视为符合标准。',
  },
  mend: {
    en: 'Hand the document in again in a format that can be read.',
    'zh-CN': '以可读取的格式重新提交文件。',
  },
  message: { en: (facts) => sentence(facts, 'en'), 'zh-CN': (facts) => sentence(facts, 'zh-CN') },
});

function sentence(facts: Facts, locale: Locale): string {
  const reason = String(facts['reason']);
  const known = Object.hasOwn(unreadableReasons, reason) ? unreadableReasons[reason] : undefined;
  return known?.[locale](facts) ?? reason;
}
