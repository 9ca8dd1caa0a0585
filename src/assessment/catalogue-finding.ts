import type { Clause, Facts } from '../model/check.ts';
import type { Place } from '../model/place.ts';
import type { Pointer } from '../model/pointer.ts';
import type { Severity } from '../model/severity.ts';
import type { CatalogueKey } from './partial.ts';

/** What a comparison across the catalogue finds in one of its records. */
export interface CatalogueFinding {
  readonly check: 'record/duplicate' | 'record/inconsistent' | 'record/series' | 'reference/broken';
  readonly key: CatalogueKey;
  readonly pointer: Pointer;
  readonly field: Pointer;
  readonly at: Place;
  readonly facts: Facts;
  readonly severity: Severity;
  /** What those that one decision would mend have in common, beside check and field. */
  readonly subject: string;
  readonly clause?: Clause;
  /** What the fingerprint is made of beside check, kind and field: the same whatever the order of the records. */
  readonly identity: readonly string[];
}
