import { keptSpots } from '../part-tally.ts';
import type { PartSpot } from '../sample-part.ts';

/** Rows that have the same key. */
export interface KeyGroup {
  readonly rows: number;
  readonly first: PartSpot;
  readonly second: PartSpot;
}

/** Keys that stand more than once in a sample. */
export interface KeyGroups {
  /** Rows whose key another row has, the first of each group included. */
  readonly rows: number;
  /** Different keys that more than one row has. */
  readonly keys: number;
  /** The first few groups, by their second rows: those are what a steward goes through the file for. */
  readonly first: readonly KeyGroup[];
}

export const noGroups: KeyGroups = { rows: 0, keys: 0, first: [] };

/** Groups of different keys together: those of several passes. */
export function joinGroups(one: KeyGroups, other: KeyGroups): KeyGroups {
  return {
    rows: one.rows + other.rows,
    keys: one.keys + other.keys,
    first: [...one.first, ...other.first]
      .sort((left, right) => left.second.row - right.second.row)
      .slice(0, keptSpots),
  };
}
