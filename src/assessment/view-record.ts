import type { RecordView } from '../checks/record-view.ts';
import type { Fault } from '../model/fault.ts';
import type { Field } from '../model/field.ts';
import type { Pointer } from '../model/pointer.ts';
import { fieldOf, valueAt } from '../model/pointer.ts';
import type { RecordKind, Standard } from '../model/standard.ts';
import type { RecordEntry } from '../records/record-entry.ts';
import type { Reconciled } from './reconcile.ts';
import { reconcile } from './reconcile.ts';

/** What checks see of a record. */
export function viewRecord(entry: RecordEntry, standard: Standard, today: string): RecordView {
  const { kind, value } = entry;
  const reconciled = kind.validator.conforms(value) ? conforming(value) : reconcileEntry(entry);
  return {
    ...reconciled,
    standard,
    kind,
    value,
    tabular: entry.tabular,
    digitsLost: entry.digitsLost,
    today,
    fieldAt: remembering((pointer) => fieldAt(kind, reconciled, { value, pointer })),
    valueAt: (pointer) => valueAt(value, pointer),
    sourceText: (pointer) => entry.sourceText?.(pointer),
  };
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

function conforming(value: unknown): Reconciled {
  return { renamed: value, faults: [], missing: [], unknown: [], renames: [], moves: [] };
}

function reconcileEntry({ kind, value, omitted, absentColumns }: RecordEntry): Reconciled {
  const all = kind.validator.faults(value);
  // Arrays whose elements were judged one by one stand empty here; what is said of their emptiness is not so.
  const faults = omitted.length === 0 ? all : all.filter((fault) => !omitted.includes(fault.pointer));
  const reconciled = reconcile(kind, value, faults);
  if (absentColumns.size === 0) return reconciled;
  return {
    ...reconciled,
    missing: reconciled.missing.filter((fault) => !isAbsentColumn(value, fault, absentColumns)),
  };
}

/** A missing column is said once for the sheet. */
function isAbsentColumn(value: unknown, fault: Fault, absentColumns: ReadonlySet<Pointer>): boolean {
  return absentColumns.has(`${fieldOf(value, fault.pointer)}/${fault.name ?? ''}`);
}

function fieldAt(
  kind: RecordKind,
  { renames }: Reconciled,
  { value, pointer }: { value: unknown; pointer: Pointer },
): { pattern: Pointer; field: Field | undefined } {
  let pattern = fieldOf(value, pointer);
  for (const rename of renames) {
    if (pointer === rename.pointer || pointer.startsWith(`${rename.pointer}/`)) {
      pattern = rename.field.pointer + fieldOf(value, pointer).slice(fieldOf(value, rename.pointer).length);
    }
  }
  const field =
    kind.fields.get(pattern) ?? (pattern.endsWith('/*') ? kind.fields.get(pattern.slice(0, -2)) : undefined);
  return { pattern, field };
}
