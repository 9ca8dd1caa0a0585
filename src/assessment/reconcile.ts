import type { Move, Rename } from '../checks/record-view.ts';
import type { Fault } from '../model/fault.ts';
import type { Pointer } from '../model/pointer.ts';
import { child, fieldOf, lastToken, parentOf, valueAt } from '../model/pointer.ts';
import type { RecordKind } from '../model/standard.ts';
import { applyMoves, applyRenames } from './apply-renames.ts';
import { fieldsBelow } from './fields-below.ts';
import { findMoves } from './find-moves.ts';
import { pairNames } from './pair-names.ts';

/** The faults of a record with those that one renamed or misplaced property causes taken together. Pointers are into the record as read. */
export interface Reconciled {
  readonly renamed: unknown;
  readonly faults: readonly Fault[];
  readonly missing: readonly Fault[];
  readonly unknown: readonly Fault[];
  readonly renames: readonly Rename[];
  readonly moves: readonly Move[];
  /** A pointer into `renamed` as a pointer into the record as read. */
  original(pointer: Pointer): Pointer;
}

const missingKeywords = new Set(['required', 'dependentRequired', 'dependencies', 'recommended']);
const unknownKeywords = new Set(['additionalProperties', 'unevaluatedProperties', 'knownFields']);
/** A renamed object may hold renamed properties, and so on; deeper than this nobody nests metadata. */
const maxRounds = 4;

/** Finds what each fault is caused by: missing + near unknown = renamed; right name in another object = misplaced. */
export function reconcile(kind: RecordKind, value: unknown, first: readonly Fault[]): Reconciled {
  let renames: Rename[] = [];
  let current = { value, original: (pointer: Pointer): Pointer => pointer };
  let faults = first;
  for (let round = 0; round < maxRounds; round += 1) {
    const applied = renameIn(kind, current.value, faults);
    if (applied === undefined) break;
    const { original } = current;
    const back = applied.renames.map((rename) => ({ ...rename, pointer: original(rename.pointer) }));
    renames = [...renames, ...back];
    current = chain(current, applied.renamed);
    faults = applied.faults;
  }
  const before = sortOut(faults);
  const moves = findMoves(kind, current.value, { ...before, faults });
  // Every misplaced property is judged where it belongs, and rules find it there.
  const home = chain(current, applyMoves(current.value, moves));
  const sorted = moves.length === 0 ? before : sortOut(kind.validator.faults(home.value));
  const back = (fault: Fault): Fault => {
    const pointer = home.original(fault.pointer);
    return pointer === fault.pointer ? fault : { ...fault, pointer };
  };
  return {
    renamed: home.value,
    faults: sorted.others.map(back),
    missing: sorted.missing.map(back),
    unknown: sorted.unknown.map(back),
    renames,
    moves: moves.map((move) => ({ ...move, pointer: current.original(move.pointer) })),
    original: (pointer) => home.original(pointer),
  };
}

interface Applied {
  readonly renames: readonly Rename[];
  readonly renamed: Step;
  readonly faults: readonly Fault[];
}

/** One round of renames that help; undefined where there are none. A name that is no better than the old one is not proposed. */
function renameIn(kind: RecordKind, value: unknown, before: readonly Fault[]): Applied | undefined {
  let renames = findRenames(kind, value, before);
  while (renames.length > 0) {
    const renamed = applyRenames(value, renames);
    const faults = kind.validator.faults(renamed.value);
    const banned = new Set(
      faults.filter(({ keyword }) => unknownKeywords.has(keyword)).map(({ pointer }) => pointer),
    );
    const better = renames.filter(({ pointer, field }) => !banned.has(child(parentOf(pointer), field.name)));
    if (better.length === renames.length) return { renames, renamed, faults };
    renames = better;
  }
  return undefined;
}

interface Step {
  readonly value: unknown;
  original(pointer: Pointer): Pointer;
}

function chain(before: Step, after: Step): Step {
  return { value: after.value, original: (pointer) => before.original(after.original(pointer)) };
}

interface Sorted {
  readonly missing: Fault[];
  readonly unknown: Fault[];
  readonly others: Fault[];
}

/** Each absent and each extra property once, however many schemas complain: a demand before a recommendation, a ban before a mere mention. */
function sortOut(faults: readonly Fault[]): Sorted {
  const missing = new Map<string, Fault>();
  const unknown = new Map<Pointer, Fault>();
  const others: Fault[] = [];
  for (const fault of faults) {
    if (fault.name !== undefined && missingKeywords.has(fault.keyword)) {
      keepHeavier(missing, { key: child(fault.pointer, fault.name), fault, light: 'recommended' });
    } else if (unknownKeywords.has(fault.keyword)) {
      keepHeavier(unknown, { key: fault.pointer, fault, light: 'knownFields' });
    } else others.push(fault);
  }
  return { missing: [...missing.values()], unknown: [...unknown.values()], others: withoutEchoes(others) };
}

/**
 * What the schema rejects outright is said once: what `fields.csv` adds about the same value is left out. A value that
 * says nothing is no code either: there the blank is what is said.
 */
function withoutEchoes(faults: readonly Fault[]): Fault[] {
  const rejected = new Set(faults.filter((fault) => !isFromFields(fault)).map(({ pointer }) => pointer));
  const blank = new Set(faults.filter(({ keyword }) => keyword === 'filled').map(({ pointer }) => pointer));
  return faults.filter((fault) => {
    if (!isFromFields(fault)) return true;
    return !rejected.has(fault.pointer) && (fault.keyword === 'filled' || !blank.has(fault.pointer));
  });
}

function isFromFields(fault: Fault): boolean {
  return fault.schemaPointer.startsWith('fields.csv#');
}

function keepHeavier(
  kept: Map<string, Fault>,
  { key, fault, light }: { key: string; fault: Fault; light: string },
): void {
  const before = kept.get(key);
  if (before === undefined || before.keyword === light) kept.set(key, fault);
}

function findRenames(kind: RecordKind, value: unknown, faults: readonly Fault[]): Rename[] {
  const { missing, unknown } = sortOut(faults);
  const missingIn = groupedBy(missing, ({ pointer }) => pointer);
  const unknownIn = groupedBy(unknown, ({ pointer }) => parentOf(pointer));
  return [...extraNames(kind, value, { missingIn, unknownIn })].flatMap(([owner, names]) =>
    renamesIn(kind, {
      owner,
      names,
      value,
      missing: missingIn.get(owner) ?? [],
      unknown: unknownIn.get(owner) ?? [],
    }),
  );
}

function groupedBy(faults: readonly Fault[], ownerOf: (fault: Fault) => Pointer): Map<Pointer, Fault[]> {
  const groups = new Map<Pointer, Fault[]>();
  for (const fault of faults) {
    const group = groups.get(ownerOf(fault));
    if (group === undefined) groups.set(ownerOf(fault), [fault]);
    else group.push(fault);
  }
  return groups;
}

/** The properties of each object that the standard does not name. */
function extraNames(
  kind: RecordKind,
  value: unknown,
  {
    missingIn,
    unknownIn,
  }: Readonly<Record<'missingIn' | 'unknownIn', ReadonlyMap<Pointer, readonly Fault[]>>>,
): Map<Pointer, string[]> {
  const names = new Map<Pointer, string[]>();
  for (const [owner, unknown] of unknownIn) {
    names.set(
      owner,
      unknown.map(({ pointer }) => lastToken(pointer)),
    );
  }
  // An open schema lets extra properties pass; beside a missing one they are still worth a look.
  for (const owner of missingIn.keys()) {
    const extra = names.has(owner) ? [] : undeclared(kind, value, owner);
    if (extra.length > 0) names.set(owner, extra);
  }
  return names;
}

function undeclared(kind: RecordKind, value: unknown, owner: Pointer): string[] {
  const object = valueAt(value, owner);
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return [];
  const known = fieldsBelow(kind, fieldOf(value, owner));
  return Object.keys(object).filter((name) => !known.has(name));
}

interface Owner {
  readonly owner: Pointer;
  readonly names: readonly string[];
  readonly value: unknown;
  readonly missing: readonly Fault[];
  readonly unknown: readonly Fault[];
}

function renamesIn(kind: RecordKind, { owner, names, value, missing, unknown }: Owner): Rename[] {
  const object = valueAt(value, owner);
  if (typeof object !== 'object' || object === null) return [];
  const missingOf = new Map(missing.map((fault) => [fault.name ?? '', fault]));
  const extraOf = new Map(unknown.map((fault) => [lastToken(fault.pointer), fault]));
  const pairs = pairNames(kind, {
    owner: fieldOf(value, owner),
    names,
    present: Object.keys(object),
    missing: [...missingOf.keys()],
    // A name that the schema lets pass is only held against fields that are missed.
    onlyMissing: !kind.reportUnknown && unknown.length === 0,
  });
  return pairs
    .filter(
      ({ name, field, how }) =>
        how !== 'words' ||
        kind.validator.fits(field.pointer, (object as Record<string, unknown>)[name]) !== false,
    )
    .map(({ name, field, how }) => ({
      pointer: child(owner, name),
      found: name,
      field,
      how,
      missing: missingOf.get(field.name),
      extra: extraOf.get(name),
    }));
}
