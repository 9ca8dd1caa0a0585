import type { DataItem } from '../../model/data-item.ts';
import type { CellFault } from './cell-fault.ts';
import type { Decimal } from './decimal-text.ts';
import { digitCounts, readDecimal, writeDecimal } from './decimal-text.ts';
import { typeFault } from './type-fault.ts';

/** The ways in which numbers are written otherwise. */
export const numberStyleNames = [
  'thousands',
  'decimal-comma',
  'decimal-zero',
  'decimals',
  'exponent',
  'spreadsheet-number',
  'percent',
  'unit',
  'minus-sign',
] as const;
type NumberStyle = (typeof numberStyleNames)[number];

/** Longer texts are not looked at for a style. UTF-16 units. */
const longest = 64;
const specials = /^(?:nan|-?inf)$/i;

/** How an item writes its numbers, ready to read cells with. */
export interface NumberReader {
  /** The number, or undefined for what is none of this item's. `NaN`, `INF` and `-INF`, which Table Schema allows, have no decimal. */
  read(text: string): Decimal | undefined;
  fault(text: string): CellFault | undefined;
}

/** Reads and judges integers and numbers. An integer has neither decimals nor exponent, as in Table Schema; leading zeros and `+` are allowed. */
export function numberReader(item: DataItem): NumberReader {
  const decimal = single(item.decimalCharacter) ?? '.';
  const written = single(item.groupCharacter);
  // One sign cannot be both.
  const group = written === decimal ? undefined : written;
  const isInteger = item.type === 'integer';
  const shape = shapeOf(isInteger, decimal, group);
  const read = (text: string): Decimal | undefined => {
    if (!shape.test(text)) return undefined;
    const bare = group === undefined ? text : text.replaceAll(group, '');
    return readDecimal(decimal === '.' ? bare : bare.replace(decimal, '.'));
  };
  // An infinite number or none is within no range and has no digits to count.
  const takesSpecials = !isInteger && item.range === undefined && item.precision === undefined;
  return {
    read,
    fault: (text) => {
      if (shape.test(text) || (takesSpecials && specials.test(text))) return undefined;
      return styleFault(text, { isInteger, decimal, read });
    },
  };
}

function single(text: string | undefined): string | undefined {
  return text !== undefined && /^[^\d+\-eE]$/u.test(text) ? text : undefined;
}

function shapeOf(isInteger: boolean, decimal: string, group: string | undefined): RegExp {
  const quoted = (text: string): string => `\\u{${(text.codePointAt(0) ?? 0).toString(16)}}`;
  const whole = group === undefined ? String.raw`\d+` : String.raw`\d+(?:${quoted(group)}\d+)*`;
  if (isInteger) return new RegExp(`^[+-]?${whole}$`, 'u');
  const point = quoted(decimal);
  return new RegExp(String.raw`^[+-]?(?:${whole}(?:${point}\d*)?|${point}\d+)(?:[eE][+-]?\d+)?$`, 'u');
}

interface Wanted {
  readonly isInteger: boolean;
  readonly decimal: string;
  readonly read: (text: string) => Decimal | undefined;
}

/** Style → what it looks like, after NFKC, and the same number as JSON has it; most telling first. */
const looks: readonly (readonly [NumberStyle, RegExp, ((text: string) => string | undefined)?])[] = [
  ['minus-sign', /^[\u2010-\u2015\u2212]\d+(?:\.\d+)?$/, (text) => `-${text.slice(1)}`],
  ['percent', /^[+-]?[\d,]*\.?\d+\s?[%‰]$/],
  ['thousands', /^[+-]?\d{1,3}(?:[,' ’]\d{3})+(?:\.\d*)?$/, ungrouped],
  ['decimal-comma', /^[+-]?\d+,(?:\d{1,2}|\d{4,})$/, (text) => text.replace(',', '.')],
  ['unit', /^[+-]?[¥$€£]\s?[\d,]*\.?\d+$/],
  ['unit', /^[+-]?[¥$€£]?\s?[\d,]*\.?\d+\s?[\p{L}²³/°℃]{1,10}[23]?$/u],
];

function ungrouped(text: string): string | undefined {
  // A single group may be the decimals of somebody who writes 3,141.
  const isClear = text.includes('.') || /\d[,' ’]\d{3}[,' ’]/.test(text);
  return isClear ? text.replaceAll(/[,' ’]/g, '') : undefined;
}

function styleFault(text: string, wanted: Wanted): CellFault {
  const none = typeFault(wanted.isInteger ? 'not-integer' : 'not-number');
  if (text.length > longest) return none;
  const plain = text.normalize('NFKC').trim();
  const value = readDecimal(plain);
  if (value !== undefined) return numberFault(plain, value, wanted);
  for (const [style, look, mend] of looks) {
    if (!look.test(plain)) continue;
    const certain =
      style === 'thousands' && wanted.isInteger ? plain.replaceAll(/[,' ’]/g, '') : mend?.(plain);
    return typeFault('other-style', style, written(certain, wanted));
  }
  return none;
}

/** What is a number with a point before its decimals, yet not one of this item's. */
function numberFault(plain: string, value: Decimal, wanted: Wanted): CellFault {
  const { decimals } = digitCounts(value);
  if (/e/i.test(plain)) {
    // Fewer digits than the number has places: a spreadsheet has rounded a long code.
    const lost =
      /^[+-]?\d(?:\.\d+)?E\+\d{2,3}$/i.test(plain) && value.point >= 12 && value.digits.length < value.point;
    if (lost) return typeFault('other-style', 'spreadsheet-number');
    if (wanted.isInteger && decimals > 0) return typeFault('not-integer', 'decimals');
    return typeFault('other-style', 'exponent', written(plain, wanted));
  }
  if (!wanted.isInteger) return typeFault('other-style', 'decimal-comma');
  return decimals > 0
    ? typeFault('not-integer', 'decimals')
    : typeFault('other-style', 'decimal-zero', written(plain, wanted));
}

/** A number written out as the item wants it. */
function written(text: string | undefined, wanted: Wanted): string | undefined {
  const value = text === undefined ? undefined : readDecimal(text);
  const out = value === undefined ? undefined : writeDecimal(value)?.replace('.', wanted.decimal);
  return out !== undefined && wanted.read(out) !== undefined ? out : undefined;
}
