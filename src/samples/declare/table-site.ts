import type { RecordKind, Standard } from '../../model/standard.ts';
import type { DeclarationNotes } from './declaration-notes.ts';
import type { TablePlace } from './record-place.ts';

/** A table whose declaration is being read from a record. */
export interface TableSite extends TablePlace {
  readonly standard: Standard;
  readonly kind: RecordKind | undefined;
  readonly notes: DeclarationNotes;
}
