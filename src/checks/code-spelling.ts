import { codeFaults, labelText } from './code-fault.ts';
import { defineCheck } from './define-check.ts';

export const codeSpelling = defineCheck({
  id: 'code/spelling',
  severity: 'error',
  title: { en: 'A code spelt another way', 'zh-CN': '代码写法不一致' },
  rationale: {
    en: 'The meaning is clear to a person, but a program counts the spellings as different values.',
    'zh-CN': '人能看懂，但系统会把不同写法当作不同取值。',
  },
  mend: { en: 'Write the code exactly as the list has it.', 'zh-CN': '按代码表中的写法填写。' },
  message: {
    en: ({ field, found, list, code, label }) =>
      `${field} ${found} is not ${list === undefined ? 'one of the values allowed' : `in code list ${list}`}; ${list === undefined ? 'write' : 'the code is'} "${code}"${labelText(label, 'en')}`,
    'zh-CN': ({ field, found, list, code, labelZh }) =>
      `${field} ${found} 不在${list === undefined ? '允许的取值' : `代码表 ${list} `}中，应写作“${code}”${labelText(labelZh, 'zh-CN')}`,
  },
  run: (view) => codeFaults(view, 'spelling'),
});
