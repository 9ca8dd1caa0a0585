import type { Clause } from '../model/check.ts';
import type { Fault } from '../model/fault.ts';
import type { Field } from '../model/field.ts';

/** The place in the standard that a schema fault appeals to. */
export function clauseOf(fault: Fault, field: Field | undefined): Clause {
  if (fault.schemaPointer.startsWith('fields.csv#') && field !== undefined) {
    return { field: field.pointer, ...(field.clause === undefined ? {} : { clause: field.clause }) };
  }
  return { schema: fault.schemaPointer };
}
