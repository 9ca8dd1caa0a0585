import type { PartSpot, RowTally } from '../sample-part.ts';

/** Counts what is wrong with rows, by kind, with the first places of each. */
export class RowTallies {
  readonly #spots: number;
  readonly #tallies = new Map<string, RowTally>();

  /** `spots`: how many first places of each kind are kept. */
  constructor(spots: number) {
    this.#spots = spots;
  }

  /** Counts one fault, or `count` that share a place. The place is only asked for while places are kept. */
  note(kind: Pick<RowTally, 'check' | 'reason' | 'facts'>, spot: () => PartSpot, count = 1): void {
    const key = tallyKey(kind);
    let tally = this.#tallies.get(key);
    if (tally === undefined) {
      tally = { ...kind, count: 0, first: [] };
      this.#tallies.set(key, tally);
    }
    tally.count += count;
    if (tally.first.length < this.#spots) tally.first.push(spot());
  }

  /** By first place, so that their order does not depend on how the file was cut into blocks and parts. */
  sorted(): RowTally[] {
    return sortTallies([...this.#tallies.values()]);
  }
}

/** What two tallies of the same kind have in common. */
export function tallyKey({ check, reason, facts }: Pick<RowTally, 'check' | 'reason' | 'facts'>): string {
  return JSON.stringify([check, reason, facts]);
}

export function sortTallies(tallies: readonly RowTally[]): RowTally[] {
  return [...tallies].sort((left, right) => {
    const [from, to] = [left.first[0], right.first[0]];
    const rows = (from?.row ?? 0) - (to?.row ?? 0);
    if (rows !== 0) return rows;
    const lines = (from?.line ?? 0) - (to?.line ?? 0);
    if (lines !== 0) return lines;
    return tallyKey(left) < tallyKey(right) ? -1 : 1;
  });
}
