import type { Localized } from '../model/locale.ts';
import { dateFault } from './calendar.ts';
import { commonReasons } from './common-reasons.ts';
import { dateReasons } from './date-time.ts';
import { defineFormat } from './format.ts';

/*
 * Representations of ISO 8601-1:2019 that catalogues use: reduced precision, ordinal and week dates, basic and extended form, local time,
 * a blank for T as RFC 3339 allows. Whether a month has the day is left to whoever reckons with it, as in the schemas in use.
 */

const reducedDate = /^[+-]?\d{4}(?:-(?:0[1-9]|1[0-2])|-?W(?:0[1-9]|[1-4]\d|5[0-3]))?$/;
const calendarDate = /^[+-]?\d{4}(?:-(?:0[1-9]|1[0-2])-|(?:0[1-9]|1[0-2]))(?:0[1-9]|[12]\d|3[01])$/;
const ordinalDate = /^[+-]?\d{4}-?(?:00[1-9]|0[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6])$/;
const weekDate = /^[+-]?\d{4}(?:-W(?:0[1-9]|[1-4]\d|5[0-3])-|W(?:0[1-9]|[1-4]\d|5[0-3]))[1-7]$/;
const timeOfDay =
  /^(?:(?:[01]\d|2[0-3])(?::?[0-5]\d){0,2}|24(?::?00){0,2})(?:[.,]\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/;
const duration =
  /^P(?=[\dT])(?:\d+(?:\.\d+)?Y)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?W)?(?:\d+(?:\.\d+)?D)?(?:T(?=\d)(?:\d+(?:\.\d+)?H)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?S)?)?$/;

/** What most dates are: looked at before anything else is. */
const plainDate = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

function isPoint(text: string): boolean {
  if (plainDate.test(text)) return true;
  const cut = text.search(/[T ]/);
  if (cut >= 0) return isDay(text.slice(0, cut)) && timeOfDay.test(text.slice(cut + 1));
  return reducedDate.test(text) || isDay(text);
}

function isDay(text: string): boolean {
  return calendarDate.test(text) || ordinalDate.test(text) || weekDate.test(text);
}

type Style = keyof typeof dateReasons;

/** What the text looks like instead, where that is a known way to write dates. */
function styleOf(text: string): Style {
  const style = dateFault(text);
  return style === undefined || style === 'time-attached' || style === 'no-separators' ? 'shape' : style;
}

const reasons = {
  ...dateReasons,
  shape: {
    en: 'It has none of the forms 2024, 2024-03, 2024-03-31, 2024-03-31T08:00:00Z.',
    'zh-CN': '不是 2024、2024-03、2024-03-31、2024-03-31T08:00:00Z 等写法。',
  },
} as const satisfies Record<string, Localized>;

/** A date, or a date with a time: `2024`, `2024-03`, `2024-W12`, `2024-03-31`, `2024-03-31T08:00Z`. */
export const isoDateFormat = defineFormat({
  name: 'iso8601-date',
  title: { en: 'ISO 8601 date', 'zh-CN': '日期（ISO 8601）' },
  example: '2024-03-31',
  reasons,
  check: (text) => isPoint(text) || styleOf(text),
});

/** A date, or how often something happens: `R/P1D`, `P3M`, `R/2024-01-01/P1M`. */
export const isoDateOrRepetitionFormat = defineFormat({
  name: 'iso8601-date-or-repetition',
  title: { en: 'ISO 8601 date or repetition', 'zh-CN': '日期或重复周期（ISO 8601）' },
  example: '2024-03-31',
  reasons: {
    ...reasons,
    repetition: {
      en: 'A repetition is R, a slash and a duration, as in R/P3M; a start may stand between them.',
      'zh-CN': '重复周期应由 R、斜线和时长组成，如 R/P3M，其间可有起始日期。',
    },
  },
  check: (text) => {
    if (isPoint(text)) return true;
    const rest = text.replace(/^R\d*\//, '');
    if (duration.test(rest)) return true;
    const cut = rest.indexOf('/');
    if (cut >= 0 && isPoint(rest.slice(0, cut)) && duration.test(rest.slice(cut + 1))) return true;
    return /^[RP]/.test(text) ? 'repetition' : styleOf(text);
  },
});

/** Two dates, or a date and a duration, with a slash between them; `R/` before it when it repeats. */
export const isoIntervalFormat = defineFormat({
  name: 'iso8601-interval',
  title: { en: 'ISO 8601 time interval', 'zh-CN': '时间区间（ISO 8601）' },
  example: '2015-01-01/2024-03-31',
  reasons: {
    empty: commonReasons.empty,
    'no-slash': {
      en: 'An interval is a start and an end with a slash between them.',
      'zh-CN': '时间区间应为以斜线分隔的起止时间。',
    },
    'several-slashes': { en: 'It has more than two parts.', 'zh-CN': '多于两个部分。' },
    start: { en: 'What stands before the slash is not a date.', 'zh-CN': '斜线之前不是日期。' },
    end: { en: 'What stands after the slash is not a date.', 'zh-CN': '斜线之后不是日期。' },
    'two-durations': {
      en: 'One of its two parts must be a date.',
      'zh-CN': '两个部分中至少有一个应为日期。',
    },
  },
  check: (text) => {
    if (text === '') return 'empty';
    const parts = text.replace(/^R\d*\//, '').split('/');
    const [start = '', end] = parts;
    if (end === undefined) return 'no-slash';
    if (parts.length > 2) return 'several-slashes';
    return partsFault(start, end) ?? true;
  },
});

function partsFault(start: string, end: string): 'start' | 'end' | 'two-durations' | undefined {
  if (!isPoint(start) && !duration.test(start)) return 'start';
  if (!isPoint(end) && !duration.test(end)) return 'end';
  return duration.test(start) && duration.test(end) ? 'two-durations' : undefined;
}
