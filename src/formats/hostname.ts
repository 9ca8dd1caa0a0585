import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';
import type { LabelFault } from './idna.ts';
import { aLabelFault, directionHolds, uLabelFault } from './idna.ts';

/** Why a text is not a host name. */
type HostnameFault = LabelFault | 'empty' | 'white-space' | 'full-width' | 'empty-label' | 'name-length';

/** Judges one label; what it says in Unicode comes back where it is good. */
function labelFault(
  label: string,
  international: boolean,
): { fault: LabelFault | 'empty-label' } | { label: string } {
  if (label === '') return { fault: 'empty-label' };
  if (international && /[^\0-\x7F]/.test(label)) {
    const fault = uLabelFault(label);
    return fault === undefined ? { label } : { fault };
  }
  if (label.length > 63) return { fault: 'label-length' };
  if (!/^[a-z\d-]+$/i.test(label)) return { fault: 'character' };
  if (label.startsWith('-') || label.endsWith('-')) return { fault: 'hyphen' };
  if (/^xn--/i.test(label)) return aLabelFault(label.slice(4));
  if (international && label.slice(2, 4) === '--') return { fault: 'hyphen' };
  return { label: label.toLowerCase() };
}

function namesFault(labels: readonly string[], international: boolean): HostnameFault | undefined {
  const unicode: string[] = [];
  for (const label of labels) {
    const judged = labelFault(label, international);
    if ('fault' in judged) return judged.fault;
    unicode.push(judged.label);
  }
  return directionHolds(unicode) ? undefined : 'direction';
}

/** Judges a host name of RFC 1123 with A-labels of RFC 5891 section 4.4; a root dot at the end is not part of it. */
function hostnameFault(text: string): HostnameFault | undefined {
  if (text === '') return 'empty';
  if (/\s/.test(text)) return 'white-space';
  if (/[\uFF01-\uFF5E\u3002\uFF61]/.test(text)) return 'full-width';
  if (text.length > 253) return 'name-length';
  return namesFault(text.split('.'), false);
}

/** Judges an internationalised host name of RFC 5890 section 2.3.2.3; the four dots of IDNA separate its labels. */
function idnHostnameFault(text: string): HostnameFault | undefined {
  if (text === '') return 'empty';
  if (/\s/.test(text)) return 'white-space';
  if (text.length > 253) return 'name-length';
  return namesFault(text.split(/[.\u3002\uFF0E\uFF61]/), true);
}

const reasons = {
  empty: commonReasons.empty,
  'white-space': commonReasons['white-space'],
  'full-width': commonReasons['full-width'],
  'empty-label': {
    en: 'A dot stands at its start, at its end or beside another dot.',
    'zh-CN': '开头、结尾有圆点，或有连续的圆点。',
  },
  'name-length': { en: 'It is longer than 253 characters.', 'zh-CN': '超过 253 个字符。' },
  'label-length': {
    en: 'A part between dots is longer than 63 characters (encoded, where it is not ASCII).',
    'zh-CN': '圆点之间的某一段（非 ASCII 时按编码后计）超过 63 个字符。',
  },
  character: {
    en: 'It contains a character that host names do not allow, such as an underscore.',
    'zh-CN': '含有主机名不允许的字符，例如下划线。',
  },
  context: {
    en: 'A character stands beside one that it may not stand beside.',
    'zh-CN': '某个字符的前后字符不符合要求。',
  },
  hyphen: {
    en: 'A part between dots starts or ends with a hyphen, or has two hyphens in third and fourth place.',
    'zh-CN': '圆点之间的某一段以连字符开头或结尾，或第三、四位均为连字符。',
  },
  'combining-mark': {
    en: 'A part between dots starts with a combining mark.',
    'zh-CN': '圆点之间的某一段以组合符号开头。',
  },
  direction: {
    en: 'It mixes left-to-right and right-to-left characters in a way that is not allowed.',
    'zh-CN': '从左至右与从右至左的文字混排方式不允许。',
  },
  punycode: {
    en: 'What follows xn-- is not valid Punycode.',
    'zh-CN': 'xn-- 之后不是有效的 Punycode 编码。',
  },
};

/** Host name in ASCII. */
export const hostnameFormat = defineFormat({
  name: 'hostname',
  title: { en: 'host name', 'zh-CN': '主机名' },
  example: 'data.example.org',
  reasons,
  check: (text) => hostnameFault(text) ?? true,
});

/** Host name that may hold characters outside ASCII. */
export const idnHostnameFormat = defineFormat({
  name: 'idn-hostname',
  title: { en: 'internationalised host name', 'zh-CN': '国际化主机名' },
  example: '政务.例子',
  reasons,
  check: (text) => idnHostnameFault(text) ?? true,
});
