import { keptSpots } from '../part-tally.ts';
import type { PartSpot } from '../sample-part.ts';
import { partCount } from './hash-block.ts';
import { HashSet } from './hash-set.ts';
import { thinOut } from './hash-words.ts';
import type { KeyRows } from './key-comparison.ts';
import type { KeyIndex } from './key-index.ts';
import { passHashes } from './key-index.ts';
import type { TextTablePart } from './text-table.ts';
import { TextTable } from './text-table.ts';

/** Rows that refer to nothing. Plain data. */
export interface BrokenReferences {
  readonly rows: number;
  /** The first few, in order. */
  readonly first: readonly PartSpot[];
}

export const noneBroken: BrokenReferences = { rows: 0, first: [] };

/**
 * Hashes of references that are looked at in one pass over both samples: first over the one with the keys, then over the one that refers.
 * Plain data.
 */
export interface ReferencePass {
  /** Hashes that occur among the references, sorted, each once. */
  readonly words: Uint32Array;
  /** By hash: 1 where it occurs among the keys as well. */
  readonly isKnown: Uint8Array;
}

/**
 * Divides the hashes of the references into passes. A hash that no key has is broken for certain, as equal texts have equal hashes; one that
 * a key has needs a look at the texts. So all references are looked at, two million different ones a pass.
 */
export function* referencePasses(
  references: KeyIndex,
  keys: Pick<KeyIndex, 'sortedPart'>,
  limit: number = passHashes,
): Generator<ReferencePass> {
  let words: Uint32Array[] = [];
  let known: Uint8Array[] = [];
  let held = 0;
  for (let part = 0; part < partCount; part += 1) {
    const sorted = references.sortedPart(part);
    const all = sorted.subarray(0, 2 * thinOut(sorted, 1));
    const isKnown = knownAmong(all, keys.sortedPart(part));
    for (let at = 0; at < isKnown.length; ) {
      const count = Math.min(isKnown.length - at, limit - held);
      words.push(all.slice(2 * at, 2 * (at + count)));
      known.push(isKnown.slice(at, at + count));
      held += count;
      at += count;
      if (held < limit) continue;
      yield joined(words, known, held);
      words = [];
      known = [];
      held = 0;
    }
  }
  if (held > 0) yield joined(words, known, held);
}

/** By reference: whether one of the keys has its hash. Both are sorted; a set of the keys finds it. */
function knownAmong(references: Uint32Array, keys: Uint32Array): Uint8Array {
  const isKnown = new Uint8Array(references.length / 2);
  const distinct = new HashSet(keys.subarray(0, 2 * thinOut(keys, 1)));
  for (let at = 0; at < isKnown.length; at += 1) {
    if (distinct.indexOf(references[2 * at] ?? 0, references[2 * at + 1] ?? 0) !== -1) isKnown[at] = 1;
  }
  return isKnown;
}

function joined(words: readonly Uint32Array[], known: readonly Uint8Array[], held: number): ReferencePass {
  const pass = { words: new Uint32Array(2 * held), isKnown: new Uint8Array(held) };
  let at = 0;
  words.forEach((stretch, index) => {
    pass.words.set(stretch, 2 * at);
    pass.isKnown.set(known[index] ?? new Uint8Array(0), at);
    at += stretch.length / 2;
  });
  return pass;
}

/**
 * Finds the rows whose reference is none of the keys of the other sample: the second pass, with the texts. It is fed the keys first, all of
 * them, then the references. Exact as far as `TextTable` tells texts apart; rows with an empty cell refer to nothing and are not broken.
 *
 * Needs at most 38 bytes a hash of the pass. Keys may be gathered in several threads, in any order, and so may references.
 */
export class ReferenceCheck {
  /** To find the rows that are to be fed. */
  readonly hashes: HashSet;
  readonly #isKnown: Uint8Array;
  readonly #keys: TextTable;
  #broken: BrokenReferences = noneBroken;

  constructor({ words, isKnown }: ReferencePass) {
    this.hashes = new HashSet(words);
    this.#isKnown = isKnown;
    this.#keys = new TextTable(isKnown.length);
  }

  /** The key of a row whose hash is number `index` of `hashes`, in one text (see `keyText`). */
  addKey(index: number, text: string): void {
    this.#keys.enter(index, text);
  }

  /** Keys that were gathered here, for the checks of other threads. The arrays are copies and may be transferred. */
  keys(): TextTablePart {
    return this.#keys.part();
  }

  adoptKeys(part: TextTablePart): void {
    this.#keys.adopt(part, () => {});
  }

  /** A row that refers, whose hash is number `index` of `hashes`. `text` is only asked where the hash does not decide. */
  addReference(index: number, text: () => string, { count = 1, ...spot }: KeyRows): void {
    if (this.#isKnown[index] === 1 && this.#keys.find(index, text()) !== -1) return;
    this.merge({ rows: count, first: [spot] }, { row: 0, line: 0 });
  }

  /** Takes in what was found in a stretch before which so many rows and lines stand, or in another pass. */
  merge({ rows, first }: BrokenReferences, before: PartSpot): void {
    const spots = this.#broken.first;
    const last = spots[keptSpots - 1];
    const added = first
      .map(({ row, line }) => ({ row: before.row + row, line: before.line + line }))
      .filter(({ row }) => last === undefined || row < last.row);
    this.#broken = {
      rows: this.#broken.rows + rows,
      first:
        added.length === 0
          ? spots
          : [...spots, ...added].sort((one, other) => one.row - other.row).slice(0, keptSpots),
    };
  }

  broken(): BrokenReferences {
    return this.#broken;
  }
}
