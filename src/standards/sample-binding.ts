import type { Pointer } from '../model/pointer.ts';
import { tokensOf } from '../model/pointer.ts';

import type {
  SampleAccessWords,
  SampleBinding,
  SampleClaimFields,
  SampleFlag,
  SampleLength,
} from '../model/sample-binding.ts';
import { privacyProfiles } from '../model/sample-binding.ts';
import { readItemFormats } from './item-formats.ts';
import type { Reading } from './reading.ts';

/** Keys of `samples` that name a field below `items`, some of them as `{at, …}`. */
const fieldKeys = ['name', 'title', 'type', 'format', 'codelist', 'description'] as const;
const flagKeys = ['required', 'sensitive', 'secret', 'primaryKey'] as const;
const claimKeys = ['format', 'mediaType', 'encoding', 'bytes', 'rows', 'lastUpdate'] as const;
const sampleKeys = [
  'kind',
  'each',
  'items',
  ...fieldKeys,
  'aliases',
  'itemFormats',
  'length',
  ...flagKeys,
  'schema',
  'path',
  'access',
  'claims',
  'unknownColumns',
  'ordered',
  'privacy',
];

/** How yes and no are said where the manifest does not say. */
const usualYes = ['true', 'yes', 'y', '1', '是'];
const usualNo = ['false', 'no', 'n', '0', '否'];

/**
 * Reads `samples`. There is `items` with `name`, or `schema`, or both; what belongs to an item stands below `items`, everything else
 * in the record. Whether the fields exist is seen when the schemas are known.
 */
export function readSamples(reading: Reading, records: Reading | undefined): SampleBinding {
  const keys = reading.members(sampleKeys);
  const each = keys.get('each');
  if (each !== undefined) demandElements(each);
  return {
    kind: keys.get('kind')?.string() ?? firstKind(records),
    ...given(each, 'each', (found) => found.field()),
    ...readItems(reading, keys),
    ...given(keys.get('schema'), 'schema', (found) => tableField(found, each)),
    ...given(keys.get('path'), 'path', (found) => tableField(found, each)),
    ...given(keys.get('access'), 'access', (found) => readAccess(found, each)),
    ...given(keys.get('claims'), 'claims', (found) => readClaims(found, each)),
    ...given(keys.get('unknownColumns'), 'unknownColumns', (found) =>
      found.oneOf(['report', 'ignore'] as const),
    ),
    ...given(keys.get('ordered'), 'ordered', (found) => found.boolean()),
    ...given(keys.get('privacy'), 'privacy', (found) => found.oneOf(privacyProfiles)),
  };
}

/** One member of an object, where it is written. */
function given<K extends string, T>(
  reading: Reading | undefined,
  key: K,
  read: (reading: Reading) => T,
): Partial<Record<K, T>> {
  return reading === undefined ? {} : ({ [key]: read(reading) } as Record<K, T>);
}

type ItemBinding = Pick<
  SampleBinding,
  'items' | 'aliases' | 'itemFormats' | 'length' | (typeof fieldKeys)[number] | (typeof flagKeys)[number]
>;

/** What stands below `items`. */
function readItems(samples: Reading, keys: ReadonlyMap<string, Reading>): ItemBinding {
  const items = keys.get('items');
  if (items === undefined) return withoutItems(samples, keys);
  demandElements(items);
  if (!keys.has('name')) samples.refuse('`samples` has no `name`.');
  const fields = fieldKeys.map((key) => given(keys.get(key), key, (found) => found.field()));
  const flags = flagKeys.map((key) => given(keys.get(key), key, readFlag));
  return {
    items: tableField(items, keys.get('each'), true),
    ...given(keys.get('aliases'), 'aliases', (found) => fieldsOf(found).map((one) => one.field())),
    ...given(keys.get('itemFormats'), 'itemFormats', readItemFormats),
    ...given(keys.get('length'), 'length', readLength),
    ...Object.assign({}, ...fields, ...flags),
  };
}

/** Nothing that belongs to an item may be named without `items`: it would have no effect. */
function withoutItems(samples: Reading, keys: ReadonlyMap<string, Reading>): ItemBinding {
  if (!keys.has('schema'))
    samples.refuse('`samples` has no `items`.', 'Name `items` and `name`, or a `schema`.');
  for (const key of [...fieldKeys, ...flagKeys, 'aliases', 'itemFormats', 'length'])
    keys.get(key)?.refuseName(`\`${key}\` stands below \`items\`, and there is no \`items\`.`);
  return {};
}

function demandElements(reading: Reading): void {
  if (!reading.field().endsWith('/*'))
    reading.refuse(`${reading.label} must be the elements of a list, as in /columns/*.`);
}

/** A field of which a table has one: of the record, or of the element that `each` names. */
function tableField(reading: Reading, each: Reading | undefined, isList = false): Pointer {
  const field = reading.field();
  const before = each?.field();
  const own = before !== undefined && field.startsWith(`${before}/`) ? field.slice(before.length) : field;
  if (!tokensOf(isList ? own.slice(0, -2) : own).includes('*')) return field;
  return reading.refuse(
    `${reading.label} must be a field of which a table has one${isList ? ' list' : ''}.`,
    'Where a record declares several tables, `each` names the elements that declare one.',
  );
}

/** A field, or a list of fields. */
function fieldsOf(reading: Reading): Reading[] {
  return Array.isArray(reading.value) ? reading.items() : [reading];
}

/** The field that a key names, written as a text or as `{at, …}`. */
function fieldAt(reading: Reading, known: readonly string[]): Reading {
  if (typeof reading.value === 'string') return reading;
  return reading.members(known).get('at') ?? reading.refuse(`${reading.label} has no \`at\`.`);
}

/** What stands beside `at`. */
function beside(reading: Reading): ReadonlyMap<string, Reading> {
  return typeof reading.value === 'string' ? new Map<string, Reading>() : reading.members();
}

function readLength(reading: Reading): SampleLength {
  const at = fieldAt(reading, ['at', 'unit', 'of']).field();
  const keys = beside(reading);
  return {
    at,
    unit: keys.get('unit')?.oneOf(['bytes', 'characters'] as const) ?? 'bytes',
    ...given(keys.get('of'), 'of', (found) => found.strings()),
  };
}

function readFlag(reading: Reading): SampleFlag {
  const at = fieldAt(reading, ['at', 'yes', 'no']).field();
  const keys = beside(reading);
  const words = (name: string): string[] | undefined =>
    keys
      .get(name)
      ?.strings()
      .map((word) => word.toLowerCase());
  return { at, yes: words('yes') ?? usualYes, no: words('no') ?? usualNo };
}

function readAccess(reading: Reading, each: Reading | undefined): SampleAccessWords {
  const keys = reading.members(['at', 'open', 'limited', 'refused']);
  const at = keys.get('at') ?? reading.refuse(`${reading.label} has no \`at\`.`);
  const open = keys.get('open') ?? reading.refuse(`${reading.label} does not say which words mean \`open\`.`);
  return {
    at: fieldsOf(at).map((one) => tableField(one, each)),
    open: open.strings(),
    limited: keys.get('limited')?.strings() ?? [],
    refused: keys.get('refused')?.strings() ?? [],
  };
}

function readClaims(reading: Reading, each: Reading | undefined): SampleClaimFields {
  const keys = reading.members([...claimKeys, 'rowsUnit', 'period']);
  const fields = claimKeys.map((key) => given(keys.get(key), key, (found) => tableField(found, each)));
  const unit = keys.get('rowsUnit');
  if (unit !== undefined && !keys.has('rows')) unit.refuseName('`rowsUnit` needs `rows`.');
  return {
    ...Object.assign({}, ...fields),
    ...given(unit, 'rowsUnit', (found) => found.wholeNumber()),
    ...given(keys.get('period'), 'period', (found) => readPeriod(found, each)),
  };
}

function readPeriod(reading: Reading, each: Reading | undefined): NonNullable<SampleClaimFields['period']> {
  if (typeof reading.value === 'string') return tableField(reading, each);
  const keys = reading.members(['from', 'to']);
  const need = (name: string): Reading =>
    keys.get(name) ?? reading.refuse(`${reading.label} has no \`${name}\`.`);
  return { from: tableField(need('from'), each), to: tableField(need('to'), each) };
}

/** A field that `samples` names, and whether it stands below `items`. */
export interface SampleField {
  readonly reading: Reading;
  readonly belowItems: boolean;
}

/** Every field that `samples` names, however it is written. */
export function sampleFields(samples: ReadonlyMap<string, Reading>): SampleField[] {
  const below = [...fieldKeys, ...flagKeys, 'aliases', 'length'].flatMap((key) =>
    fieldsNamed(samples.get(key)),
  );
  const claims = [...(samples.get('claims')?.members() ?? [])].filter(([key]) => key !== 'rowsUnit');
  const own = [
    ...['each', 'items', 'schema', 'path', 'access'].flatMap((key) => fieldsNamed(samples.get(key))),
    ...claims.flatMap(([, claim]) => fieldsNamed(claim)),
  ];
  return [
    ...own.map((reading) => ({ reading, belowItems: false })),
    ...below.map((reading) => ({ reading, belowItems: true })),
  ];
}

/** The fields of `/a`, `[/a, /b]`, `{at: …}` and `{from: /a, to: /b}`. */
function fieldsNamed(reading: Reading | undefined): Reading[] {
  if (reading === undefined) return [];
  if (typeof reading.value === 'string' || Array.isArray(reading.value)) return fieldsOf(reading);
  return ['at', 'from', 'to'].flatMap((key) => {
    const inner = reading.members().get(key);
    return inner === undefined ? [] : fieldsOf(inner);
  });
}

function firstKind(records: Reading | undefined): string {
  return records?.items()[0]?.members().get('kind')?.string() ?? '';
}
