import { keptSpots } from '../part-tally.ts';
import type { PartSpot } from '../sample-part.ts';
import type { KeyGroup, KeyGroups } from './key-groups.ts';
import type { TextTablePart } from './text-table.ts';
import { grown, TextTable } from './text-table.ts';

/** Numbers kept of an entry: rows, then row and line of its first and of its second occurrence. */
const fields = 5;

/** A row, or `count` rows of the same key that follow each other, of which only the place of the first may be among those that are kept. */
export interface KeyRows extends PartSpot {
  readonly count?: number;
}

/** What was compared in a stretch of a sample, for another thread. Plain data. */
export interface ComparisonPart {
  readonly texts: TextTablePart;
  readonly numbers: Float64Array;
}

/**
 * Looks at the texts of the rows whose hash occurs more than once (see `KeyIndex.candidates`) and says which keys are really equal: the second
 * pass. The counts are exact as far as `TextTable` tells texts apart.
 *
 * Needs at most 77 bytes a candidate, whatever the texts are and however many rows have them (160 MB for a full list). Stretches may be
 * compared by themselves, in any order: `merge` gives what one pass gives.
 */
export class KeyComparison {
  readonly #texts: TextTable;
  #numbers: Float64Array;

  /** @param candidates how many hashes the list has */
  constructor(candidates: number) {
    this.#texts = new TextTable(candidates);
    this.#numbers = new Float64Array(fields * candidates);
  }

  /** A row whose hash is number `index` of the candidates, with all its key in one text (see `keyText`). */
  add(index: number, text: string, { row, line, count = 1 }: KeyRows): void {
    const at = this.#at(this.#texts.enter(index, text));
    const numbers = this.#numbers;
    numbers[at] = (numbers[at] ?? 0) + count;
    this.#note(at, row, line);
  }

  /** What was compared. The arrays are copies and may be transferred. */
  part(): ComparisonPart {
    return { texts: this.#texts.part(), numbers: this.#numbers.slice(0, fields * this.#texts.size) };
  }

  /** Takes in a stretch before which so many rows and lines stand. */
  merge({ texts, numbers }: ComparisonPart, before: PartSpot): void {
    this.#texts.adopt(texts, (theirs, ours) => {
      const from = fields * theirs;
      const at = this.#at(ours);
      const rows = numbers[from] ?? 0;
      this.#numbers[at] = (this.#numbers[at] ?? 0) + rows;
      for (let spot = 1; spot <= Math.min(rows, 2); spot += 1) {
        const row = (numbers[from + 2 * spot - 1] ?? 0) - 1;
        this.#note(at, before.row + row, before.line + (numbers[from + 2 * spot] ?? 0));
      }
    });
  }

  /** The keys that stand more than once. */
  groups(): KeyGroups {
    const numbers = this.#numbers;
    let rows = 0;
    let keys = 0;
    let first: KeyGroup[] = [];
    for (let at = 0; at < fields * this.#texts.size; at += fields) {
      const count = numbers[at] ?? 0;
      if (count < 2) continue;
      rows += count;
      keys += 1;
      const last = first[keptSpots - 1];
      if (last !== undefined && last.second.row < (numbers[at + 3] ?? 0) - 1) continue;
      first = [...first, groupAt(numbers, at)]
        .sort((one, other) => one.second.row - other.second.row)
        .slice(0, keptSpots);
    }
    return { rows, keys, first };
  }

  #at(entry: number): number {
    const at = fields * entry;
    if (at + fields > this.#numbers.length) this.#numbers = grown(this.#numbers, at + fields);
    return at;
  }

  /** Keeps the place if it is one of the first two. Rows are kept plus one, so that 0 says none. */
  #note(at: number, row: number, line: number): void {
    const numbers = this.#numbers;
    const first = numbers[at + 1] ?? 0;
    const second = numbers[at + 3] ?? 0;
    if (first === 0 || row + 1 < first) {
      numbers[at + 3] = first;
      numbers[at + 4] = numbers[at + 2] ?? 0;
      numbers[at + 1] = row + 1;
      numbers[at + 2] = line;
    } else if (second === 0 || row + 1 < second) {
      numbers[at + 3] = row + 1;
      numbers[at + 4] = line;
    }
  }
}

function groupAt(numbers: Float64Array, at: number): KeyGroup {
  const spot = (from: number): PartSpot => ({
    row: (numbers[from] ?? 0) - 1,
    line: numbers[from + 1] ?? 0,
  });
  return { rows: numbers[at] ?? 0, first: spot(at + 1), second: spot(at + 3) };
}
