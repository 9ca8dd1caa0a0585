import type { Pointer } from '../../model/pointer.ts';
import { valueAt } from '../../model/pointer.ts';
import type { SampleBinding } from '../../model/sample-binding.ts';

/** A table of a record: the record, or the element that declares it. */
export interface TablePlace {
  readonly record: unknown;
  readonly binding: SampleBinding;
  /** The element that `each` names; `''` where the record declares one table. */
  readonly element: Pointer;
}

/** Where a field of the table stands: the pattern with the element in the place of `each`. */
export function placeIn({ binding: { each }, element }: TablePlace, field: Pointer): Pointer {
  return each !== undefined && field.startsWith(`${each}/`) ? element + field.slice(each.length) : field;
}

/** The value of a field of the table, and where it stands. */
export function fieldIn(
  place: TablePlace,
  field: Pointer,
): { readonly value: unknown; readonly pointer: Pointer } {
  const pointer = placeIn(place, field);
  return { value: valueAt(place.record, pointer), pointer };
}
