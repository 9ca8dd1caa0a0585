import type { NameMatch } from '../alignment/match-name.ts';
import { matchName } from '../alignment/match-name.ts';
import type { Pointer } from '../model/pointer.ts';
import type { RecordKind } from '../model/standard.ts';
import { fieldsBelow } from './fields-below.ts';

/** A property and the field that it most likely means. */
export interface NamePair extends NameMatch {
  readonly name: string;
}

/** An object as far as its names go. */
interface Names {
  /** Field pattern of the object. */
  readonly owner: Pointer;
  /** Properties that the standard does not name. */
  readonly names: readonly string[];
  /** All properties. */
  readonly present: readonly string[];
  /** Only these fields are looked for; all that are absent when undefined. */
  readonly demanded: readonly string[] | undefined;
}

/** Records of one department have the same few sets of names over and over. */
const memo = new WeakMap<RecordKind, Map<string, readonly NamePair[]>>();
const memoSize = 5_000;

/** Pairs the unknown properties of an object with absent fields, best match first, each field once. */
export function pairNames(kind: RecordKind, names: Names): readonly NamePair[] {
  const known = memo.get(kind) ?? new Map<string, readonly NamePair[]>();
  memo.set(kind, known);
  const key = JSON.stringify([names.owner, names.names, names.present, names.demanded]);
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= memoSize) known.clear();
  const pairs = pair(kind, names);
  known.set(key, pairs);
  return pairs;
}

function pair(kind: RecordKind, { owner, names, present, demanded }: Names): NamePair[] {
  const taken = new Set(present);
  let open = [...fieldsBelow(kind, owner).values()].filter(
    ({ name }) => !taken.has(name) && (demanded === undefined || demanded.includes(name)),
  );
  const pairs: NamePair[] = [];
  const matches = names
    .flatMap((name) => {
      const match = matchName(name, open);
      return match === undefined ? [] : [{ name, ...match }];
    })
    .sort((a, b) => b.score - a.score);
  for (const match of matches) {
    if (!open.includes(match.field)) continue;
    open = open.filter((field) => field !== match.field);
    pairs.push(match);
  }
  return pairs;
}
