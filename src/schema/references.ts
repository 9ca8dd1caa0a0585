import { draftNamed } from './dialect.ts';
import type { Location, SchemaSource } from './location.ts';
import { member, placeKey } from './location.ts';
import type { DeadEnd } from './registry.ts';
import { Registry } from './registry.ts';
import { isObject, storeKeywords, subschemasOf } from './subschemas.ts';

/**
 * The documents that an entry needs and that are not among the sources: absolute URIs without fragment, sorted, each once.
 * A loader reads them and asks again until nothing is missing that it can read. Throws `SchemaError` for schemas that nest too deep.
 */
export function missingSources(options: {
  readonly entry: string;
  readonly sources: readonly SchemaSource[];
  readonly defaultDialect?: string;
}): readonly string[] {
  const registry = new Registry(options.sources, draftNamed(options.defaultDialect));
  const missing = new Set<string>();
  const visited = new Set<string>();
  const open: Location[] = [];
  /** Goes on where a reference leads; notes a document that is not there. */
  const follow = (found: Location | DeadEnd): void => {
    if (!('reason' in found)) open.push(found);
    else if (found.missing !== undefined) missing.add(found.missing);
  };
  follow(registry.find(options.entry));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const key = placeKey(at.source, at.pointer);
    if (visited.has(key)) continue;
    visited.add(key);
    for (const found of neighbours(at, registry)) follow(found);
  }
  return [...missing].sort();
}

/** What a schema refers to and what it holds. A dialect of its own is only looked for. */
function* neighbours(at: Location, registry: Registry): Generator<Location | DeadEnd> {
  if (!isObject(at.value)) return;
  for (const keyword of ['$ref', '$dynamicRef']) {
    const reference = member(at.value, keyword);
    if (typeof reference === 'string') yield registry.resolve(at.resource, reference);
  }
  for (const { keyword, tokens } of subschemasOf(at.value, at.resource.dialect)) {
    if (!storeKeywords.has(keyword)) yield registry.below(at, tokens);
  }
  const { metaschema } = at.resource;
  const found = metaschema === undefined ? undefined : registry.find(metaschema);
  if (found !== undefined && 'reason' in found) yield found;
}
