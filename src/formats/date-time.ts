import type { Localized } from '../model/locale.ts';
import type { DateFault } from './calendar.ts';
import { dateFault, daysInMonth, mendedDate } from './calendar.ts';
import { commonReasons } from './common-reasons.ts';
import { defineFormat } from './format.ts';
import type { TimeFault } from './time-of-day.ts';
import { timeFault } from './time-of-day.ts';

/** What to say about a text that is no date. */
export const dateReasons: Readonly<Record<DateFault, Localized>> = {
  empty: commonReasons.empty,
  'white-space': { en: 'It has a space before or after the date.', 'zh-CN': '日期前后有多余的空格。' },
  'full-width': commonReasons['full-width'],
  'not-padded': {
    en: 'Month and day need two digits: 2022-04-01, not 2022-4-1.',
    'zh-CN': '月和日应各写两位：2022-04-01，而非 2022-4-1。',
  },
  slashes: {
    en: 'It is written with slashes; write CCYY-MM-DD with hyphens.',
    'zh-CN': '使用了斜杠，应按 CCYY-MM-DD 以连字符书写。',
  },
  dots: {
    en: 'It is written with dots; write CCYY-MM-DD with hyphens.',
    'zh-CN': '使用了圆点，应按 CCYY-MM-DD 以连字符书写。',
  },
  'chinese-date': {
    en: 'It is written with 年月日; write CCYY-MM-DD.',
    'zh-CN': '使用了“年月日”写法，应写为 CCYY-MM-DD。',
  },
  'no-separators': { en: 'The hyphens of CCYY-MM-DD are missing.', 'zh-CN': '缺少 CCYY-MM-DD 中的连字符。' },
  'time-attached': {
    en: 'A time follows the date; only the date is expected.',
    'zh-CN': '日期之后带有时间，此处只应填写日期。',
  },
  'several-dates': {
    en: 'It holds more than one date; one is expected.',
    'zh-CN': '包含多个日期，此处只应填写一个。',
  },
  shape: { en: 'It does not have the form CCYY-MM-DD.', 'zh-CN': '不是 CCYY-MM-DD 的形式。' },
  'month-out-of-range': { en: 'The month is not between 01 and 12.', 'zh-CN': '月份不在 01 至 12 之间。' },
  'day-out-of-range': { en: 'The day is not between 01 and 31.', 'zh-CN': '日不在 01 至 31 之间。' },
  'no-such-day': { en: 'That month of that year has no such day.', 'zh-CN': '该年该月没有这一天。' },
};

const timeReasons: Readonly<Record<TimeFault, Localized>> = {
  'time-shape': { en: 'The time does not have the form hh:mm:ss.', 'zh-CN': '时间不是 hh:mm:ss 的形式。' },
  'hour-out-of-range': { en: 'The hour is not between 00 and 23.', 'zh-CN': '小时不在 00 至 23 之间。' },
  'minute-out-of-range': { en: 'The minute is not between 00 and 59.', 'zh-CN': '分钟不在 00 至 59 之间。' },
  'second-out-of-range': { en: 'The second is not between 00 and 60.', 'zh-CN': '秒不在 00 至 60 之间。' },
  'no-such-leap-second': {
    en: 'Second 60 exists only at 23:59:60 UTC, at the end of a month.',
    'zh-CN': '第 60 秒（闰秒）只出现在协调世界时月末的 23:59:60。',
  },
  'offset-missing': {
    en: 'The offset from UTC is missing: end with Z or +08:00.',
    'zh-CN': '缺少时区偏移：应以 Z 或 +08:00 结尾。',
  },
  'offset-out-of-range': {
    en: 'The offset from UTC is not between -23:59 and +23:59.',
    'zh-CN': '时区偏移不在 -23:59 至 +23:59 之间。',
  },
};

/** Full-date of RFC 3339. */
export const dateFormat = defineFormat({
  name: 'date',
  title: { en: 'date (CCYY-MM-DD)', 'zh-CN': '日期（CCYY-MM-DD）' },
  example: '2024-02-29',
  reasons: dateReasons,
  check: (text) => dateFault(text) ?? true,
  mend: mendedDate,
});

/** Date of Chinese catalogues: the extended calendar date of GB/T 7408, nothing else. */
export const cnDateFormat = defineFormat({
  name: 'cn-date',
  title: { en: 'date after GB/T 7408 (CCYY-MM-DD)', 'zh-CN': '日期（GB/T 7408，CCYY-MM-DD）' },
  example: '2017-05-01',
  reasons: dateReasons,
  check: (text) => dateFault(text) ?? true,
  mend: mendedDate,
});

const timeTexts = {
  title: { en: 'time with offset (hh:mm:ss+hh:mm)', 'zh-CN': '带时区偏移的时间（hh:mm:ss+hh:mm）' },
  example: '09:30:00+08:00',
  reasons: timeReasons,
};

/** Full-time of RFC 3339. */
export const timeFormat = defineFormat({
  ...timeTexts,
  name: 'time',
  check: (text) => timeFault(text, 'required') ?? true,
});

/** The same where a policy lets the offset be left out. */
export const looseTimeFormat = defineFormat({
  ...timeTexts,
  name: 'time',
  check: (text) => timeFault(text, 'optional') ?? true,
});

type DateTimeFault = DateFault | TimeFault | 'space-for-t' | 'time-missing';

const dateTimeTexts = {
  title: {
    en: 'date and time (CCYY-MM-DDThh:mm:ss+hh:mm)',
    'zh-CN': '日期时间（CCYY-MM-DDThh:mm:ss+hh:mm）',
  },
  example: '2024-02-29T09:30:00+08:00',
  reasons: {
    ...dateReasons,
    ...timeReasons,
    shape: {
      en: 'It does not have the form CCYY-MM-DDThh:mm:ss+hh:mm.',
      'zh-CN': '不是 CCYY-MM-DDThh:mm:ss+hh:mm 的形式。',
    },
    'space-for-t': {
      en: 'Write T between date and time, not a space.',
      'zh-CN': '日期与时间之间应写 T，而非空格。',
    },
    'time-missing': { en: 'The time of day is missing.', 'zh-CN': '缺少时间部分。' },
  } satisfies Record<DateTimeFault, Localized>,
};

/** Date-time of RFC 3339. */
export const dateTimeFormat = defineFormat({
  ...dateTimeTexts,
  name: 'date-time',
  check: (text) => dateTimeFault(text, 'required') ?? true,
});

/** The same where a policy lets the offset be left out. */
export const looseDateTimeFormat = defineFormat({
  ...dateTimeTexts,
  name: 'date-time',
  check: (text) => dateTimeFault(text, 'optional') ?? true,
});

function dateTimeFault(text: string, offset: 'required' | 'optional'): DateTimeFault | undefined {
  const date = dateFault(text.slice(0, 10));
  if (date !== undefined) return dateFaultInside(text, date);
  const separator = text.charAt(10);
  if (separator === '') return 'time-missing';
  if (separator === 'T' || separator === 't')
    return timeFault(text.slice(11), offset) ?? (leapDayHolds(text) ? undefined : 'no-such-leap-second');
  return separator === ' ' ? 'space-for-t' : 'shape';
}

/** A leap second ends the last UTC day of a month (ITU-R TF.460); east of Greenwich that may be the next day already. */
function leapDayHolds(text: string): boolean {
  if (text.slice(17, 19) !== '60') return true;
  const [year, month, day] = [text.slice(0, 4), text.slice(5, 7), text.slice(8, 10)].map(Number);
  const nextDay = text.includes('+') && text.slice(11, 16) !== '23:59';
  return nextDay ? day === 1 : day === daysInMonth(year ?? 0, month ?? 0);
}

/** The fault of the date before the time; `date` is that of the first ten characters. */
function dateFaultInside(text: string, date: DateFault): DateTimeFault {
  if (date.endsWith('-out-of-range') || date === 'no-such-day') return date;
  const whole = dateFault(text) ?? 'shape';
  return whole === 'time-attached' ? (dateFault(text.split(/[Tt\s]/, 1)[0] ?? '') ?? 'shape') : whole;
}
