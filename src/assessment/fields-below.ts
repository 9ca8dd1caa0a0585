import type { Field } from '../model/field.ts';
import type { Pointer } from '../model/pointer.ts';
import { parentOf } from '../model/pointer.ts';
import type { RecordKind } from '../model/standard.ts';

const index = new WeakMap<RecordKind, Map<Pointer, Map<string, Field>>>();
const none: ReadonlyMap<string, Field> = new Map();

/** The fields that the standard names directly in the object at a field pattern, by property name. */
export function fieldsBelow(kind: RecordKind, owner: Pointer): ReadonlyMap<string, Field> {
  let byOwner = index.get(kind);
  if (byOwner === undefined) {
    byOwner = new Map();
    for (const field of kind.fields.values()) {
      if (field.name === '*') continue;
      const parent = parentOf(field.pointer);
      const siblings = byOwner.get(parent) ?? new Map<string, Field>();
      byOwner.set(parent, siblings.set(field.name, field));
    }
    index.set(kind, byOwner);
  }
  return byOwner.get(owner) ?? none;
}
