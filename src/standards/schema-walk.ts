import { drafts } from '../schema/dialect.ts';
import type { Location, SchemaSource } from '../schema/location.ts';
import { member, placeKey } from '../schema/location.ts';
import { Registry } from '../schema/registry.ts';
import { isObject, storeKeywords, subschemasOf } from '../schema/subschemas.ts';

/** A `$ref` that leads nowhere because nobody has given the file. */
export interface MissingTarget {
  /** Absolute, without fragment. */
  readonly uri: string;
  /** The schema that refers to it. */
  readonly from: Location;
  readonly reference: string;
}

/** The schemas of a standard by URI, in the draft that the manifest names where a file does not say. */
export function schemaRegistry(sources: readonly SchemaSource[], draft: string): Registry {
  return new Registry(sources, drafts.find((one) => one === draft) ?? '2020-12');
}

/** The schema that a `$ref` (or `$dynamicRef`, `$recursiveRef` before it moves) in a schema means; undefined where it leads nowhere. */
export function referencesOf(at: Location): string[] {
  const { keywords } = at.resource.dialect;
  return ['$ref', '$dynamicRef', '$recursiveRef'].flatMap((keyword) => {
    const reference = keywords.has(keyword) ? member(at.value, keyword) : undefined;
    return typeof reference === 'string' ? [reference] : [];
  });
}

/** The schemas in a list keyword such as `allOf`; none where the keyword is no list. */
export function listed(registry: Registry, at: Location, keyword: string): Location[] {
  const list = member(at.value, keyword);
  return Array.isArray(list)
    ? [...list.keys()].map((index) => registry.below(at, [keyword, String(index)]))
    : [];
}

/** The names in a keyword such as `properties`; none where it is no object. */
export function namesIn(at: Location, keyword: string): string[] {
  const named = member(at.value, keyword);
  return isObject(named) ? Object.keys(named) : [];
}

/** The files that references ask for, found by walking every schema that `entry` can reach. */
export function missingTargets(registry: Registry, entry: string): MissingTarget[] {
  const missing = new Map<string, MissingTarget>();
  const start = registry.find(entry);
  const open = 'reason' in start ? [] : [start];
  const seen = new Set<string>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const key = placeKey(at.source, at.pointer);
    if (seen.has(key)) continue;
    seen.add(key);
    for (const reference of referencesOf(at)) {
      const target = registry.resolve(at.resource, reference);
      if (!('reason' in target)) open.push(target);
      else if (target.missing !== undefined)
        missing.set(target.missing, { uri: target.missing, from: at, reference });
    }
    // One by one: a schema may have more members than a call may have arguments.
    applied(registry, at).forEach((inner) => {
      open.push(inner);
    });
  }
  return [...missing.values()];
}

/** The schemas directly inside one that it applies itself. */
function applied(registry: Registry, at: Location): Location[] {
  if (!isObject(at.value)) return [];
  return [...subschemasOf(at.value, at.resource.dialect)]
    .filter(({ keyword }) => !storeKeywords.has(keyword))
    .map(({ tokens }) => registry.below(at, tokens));
}
