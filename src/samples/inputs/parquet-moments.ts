/** Dates and moments of Parquet (counts since 1970-01-01, proleptic Gregorian calendar) as ISO 8601 text. */

export type TimeUnit = 'MILLIS' | 'MICROS' | 'NANOS';

const perSecond: Readonly<Record<TimeUnit, bigint>> = {
  MILLIS: 1000n,
  MICROS: 1_000_000n,
  NANOS: 1_000_000_000n,
};
const secondsPerDay = 86_400n;

/** Days → CCYY-MM-DD. Years before 0000 and beyond 9999 with sign and six digits, as ISO 8601 has it for agreed expansions. */
export function dateText(days: number): string {
  // Days to civil date (H. Hinnant): eras of 400 years that begin on 1 March.
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${yearText(year)}-${two(month)}-${two(day)}`;
}

function yearText(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** CCYY-MM-DDThh:mm:ss with as many decimals as the moment needs; `Z` where it is one of UTC and not of an unnamed place. */
export function momentText(count: bigint, unit: TimeUnit, isUtc: boolean): string {
  const perDay = secondsPerDay * perSecond[unit];
  let days = count / perDay;
  if (count % perDay < 0n) days -= 1n;
  return `${dateText(Number(days))}T${timeText(count - days * perDay, unit)}${isUtc ? 'Z' : ''}`;
}

/** hh:mm:ss with as many decimals as needed; `count` since midnight. */
export function timeText(count: bigint, unit: TimeUnit): string {
  const seconds = Number(count / perSecond[unit]);
  const fraction = count % perSecond[unit];
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (fraction === 0n) return clock;
  const digits = String(fraction).padStart(String(perSecond[unit]).length - 1, '0');
  return `${clock}.${digits.replace(/0+$/, '')}`;
}
