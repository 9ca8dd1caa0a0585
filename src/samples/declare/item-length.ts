import type { DataItem, DataType } from '../../model/data-item.ts';
import type { TextPair } from '../../model/fault.ts';
import type { Pointer } from '../../model/pointer.ts';
import type { SampleLength } from '../../model/sample-binding.ts';
import type { ItemSite } from './item-site.ts';
import { fieldOf } from './item-site.ts';
import { countOf } from './plain-values.ts';
import type { TableSite } from './table-site.ts';

/** The type of an item, and how it is written. */
export interface Typed {
  readonly type: DataType;
  readonly typeName: string | undefined;
}

/** The greatest length of a text. That of a number or date is what storage takes. */
export function lengthOf(site: ItemSite, typed: Typed): DataItem['length'] | undefined {
  const { binding, name, at, notes } = site;
  const { length } = binding;
  const written = length === undefined ? undefined : fieldOf(site, length.at);
  if (length === undefined || written === undefined || written === null || written === '') return undefined;
  if (!isMeasured(length, typed)) return leaveUnmeasured(site, typed);
  const max = countOf(written);
  if (max !== undefined && max > 0) return { max, unit: length.unit };
  notes.skip([`length of ${name}`, `${name} 的长度`], at + length.at, [
    'it is no whole number above 0',
    '不是大于 0 的整数',
  ]);
  return undefined;
}

function isMeasured({ of }: SampleLength, { type, typeName }: Typed): boolean {
  return of === undefined ? type === 'string' || type === 'any' : of.includes(typeName ?? '');
}

function leaveUnmeasured({ name, unmeasured }: ItemSite, { type, typeName }: Typed): undefined {
  const names = unmeasured.get(typeName ?? type);
  if (names === undefined) unmeasured.set(typeName ?? type, [name]);
  else names.push(name);
}

const lengthOfStorage: TextPair = [
  'it is the length of storage and not that of the values',
  '该长度是存储长度，不是取值的长度',
];

/** One sentence for all items of a type. */
export function sayUnmeasured(
  { notes }: TableSite,
  {
    list,
    unmeasured,
  }: { readonly list: Pointer; readonly unmeasured: ReadonlyMap<string, readonly string[]> },
): void {
  for (const [type, names] of unmeasured) {
    const shown = [...names.slice(0, 5), ...(names.length > 5 ? ['…'] : [])];
    const what: TextPair = [
      `length of ${type} (${names.length}: ${shown.join(', ')})`,
      `${type} 的长度（${names.length} 项：${shown.join('、')}）`,
    ];
    notes.skip(what, list, lengthOfStorage);
  }
}
