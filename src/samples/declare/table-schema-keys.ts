import type { SampleKey, SampleReference } from '../../model/data-item.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Pointer } from '../../model/pointer.ts';
import { child } from '../../model/pointer.ts';
import type { DeclarationNotes } from './declaration-notes.ts';
import type { Plain } from './plain-values.ts';
import { memberOf, textsOf } from './plain-values.ts';

interface KeySite {
  readonly at: Pointer;
  readonly notes: DeclarationNotes;
  /** Of the fields, in order. */
  readonly names: readonly string[];
  readonly pointers: readonly Pointer[];
  /** Fields whose constraint says `unique`. */
  readonly unique: readonly number[];
}

interface Keys {
  readonly keys: SampleKey[];
  readonly references: SampleReference[];
  /** Fields of the primary key: none of their cells may be empty. */
  readonly required: ReadonlySet<number>;
}

/** `primaryKey`, `uniqueKeys` (version 2), `foreignKeys`, and the constraint `unique`. */
export function keysOf(schema: Plain, site: KeySite): Keys {
  const primary = primaryKey(schema, site);
  const keys: SampleKey[] = primary === undefined ? [] : [primary];
  for (const index of site.unique) {
    const pointer = site.pointers[index] ?? site.at;
    keys.push({ kind: 'unique', items: [index], pointer: `${pointer}/constraints/unique` });
  }
  keys.push(...uniqueKeys(schema, site));
  return {
    keys: withoutRepeats(keys),
    references: foreignKeys(schema, site),
    required: new Set(primary?.items),
  };
}

/** What the primary key, or a key before, says of the same fields is said once. */
function withoutRepeats(keys: readonly SampleKey[]): SampleKey[] {
  const fieldsOf = ({ items }: SampleKey): string => [...new Set(items)].sort((a, b) => a - b).join(' ');
  const first = new Map<string, SampleKey>();
  for (const key of keys) if (!first.has(fieldsOf(key))) first.set(fieldsOf(key), key);
  return [...first.values()];
}

function primaryKey(schema: Plain, site: KeySite): SampleKey | undefined {
  const written = schema['primaryKey'];
  if (written === undefined || written === '' || (Array.isArray(written) && written.length === 0))
    return undefined;
  const pointer = child(site.at, 'primaryKey');
  const items = itemsNamed(written, { ...site, at: pointer, what: 'primaryKey' });
  return items === undefined ? undefined : { kind: 'primary', items, pointer };
}

function uniqueKeys(schema: Plain, site: KeySite): SampleKey[] {
  const pointer = child(site.at, 'uniqueKeys');
  return listOf(schema['uniqueKeys'], { ...site, at: pointer, what: 'uniqueKeys' }).flatMap(
    (fields, index) => {
      const at = child(pointer, index);
      const items = itemsNamed(fields, { ...site, at, what: 'uniqueKeys' });
      return items === undefined ? [] : [{ kind: 'unique' as const, items, pointer: at }];
    },
  );
}

interface NamesSite extends KeySite {
  /** The key that names them. */
  readonly what: string;
}

/** The indices of the fields that a key names; undefined where it makes no sense. */
function itemsNamed(written: unknown, site: NamesSite): number[] | undefined {
  const names = textsOf(written);
  if (names === undefined || names.length === 0) {
    refuse(site, ['must name a field, or a list of fields', '应为字段名或字段名列表']);
    return undefined;
  }
  const items: number[] = [];
  for (const name of names) {
    const index = site.names.indexOf(name);
    if (index === -1) {
      const near = nearestName(name, site.names);
      refuse(site, [`names ${name}, which is no field`, `引用了不存在的字段 ${name}`], near);
      return undefined;
    }
    items.push(index);
  }
  return items;
}

function refuse({ notes, what, at }: NamesSite, [wrong, zh]: readonly [string, string], near?: string): void {
  notes.broken({
    what: [`\`${what}\``, `\`${what}\``],
    pointer: at,
    message: `\`${what}\` ${wrong}.`,
    zh: { message: `\`${what}\` ${zh}。`, ...(near === undefined ? {} : { hint: `是否应为 ${near}？` }) },
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

function listOf(written: unknown, site: NamesSite): readonly unknown[] {
  if (written === undefined) return [];
  if (Array.isArray(written)) return written as unknown[];
  refuse(site, ['must be a list', '应为列表']);
  return [];
}

function foreignKeys(schema: Plain, site: KeySite): SampleReference[] {
  const pointer = child(site.at, 'foreignKeys');
  return listOf(schema['foreignKeys'], { ...site, at: pointer, what: 'foreignKeys' }).flatMap(
    (key, index) => {
      const reference = foreignKey(key, { ...site, at: child(pointer, index), what: 'foreignKeys' });
      return reference === undefined ? [] : [reference];
    },
  );
}

function foreignKey(key: unknown, site: NamesSite): SampleReference | undefined {
  const items = itemsNamed(memberOf(key, 'fields'), { ...site, at: child(site.at, 'fields') });
  if (items === undefined) return undefined;
  const target = memberOf(key, 'reference');
  const to = memberOf(target, 'resource') ?? '';
  const toNames = textsOf(memberOf(target, 'fields'));
  if (typeof to !== 'string' || toNames === undefined) {
    refuse(site, [
      'must say `reference` with `resource` and `fields`',
      '应含 `reference` 及其 `resource` 和 `fields`',
    ]);
    return undefined;
  }
  if (toNames.length !== items.length) {
    refuse(site, [
      `has ${items.length} fields, and ${toNames.length} in the table that it refers to`,
      `有 ${items.length} 个字段，而被引用的表有 ${toNames.length} 个`,
    ]);
    return undefined;
  }
  if (to === '' && itemsNamed(toNames, { ...site, at: `${site.at}/reference/fields` }) === undefined)
    return undefined;
  return { items, to, toNames, pointer: site.at };
}
