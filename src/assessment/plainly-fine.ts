import type { Standard } from '../model/standard.ts';
import type { RecordEntry } from '../records/record-entry.ts';

/** Under a bare schema nothing but the schema speaks: a record that meets it needs no second look. */
export function isPlainlyFine({ kind, value, digitsLost }: RecordEntry, { bare }: Standard): boolean {
  return bare && digitsLost.size === 0 && kind.validator.conforms(value);
}
