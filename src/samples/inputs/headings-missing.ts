import type { DocumentFault } from '../../model/document.ts';
import type { Place } from '../../model/place.ts';

/** That a table has no heading row. Its columns are known by their places where there are as many as declared. */
export function headingsMissing(
  { columns, declared }: { readonly columns: number; readonly declared: number },
  place: Place,
): DocumentFault {
  const reason = columns === declared ? 'no-heading-row' : 'no-heading-row-unlike';
  return { check: 'document/syntax', reason, place, facts: { columns, declared } };
}
