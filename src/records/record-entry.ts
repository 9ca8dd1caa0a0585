import type { Located } from '../model/document.ts';
import type { Pointer } from '../model/pointer.ts';
import type { RecordKind } from '../model/standard.ts';

/** One metadata record, wherever it came from, with places that are looked up when asked for. */
export interface RecordEntry {
  readonly kind: RecordKind;
  readonly value: unknown;
  /** Where the record sits in its document: `/dataset/3`; `''` for the whole document. */
  readonly pointer: Pointer;
  /** Arrays that stand empty in `value` because their elements are records of their own. */
  readonly omitted: readonly Pointer[];
  /** True for rows of a sheet: an absent value is an empty cell. */
  readonly tabular: boolean;
  /** Fields whose column is said to be missing, and objects and lists made of such columns alone: not said again for each row. */
  readonly absentColumns: ReadonlySet<Pointer>;
  /** Cells whose last digits a spreadsheet has destroyed. */
  readonly digitsLost: ReadonlySet<Pointer>;
  locate(pointer: Pointer): Located;
  locateKey(pointer: Pointer): Located;
  sourceText?(pointer: Pointer): string | undefined;
}
