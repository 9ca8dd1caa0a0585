import type { Field } from '../model/field.ts';
import type { Pointer } from '../model/pointer.ts';
import { lastToken, parentOf } from '../model/pointer.ts';
import type { RecordKind } from '../model/standard.ts';

/** The fields that a column may stand for: a cell holds a leaf, what holds other fields is put together from their columns. */
export function sheetFields(kind: RecordKind): Field[] {
  const containers = new Set([...kind.fields.keys()].flatMap((pointer) => around(pointer)));
  return [...kind.fields.values()]
    .filter(({ pointer }) => !containers.has(pointer))
    .map((field) => (field.name === '*' && field.headings.length === 0 ? asList(kind, field) : field));
}

/** A list of texts is one column: where the standard gives it no heading of its own, it goes by the names of the property. */
function asList(kind: RecordKind, field: Field): Field {
  const owner = kind.fields.get(parentOf(field.pointer));
  if (owner === undefined || owner.name === '*') return field;
  return {
    ...field,
    titles: { ...owner.titles, ...field.titles },
    obligation: owner.obligation,
    aliases: [...owner.aliases, ...field.aliases],
    headings: [...owner.headings, owner.name],
    distinctFrom: [...owner.distinctFrom, ...field.distinctFrom],
  };
}

/** A field that no column stands for and that every row should have. */
export interface MissingColumn {
  readonly field: Field;
  readonly obligation: 'mandatory' | 'recommended';
}

/**
 * Columns that a sheet lacks. What belongs to an object or list is asked for only where that is asked for itself, or where
 * the sheet has another of its columns.
 */
export function missingColumns(
  kind: RecordKind,
  fields: readonly Field[],
  present: ReadonlySet<Pointer>,
): MissingColumn[] {
  const here = new Set([...present].flatMap((pointer) => [pointer, ...around(pointer)]));
  return fields.flatMap((field): MissingColumn[] => {
    if (present.has(field.pointer)) return [];
    const owners = around(field.pointer).filter(
      (pointer) => !here.has(pointer) && lastToken(pointer) !== '*',
    );
    const levels = [field.obligation, ...owners.map((pointer) => kind.fields.get(pointer)?.obligation)];
    if (levels.every((level) => level === 'mandatory')) return [{ field, obligation: 'mandatory' }];
    const isWanted = levels.every((level) => level === 'mandatory' || level === 'recommended');
    return isWanted ? [{ field, obligation: 'recommended' }] : [];
  });
}

/** The fields whose absence from the rows follows from these columns: they themselves, and what would be put together from them alone. */
export function absentWith(
  missing: readonly MissingColumn[],
  present: ReadonlySet<Pointer>,
): ReadonlySet<Pointer> {
  const here = new Set([...present].flatMap((pointer) => around(pointer)));
  return new Set(
    missing.flatMap(({ field: { pointer } }) => [
      pointer,
      ...around(pointer).filter((owner) => !here.has(owner)),
    ]),
  );
}

/** The objects and lists that a field lies in, from the inside out. */
function around(pointer: Pointer): Pointer[] {
  const owners: Pointer[] = [];
  for (let at = parentOf(pointer); at !== ''; at = parentOf(at)) owners.push(at);
  return owners;
}
