import { codeFaults } from './code-fault.ts';
import { defineCheck } from './define-check.ts';

export const codeLabelForCode = defineCheck({
  id: 'code/label-for-code',
  severity: 'error',
  title: { en: 'A label where the code belongs', 'zh-CN': '应填代码处填写了名称' },
  rationale: {
    en: 'Labels are for people and change with language; codes are what is exchanged.',
    'zh-CN': '名称供人阅读且随语言变化，交换时使用代码。',
  },
  mend: { en: 'Write the code of the label.', 'zh-CN': '填写该名称对应的代码。' },
  message: {
    en: ({ field, found, list, code }) =>
      `${field} ${found} is a label${list === undefined ? '' : ` of code list ${list}`}, not a code; the code is "${code}"`,
    'zh-CN': ({ field, found, list, code }) =>
      `${field} ${found} 是${list === undefined ? '' : `代码表 ${list} 中`}代码的名称，应填写代码“${code}”`,
  },
  run: (view) => codeFaults(view, 'label'),
});
