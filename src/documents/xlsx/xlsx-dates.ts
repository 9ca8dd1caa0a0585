/** What a number format shows of a serial number; `none` for formats of plain numbers. */
export type DateFormat = 'none' | 'date' | 'datetime' | 'time' | 'elapsed';

const secondsPerDay = 86_400;
/** Days from 1970-01-01 to the day before serial 1 behind the leap day that 1900 did not have, to 1904-01-01, to 9999-12-31. */
const epoch1900 = -25_569;
const epoch1904 = -24_107;
const lastDay = 2_932_896;
const phantomLeapDay = 60;

/**
 * A serial number as a person sees it: `CCYY-MM-DD`, `CCYY-MM-DDThh:mm:ss` where the format shows a time, `hh:mm:ss`
 * for a time of day or a duration. In the 1900 system serial 60 is the 29 February 1900 that spreadsheets
 * believe in, and serial 0 the day before 1 January 1900; both are shown as a spreadsheet does, so that no date check lets them pass.
 * `undefined` outside the years a spreadsheet knows, where it shows `####`.
 */
export function dateText(serial: number, format: DateFormat, date1904: boolean): string | undefined {
  if (!(serial >= 0 && serial <= lastDay - epoch1900)) return undefined;
  if (format === 'elapsed') return clockText(Math.round(serial * secondsPerDay));
  const day = format === 'date' ? Math.floor(serial) : Math.floor(roundedSeconds(serial) / secondsPerDay);
  const clock = clockText(roundedSeconds(serial) - day * secondsPerDay);
  if (format === 'time' && day === 0 && serial > 0) return clock;
  const date = date1904 ? dayText(day + epoch1904) : dayText1900(day);
  if (date === undefined || format === 'date' || (format === 'time' && Number.isInteger(serial))) return date;
  return `${date}T${clock}`;
}

function roundedSeconds(serial: number): number {
  return Math.round(serial * secondsPerDay);
}

function dayText1900(day: number): string | undefined {
  if (day === 0) return '1900-01-00';
  if (day === phantomLeapDay) return '1900-02-29';
  return dayText(day < phantomLeapDay ? day + epoch1900 + 1 : day + epoch1900);
}

/** Days since 1970-01-01 → proleptic Gregorian date, with years that start in March so that leap days come last. */
function dayText(days: number): string | undefined {
  if (days > lastDay) return undefined;
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

function clockText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  return `${twoDigits(hours)}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

/** A cell of type `d` holds ISO 8601; shown like the others. `undefined` when it is something else. */
export function isoDateText(text: string, format: DateFormat): string | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/.exec(
    text,
  );
  if (parts === null) return /^\d\d:\d\d:\d\d$/.test(text) ? text : undefined;
  const [, date = '', clock, seconds = '00'] = parts;
  return clock === undefined || format === 'date' ? date : `${date}T${clock}:${seconds}`;
}
