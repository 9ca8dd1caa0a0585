/** Why a text is not a calendar date CCYY-MM-DD. */
export type DateFault =
  | 'empty'
  | 'white-space'
  | 'full-width'
  | 'not-padded'
  | 'slashes'
  | 'dots'
  | 'chinese-date'
  | 'no-separators'
  | 'time-attached'
  | 'several-dates'
  | 'shape'
  | 'month-out-of-range'
  | 'day-out-of-range'
  | 'no-such-day';

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** How many days a month (1-12) of a year has in the Gregorian calendar; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return daysOfMonth[month - 1] ?? 0;
}

/** Whether year, month and day name a day of the Gregorian calendar, or what is wrong with them. */
export function dayFault(
  year: number,
  month: number,
  day: number,
): 'month-out-of-range' | 'day-out-of-range' | 'no-such-day' | undefined {
  if (month < 1 || month > 12) return 'month-out-of-range';
  if (day < 1 || day > 31) return 'day-out-of-range';
  return day > daysInMonth(year, month) ? 'no-such-day' : undefined;
}

/** Judges a full-date of RFC 3339 (CCYY-MM-DD with ASCII digits), the extended calendar date of ISO 8601 and GB/T 7408. */
export function dateFault(text: string): DateFault | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return styleOf(text);
  return dayFault(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/**
 * A day that is written in another style, year first, as CCYY-MM-DD; undefined where the order of day and month, or the day
 * itself, would be a guess. Midnight behind the day is what spreadsheets and databases add; any other time says more than a date.
 */
export function mendedDate(text: string): string | undefined {
  if (text.length > 64) return undefined;
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[T\s]\s*00:00(?::00(?:\.0{1,9})?)?$/i, '');
  const parts =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plain) ??
    /^(\d{4})(年)\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/.exec(plain) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(plain);
  if (parts === null) return undefined;
  const [, year = '', , month = '', day = ''] = parts;
  const mended = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return mended !== text && dateFault(mended) === undefined ? mended : undefined;
}

/** The known ways in which dates are written otherwise, most telling first. */
const styles: readonly (readonly [DateFault, RegExp])[] = [
  ['empty', /^$/],
  ['full-width', /[\uFF10-\uFF19\uFF0D\uFF0F]/],
  ['several-dates', /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s*(?:[-~,;、至]|to)\s*\d{4}/],
  ['time-attached', /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[Tt]|\s+)\d/],
  ['white-space', /^\s|\s$/],
  ['chinese-date', /^\d{2,4}年/],
  ['no-separators', /^\d{8}$/],
  ['slashes', /^\d{1,4}\/\d{1,2}\/\d{1,4}$/],
  ['dots', /^\d{1,4}\.\d{1,2}\.\d{1,4}$/],
  ['not-padded', /^\d{4}-\d{1,2}-\d{1,2}$/],
];

function styleOf(text: string): DateFault {
  return styles.find(([, pattern]) => pattern.test(text))?.[0] ?? 'shape';
}
