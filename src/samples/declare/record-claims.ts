import { dateFault, mendedDate } from '../../formats/calendar.ts';
import type { SampleClaims } from '../../model/data-item.ts';
import type { Pointer } from '../../model/pointer.ts';
import type { SampleClaimFields } from '../../model/sample-binding.ts';
import { countOf, given, scalarText, textOf } from './plain-values.ts';
import { fieldIn } from './record-place.ts';
import type { TableSite } from './table-site.ts';

/** What a record says of the file as a whole. What is not understood of it is no claim, and said in the notes. */
export function claimsOf(site: TableSite): SampleClaims {
  const fields = site.binding.claims;
  if (fields === undefined) return {};
  const text = (field: Pointer | undefined) =>
    field === undefined ? undefined : textOf(fieldIn(site, field).value)?.trim();
  return {
    ...given('format', text(fields.format)),
    ...given('mediaType', text(fields.mediaType)),
    ...given('encoding', text(fields.encoding)),
    ...given('bytes', bytesOf(site, fields.bytes)),
    ...rowsOf(site, fields),
    ...given('lastUpdate', dayOf(site, fields.lastUpdate)),
    ...given('period', periodOf(site, fields.period)),
  };
}

/** Whether there is something to read. */
function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function bytesOf(site: TableSite, field: Pointer | undefined): number | undefined {
  if (field === undefined) return undefined;
  const { value, pointer } = fieldIn(site, field);
  const bytes = countOf(value);
  if (isSaid(value) && bytes === undefined)
    site.notes.skip(['the size', '文件大小'], pointer, ['it is no whole number of bytes', '不是整数字节数']);
  return bytes;
}

/**
 * A count in units is rounded where it was written: 3.2 万 is 32 000 ± 500 rows. In units, 0 is what people write who do not know.
 */
function rowsOf(
  site: TableSite,
  { rows, rowsUnit = 1 }: SampleClaimFields,
): Pick<SampleClaims, 'rows' | 'rowsTolerance'> {
  if (rows === undefined) return {};
  const { value, pointer } = fieldIn(site, rows);
  if (!isSaid(value)) return {};
  const text = scalarText(value)?.trim() ?? '';
  const [whole, decimals = ''] = /^\d{1,15}(?:\.(\d{1,15}))?$/.exec(text) ?? [];
  const count = whole === undefined ? Number.NaN : Math.round(Number(whole) * rowsUnit);
  if (!Number.isSafeInteger(count) || (rowsUnit === 1 && decimals !== '')) {
    site.notes.skip(['the number of rows', '行数'], pointer, ['it is no count', '不是计数']);
    return {};
  }
  if (rowsUnit === 1) return { rows: count };
  return count === 0 ? {} : { rows: count, rowsTolerance: Math.ceil(rowsUnit / 10 ** decimals.length / 2) };
}

/** A day as CCYY-MM-DD, also where a time follows or it is written another way. */
function dayIn(text: string): string | undefined {
  const day = text.trim().replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/s, '$1');
  return dateFault(day) === undefined ? day : mendedDate(day);
}

function dayOf(site: TableSite, field: Pointer | undefined): string | undefined {
  if (field === undefined) return undefined;
  const { value, pointer } = fieldIn(site, field);
  const day = typeof value === 'string' ? dayIn(value) : undefined;
  if (isSaid(value) && day === undefined)
    site.notes.skip(['the day of the last update', '更新日期'], pointer, ['it is no day', '不是日期']);
  return day;
}

function periodOf(site: TableSite, field: SampleClaimFields['period']): SampleClaims['period'] {
  if (field === undefined) return undefined;
  if (typeof field !== 'string') {
    const period = { ...given('from', dayOf(site, field.from)), ...given('to', dayOf(site, field.to)) };
    return Object.keys(period).length === 0 ? undefined : period;
  }
  const { value, pointer } = fieldIn(site, field);
  if (!isSaid(value)) return undefined;
  const period = typeof value === 'string' ? intervalOf(value) : undefined;
  if (period === undefined)
    site.notes.skip(['the period', '时间范围'], pointer, [
      'it is no interval of two days',
      '不是由两个日期组成的区间',
    ]);
  return period;
}

/** `2017-01-01/2017-12-31`, also of months and years; `..` or nothing is an open end. */
function intervalOf(text: string): SampleClaims['period'] {
  const [start, end, ...more] = text.split('/').map((part) => part.trim());
  if (start === undefined || end === undefined || more.length > 0) return undefined;
  const isOpen = (part: string): boolean => part === '' || part === '..';
  const from = isOpen(start) ? undefined : firstDay(start);
  const to = isOpen(end) ? undefined : lastDay(end);
  const understood = (isOpen(start) || from !== undefined) && (isOpen(end) || to !== undefined);
  return understood && (from ?? to) !== undefined
    ? { ...given('from', from), ...given('to', to) }
    : undefined;
}

function firstDay(text: string): string | undefined {
  if (/^\d{4}$/.test(text)) return `${text}-01-01`;
  return dayIn(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text);
}

function lastDay(text: string): string | undefined {
  if (/^\d{4}$/.test(text)) return `${text}-12-31`;
  if (!/^\d{4}-\d{2}$/.test(text)) return dayIn(text);
  return ['31', '30', '29', '28'].map((day) => `${text}-${day}`).find((day) => dateFault(day) === undefined);
}
