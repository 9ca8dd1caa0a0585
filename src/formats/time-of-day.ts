/** Why a text is not a time of day with offset. */
export type TimeFault =
  | 'time-shape'
  | 'hour-out-of-range'
  | 'minute-out-of-range'
  | 'second-out-of-range'
  | 'no-such-leap-second'
  | 'offset-missing'
  | 'offset-out-of-range';

/** Minutes of a day. */
const dayMinutes = 1440;
const shape = /^(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:([Zz])|([+-])(\d{2}):(\d{2}))?$/;

/**
 * Judges a full-time of RFC 3339: hh:mm:ss, an optional fraction, then `Z` or ±hh:mm.
 * A leap second exists only at 23:59:60 UTC. Without an offset the time is held to be UTC, where an offset may be missing.
 */
export function timeFault(text: string, offset: 'required' | 'optional'): TimeFault | undefined {
  const parts = shape.exec(text);
  if (parts === null) return 'time-shape';
  const [, hour, minute, second, zulu, sign, offsetHour = '0', offsetMinute = '0'] = parts;
  const fault = clockFault(Number(hour), Number(minute), Number(second));
  if (fault !== undefined) return fault;
  if (zulu === undefined && sign === undefined && offset === 'required') return 'offset-missing';
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return 'offset-out-of-range';
  if (second !== '60') return undefined;
  const shift = Number(offsetHour) * 60 + Number(offsetMinute);
  const utc = Number(hour) * 60 + Number(minute) + (sign === '-' ? shift : -shift);
  return (utc + dayMinutes) % dayMinutes === dayMinutes - 1 ? undefined : 'no-such-leap-second';
}

function clockFault(hour: number, minute: number, second: number): TimeFault | undefined {
  if (hour > 23) return 'hour-out-of-range';
  if (minute > 59) return 'minute-out-of-range';
  return second > 60 ? 'second-out-of-range' : undefined;
}
