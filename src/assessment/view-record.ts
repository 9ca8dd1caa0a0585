import type { RecordView } from '../checks/record-view.ts';
import type { Field } from '../model/field.ts';
import type { Pointer } from '../model/pointer.ts';
import { fieldOf, parentOf, valueAt } from '../model/pointer.ts';
import type { RecordKind, Standard } from '../model/standard.ts';
import type { RecordEntry } from '../records/record-entry.ts';
import type { Reconciled } from './reconcile.ts';

/** What checks see of a record. */
export function viewRecord(
  entry: RecordEntry,
  reconciled: Reconciled,
  { standard, today }: { readonly standard: Standard; readonly today: string },
): RecordView {
  const { kind, value } = entry;
  const { renames, moves } = reconciled;
  const renamed = new Map([...renames, ...moves].map(({ pointer, field }) => [pointer, field.pointer]));
  // One by one: spreading costs more than all the rest of a conforming record's view.
  return {
    renamed: reconciled.renamed,
    faults: reconciled.faults,
    missing: reconciled.missing,
    unknown: reconciled.unknown,
    renames: reconciled.renames,
    moves: reconciled.moves,
    standard,
    kind,
    value,
    tabular: entry.tabular,
    digitsLost: entry.digitsLost,
    today,
    fieldAt: remembering((pointer) => fieldAt(kind, renamed, { value, pointer })),
    original: (pointer) => standing(value, reconciled.original(pointer)),
    valueAt: (pointer) => valueAt(value, pointer),
    sourceText: (pointer) => entry.sourceText?.(pointer),
  };
}

/** The pointer, or the nearest one around it at which the record has something. */
function standing(value: unknown, pointer: Pointer): Pointer {
  let at = pointer;
  while (at !== '' && valueAt(value, at) === undefined) at = parentOf(at);
  return at;
}

/** Several checks ask for the same few pointers of a record. */
function remembering<T>(find: (pointer: Pointer) => T): (pointer: Pointer) => T {
  const known = new Map<Pointer, T>();
  return (pointer) => {
    let found = known.get(pointer);
    if (found === undefined) {
      found = find(pointer);
      known.set(pointer, found);
    }
    return found;
  };
}

/** Nothing to reconcile: the record meets its schema. */
export function conforming(value: unknown): Reconciled {
  return {
    renamed: value,
    faults: [],
    missing: [],
    unknown: [],
    renames: [],
    moves: [],
    original: (pointer) => pointer,
  };
}

function fieldAt(
  kind: RecordKind,
  renamed: ReadonlyMap<Pointer, Pointer>,
  { value, pointer }: { value: unknown; pointer: Pointer },
): { pattern: Pointer; field: Field | undefined } {
  const pattern = patternOf(renamed, value, pointer);
  const field =
    kind.fields.get(pattern) ?? (pattern.endsWith('/*') ? kind.fields.get(pattern.slice(0, -2)) : undefined);
  return { pattern, field };
}

/** The field pattern of a pointer; below a renamed or misplaced property that of the field it stands for. `renamed`: pointer → field. */
function patternOf(renamed: ReadonlyMap<Pointer, Pointer>, value: unknown, pointer: Pointer): Pointer {
  const pattern = fieldOf(value, pointer);
  if (renamed.size === 0) return pattern;
  for (let at = pointer; at !== ''; at = parentOf(at)) {
    const field = renamed.get(at);
    if (field !== undefined) return field + pattern.slice(fieldOf(value, at).length);
  }
  return pattern;
}
