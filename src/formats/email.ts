import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';
import { uLabelFault } from './idna.ts';
import { ipv4Fault, ipv6Fault } from './ip-address.ts';

type EmailFault =
  | 'empty'
  | 'full-width'
  | 'mailto'
  | 'at-missing'
  | 'several-addresses'
  | 'local-part-missing'
  | 'local-part-length'
  | 'local-part'
  | 'white-space'
  | 'quotation'
  | 'domain-missing'
  | 'domain'
  | 'address-literal'
  | 'non-ascii';

const atoms = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const internationalAtoms =
  /^[\w!#$%&'*+/=?^`{|}~\u{A0}-\u{D7FF}\u{E000}-\u{10FFFF}-]+(?:\.[\w!#$%&'*+/=?^`{|}~\u{A0}-\u{D7FF}\u{E000}-\u{10FFFF}-]+)*$/u;
const quoted = /^"(?:[ !#-[\]-~]|\\[ -~])*"$/;
const internationalQuoted =
  /^"(?:[ !#-[\]-~\u{A0}-\u{D7FF}\u{E000}-\u{10FFFF}]|\\[ -~\u{A0}-\u{D7FF}\u{E000}-\u{10FFFF}])*"$/u;

/** Judges a Mailbox of RFC 5321 section 4.1.2, or of RFC 6531 where characters outside ASCII are allowed. */
function emailFault(text: string, international: boolean): EmailFault | undefined {
  const at = separator(text);
  if (at === undefined) return withoutAt(text);
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (!international && /[^\0-\x7F]/.test(text)) return text.includes('＠') ? 'full-width' : 'non-ascii';
  return localFault(local, international, text) ?? domainFault(domain, international);
}

/** Where the @ between local part and domain stands: behind the closing quotation mark, where the local part is quoted. */
function separator(text: string): number | undefined {
  const start = text.startsWith('"') ? /^"(?:[^"\\]|\\[\s\S])*"/.exec(text)?.[0].length : 0;
  const at = text.indexOf('@', start ?? 0);
  return at < 0 ? undefined : at;
}

function withoutAt(text: string): EmailFault {
  if (text === '') return 'empty';
  return text.includes('＠') ? 'full-width' : 'at-missing';
}

function localFault(local: string, international: boolean, text: string): EmailFault | undefined {
  if (local === '') return 'local-part-missing';
  if (/^mailto:/i.test(local)) return 'mailto';
  if (byteLength(local) > 64) return 'local-part-length';
  const [plain, quotation] = international ? [internationalAtoms, internationalQuoted] : [atoms, quoted];
  if (local.startsWith('"')) return quotation.test(local) ? undefined : 'quotation';
  return plain.test(local) ? undefined : unquotedFault(local, text);
}

function unquotedFault(local: string, text: string): EmailFault {
  if (/[,;]/.test(text) && text.indexOf('@') !== text.lastIndexOf('@')) return 'several-addresses';
  return /\s/.test(local) ? 'white-space' : 'local-part';
}

function domainFault(domain: string, international: boolean): EmailFault | undefined {
  if (domain === '') return 'domain-missing';
  if (domain.startsWith('[')) return literalHolds(domain) ? undefined : 'address-literal';
  if (/[,;]/.test(domain) && domain.includes('@')) return 'several-addresses';
  if (/\s/.test(domain)) return 'white-space';
  if (byteLength(domain) > 255) return 'domain';
  return domain.split('.').every((label) => labelHolds(label, international)) ? undefined : 'domain';
}

function labelHolds(label: string, international: boolean): boolean {
  if (international && /[^\0-\x7F]/.test(label)) return uLabelFault(label) === undefined;
  return label.length <= 63 && /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i.test(label);
}

function literalHolds(domain: string): boolean {
  const inside = /^\[(ipv6:)?([^[\]]*)\]$/i.exec(domain);
  if (inside === null) return false;
  return (inside[1] === undefined ? ipv4Fault(inside[2] ?? '') : ipv6Fault(inside[2] ?? '')) === undefined;
}

/** Bytes in UTF-8. */
function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    bytes += 1 + Number(codePoint > 0x7f) + Number(codePoint > 0x7ff) + Number(codePoint > 0xffff);
  }
  return bytes;
}

const reasons = {
  empty: commonReasons.empty,
  'full-width': commonReasons['full-width'],
  'white-space': commonReasons['white-space'],
  mailto: { en: 'Write the address alone, without mailto:.', 'zh-CN': '只写地址本身，不带 mailto:。' },
  'at-missing': { en: 'The character @ is missing.', 'zh-CN': '缺少 @。' },
  'several-addresses': {
    en: 'It holds more than one address; one is expected.',
    'zh-CN': '包含多个地址，此处只应填写一个。',
  },
  'local-part-missing': { en: 'Nothing stands before the @.', 'zh-CN': '@ 之前没有内容。' },
  'local-part-length': {
    en: 'The part before the @ is longer than 64 bytes.',
    'zh-CN': '@ 之前的部分超过 64 个字节。',
  },
  'local-part': {
    en: 'The part before the @ has a character or a dot where none is allowed.',
    'zh-CN': '@ 之前的部分含有不允许的字符，或圆点位置不对。',
  },
  quotation: {
    en: 'The quoted part before the @ is not properly closed or escaped.',
    'zh-CN': '@ 之前的引号部分没有正确闭合或转义。',
  },
  'domain-missing': { en: 'Nothing stands after the @.', 'zh-CN': '@ 之后没有内容。' },
  domain: { en: 'What stands after the @ is not a domain name.', 'zh-CN': '@ 之后不是有效的域名。' },
  'address-literal': {
    en: 'The address in brackets after the @ is not valid.',
    'zh-CN': '@ 之后方括号中的地址无效。',
  },
  'non-ascii': {
    en: 'It contains characters outside ASCII, such as Chinese letters or punctuation.',
    'zh-CN': '含有非 ASCII 字符，例如汉字或中文标点。',
  },
};

/** E-mail address in ASCII. */
export const emailFormat = defineFormat({
  name: 'email',
  title: { en: 'e-mail address', 'zh-CN': '电子邮件地址' },
  example: 'opendata@example.org',
  reasons,
  check: (text) => emailFault(text, false) ?? true,
});

/** E-mail address that may hold characters outside ASCII. */
export const idnEmailFormat = defineFormat({
  name: 'idn-email',
  title: { en: 'internationalised e-mail address', 'zh-CN': '国际化电子邮件地址' },
  example: '数据@例子.中国',
  reasons,
  check: (text) => emailFault(text, true) ?? true,
});
