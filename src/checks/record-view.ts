import type { Fault } from '../model/fault.ts';
import type { Field } from '../model/field.ts';
import type { Pointer } from '../model/pointer.ts';
import type { RecordKind, Standard } from '../model/standard.ts';

/** A property under another name than the standard's. */
export interface Rename {
  /** The property as the record has it. */
  readonly pointer: Pointer;
  readonly found: string;
  readonly field: Field;
  readonly how: 'alias' | 'heading' | 'case' | 'spelling' | 'words';
  /** The fault of the missing property that this explains, if the standard demands it. */
  readonly missing: Fault | undefined;
  /** The fault of the extra property, if the standard forbids it or wants to hear of it. */
  readonly extra: Fault | undefined;
}

/** A property of the right name in the wrong object. */
export interface Move {
  readonly pointer: Pointer;
  readonly found: string;
  readonly field: Field;
  /** Where it belongs. */
  readonly to: Pointer;
  readonly missing: Fault | undefined;
  readonly extra: Fault;
}

/** A record as checks see it: plain values and the faults that remain once renamed and misplaced properties are explained. */
export interface RecordView {
  readonly standard: Standard;
  readonly kind: RecordKind;
  readonly value: unknown;
  readonly tabular: boolean;
  readonly faults: readonly Fault[];
  readonly missing: readonly Fault[];
  readonly unknown: readonly Fault[];
  readonly renames: readonly Rename[];
  readonly moves: readonly Move[];
  readonly digitsLost: ReadonlySet<Pointer>;
  readonly today: string;
  /** The record with its renames and moves applied: what it would say under the standard's names, in the standard's places. */
  readonly renamed: unknown;
  /** The field of the standard that a pointer into the record belongs to, renames followed. */
  fieldAt(pointer: Pointer): { readonly pattern: Pointer; readonly field: Field | undefined };
  /** A pointer into `renamed` as a pointer into the record; where nothing stands there, that of the object or list around it. */
  original(pointer: Pointer): Pointer;
  /** The value at a pointer as the record has it. */
  valueAt(pointer: Pointer): unknown;
  /** What stands in the source for a scalar, where the format keeps it. */
  sourceText(pointer: Pointer): string | undefined;
}
