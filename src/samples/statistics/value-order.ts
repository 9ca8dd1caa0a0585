import { dateFault } from '../../formats/calendar.ts';
import { byCodeUnit } from '../../model/code-unit-order.ts';
import type { DataType } from '../../model/data-item.ts';
import type { Decimal } from '../cells/decimal-text.ts';
import { compareDecimals, readDecimal } from '../cells/decimal-text.ts';

/** Which values of a type have a place in its order, and which of two comes first. */
export interface ValueOrder {
  /** Values that are not written as the type wants are neither smallest nor largest. */
  takes(text: string): boolean;
  compare(one: string, other: string): number;
}

const zero: Decimal = { negative: false, digits: '', point: 0 };

/** By digits: exact also beyond 2^53, where numbers of 18 digits and more would be rounded. */
const decimals: ValueOrder = {
  takes: (text) => text.length <= 64 && readDecimal(text) !== undefined,
  compare: (one, other) => compareDecimals(readDecimal(one) ?? zero, readDecimal(other) ?? zero),
};

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Moments are compared as such, whatever their zones; to the millisecond. */
const moments: ValueOrder = {
  takes: (text) => text.length <= 64 && moment.test(text) && !Number.isNaN(Date.parse(text)),
  compare: (one, other) => Date.parse(one) - Date.parse(other),
};

/** Texts in the order of their code units, which for digits of fixed width is that of what they mean. */
function written(pattern: RegExp): ValueOrder {
  return { takes: (text) => pattern.test(text), compare: byCodeUnit };
}

const orders: Readonly<Partial<Record<DataType, ValueOrder>>> = {
  // An integer has no exponent, see `numberReader`.
  integer: { ...decimals, takes: (text) => decimals.takes(text) && !/e/i.test(text) },
  number: decimals,
  date: { takes: (text) => dateFault(text) === undefined, compare: byCodeUnit },
  'date-time': moments,
  time: written(/^\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?$/),
  year: written(/^\d{4}$/),
  'year-month': written(/^\d{4}-\d{2}$/),
};

/** The order of a type: by number, by date, by moment; by code unit for everything else. */
export function orderOf(type: DataType): ValueOrder {
  return orders[type] ?? { takes: () => true, compare: byCodeUnit };
}
