import { byCodeUnit } from '../../model/code-unit-order.ts';
import type { DataType } from '../../model/data-item.ts';
import { nameOfText, shownText } from './kept-text.ts';
import type { ValueCounts } from './value-counter.ts';
import { ValueCounter } from './value-counter.ts';
import type { ValueOrder } from './value-order.ts';
import { orderOf } from './value-order.ts';

/** What a column holds, as plain data for other threads. */
export interface ColumnCounts {
  readonly filled: number;
  readonly empty: number;
  /** Of the longest value, in characters (code points). */
  readonly longest: number;
  readonly minimum: string | undefined;
  readonly maximum: string | undefined;
  readonly values: ValueCounts;
}

/** A value as it may be kept: long texts only in their beginning. Whoever shows it to people masks it. */
export interface ShownValue {
  readonly text: string;
  readonly isCut: boolean;
}

/**
 * What a steward wants to know of a column: how many cells are filled, the smallest, the largest and the longest value, the different values and
 * the commonest. The same whatever the order and however the column is divided.
 *
 * The smallest and largest value are those by number, date or moment as the type has it, among the values that are written as it wants;
 * texts are compared by code units, long ones by their beginning.
 */
export class ColumnStatistics {
  /** The different values and how often they stand there. */
  readonly values: ValueCounter;
  readonly #order: ValueOrder;
  #filled = 0;
  #empty = 0;
  #longest = 0;
  #minimum: string | undefined;
  #maximum: string | undefined;

  constructor(type: DataType, values: ValueCounter = new ValueCounter()) {
    this.#order = orderOf(type);
    this.values = values;
  }

  /** One cell as it stands in the file. */
  add(text: string): void {
    if (text === '') {
      this.#empty += 1;
      return;
    }
    this.#filled += 1;
    if (text.length > this.#longest) this.#longest = Math.max(this.#longest, characters(text));
    const isKnown = this.values.add(text);
    if (!isKnown && this.#order.takes(text)) this.#place(nameOfText(text));
  }

  /** Cells that someone else has counted as empty: an engine, or words that stand for nothing. */
  addEmpty(count: number): void {
    this.#empty += count;
  }

  merge(counts: ColumnCounts): void {
    this.#filled += counts.filled;
    this.#empty += counts.empty;
    this.#longest = Math.max(this.#longest, counts.longest);
    if (counts.minimum !== undefined) this.#place(counts.minimum);
    if (counts.maximum !== undefined) this.#place(counts.maximum);
    this.values.merge(counts.values);
  }

  toPlain(): ColumnCounts {
    return {
      filled: this.#filled,
      empty: this.#empty,
      longest: this.#longest,
      minimum: this.#minimum,
      maximum: this.#maximum,
      values: this.values.toPlain(),
    };
  }

  /** The smallest value; undefined where no value has a place in the order of the type. */
  minimum(): ShownValue | undefined {
    return this.#minimum === undefined ? undefined : shownText(this.#minimum);
  }

  maximum(): ShownValue | undefined {
    return this.#maximum === undefined ? undefined : shownText(this.#maximum);
  }

  #place(name: string): void {
    if (this.#minimum === undefined || this.#compare(name, this.#minimum) < 0) this.#minimum = name;
    if (this.#maximum === undefined || this.#compare(name, this.#maximum) > 0) this.#maximum = name;
  }

  /** Of ways to write the same (`1`, `1.0`) always the same one is kept. */
  #compare(one: string, other: string): number {
    return this.#order.compare(one, other) || byCodeUnit(one, other);
  }
}

function characters(text: string): number {
  let count = text.length;
  for (let at = 1; at < text.length; at += 1) {
    const isPair = (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
    if (isPair) count -= 1;
  }
  return count;
}
