import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';

type Ipv4Fault = 'octets' | 'octet-out-of-range' | 'leading-zero';

/** Judges a dotted-quad IPv4 address of RFC 2673 section 3.2. */
export function ipv4Fault(text: string): Ipv4Fault | undefined {
  const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1);
  if (octets === undefined) return 'octets';
  if (octets.some((octet) => octet.length > 1 && octet.startsWith('0'))) return 'leading-zero';
  return octets.some((octet) => Number(octet) > 255) ? 'octet-out-of-range' : undefined;
}

type Ipv6Fault = 'zone' | 'prefix' | 'groups' | 'group' | 'double-colon' | 'embedded-ipv4';

/** Judges an IPv6 address of RFC 4291 section 2.2, without zone and prefix length. */
export function ipv6Fault(text: string): Ipv6Fault | undefined {
  if (text.includes('%')) return 'zone';
  if (text.includes('/')) return 'prefix';
  const halves = text.split('::');
  if (halves.length > 2 || text.includes(':::')) return 'double-colon';
  const shortened = halves.length === 2;
  const groups = halves.flatMap((half) => (half === '' && shortened ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const embedded = last.includes('.') && !text.endsWith('::');
  if (embedded && ipv4Fault(last) !== undefined) return 'embedded-ipv4';
  return groupsFault(embedded ? [...groups.slice(0, -1), '0', '0'] : groups, shortened);
}

function groupsFault(groups: readonly string[], shortened: boolean): 'group' | 'groups' | undefined {
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return 'group';
  return (shortened ? groups.length <= 7 : groups.length === 8) ? undefined : 'groups';
}

/** IPv4 address. */
export const ipv4Format = defineFormat({
  name: 'ipv4',
  title: { en: 'IPv4 address', 'zh-CN': 'IPv4 地址' },
  example: '192.0.2.1',
  reasons: {
    empty: commonReasons.empty,
    octets: {
      en: 'It is not four whole numbers separated by dots.',
      'zh-CN': '应为以圆点分隔的四个整数。',
    },
    'octet-out-of-range': { en: 'A number is larger than 255.', 'zh-CN': '有数字大于 255。' },
    'leading-zero': {
      en: 'A number has a leading zero, which some programs read as octal.',
      'zh-CN': '数字带有前导零，可能被当作八进制。',
    },
  },
  check: (text) => (text === '' ? 'empty' : (ipv4Fault(text) ?? true)),
});

/** IPv6 address. */
export const ipv6Format = defineFormat({
  name: 'ipv6',
  title: { en: 'IPv6 address', 'zh-CN': 'IPv6 地址' },
  example: '2001:db8::1',
  reasons: {
    empty: commonReasons.empty,
    zone: { en: 'A zone (after %) is not part of the address.', 'zh-CN': '% 之后的区域标识不属于地址。' },
    prefix: {
      en: 'A prefix length (after /) is not part of the address.',
      'zh-CN': '/ 之后的前缀长度不属于地址。',
    },
    groups: { en: 'It does not have eight groups.', 'zh-CN': '应有八组。' },
    group: {
      en: 'A group is not one to four hexadecimal digits.',
      'zh-CN': '每组应为一至四位十六进制数字。',
    },
    'double-colon': { en: 'Two colons in a row may occur only once.', 'zh-CN': '双冒号只能出现一次。' },
    'embedded-ipv4': { en: 'The IPv4 address at its end is not valid.', 'zh-CN': '末尾的 IPv4 地址无效。' },
  },
  check: (text) => (text === '' ? 'empty' : (ipv6Fault(text) ?? true)),
});
