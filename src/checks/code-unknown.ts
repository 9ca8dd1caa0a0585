import type { Facts } from '../model/check.ts';
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
  message: { en: inEnglish, 'zh-CN': inChinese },
  run: (view) => codeFaults(view, 'unknown'),
});

function inEnglish({ field, found, list, code, label, codes, only, asList }: Facts): string {
  if (asList === true)
    return `${field} ${found} is a list written as text; ${code === undefined ? `a code stands by itself. Codes: ${codes}` : `the code is "${code}"${labelText(label, 'en')}`}`;
  if (only !== undefined) return `${field} ${found} is not allowed here; it must be ${only}`;
  const nearest = code === undefined ? '' : ` Nearest: "${code}"${labelText(label, 'en')}.`;
  return list === undefined
    ? `${field} ${found} is not one of the values allowed.${nearest} Values: ${codes}`
    : `${field} ${found} is not in code list ${list}.${nearest} Codes: ${codes}`;
}

function inChinese({ field, found, list, code, labelZh, codesZh, onlyZh, asList }: Facts): string {
  if (asList === true)
    return `${field} ${found} 是写成文本的列表，${code === undefined ? `代码应单独填写。可选：${codesZh}` : `应写作“${code}”${labelText(labelZh, 'zh-CN')}`}`;
  if (onlyZh !== undefined) return `${field} ${found} 不能用在此处，只能是 ${onlyZh}`;
  const nearest = code === undefined ? '' : `最接近的是“${code}”${labelText(labelZh, 'zh-CN')}。`;
  return `${field} ${found} 不在${list === undefined ? '允许的取值' : `代码表 ${list} `}中。${nearest}可选：${codesZh}`;
}
