import type { Location, SchemaSource } from '../schema/location.ts';
import { member } from '../schema/location.ts';
import { Registry } from '../schema/registry.ts';
import { storeKeywords, subschemasOf } from '../schema/subschemas.ts';
import { drafts } from '../schema/dialect.ts';

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

/** The files that references ask for, found by walking every schema that `entry` can reach. */
export function missingTargets(registry: Registry, entry: string): MissingTarget[] {
  const missing = new Map<string, MissingTarget>();
  const start = registry.find(entry);
  const open = 'reason' in start ? [] : [start];
  const seen = new Set<string>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const key = `${at.source.uri}#${at.pointer}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const reference of referencesOf(at)) {
      const target = registry.resolve(at.resource, reference);
      if (!('reason' in target)) open.push(target);
      else if (target.missing !== undefined) missing.set(target.missing, { uri: target.missing, from: at, reference });
    }
    if (typeof at.value !== 'object' || at.value === null || Array.isArray(at.value)) continue;
    for (const { keyword, tokens } of subschemasOf(at.value as Readonly<Record<string, unknown>>, at.resource.dialect)) {
      if (!storeKeywords.has(keyword)) open.push(registry.below(at, tokens));
    }
  }
  return [...missing.values()];
}
