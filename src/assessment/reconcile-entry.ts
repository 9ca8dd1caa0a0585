import type { Fault } from '../model/fault.ts';
import type { Pointer } from '../model/pointer.ts';
import { fieldOf } from '../model/pointer.ts';
import type { RecordEntry } from '../records/record-entry.ts';
import type { Reconciled } from './reconcile.ts';
import { reconcile } from './reconcile.ts';

/** The faults of a record that does not meet its schema, renamed and misplaced properties explained. */
export function reconcileEntry({ kind, value, omitted, absentColumns }: RecordEntry): Reconciled {
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
