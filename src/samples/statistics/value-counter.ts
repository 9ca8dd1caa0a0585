import { byCodeUnit } from '../../model/code-unit-order.ts';
import { nameOfText, shownText } from './kept-text.ts';
import { valueHash, valueHashes } from './value-hash.ts';

/** Different values that are counted. */
const usualLimit = 4096;

/** Different values of a column and how often they stand there. Plain data. */
export interface ValueCounts {
  readonly limit: number;
  /** Whether values were left out: those that rank behind the last one here. */
  readonly isSample: boolean;
  /** In the order of their ranks. */
  readonly values: readonly {
    /** The value, or the beginning of a long one with its digest (see `nameOfText`). */
    readonly name: string;
    readonly rank: number;
    readonly count: number;
  }[];
}

export interface CountedValue {
  readonly text: string;
  /** Whether `text` is only the beginning of it. */
  readonly isCut: boolean;
  readonly count: number;
}

interface Entry {
  readonly rank: number;
  count: number;
}

/**
 * Counts the different values of a column in bounded memory, with the same result whatever the order and however the column is divided.
 *
 * It keeps the values with the smallest hashes (bottom-k sketch: Bar-Yossef et al. 2002; Beyer et al. 2007). A value that is among them at the
 * end was among them from its first occurrence on, so its count is exact. As long as there are no more different values than are kept,
 * everything is exact. Beyond that the kept ones are a fair sample of the different values, not of the rows: a common value that is not in
 * the sample is not seen, and the number of different values is estimated, with a standard error of 1/√(limit − 2): 1.6 % for 4,096.
 */
export class ValueCounter {
  readonly #limit: number;
  readonly #hash: (name: string) => number;
  readonly #entries = new Map<string, Entry>();
  /** Values of this rank and beyond may be left out: so many others rank before. */
  #bound = valueHashes;
  #isSample = false;

  /** @param hash ranks a value, from 0 up to `valueHashes` */
  constructor(limit: number = usualLimit, hash: (name: string) => number = valueHash) {
    this.#limit = limit;
    this.#hash = hash;
  }

  /** Counts a value and says whether it is known for certain that it was counted before. */
  add(text: string): boolean {
    const name = nameOfText(text);
    if (!this.#isSample) {
      const entry = this.#entries.get(name);
      if (entry !== undefined) {
        entry.count += 1;
        return true;
      }
    }
    return this.#count(name, this.#hash(name), 1);
  }

  /** Takes in what was found elsewhere in the column by a counter of the same limit and hash. */
  merge(counts: ValueCounts): void {
    for (const { name, rank, count } of counts.values) this.#count(name, rank, count);
    if (!counts.isSample) return;
    this.#isSample = true;
    // What the other one left out must be left out here too: its counts are not whole.
    this.#bound = Math.min(this.#bound, counts.values.at(-1)?.rank ?? 0);
    this.#prune();
  }

  /** How many different values there are. */
  distinct(): { readonly count: number; readonly isExact: boolean } {
    this.#prune();
    if (!this.#isSample) return { count: this.#entries.size, isExact: true };
    const last = (this.#bound + 1) / valueHashes;
    // One more than are kept were met for certain.
    const least = this.#entries.size + 1;
    return { count: Math.max(least, Math.round((this.#entries.size - 1) / last)), isExact: false };
  }

  /** The values that stand most often, of equally common ones those before in code units. Not exact: there may be commoner ones. */
  commonest(count: number): { readonly values: readonly CountedValue[]; readonly isExact: boolean } {
    this.#prune();
    const values = [...this.#entries]
      .sort(([one, { count: left }], [other, { count: right }]) => right - left || byCodeUnit(one, other))
      .slice(0, count)
      .map(([name, entry]) => ({ ...shownText(name), count: entry.count }));
    return { values, isExact: !this.#isSample };
  }

  toPlain(): ValueCounts {
    this.#prune();
    return {
      limit: this.#limit,
      isSample: this.#isSample,
      values: this.#ranked().map(([name, { rank, count }]) => ({ name, rank, count })),
    };
  }

  #count(name: string, rank: number, count: number): boolean {
    if (rank > this.#bound) return false;
    const entry = this.#entries.get(name);
    if (entry !== undefined) {
      entry.count += count;
      return true;
    }
    this.#entries.set(name, { rank, count });
    // Sorting once for many is quicker than keeping the order all the time.
    if (this.#entries.size >= 2 * this.#limit) this.#prune();
    return false;
  }

  /** Leaves out what ranks behind the limit. */
  #prune(): void {
    if (this.#entries.size <= this.#limit && !this.#isSample) return;
    const ranked = this.#ranked();
    const last = ranked[Math.min(this.#limit, ranked.length) - 1];
    this.#isSample = true;
    this.#bound = Math.min(this.#bound, last?.[1].rank ?? this.#bound);
    ranked.forEach(([name, { rank }], place) => {
      if (place >= this.#limit || rank > this.#bound) this.#entries.delete(name);
    });
  }

  #ranked(): [string, Entry][] {
    return [...this.#entries].sort(
      ([one, left], [other, right]) => left.rank - right.rank || byCodeUnit(one, other),
    );
  }
}
