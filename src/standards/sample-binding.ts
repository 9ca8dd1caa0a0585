import type { SampleBinding } from '../model/standard.ts';
import type { Reading } from './reading.ts';

/** Keys of `samples` that name a field below `items`. */
export const itemKeys = ['name', 'type', 'length'] as const;

/**
 * Reads `samples`: {kind, items, name, type, length, path}. `name`, `type` and `length` (a field, or `{at, unit}`) stand below
 * `items`, `path` in the record. Whether the fields exist is seen when the schemas are known.
 */
export function readSamples(reading: Reading, records: Reading | undefined): SampleBinding {
  const keys = reading.members(['kind', 'items', ...itemKeys, 'path']);
  const need = (name: string): Reading => keys.get(name) ?? reading.refuse(`\`samples\` has no \`${name}\`.`);
  const items = need('items');
  if (!items.field().endsWith('/*')) {
    items.refuse(`${items.label} must be the elements of a list, as in /columns/*.`);
  }
  const field = (name: 'type' | 'path') => {
    const found = keys.get(name);
    return found === undefined ? {} : { [name]: found.field() };
  };
  const length = keys.get('length');
  return {
    kind: keys.get('kind')?.string() ?? firstKind(records),
    items: items.field(),
    name: need('name').field(),
    ...field('type'),
    ...field('path'),
    ...(length === undefined ? {} : { length: readLength(length) }),
  };
}

/** The field that `length` names, however it is written. */
export function lengthField(length: Reading): Reading {
  if (typeof length.value === 'string') return length;
  return length.members(['at', 'unit']).get('at') ?? length.refuse(`${length.label} has no \`at\`.`);
}

function readLength(length: Reading): NonNullable<SampleBinding['length']> {
  const at = lengthField(length).field();
  const unit = typeof length.value === 'string' ? undefined : length.members().get('unit');
  return { at, unit: unit?.oneOf(['bytes', 'characters'] as const) ?? 'bytes' };
}

function firstKind(records: Reading | undefined): string {
  return records?.items()[0]?.members().get('kind')?.string() ?? '';
}
