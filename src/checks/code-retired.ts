import { codeFaults, labelText } from './code-fault.ts';
import { defineCheck } from './define-check.ts';

export const codeRetired = defineCheck({
  id: 'code/retired',
  severity: 'error',
  title: { en: 'A code that is no longer in use', 'zh-CN': '代码已停用' },
  rationale: {
    en: 'Retired codes stay readable but mean nothing to new systems.',
    'zh-CN': '停用的代码仍可读取，但新系统不再识别。',
  },
  mend: { en: 'Use the code that replaced it.', 'zh-CN': '改用替代的代码。' },
  message: {
    en: ({ field, found, list, code, label, codes }) =>
      `${field} ${found} is no longer in use${list === undefined ? '' : ` in code list ${list}`}${code === undefined ? `. Codes: ${codes}` : `; use "${code}"${labelText(label, 'en')}`}`,
    'zh-CN': ({ field, found, list, code, labelZh, codesZh }) =>
      `${field} ${found} 已${list === undefined ? '' : `在代码表 ${list} 中`}停用${code === undefined ? `。可选：${codesZh}` : `，请改用“${code}”${labelText(labelZh, 'zh-CN')}`}`,
  },
  run: (view) => codeFaults(view, 'retired'),
});
