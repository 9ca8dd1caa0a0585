import { dateFault, dayFault } from '../../formats/calendar.ts';
import { dateTimeFormat, looseDateTimeFormat, looseTimeFormat, timeFormat } from '../../formats/date-time.ts';
import type { DataItem, DataType } from '../../model/data-item.ts';
import type { CellFault } from './cell-fault.ts';
import { parseDatePattern } from './date-pattern.ts';
import type { Moment } from './date-styles.ts';
import { readDateStyle } from './date-styles.ts';
import type { Decimal } from './decimal-text.ts';
import { readDecimal } from './decimal-text.ts';
import { typeFault } from './type-fault.ts';
import { utcOffset } from './utc-offset.ts';

type TemporalType = Extract<DataType, 'date' | 'time' | 'date-time' | 'year' | 'year-month'>;

/** How an item writes its dates or times, ready to read cells with. */
export interface TemporalReader {
  /** A number that grows with time (date: CCYYMMDD; date-time: seconds of UTC; time: hhmmss); undefined where it has none. */
  read(text: string): Decimal | undefined;
  fault(text: string): CellFault | undefined;
}

export function isTemporal(type: DataType): type is TemporalType {
  return /^(?:date|time|date-time|year|year-month)$/.test(type);
}

/** Whether a text is of the type as ISO 8601 writes it. An offset may be missing, as in XML Schema and Table Schema. */
const isPlain: Readonly<Record<TemporalType, (text: string) => boolean>> = {
  date: (text) => dateFault(text) === undefined,
  time: (text) => looseTimeFormat.check(text) === true,
  'date-time': (text) => looseDateTimeFormat.check(text) === true,
  year: (text) => /^\d{4}$/.test(text),
  'year-month': (text) => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text),
};

/** Reads and judges dates and times. With a pattern that is not understood nothing is judged; whoever declares it says so. */
export function temporalReader(item: DataItem, type: TemporalType): TemporalReader {
  if (item.datePattern === undefined) {
    if (item.wantsOffset === true && (type === 'time' || type === 'date-time')) return offsetReader(type);
    return {
      read: (text) => (isPlain[type](text) ? numberOf(type, plainMoment(type, text)) : undefined),
      fault: (text) =>
        isPlain[type](text) ? undefined : styleFault(text, type, (moment) => written(type, moment)),
    };
  }
  const pattern = parseDatePattern(item.datePattern);
  if (pattern === undefined) return { read: () => undefined, fault: () => undefined };
  return {
    read: (text) => {
      const moment = pattern.read(text);
      if (moment !== undefined) return numberOf(type, moment);
      return isPlain[type](text) ? numberOf(type, plainMoment(type, text)) : undefined;
    },
    fault: (text) => {
      const reason = pattern.fault(text);
      if (reason !== 'form') return reason === undefined ? undefined : typeFault(reason);
      return styleFault(text, type, (moment) =>
        written(type, moment) === undefined || moment.fraction !== undefined
          ? undefined
          : pattern.write(moment),
      );
    },
  };
}

/** Reads and judges what RFC 3339 defines: the same with an offset. */
function offsetReader(type: 'time' | 'date-time'): TemporalReader {
  const format = type === 'time' ? timeFormat : dateTimeFormat;
  return {
    read: (text) => (format.check(text) === true ? numberOf(type, plainMoment(type, text)) : undefined),
    fault: (text) => {
      if (format.check(text) === true) return undefined;
      // Which offset is meant would be a guess, whatever else is mended.
      return isPlain[type](text) ? typeFault('no-offset') : styleFault(text, type, () => undefined);
    },
  };
}

function plainMoment(type: TemporalType, text: string): Moment {
  const [, day = '', clock = ''] =
    type === 'time' ? ['', '', text] : (/^([^Tt]*)[Tt]?(.*)$/s.exec(text) ?? []);
  const [y, m, d] = day.split('-');
  const [, h, i, s, fraction, zone = 'Z'] =
    /^(\d\d):(\d\d):(\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)?$/.exec(clock) ?? [];
  return { ...given({ y, m, d, h, i, s, fraction }), offset: utcOffset(zone) };
}

function given(parts: Readonly<Record<string, string | undefined>>): Moment {
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== undefined && text !== ''));
}

function numberOf(type: TemporalType, moment: Moment): Decimal | undefined {
  const { y = '1900', m = '01', d = '01', h = '00', i = '00', s = '00', fraction = '0', offset = 0 } = moment;
  if (type === 'year') return readDecimal(y);
  if (type === 'year-month') return readDecimal(y + m);
  if (type === 'date') return readDecimal(y + m + d);
  if (type === 'time') return readDecimal(`${h}${i}${s}.${fraction}`);
  const minutes = dayNumber(Number(y), Number(m), Number(d)) * 1440 + Number(h) * 60 + Number(i) - offset;
  return readDecimal(`${minutes * 60 + Number(s)}.${fraction}`);
}

/** Days since 1 March of the year 0 of the Gregorian calendar, so that leap days come last. Never negative from 0001 on. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year + 400 : year + 399;
  const monthDays = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return (
    shifted * 365 +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    monthDays +
    day
  );
}

const reasons = {
  date: 'not-date',
  time: 'not-time',
  'date-time': 'not-date-time',
  year: 'not-year',
  'year-month': 'not-year-month',
} as const;

function styleFault(
  text: string,
  type: TemporalType,
  write: (moment: Moment) => string | undefined,
): CellFault {
  const found = readDateStyle(text, type === 'time');
  if (found === undefined) return typeFault(reasons[type]);
  const { style, moment } = found;
  const { y, m = '01', d = '01', h = '00', i = '00', s = '00' } = moment;
  if (y !== undefined && dayFault(Number(y), Number(m), Number(d)) !== undefined)
    return typeFault(moment.d === undefined ? 'no-such-month' : 'no-such-day', style);
  if (h > '23' || i > '59' || s > '59') return typeFault('no-such-time', style);
  return typeFault('other-style', style, write(moment));
}

/** A moment as ISO 8601 writes one of that type; undefined where it says less, or more than may be dropped. */
function written(type: TemporalType, moment: Moment): string | undefined {
  const { y, m, d, fraction, offset } = moment;
  // What is said of a zone is not dropped.
  if (offset !== undefined) return undefined;
  const day = joined([y, m, d], '-');
  const seconds = fraction === undefined ? moment.s : `${moment.s}.${fraction}`;
  const clock = joined([moment.h, moment.i, seconds], ':');
  switch (type) {
    case 'date':
      return isMidnight(moment) ? day : undefined;
    case 'date-time':
      return joined([day, clock], 'T');
    case 'time':
      return y === undefined ? clock : undefined;
    case 'year-month':
      return d === undefined ? joined([y, m], '-') : undefined;
    default:
      return m === undefined ? y : undefined;
  }
}

function joined(parts: readonly (string | undefined)[], separator: string): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join(separator);
}

/** Midnight behind a day is what spreadsheets and databases add. */
function isMidnight({ h = '00', i = '00', s = '00', fraction }: Moment): boolean {
  return h === '00' && i === '00' && s === '00' && fraction === undefined;
}
