import { codesOutOfTime } from '../checks/code-validity.ts';
import type { RecordView } from '../checks/record-view.ts';
import { rule } from '../checks/rule.ts';
import { valueTextQuality } from '../checks/value-text-quality.ts';
import type { Standard } from '../model/standard.ts';
import type { RecordEntry } from '../records/record-entry.ts';
import { conforming, viewRecord } from './view-record.ts';

/** What may find something in a record that meets its schema. */
const searches: readonly ((view: RecordView) => Iterable<unknown>)[] = [
  (view) => rule.run?.(view) ?? [],
  (view) => valueTextQuality.run?.(view) ?? [],
  codesOutOfTime,
];

/**
 * The view of a record that is beyond doubt: it meets its schema and nothing can be found in it. Undefined where it takes a
 * closer look, and with it the code that explains divergences, which a conforming submission need not load.
 */
export function viewAtFirstSight(
  entry: RecordEntry,
  context: { readonly standard: Standard; readonly today: string },
): RecordView | undefined {
  const { kind, value, digitsLost } = entry;
  if (digitsLost.size > 0 || !kind.validator.conforms(value)) return undefined;
  const view = viewRecord(entry, conforming(value), context);
  const isDoubtful = searches.some((search) => !isEmpty(search(view)));
  return isDoubtful ? undefined : view;
}

function isEmpty(items: Iterable<unknown>): boolean {
  for (const _ of items) return false;
  return true;
}
