import type { Obligation } from '../model/field.ts';
import type { Location } from '../schema/location.ts';
import { member, placeKey } from '../schema/location.ts';
import type { Registry } from '../schema/registry.ts';
import { isObject } from '../schema/subschemas.ts';
import { referencesOf } from './schema-walk.ts';

/** An object of the record and the properties that its schema lists. */
export interface SchemaObjectNames {
  readonly names: readonly string[];
  /** `required` of the schemas that always apply. */
  readonly required: readonly string[];
  /** Any other property is as good: `patternProperties`, or a schema for the others. */
  readonly freeForm: boolean;
  /** The schema itself refuses other properties. */
  readonly closed: boolean;
}

/** A schema that speaks of a value. */
export interface Part {
  readonly at: Location;
  /** Applies to every value, not only in some branch. */
  readonly always: boolean;
}

/** What some schemas together say of a value and its members. Made once for each schema, however often it is met. */
export interface Shape {
  readonly keys: readonly string[];
  readonly title?: string;
  readonly codelist?: string;
  readonly object: SchemaObjectNames | undefined;
  readonly members: readonly { readonly token: string; readonly parts: readonly Part[]; readonly obligation: Obligation }[];
}

/** What schemas, and all that judge the same value with them, say together. */
export function makeShape(registry: Registry, start: readonly Part[]): Shape {
  const parts = inPlace(registry, start);
  const object = objectNames(parts);
  const first = (keyword: string): string | undefined => {
    const value = parts.map(({ at }) => member(at.value, keyword)).find((one) => typeof one === 'string');
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [title, codelist] = [first('title'), first('codelist')];
  return {
    keys: parts.map(({ at }) => placeKey(at.source, at.pointer)),
    object,
    members: [...properties(registry, parts, object), ...items(registry, parts)],
    ...(title === undefined ? {} : { title }),
    ...(codelist === undefined ? {} : { codelist }),
  };
}

/** Schemas and all that judge the same value with them. */
function inPlace(registry: Registry, start: readonly Part[]): Part[] {
  const found: Part[] = [];
  const seen = new Set<string>();
  const open = [...start].reverse();
  for (let part = open.pop(); part !== undefined && found.length < 500; part = open.pop()) {
    const key = placeKey(part.at.source, part.at.pointer);
    if (seen.has(key)) continue;
    seen.add(key);
    found.push(part);
    open.push(...besides(registry, part).reverse());
  }
  return found;
}

function besides(registry: Registry, { at, always }: Part): Part[] {
  const parts: Part[] = [];
  for (const reference of referencesOf(at)) {
    const target = registry.resolve(at.resource, reference);
    if (!('reason' in target)) parts.push({ at: target, always });
  }
  const { keywords, refStandsAlone } = at.resource.dialect;
  if (refStandsAlone && typeof member(at.value, '$ref') === 'string') return parts;
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const list = member(at.value, keyword);
    for (const index of Array.isArray(list) ? list.keys() : []) {
      parts.push({ at: registry.below(at, [keyword, String(index)]), always: always && keyword === 'allOf' });
    }
  }
  for (const keyword of ['then', 'else']) {
    if (keywords.has(keyword) && member(at.value, keyword) !== undefined) {
      parts.push({ at: registry.below(at, [keyword]), always: false });
    }
  }
  const dependent = member(at.value, 'dependentSchemas');
  for (const name of isObject(dependent) ? Object.keys(dependent) : []) {
    parts.push({ at: registry.below(at, ['dependentSchemas', name]), always: false });
  }
  return parts;
}

function objectNames(parts: readonly Part[]): SchemaObjectNames | undefined {
  const names = new Set<string>();
  const required = new Set<string>();
  let [freeForm, closed] = [false, false];
  for (const { at, always } of parts) {
    const properties = member(at.value, 'properties');
    if (isObject(properties)) for (const name of Object.keys(properties)) names.add(name);
    const demanded = member(at.value, 'required');
    if (always && Array.isArray(demanded)) for (const name of demanded) required.add(String(name));
    const patterns = member(at.value, 'patternProperties');
    freeForm ||= isObject(patterns) && Object.keys(patterns).length > 0;
    for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
      const others = member(at.value, keyword);
      freeForm ||= isObject(others) && Object.keys(others).length > 0;
      closed ||= always && others === false;
    }
  }
  return names.size === 0 ? undefined : { names: [...names], required: [...required], freeForm, closed };
}

type Members = Shape['members'];

function properties(registry: Registry, parts: readonly Part[], object: SchemaObjectNames | undefined): Members {
  const found = new Map<string, Part[]>();
  for (const { at, always } of parts) {
    const listed = member(at.value, 'properties');
    for (const name of isObject(listed) ? Object.keys(listed) : []) {
      const inner = found.get(name) ?? [];
      inner.push({ at: registry.below(at, ['properties', name]), always });
      found.set(name, inner);
    }
  }
  const required = new Set(object?.required);
  return [...found].map(([token, inner]) => ({
    token,
    parts: inner,
    obligation: required.has(token) ? 'mandatory' : 'optional',
  }));
}

function items(registry: Registry, parts: readonly Part[]): Members {
  const inner: Part[] = [];
  for (const { at, always } of parts) {
    const one = member(at.value, 'items');
    if (isObject(one)) inner.push({ at: registry.below(at, ['items']), always });
    for (const keyword of ['items', 'prefixItems']) {
      const list = member(at.value, keyword);
      for (const index of Array.isArray(list) ? list.keys() : []) {
        inner.push({ at: registry.below(at, [keyword, String(index)]), always: false });
      }
    }
  }
  return inner.length === 0 ? [] : [{ token: '*', parts: inner, obligation: 'optional' }];
}
