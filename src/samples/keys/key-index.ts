import { Failure } from '../../model/failure.ts';
import { DistinctHashes } from './distinct-hashes.ts';
import type { HashBlock } from './hash-block.ts';
import { blockHashes, makeBlock, partCount } from './hash-block.ts';
import { HashList } from './hash-list.ts';
import { HashSet } from './hash-set.ts';
import { sortHashes, thinOut } from './hash-words.ts';
import type { Spill, SpillFile } from './spill.ts';

const nothing = new Uint32Array();

/** Hashes that are held in memory at most; eight bytes each. */
const usualBudget = 2 ** 26;
/** Hashes of one list of candidates; the comparison of their texts needs up to 100 bytes each. */
export const passHashes = 2 ** 21;

export interface KeyIndexOptions {
  /** Hashes held in memory before they are set aside. */
  readonly budget?: number;
  /** Where they go then. */
  readonly spill?: Spill;
}

/** Hashes that were set aside, part by part. */
interface Run {
  readonly file: SpillFile;
  /** By part: number of its first hash. One more than there are parts. */
  readonly starts: Float64Array;
}

/**
 * Collects the hashes of the keys of a sample and finds those that occur more than once. Equal keys have equal hashes, so all duplicates are
 * among the rows that have them; which of those rows are equal indeed is for `KeyComparison` to say, which sees their texts.
 *
 * Needs eight bytes a row up to the budget, whatever the keys are; beyond it sorted hashes lie in files. The order in which hashes come and
 * how they are divided among indices makes no difference.
 */
export class KeyIndex {
  readonly #budget: number;
  readonly #spill: Spill | undefined;
  #blocks: HashBlock[] = [];
  #held = 0;
  readonly #pending = new HashList();
  /** Where one part after the other is looked through: new memory for each would be collected late. */
  #scratch: Uint32Array = new Uint32Array(0);
  readonly #runs: Run[] = [];

  constructor({ budget = usualBudget, spill }: KeyIndexOptions = {}) {
    this.#budget = budget;
    this.#spill = spill;
  }

  /**
   * Takes the keys of so many rows: two words each, `0, 0` where a cell of the key is empty: such a row has no key.
   * @throws Failure `limit` where the budget is used up and there is no spill, `output` where it cannot be written.
   */
  add(hashes: Uint32Array, rows: number): void {
    for (let at = 0; at < 2 * rows; at += 2) {
      const first = hashes[at] ?? 0;
      const second = hashes[at + 1] ?? 0;
      if (first === 0 && second === 0) continue;
      this.#pending.push(first, second);
      if (this.#pending.size === blockHashes) this.#seal();
    }
  }

  /** Gives away what is in memory, for the index of another thread, so that this one stays small and needs no spill; the buffers of the blocks may be transferred. */
  take(): HashBlock[] {
    this.#seal();
    const blocks = this.#blocks;
    this.#blocks = [];
    this.#held = 0;
    return blocks;
  }

  /** Takes over what another index gave away. The same failures as `add`. */
  adopt(blocks: readonly HashBlock[]): void {
    for (const block of blocks) this.#keep(block);
  }

  /**
   * The hashes that occur more than once, in lists of at most `limit`. Each list needs a pass over the sample; nearly always it is one list or
   * none.
   */
  *candidates(limit = passHashes): Generator<HashSet> {
    let found = new HashList();
    const distinct = new DistinctHashes();
    for (let part = 0; part < partCount; part += 1) {
      const sorted = this.#sortedUnlessDistinct(part, distinct);
      for (let at = 0; at + 2 < sorted.length; at += 2) {
        if (!repeats(sorted, at)) continue;
        found.push(sorted[at] ?? 0, sorted[at + 1] ?? 0);
        if (found.size < limit) continue;
        yield new HashSet(found.words());
        found = new HashList();
      }
    }
    if (found.size > 0) yield new HashSet(found.words());
  }

  /** All hashes of a part in order. Of one that occurs more often there are at least two. */
  sortedPart(part: number): Uint32Array {
    return sortHashes(this.#partOf(part));
  }

  /** Nothing where no hash of the part occurs twice. */
  #sortedUnlessDistinct(part: number, distinct: DistinctHashes): Uint32Array {
    const words = this.#partOf(part, this.#scratch);
    this.#scratch = words.length > this.#scratch.length ? words : this.#scratch;
    return distinct.holds(words) ? nothing : sortHashes(words);
  }

  #partOf(part: number, room?: Uint32Array): Uint32Array {
    this.#seal();
    return this.#gather(part, room);
  }

  #seal(): void {
    if (this.#pending.size === 0) return;
    const block = makeBlock(this.#pending.view());
    this.#pending.clear();
    this.#keep(block);
  }

  #keep(block: HashBlock): void {
    this.#blocks.push(block);
    this.#held += block.words.length / 2;
    if (this.#held > this.#budget) this.#setAside();
  }

  /** Writes what is in memory part by part, each sorted; two of each hash say all that matters. */
  #setAside(): void {
    if (this.#spill === undefined) throw tooManyKeys(this.#budget);
    const file = this.#spill.create();
    const starts = new Float64Array(partCount + 1);
    for (let part = 0; part < partCount; part += 1) {
      const words = this.#gatherHeld(part, 0);
      sortHashes(words);
      const count = thinOut(words, 2);
      file.append(new Uint8Array(words.buffer, 0, 8 * count));
      starts[part + 1] = (starts[part] ?? 0) + count;
    }
    this.#runs.push({ file, starts });
    this.#blocks = [];
    this.#held = 0;
  }

  #gather(part: number, room?: Uint32Array): Uint32Array {
    let aside = 0;
    for (const { starts } of this.#runs) aside += (starts[part + 1] ?? 0) - (starts[part] ?? 0);
    const words = this.#gatherHeld(part, aside, room);
    let at = 0;
    for (const { file, starts } of this.#runs) {
      const from = starts[part] ?? 0;
      const count = (starts[part + 1] ?? 0) - from;
      file.read(8 * from, new Uint8Array(words.buffer, 8 * at, 8 * count));
      at += count;
    }
    return words;
  }

  /** The hashes of a part in memory, behind room for `before` others; in `room` where that is large enough. */
  #gatherHeld(part: number, before: number, room?: Uint32Array): Uint32Array {
    let count = before;
    for (const { starts } of this.#blocks) count += (starts[part + 1] ?? 0) - (starts[part] ?? 0);
    const isRoom = room !== undefined && room.length >= 2 * count;
    const words = isRoom ? room.subarray(0, 2 * count) : new Uint32Array(2 * count);
    let end = 2 * before;
    for (const { words: all, starts } of this.#blocks) {
      const stretch = all.subarray(2 * (starts[part] ?? 0), 2 * (starts[part + 1] ?? 0));
      words.set(stretch, end);
      end += stretch.length;
    }
    return words;
  }
}

/** Whether the hash occurs again and this is its first occurrence. */
function repeats(sorted: Uint32Array, at: number): boolean {
  const first = sorted[at];
  const second = sorted[at + 1];
  if (sorted[at + 2] !== first || sorted[at + 3] !== second) return false;
  return at === 0 || sorted[at - 2] !== first || sorted[at - 1] !== second;
}

function tooManyKeys(budget: number): Failure {
  return new Failure(
    'limit',
    `A sample has more than ${budget} keys, and they cannot be set aside on disk.`,
    {
      hint: 'Check the sample with the command, or give it more memory.',
      zh: { message: `数据样本的主键超过 ${budget} 个，且无法暂存到磁盘。`, hint: '请用命令行检查该样本。' },
    },
  );
}
