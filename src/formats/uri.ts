import type { Localized } from '../model/locale.ts';
import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';
import { ipv6Fault } from './ip-address.ts';

type UriFault =
  | 'empty'
  | 'white-space'
  | 'backslash'
  | 'non-ascii'
  | 'character'
  | 'percent-encoding'
  | 'scheme-missing'
  | 'scheme'
  | 'userinfo'
  | 'host'
  | 'ip-literal'
  | 'port';

/** ucschar of RFC 3987 section 2.2. */
const ucs =
  '\\u{A0}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFEF}' +
  Array.from({ length: 14 }, (_, at) => {
    const plane = (at + 1).toString(16);
    return `\\u{${plane}${plane === 'e' ? '1' : '0'}000}-\\u{${plane}FFFD}`;
  }).join('');
const privateUse = '\\u{E000}-\\u{F8FF}\\u{F0000}-\\u{FFFFD}\\u{100000}-\\u{10FFFD}';

/** Which characters each part may hold; percent signs are looked at beforehand. */
interface Grammar {
  readonly userinfo: RegExp;
  readonly name: RegExp;
  readonly path: RegExp;
  readonly query: RegExp;
  readonly fragment: RegExp;
}

function grammar(extra: string, extraInQuery: string): Grammar {
  const plain = `%\\w.~!$&'()*+,;=\\-${extra}`;
  return {
    userinfo: new RegExp(`^[${plain}:]*$`, 'u'),
    name: new RegExp(`^[${plain}]*$`, 'u'),
    path: new RegExp(`^[${plain}:@\\/]*$`, 'u'),
    query: new RegExp(`^[${plain}:@\\/?${extraInQuery}]*$`, 'u'),
    fragment: new RegExp(`^[${plain}:@\\/?]*$`, 'u'),
  };
}

const uriGrammar = grammar('', '');
const iriGrammar = grammar(ucs, privateUse);

/** What most addresses look like: nothing in them needs a second look. */
const plainAddress = /^https?:\/\/[a-z\d][a-z\d.-]*(?:\/[\w.~!$&'()*+,;=:@/-]*)?$/i;

/** Judges a URI of RFC 3986 or an IRI of RFC 3987; a reference may leave the scheme out. */
function uriFault(text: string, reference: boolean, parts: Grammar): UriFault | undefined {
  if (plainAddress.test(text)) return undefined;
  if (text === '') return reference ? undefined : 'empty';
  return uncommonFault(text, reference, parts);
}

function uncommonFault(text: string, reference: boolean, parts: Grammar): UriFault | undefined {
  // A name with spaces, where an address belongs, wants no %20.
  if (!reference && /^[^:/?#]*\s[^:/?#]*$/.test(text.trim())) return 'scheme-missing';
  const typing = typingFault(text, parts === uriGrammar);
  if (typing !== undefined) return typing;
  const [, scheme, authority, path = '', query = '', fragment = ''] =
    /^(?:([^:/?#]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text) ?? [];
  if (scheme === undefined && !reference) return 'scheme-missing';
  if (scheme !== undefined && !/^[a-z][a-z\d+.-]*$/i.test(scheme)) return 'scheme';
  const fault = authorityFault(authority ?? '', parts);
  if (fault !== undefined) return fault;
  return [parts.path.test(path), parts.query.test(query), parts.fragment.test(fragment)].every(Boolean)
    ? undefined
    : 'character';
}

/** Faults that can be told without taking the text apart. */
function typingFault(text: string, ascii: boolean): UriFault | undefined {
  if (/\s/.test(text)) return 'white-space';
  if (text.includes('\\')) return 'backslash';
  if (ascii && /[^\0-\x7F]/.test(text)) return 'non-ascii';
  return /%(?![\da-f]{2})/i.test(text) ? 'percent-encoding' : undefined;
}

function authorityFault(authority: string, parts: Grammar): UriFault | undefined {
  const at = authority.lastIndexOf('@');
  if (!parts.userinfo.test(authority.slice(0, Math.max(0, at)))) return 'userinfo';
  const rest = authority.slice(at + 1);
  if (rest.startsWith('[')) return literalFault(rest);
  const colon = rest.indexOf(':');
  if (colon >= 0 && !/^\d*$/.test(rest.slice(colon + 1))) return 'port';
  return parts.name.test(colon < 0 ? rest : rest.slice(0, colon)) ? undefined : 'host';
}

function literalFault(text: string): UriFault | undefined {
  const parts = /^\[([^\]]*)\](.*)$/s.exec(text);
  if (parts === null) return 'ip-literal';
  if (!/^(?::\d*)?$/.test(parts[2] ?? '')) return 'port';
  const address = parts[1] ?? '';
  if (/^v[\da-f]+\.[\w.~!$&'()*+,;=:-]+$/i.test(address)) return undefined;
  return ipv6Fault(address) === undefined ? undefined : 'ip-literal';
}

const reasons: Readonly<Record<UriFault, Localized>> = {
  empty: commonReasons.empty,
  'white-space': {
    en: 'It contains a space or line break; write %20 for a space, one address per value.',
    'zh-CN': '含有空格或换行；空格应写作 %20，每个值只写一个地址。',
  },
  backslash: { en: 'It contains a backslash; write slashes.', 'zh-CN': '含有反斜杠，应使用斜杠。' },
  'non-ascii': {
    en: 'It contains characters outside ASCII; they must be percent-encoded.',
    'zh-CN': '含有非 ASCII 字符（如汉字），应进行百分号编码。',
  },
  character: {
    en: 'It contains a character that must be percent-encoded.',
    'zh-CN': '含有必须进行百分号编码的字符。',
  },
  'percent-encoding': {
    en: 'A percent sign is not followed by two hexadecimal digits.',
    'zh-CN': '百分号之后不是两位十六进制数字。',
  },
  'scheme-missing': {
    en: 'It does not start with a scheme such as https:.',
    'zh-CN': '开头缺少协议，例如 https:。',
  },
  scheme: {
    en: 'What stands before the first colon is not a scheme such as https.',
    'zh-CN': '第一个冒号之前不是有效的协议名（如 https）。',
  },
  userinfo: { en: 'The user part before the @ is not valid.', 'zh-CN': '@ 之前的用户信息无效。' },
  host: {
    en: 'The host name contains a character that is not allowed.',
    'zh-CN': '主机名含有不允许的字符。',
  },
  'ip-literal': {
    en: 'The address in brackets is not an IPv6 address.',
    'zh-CN': '方括号中不是有效的 IPv6 地址。',
  },
  port: { en: 'What stands after the colon is not a port number.', 'zh-CN': '冒号之后不是端口号。' },
};

/** URI of RFC 3986 with a scheme. */
export const uriFormat = defineFormat({
  name: 'uri',
  title: { en: 'URI', 'zh-CN': 'URI（网址）' },
  example: 'https://data.example.org/dataset/12?lang=zh',
  reasons,
  check: (text) => uriFault(text, false, uriGrammar) ?? true,
});

/** URI or relative reference of RFC 3986. */
export const uriReferenceFormat = defineFormat({
  name: 'uri-reference',
  title: { en: 'URI or relative reference', 'zh-CN': 'URI 或相对引用' },
  example: '../data/2024.csv',
  reasons,
  check: (text) => uriFault(text, true, uriGrammar) ?? true,
});

/** IRI of RFC 3987 with a scheme. */
export const iriFormat = defineFormat({
  name: 'iri',
  title: { en: 'IRI', 'zh-CN': 'IRI（国际化网址）' },
  example: 'https://例子.中国/数据集/12',
  reasons,
  check: (text) => uriFault(text, false, iriGrammar) ?? true,
});

/** IRI or relative reference of RFC 3987. */
export const iriReferenceFormat = defineFormat({
  name: 'iri-reference',
  title: { en: 'IRI or relative reference', 'zh-CN': 'IRI 或相对引用' },
  example: '../数据/2024.csv',
  reasons,
  check: (text) => uriFault(text, true, iriGrammar) ?? true,
});
