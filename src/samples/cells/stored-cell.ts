import type { DataItem } from '../../model/data-item.ts';
import type { StoredKind } from '../inputs/row-source.ts';
import { booleanWords } from './boolean-cell.ts';
import type { CellFault } from './cell-fault.ts';
import { digitCounts, readDecimal, writeDecimal } from './decimal-text.ts';
import { typeFault } from './type-fault.ts';

/** Values that are stored as another kind than declared. Each is a style of `cell/type`. */
export const storedStyleNames = [
  'number-as-text',
  'truth-as-text',
  'number-for-text',
  'truth-for-text',
] as const;
type StoredStyle = (typeof storedStyleNames)[number];

const isNumeric = ({ type }: DataItem): boolean => type === 'integer' || type === 'number';

/**
 * A number or truth value as the item would have it written: it is a value, and no matter of writing. `1.0` and `1E+2` are whole numbers,
 * 3.14 is a number of an item that writes decimals with a comma. Any other cell is what it reads.
 */
export function textOfValue(text: string, kind: StoredKind, item: DataItem): string {
  if (kind === 'boolean' && item.type === 'boolean') {
    const { true: yes, false: no } = booleanWords(item);
    return (text === 'true' ? yes : no)[0] ?? text;
  }
  return kind === 'number' && isNumeric(item) ? numberText(text, item) : text;
}

function numberText(text: string, { type, decimalCharacter = '.' }: DataItem): string {
  const value = readDecimal(text);
  // Parquet has numbers that JSON has not.
  if (value === undefined) return text.replace('Infinity', 'INF');
  const isAsWritten =
    type === 'integer' ? digitCounts(value).decimals > 0 : decimalCharacter === '.' || !text.includes('.');
  return isAsWritten ? text : (writeDecimal(value)?.replace('.', decimalCharacter) ?? text);
}

/**
 * What is wrong with how a filled cell is stored whose content is as it should be: a number in quotation marks, a number where text
 * belongs. An item that says how its numbers or truth values are written as texts may have them so.
 */
export function storedFault(text: string, kind: StoredKind, item: DataItem): CellFault | undefined {
  if (kind === 'text') return textFault(text, item);
  if (item.type === 'string') {
    if (kind === 'number') return stored('number-for-text', text);
    return kind === 'boolean' ? stored('truth-for-text', text) : undefined;
  }
  const isCount = kind === 'number' && item.type === 'boolean' && item.words === undefined;
  return isCount ? typeFault('other-style', '1/0', Number(text) === 0 ? 'false' : 'true') : undefined;
}

function textFault(text: string, item: DataItem): CellFault | undefined {
  const { type, words, decimalCharacter, groupCharacter } = item;
  if (type === 'boolean' && words === undefined) return stored('truth-as-text', text);
  const isWritten = decimalCharacter !== undefined || groupCharacter !== undefined;
  return isNumeric(item) && !isWritten ? stored('number-as-text', text) : undefined;
}

function stored(style: StoredStyle, mended: string): CellFault {
  return typeFault('other-style', style, mended);
}

/** A list or an object where the item wants a single value. */
export function nestedFault(kind: StoredKind, { type }: DataItem): CellFault | undefined {
  return (kind === 'list' || kind === 'object') && type !== 'any' ? typeFault('nested') : undefined;
}
