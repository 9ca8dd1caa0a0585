import { dayFault } from '../../formats/calendar.ts';
import { utcOffset } from './utc-offset.ts';

/** What a text says of day and time, as far as it says it; each part in ASCII digits, padded. */
export interface Moment {
  readonly y?: string;
  readonly m?: string;
  readonly d?: string;
  readonly h?: string;
  readonly i?: string;
  readonly s?: string;
  /** Of the second, without zeros alone. */
  readonly fraction?: string;
  /** Minutes east of UTC, where an offset is written. */
  readonly offset?: number;
}

/** A way to write dates or times that is not what was asked for. */
interface DateStyle {
  readonly id: string;
  /** After NFKC and without white space at the ends. Groups y, m, d, h, i, s, f and z are taken only where what they mean is certain. */
  readonly shape: RegExp;
  /** Digits alone are only then a date when the day exists and the year is one that people write. */
  readonly isBare?: true;
}

const y = String.raw`(?<y>\d{4})`;
const m = String.raw`(?<m>\d{1,2})`;
const d = String.raw`(?<d>\d{1,2})`;
const clock = String.raw`(?<h>\d{1,2}):(?<i>\d{2})(?::(?<s>\d{2})(?:\.(?<f>\d{1,9}))?)?`;
const numerals = '〇零○一二三四五六七八九';
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';

function style(id: string, shape: string): DateStyle {
  return { id, shape: new RegExp(`^(?:${shape})$`, 'iu') };
}

const dateStyles: readonly DateStyle[] = [
  style('CCYY-MM-DD', String.raw`${y}-(?<m>\d{2})-(?<d>\d{2})`),
  style('CCYY-M-D', `${y}-${m}-${d}`),
  style('CCYY/M/D', `${y}/${m}/${d}`),
  style('CCYY.M.D', String.raw`${y}\.${m}\.${d}`),
  { ...style('CCYYMMDD', String.raw`${y}(?<m>\d{2})(?<d>\d{2})`), isBare: true },
  style('CCYY年M月D日', String.raw`${y}\s?年\s?${m}\s?月\s?${d}\s?[日号]`),
  style(
    'chinese-numerals',
    `(?<y>[${numerals}]{4})年(?<m>[${numerals}十]{1,3})月(?<d>[${numerals}十]{1,3})[日号]`,
  ),
  style('CCYY-MM-DDThh:mm:ss', String.raw`${y}-(?<m>\d{2})-(?<d>\d{2})T${clock}(?<z>Z|[+-]\d{2}:\d{2})`),
  style('CCYY-MM-DD hh:mm:ss', String.raw`${y}-${m}-${d}(?:T|\s{1,3})${clock}`),
  style('CCYY/M/D hh:mm:ss', String.raw`${y}/${m}/${d}\s{1,3}${clock}`),
  style('CCYY-MM-DD hh:mm;ss', String.raw`${y}-${m}-${d}\s{1,3}(?<h>\d{1,2})[:;](?<i>\d{2})[:;](?<s>\d{2})`),
  style(
    'CCYY年M月D日 hh:mm:ss',
    String.raw`${y}年${m}月${d}日\s?(?<h>\d{1,2})[:时点](?<i>\d{1,2})[:分](?:(?<s>\d{1,2})秒?)?`,
  ),
  {
    ...style('CCYYMMDDhhmmss', String.raw`${y}(?<m>\d{2})(?<d>\d{2})(?<h>\d{2})(?<i>\d{2})(?<s>\d{2})`),
    isBare: true,
  },
  style('DD/MM/YYYY', String.raw`\d{1,2}([/.-])\d{1,2}\1\d{4}(?:\s.{1,12})?`),
  style('DD-MON-YYYY', String.raw`(?<d>\d{1,2})([- ])(?<m>${months})\2(?<y>\d{4})`),
  style(
    'YY-MM-DD',
    String.raw`\d{2}([-/.])\d{1,2}\1\d{1,2}|\d{2}年\d{1,2}月\d{1,2}日|\d{1,2}([-/.])\d{1,2}\2\d{2}|\d{1,2}-(?:${months})-\d{2}`,
  ),
  style('CCYY-MM', String.raw`${y}-(?<m>\d{2})`),
  style('CCYY-M', String.raw`${y}-(?<m>\d)`),
  // A year that went through a column of floating-point numbers.
  style('CCYY.0', String.raw`${y}\.0`),
  style('CCYY/M', `${y}[/.]${m}`),
  style('CCYY年M月', String.raw`${y}\s?年\s?${m}\s?月(?:份)?`),
  { ...style('CCYYMM', String.raw`${y}(?<m>\d{2})`), isBare: true },
  style('CCYY年', `${y}\\s?年度?`),
  { ...style('CCYY', y), isBare: true },
  style(
    'several-dates',
    String.raw`\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s{0,2}(?:[-~,;、至/]|to)\s{0,2}\d{4}.{1,20}`,
  ),
  // 20000 is 1954-10-03, 60000 is 2064-04-08.
  style('excel-serial', String.raw`[2-5]\d{4}(?:\.\d{1,12})?`),
  style('epoch-seconds', String.raw`1?\d{9}`),
  style('epoch-milliseconds', String.raw`1?\d{12}`),
];

const timeStyles: readonly DateStyle[] = [
  style('hh:mm:ss', String.raw`(?<h>\d{2}):(?<i>\d{2}):(?<s>\d{2})(?:\.\d{1,9})?`),
  style('h:mm:ss', String.raw`(?<h>\d):(?<i>\d{2}):(?<s>\d{2})`),
  style('hh:mm', String.raw`(?<h>\d{1,2}):(?<i>\d{2})`),
  style('hhmmss', String.raw`(?<h>\d{2})(?<i>\d{2})(?<s>\d{2})`),
  style('hh时mm分ss秒', String.raw`(?<h>\d{1,2})[时点](?<i>\d{1,2})分(?<s>\d{1,2})秒`),
];

/** What a text that is not written as asked may be called, in the order in which it is tried. */
export const dateStyleNames: readonly string[] = [...dateStyles, ...timeStyles].map(({ id }) => id);

const timesFirst = [...timeStyles, ...dateStyles];
/** Six digits are a time only where one is wanted. */
const datesFirst = [...dateStyles, ...timeStyles.filter(({ id }) => id !== 'hhmmss')];

/** Longer texts are not dates. UTF-16 units. */
const longest = 64;

/** The style in which a text is a date or time, and what it says; undefined where it is in none of the known ones. */
export function readDateStyle(
  text: string,
  wantsTime: boolean,
): { readonly style: string; readonly moment: Moment } | undefined {
  if (text.length > longest) return undefined;
  const plain = text.normalize('NFKC').trim();
  for (const { id, shape, isBare } of wantsTime ? timesFirst : datesFirst) {
    const groups = shape.exec(plain)?.groups;
    if (groups === undefined && !shape.test(plain)) continue;
    const moment = momentOf(groups ?? {});
    if (isBare !== true || isPlausible(moment)) return { style: id, moment };
  }
  return undefined;
}

function momentOf(groups: Readonly<Record<string, string | undefined>>): Moment {
  const parts: Record<string, string> = {};
  for (const name of ['y', 'm', 'd', 'h', 'i', 's']) {
    const text = groups[name];
    if (text !== undefined) parts[name] = digitsOf(text).padStart(name === 'y' ? 4 : 2, '0');
  }
  const { f: fraction = '', z: zone } = groups;
  return {
    ...parts,
    ...(/[1-9]/.test(fraction) ? { fraction } : {}),
    ...(zone === undefined ? {} : { offset: utcOffset(zone) }),
  };
}

/** Digits of a number, a Chinese numeral below a hundred, a year in Chinese digits, or an English month. */
function digitsOf(text: string): string {
  if (/^\d/.test(text)) return text;
  const month = months.split('|').indexOf(text.toLowerCase());
  if (month >= 0) return String(month + 1);
  const digits = [...text].map((char) => (char === '十' ? char : String(digitOf(char)))).join('');
  const [, tens, ones] = /^(\d?)十(\d?)$/.exec(digits) ?? [];
  return tens === undefined ? digits : `${tens === '' ? '1' : tens}${ones === '' ? '0' : ones}`;
}

function digitOf(char: string): number {
  return Math.max(0, numerals.indexOf(char) - 2);
}

function isPlausible({ y: year = '', m: month = '01', d: day = '01', h: hour = '00' }: Moment): boolean {
  const isYear = (year >= '1600' && year <= '2199') || year === '9999';
  return isYear && hour <= '23' && dayFault(Number(year), Number(month), Number(day)) === undefined;
}
