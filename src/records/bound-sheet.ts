import type { Facts } from '../model/check.ts';
import type { Cell, DocumentFault, Located, Row } from '../model/document.ts';
import type { Field } from '../model/field.ts';
import type { Pointer } from '../model/pointer.ts';
import type { RecordKind, SheetBinding } from '../model/standard.ts';
import type { CellReader } from './cell-values.ts';
import type { Column } from './columns.ts';
import type { RecordEntry } from './record-entry.ts';

/** Something about a sheet as a whole or about one of its rows, in the words of a check. */
export interface SheetFinding {
  readonly check: 'column/missing' | 'column/unknown' | 'column/renamed' | 'row/conflict';
  readonly located: Located;
  readonly field?: Field;
  readonly facts: Facts;
}

export type SheetPart =
  | { readonly kind: 'record'; readonly record: RecordEntry }
  | { readonly kind: 'fault'; readonly fault: DocumentFault }
  | { readonly kind: 'finding'; readonly finding: SheetFinding }
  | { readonly kind: 'no-headings' };

/** A column with what its cells become. */
export interface BoundColumn extends Column {
  readonly field: Field;
  readonly tokens: readonly string[];
  /** True for fields of the repeated items (信息项). */
  readonly ofItem: boolean;
  readonly read: CellReader;
}

/** Everything that the rows of one sheet share. */
export interface BoundSheet {
  readonly kind: RecordKind;
  readonly binding: SheetBinding;
  readonly columns: readonly BoundColumn[];
  readonly absentColumns: ReadonlySet<Pointer>;
  readonly items: readonly string[] | undefined;
  /** Pointer of the sheet inside the workbook; `''` for a CSV file. */
  readonly prefix: Pointer;
  locate(row: Row, column: number | undefined): Located;
}

/** Whether a cell holds anything at all. */
export function isFilled(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && cell.text.trim() !== '';
}
