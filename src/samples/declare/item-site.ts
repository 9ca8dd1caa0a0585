import type { CodeList } from '../../model/code-list.ts';
import type { Pointer } from '../../model/pointer.ts';
import { valueAt } from '../../model/pointer.ts';
import type { TableSite } from './table-site.ts';

/** A data item of a record that is being read. */
export interface ItemSite extends TableSite {
  readonly name: string;
  readonly item: unknown;
  readonly at: Pointer;
  /** The list of types, where the field of the type has one. */
  readonly types: CodeList | undefined;
  /** Types whose length is not read, with the items that have one. */
  readonly unmeasured: Map<string, string[]>;
}

/** What a field of the item says. */
export function fieldOf({ item }: ItemSite, field: Pointer | undefined): unknown {
  return field === undefined ? undefined : valueAt(item, field);
}
