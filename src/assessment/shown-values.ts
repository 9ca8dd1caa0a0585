import type { DataItem } from '../model/data-item.ts';
import type { PrivacyProfile } from '../model/sample-binding.ts';
import type { PrivacyWatch } from '../samples/privacy/privacy-watch.ts';
import { privacyWatch } from '../samples/privacy/privacy-watch.ts';
import type { SampleOutcome } from '../samples/sample-outcome.ts';
import { maskLongNumbers, maskValue } from '../samples/statistics/mask-value.ts';

/** How a cell of a column may be shown. */
export type ShowValue = (column: number, text: string) => string;

/** Cells are kept up to this length: a number at the end of one may have been cut. */
const cutAt = 80;

/** What decides whether values are shown. */
export interface ValueRules {
  readonly items: readonly DataItem[];
  readonly profile: PrivacyProfile;
  readonly showsValues: boolean;
}

type ValueTable = Pick<SampleOutcome, 'headings' | 'columns' | 'part'>;

/** Which columns tell of persons: by their heading, or because personal information was found in them. */
export function personalColumns(table: ValueTable, rules: ValueRules): (column: number) => boolean {
  const watch = watchOf(table, rules);
  const found = new Set(table.part.privacy.map(({ column }) => column));
  return (column) => found.has(column) || watch.readsEveryCell(column);
}

/**
 * Values are masked, unless the user asks for them. Those of columns that tell of persons are masked even then; elsewhere all long numbers
 * are.
 */
export function valueShower(table: ValueTable, rules: ValueRules): ShowValue {
  if (!rules.showsValues) return (_, text) => maskValue(text);
  const isPersonal = personalColumns(table, rules);
  return (column, text) => {
    if (isPersonal(column)) return maskValue(text);
    return maskLongNumbers(text.length < cutAt ? text : text.replace(/[\d\uFF10-\uFF19Xx*-]+$/u, '…'));
  };
}

function watchOf({ headings, columns }: ValueTable, { items, profile }: ValueRules): PrivacyWatch {
  const itemOf = columns.items.map((item) => (item === undefined ? undefined : items[item]));
  return privacyWatch({ headings, items: itemOf, profile });
}
