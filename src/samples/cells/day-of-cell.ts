import { dateFault, dayFault } from '../../formats/calendar.ts';
import type { DataItem } from '../../model/data-item.ts';
import { withoutBlankEdges } from './cell-text.ts';
import { parseDatePattern } from './date-pattern.ts';
import { readDateStyle } from './date-styles.ts';

/**
 * Reads the day out of the cells of an item that holds days or moments, as CCYY-MM-DD; also out of cells that are written otherwise than
 * declared, where what they mean is certain. A moment with an offset counts as the day that is written. Undefined for items of other types.
 */
export function dayReader({
  type,
  datePattern,
}: DataItem): ((text: string) => string | undefined) | undefined {
  if (type !== 'date' && type !== 'date-time') return undefined;
  const pattern = datePattern === undefined ? undefined : parseDatePattern(datePattern);
  return (text) => {
    const { y, m, d } = pattern?.read(text) ?? {};
    if (y !== undefined && m !== undefined && d !== undefined) return `${y}-${m}-${d}`;
    return isoDay(text) ?? looseDay(withoutBlankEdges(text));
  };
}

function isoDay(text: string): string | undefined {
  const sign = text[10] ?? 'T';
  if (text[4] !== '-' || text[7] !== '-' || (sign !== 'T' && sign !== 't' && sign !== ' ')) return undefined;
  const day = text.slice(0, 10);
  return dateFault(day) === undefined ? day : undefined;
}

function looseDay(text: string): string | undefined {
  const { y, m, d } = readDateStyle(text, false)?.moment ?? {};
  if (y === undefined || m === undefined || d === undefined) return undefined;
  return dayFault(Number(y), Number(m), Number(d)) === undefined ? `${y}-${m}-${d}` : undefined;
}
