import { codeFaults, labelText } from './code-fault.ts';
import { defineCheck } from './define-check.ts';

export const codeUnknown = defineCheck({
  id: 'code/unknown',
  severity: 'error',
  title: { en: 'A value that is not in the code list', 'zh-CN': '取值不在代码表中' },
  rationale: {
    en: 'Only agreed codes can be counted and compared across departments.',
    'zh-CN': '只有使用约定代码，各部门的数据才能汇总比对。',
  },
  mend: {
    en: 'Choose a code of the list; if none fits, ask for a new one.',
    'zh-CN': '从代码表中选择；确无合适代码时申请增补。',
  },
  message: {
    en: ({ field, found, list, code, label, codes }) =>
      `${field} ${found} is not ${list === undefined ? 'one of the values allowed' : `in code list ${list}`}.${code === undefined ? '' : ` Nearest: "${code}"${labelText(label, 'en')}.`} ${list === undefined ? 'Values' : 'Codes'}: ${codes}`,
    'zh-CN': ({ field, found, list, code, labelZh, codesZh }) =>
      `${field} ${found} 不在${list === undefined ? '允许的取值' : `代码表 ${list} `}中。${code === undefined ? '' : `最接近的是“${code}”${labelText(labelZh, 'zh-CN')}。`}可选：${codesZh}`,
  },
  run: (view) => codeFaults(view, 'unknown'),
});
