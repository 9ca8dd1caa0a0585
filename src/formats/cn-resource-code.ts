import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';
import { identifierFault } from './identifier-text.ts';
import { isOrganisationCode } from './organisation-code.ts';

/**
 * Resource code of the 2017 guide for catalogues of government information resources: class code, `/`, serial.
 * The class code is 1, 2 or 3 (类), two digits (项), three digits (目) and further digits (细目).
 */
export const cnResourceCodeFormat = defineFormat({
  name: 'cn-resource-code',
  title: { en: 'government information resource code', 'zh-CN': '政务信息资源代码' },
  example: '303021070100/000003',
  reasons: {
    empty: commonReasons.empty,
    'white-space': commonReasons['white-space'],
    'full-width': commonReasons['full-width'],
    'spreadsheet-number': commonReasons['spreadsheet-number'],
    'separator-missing': {
      en: 'The slash between class code and serial number is missing.',
      'zh-CN': '缺少分类码与顺序码之间的“/”。',
    },
    'several-separators': { en: 'It has more than one slash.', 'zh-CN': '含有多个“/”。' },
    'class-missing': { en: 'Nothing stands before the slash.', 'zh-CN': '“/”之前缺少分类码。' },
    'organisation-code-as-class': {
      en: 'An organisation code stands in place of the class code.',
      'zh-CN': '分类码处填写了组织机构代码。',
    },
    'class-character': {
      en: 'The class code before the slash may hold only digits.',
      'zh-CN': '“/”之前的分类码只能为数字。',
    },
    'class-kind': {
      en: 'The class code starts with neither 1, 2 nor 3 (base, theme, department).',
      'zh-CN': '分类码首位应为 1、2 或 3（基础、主题、部门）。',
    },
    'class-length': {
      en: 'The class code is shorter than six digits.',
      'zh-CN': '分类码不足 6 位。',
    },
    serial: {
      en: 'What stands after the slash is not a serial number of digits.',
      'zh-CN': '“/”之后不是由数字组成的顺序码。',
    },
  },
  check: (text) => {
    const typing = identifierFault(text);
    if (typing !== undefined) return typing;
    const [className = '', serial, ...more] = text.split('/');
    if (serial === undefined) return 'separator-missing';
    if (more.length > 0) return 'several-separators';
    if (className === '') return 'class-missing';
    if (!/^\d+$/.test(className))
      return isOrganisationCode(className) ? 'organisation-code-as-class' : 'class-character';
    if (!/^[123]/.test(className)) return 'class-kind';
    if (className.length < 6) return 'class-length';
    return /^\d+$/.test(serial) || 'serial';
  },
});
