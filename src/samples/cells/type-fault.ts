import type { CellFault } from './cell-fault.ts';

/**
 * Why a cell is not of its type. `other-style`: it says something of that type, written otherwise; `no-such-day`, `no-such-month`
 * and `no-such-time`: the form is that of a date, but the calendar or the clock has none such; `no-offset`: a moment that
 * leaves open in which part of the world; `nested`: it is a list or an object.
 */
export const typeReasons = [
  'other-style',
  'no-such-day',
  'no-such-month',
  'no-such-time',
  'no-offset',
  'nested',
  'not-integer',
  'not-number',
  'not-boolean',
  'not-date',
  'not-time',
  'not-date-time',
  'not-year',
  'not-year-month',
] as const;
export type TypeReason = (typeof typeReasons)[number];

/** A fault of `cell/type`. */
export function typeFault(reason: TypeReason, style = '', mended?: string): CellFault {
  return { check: 'cell/type', reason, style, ...(mended === undefined ? {} : { mended }) };
}
