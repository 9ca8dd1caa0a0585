import type { Encoding } from '../../documents/encoding.ts';
import { findFormat } from '../../formats/index.ts';
import type { DataItem } from '../../model/data-item.ts';
import { compilePattern } from '../../schema/pattern/pattern.ts';
import { booleanFault } from './boolean-cell.ts';
import { byteLength } from './byte-length.ts';
import type { CellFault, CellJudge } from './cell-fault.ts';
import { codeJudge } from './code-cell.ts';
import { readDateStyle } from './date-styles.ts';
import type { Decimal } from './decimal-text.ts';
import { compareDecimals, digitCounts, readDecimal, writeDecimal } from './decimal-text.ts';
import { numberReader } from './number-cell.ts';
import { isTemporal, temporalReader } from './temporal-cell.ts';

/** Whether nothing at all is asked of the cells of an item, not even that they have clean edges. */
export function asksNothing(item: DataItem): boolean {
  const { type, codes, format, length, precision, range, pattern } = item;
  return (
    type === 'any' && [codes, format, length, precision, range, pattern].every((claim) => claim === undefined)
  );
}

/** Judges what a filled cell says: code, type, format, length, precision, range, pattern, in this order; the first fault is told. */
export function contentJudge(item: DataItem, encoding: Encoding): CellJudge {
  const { read, fault } = typeJudge(item);
  const judges = [
    item.codes === undefined ? undefined : codeJudge(item.codes, isNumeric(item) ? plainly(read) : undefined),
    fault,
    formatJudge(item),
    lengthJudge(item, encoding),
    precisionJudge(item, read),
    rangeJudge(item, read),
    patternJudge(item),
  ].filter((judge) => judge !== undefined);
  return (text) => {
    for (const judge of judges) {
      const fault = judge(text);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };
}

function isNumeric({ type }: DataItem): boolean {
  return type === 'integer' || type === 'number';
}

/** Writes the number of a cell as JSON has it; undefined for what is none. Whether the cell writes it as it should is for its type to say. */
function plainly(read: TypeJudge['read']): (text: string) => string | undefined {
  return (text) => {
    const value = read?.(text) ?? readDecimal(text);
    return value === undefined ? undefined : writeDecimal(value);
  };
}

interface TypeJudge {
  /** The cell as a number that can be compared; undefined where it has none. */
  readonly read?: (text: string) => Decimal | undefined;
  readonly fault?: CellJudge;
}

/** How cells of the item's type are read, and what is wrong with those that are none. */
export function typeJudge(item: DataItem): TypeJudge {
  const { type } = item;
  if (isNumeric(item)) return numberReader(item);
  if (type === 'boolean') return { fault: (text) => booleanFault(text, item) };
  if (isTemporal(type)) return temporalReader(item, type);
  return type === 'any' ? { read: readDecimal } : {};
}

function formatJudge({ format: name }: DataItem): CellJudge | undefined {
  const format = name === undefined ? undefined : findFormat(name);
  if (format === undefined) return undefined;
  const isDate = name === 'date' || name === 'cn-date';
  return (text) => {
    const reason = format.check(text);
    if (reason === true) return undefined;
    const mended = format.mend?.(text);
    const style = isDate ? (readDateStyle(text, false)?.style ?? '') : '';
    return { check: 'cell/format', reason, style, ...(mended === undefined ? {} : { mended }) };
  };
}

function lengthJudge({ length }: DataItem, encoding: Encoding): CellJudge | undefined {
  if (length === undefined) return undefined;
  const { min = 0, max = Number.POSITIVE_INFINITY, unit } = length;
  return (text) => {
    const size = unit === 'bytes' ? byteLength(text, encoding) : codePoints(text);
    if (size > max) return { check: 'cell/length', reason: 'too-long', style: '', size };
    return size < min ? { check: 'cell/length', reason: 'too-short', style: '', size } : undefined;
  };
}

function codePoints(text: string): number {
  let count = text.length;
  for (let at = 1; at < text.length; at += 1) {
    const isPair = (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
    if (isPair) count -= 1;
  }
  return count;
}

/** Digits are those of the number, not of its notation: 1.50 has one decimal, 1E+3 four digits. */
function precisionJudge({ precision, type }: DataItem, read: TypeJudge['read']): CellJudge | undefined {
  if (precision === undefined || read === undefined || isTemporal(type)) return undefined;
  const { digits = Number.POSITIVE_INFINITY, decimals: most = Number.POSITIVE_INFINITY } = precision;
  return (text) => {
    const value = read(text);
    if (value === undefined) return undefined;
    const { whole, decimals } = digitCounts(value);
    if (decimals > most) return { check: 'cell/precision', reason: 'decimals', style: '' };
    return whole + decimals > digits ? { check: 'cell/precision', reason: 'digits', style: '' } : undefined;
  };
}

/** The four bounds, each with whether a comparison of the cell with it is wrong. */
const bounds = [
  ['minimum', (order: number) => order < 0],
  ['exclusiveMinimum', (order: number) => order <= 0],
  ['maximum', (order: number) => order > 0],
  ['exclusiveMaximum', (order: number) => order >= 0],
] as const;

/** A bound of a range as a number: those of dates and times are written as the cells are, others as JSON has them; undefined where it is none. */
export function readBound(item: DataItem, name: (typeof bounds)[number][0]): Decimal | undefined {
  const bound = item.range?.[name];
  if (bound === undefined) return undefined;
  const { type } = item;
  return isTemporal(type) ? temporalReader(item, type).read(String(bound)) : readDecimal(String(bound));
}

function rangeJudge(item: DataItem, read: TypeJudge['read']): CellJudge | undefined {
  if (item.range === undefined || read === undefined) return undefined;
  const limits = bounds.flatMap(([name, isWrong]) => {
    const limit = readBound(item, name);
    if (limit === undefined) return [];
    const fault: CellFault = { check: 'cell/range', reason: name, style: '' };
    return [{ limit, isWrong, fault }];
  });
  return (text) => {
    const value = read(text);
    if (value === undefined) return undefined;
    return limits.find(({ limit, isWrong }) => isWrong(compareDecimals(value, limit)))?.fault;
  };
}

/** The expression that a cell is held against; undefined where the declared one is none. */
export function patternSource({ pattern }: DataItem): string | undefined {
  if (pattern === undefined) return undefined;
  const source = pattern.whole ? `^(?:${pattern.source})$` : pattern.source;
  try {
    compilePattern(pattern.source);
    compilePattern(source);
    return source;
  } catch {
    return undefined;
  }
}

/**
 * Linear in the text wherever the expression is regular. A text that would take too long (tens of thousands of characters; a few dozen for an
 * expression with look-around or back-references whose cost could explode) is told as not judged. Expressions that are none are not judged:
 * whoever declares says so.
 */
function patternJudge(item: DataItem): CellJudge | undefined {
  const source = patternSource(item);
  if (source === undefined) return undefined;
  const fault: CellFault = { check: 'cell/pattern', reason: 'pattern', style: '' };
  const unknown: CellFault = { check: 'cell/pattern', reason: 'not-judged', style: '' };
  return (text) => {
    const matches = compilePattern(source).test(text);
    if (matches === undefined) return unknown;
    return matches ? undefined : fault;
  };
}
