import { dayFault } from '../../formats/calendar.ts';
import type { Moment } from './date-styles.ts';
import { utcOffset } from './utc-offset.ts';

/** Directives of strftime that are understood → what they stand for. `%d` takes one digit or two, as strptime does. */
const directives: ReadonlyMap<string, string> = new Map([
  ['Y', String.raw`(?<y>\d{4})`],
  ['y', String.raw`(?<yy>\d{2})`],
  ['m', String.raw`(?<m>\d{1,2})`],
  ['d', String.raw`(?<d>\d{1,2})`],
  ['H', String.raw`(?<h>\d{1,2})`],
  ['I', String.raw`(?<hh>\d{1,2})`],
  ['p', '(?<p>[AaPp][Mm])'],
  ['M', String.raw`(?<i>\d{1,2})`],
  ['S', String.raw`(?<s>\d{1,2})`],
  ['f', String.raw`(?<f>\d{1,6})`],
  ['b', '(?<b>[A-Za-z]{3})'],
  ['B', '(?<b>[A-Za-z]{3,9})'],
  ['z', String.raw`(?<z>Z|[+-]\d{2}:?\d{2})`],
  ['%', '%'],
]);

/** Directives that stand for several, as in POSIX and in the C library of GNU. */
const shorthands: ReadonlyMap<string, string> = new Map([
  ['F', '%Y-%m-%d'],
  ['T', '%H:%M:%S'],
  ['R', '%H:%M'],
  ['D', '%m/%d/%y'],
]);

const monthNames =
  'january february march april may june july august september october november december'.split(' ');
const longestPattern = 100;

/** One piece of a pattern: a directive, or a text that stands for itself. */
type Piece = { readonly directive: string } | { readonly text: string };

type NoSuch = 'no-such-day' | 'no-such-month' | 'no-such-time';

/** How dates are written, from a pattern of strftime. */
export interface DatePattern {
  readonly pieces: readonly Piece[];
  /** What a text says; undefined where it has a fault. */
  read(text: string): Moment | undefined;
  /** Why a text says nothing: it is not written so, or names a day, a month or a time that does not exist. */
  fault(text: string): 'form' | NoSuch | undefined;
  /** A moment written so; undefined where it lacks a part or the pattern has directives that cannot be filled in. */
  write(moment: Moment): string | undefined;
}

/** The first directive that is not understood or stands twice, with its `%`; the whole pattern where it is too long; undefined where all is well. */
export function unknownDirective(pattern: string): string | undefined {
  if (pattern.length > longestPattern) return pattern.slice(0, longestPattern);
  const seen = new Set<string>();
  for (const piece of piecesOf(pattern)) {
    if (!('directive' in piece) || piece.directive === '%') continue;
    const key = piece.directive.toLowerCase() === 'b' ? 'b' : piece.directive;
    if (!directives.has(piece.directive) || seen.has(key)) return `%${piece.directive}`;
    seen.add(key);
  }
  return undefined;
}

/** Parses a pattern such as `%d/%m/%Y`; undefined where `unknownDirective` finds fault with it. */
export function parseDatePattern(pattern: string): DatePattern | undefined {
  if (unknownDirective(pattern) !== undefined) return undefined;
  const pieces = piecesOf(pattern);
  const source = pieces.map((piece) =>
    'directive' in piece
      ? (directives.get(piece.directive) ?? '')
      : piece.text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`),
  );
  const shape = new RegExp(`^${source.join('')}$`, 'u');
  const said = (text: string): Moment | NoSuch | undefined => {
    // Every part is short, so a longer text is no date and costs nothing.
    const match = text.length > 200 ? null : shape.exec(text);
    return match === null ? undefined : momentOf(match.groups ?? {});
  };
  return {
    pieces,
    read: (text) => {
      const moment = said(text);
      return typeof moment === 'string' ? undefined : moment;
    },
    fault: (text) => {
      const moment = said(text) ?? 'form';
      return typeof moment === 'string' ? moment : undefined;
    },
    write: (moment) => {
      const parts = pieces.map((piece) =>
        'directive' in piece ? partOf(piece.directive, moment) : piece.text,
      );
      return parts.includes(undefined) ? undefined : parts.join('');
    },
  };
}

function piecesOf(pattern: string): Piece[] {
  const pieces: Piece[] = [];
  // `%-d` is `%d` without a zero before it, which is read anyway.
  const long = pattern.replaceAll(/%(%|[FTRD]|-[dmHIMSy])/g, (all, sign: string) =>
    sign.startsWith('-') ? `%${sign.slice(1)}` : (shorthands.get(sign) ?? all),
  );
  for (const [, directive, text] of long.matchAll(/%(.?)|([^%]+)/gsu)) {
    pieces.push(text === undefined ? { directive: directive ?? '' } : { text });
  }
  return pieces;
}

function partOf(directive: string, { y, m, d, h = '00', i = '00', s = '00' }: Moment): string | undefined {
  const ofTwo = y?.slice(2);
  const month = monthNames[Number(m) - 1];
  const name = month === undefined ? undefined : `${month.charAt(0).toUpperCase()}${month.slice(1)}`;
  return {
    Y: y,
    y: yearOfTwo(ofTwo) === y ? ofTwo : undefined,
    m,
    b: name?.slice(0, 3),
    B: name,
    d,
    H: h,
    M: i,
    S: s,
    '%': '%',
  }[directive];
}

type Groups = Readonly<Partial<Record<string, string>>>;

/** Undefined where the name of the month is none, or one of another language: then the text is not written so. */
function momentOf(groups: Groups): Moment | NoSuch | undefined {
  const year = groups['y'] ?? yearOfTwo(groups['yy']);
  const { b: name } = groups;
  const month = name === undefined ? groups['m'] : monthOf(name);
  if (name !== undefined && month === undefined) return undefined;
  const hour = groups['hh'] === undefined ? groups['h'] : hourOfTwelve(groups['hh'], groups['p']);
  const parts = { m: month, d: groups['d'], h: hour, i: groups['i'], s: groups['s'] };
  const noSuch = noSuchOf(year, parts);
  if (noSuch !== undefined) return noSuch;
  const moment: Record<string, string> = year === undefined ? {} : { y: year };
  for (const [name, text] of Object.entries(parts))
    if (text !== undefined) moment[name] = text.padStart(2, '0');
  const { f: fraction, z: zone } = groups;
  return {
    ...moment,
    ...(fraction === undefined ? {} : { fraction }),
    ...(zone === undefined ? {} : { offset: utcOffset(zone) }),
  };
}

type ClockParts = Pick<Moment, 'm' | 'd' | 'h' | 'i' | 's'>;
type Undefined<Parts> = { readonly [Name in keyof Parts]: Parts[Name] | undefined };

/** A year that is not there must not make 29 February wrong. */
function noSuchOf(
  year: string | undefined,
  { m = '1', d, h = '0', i = '0', s = '0' }: Undefined<ClockParts>,
): NoSuch | undefined {
  if (dayFault(Number(year ?? 2000), Number(m), Number(d ?? 1)) !== undefined)
    return d === undefined ? 'no-such-month' : 'no-such-day';
  return Number(h) <= 23 && Number(i) <= 59 && Number(s) <= 59 ? undefined : 'no-such-time';
}

/** POSIX: 69 to 99 are in the twentieth century. */
function yearOfTwo(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return `${text >= '69' ? '19' : '20'}${text}`;
}

/** The number of a month by its English name, in full or its first three letters. */
function monthOf(name: string): string | undefined {
  const key = name.toLowerCase();
  const at = monthNames.findIndex((month) => month === key || month.slice(0, 3) === key);
  return at < 0 ? undefined : String(at + 1);
}

function hourOfTwelve(text: string, half: string | undefined): string {
  const hour = Number(text);
  if (hour < 1 || hour > 12) return '99';
  return String((hour % 12) + (half?.toLowerCase() === 'pm' ? 12 : 0));
}
