import type { NameMatch } from '../alignment/match-name.ts';
import { matchName } from '../alignment/match-name.ts';
import type { Field } from '../model/field.ts';
import type { Pointer } from '../model/pointer.ts';
import { child } from '../model/pointer.ts';
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
  /** Fields that the object must have and lacks. */
  readonly missing: readonly string[];
  /** Whether only those are looked for, or every field that is absent. */
  readonly onlyMissing: boolean;
}

/** Records of one department have the same few sets of names over and over. */
const memo = new WeakMap<RecordKind, Map<string, readonly NamePair[]>>();
const memoSize = 5_000;
/** A set of names this long (as JSON) comes once, from nobody's template. */
const maxKeyLength = 5_000;

/** Pairs the unknown properties of an object with absent fields, best match first, each field once. */
export function pairNames(kind: RecordKind, names: Names): readonly NamePair[] {
  const known = memo.get(kind) ?? new Map<string, readonly NamePair[]>();
  memo.set(kind, known);
  const key = JSON.stringify([names.owner, names.names, names.present, names.missing, names.onlyMissing]);
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= memoSize) known.clear();
  const pairs = pair(kind, names);
  if (key.length <= maxKeyLength) known.set(key, pairs);
  return pairs;
}

function pair(kind: RecordKind, { owner, names, present, missing, onlyMissing }: Names): NamePair[] {
  const taken = new Set(present);
  const known = fieldsBelow(kind, owner);
  let open = [
    ...[...known.values()].filter(({ name }) => !taken.has(name) && (!onlyMissing || missing.includes(name))),
    ...missing.filter((name) => !known.has(name)).map((name) => unlisted(kind, owner, name)),
  ];
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

/** A field that only the schema knows: what a schema that refers to itself demands lies too deep to be listed. */
function unlisted({ kind }: RecordKind, owner: Pointer, name: string): Field {
  return {
    kind,
    pointer: child(owner, name),
    name,
    titles: {},
    obligation: 'mandatory',
    aliases: [],
    headings: [],
    distinctFrom: [],
    weight: 1,
  };
}
