import type { Obligation } from '../model/field.ts';
import type { Location } from '../schema/location.ts';
import { member, placeKey } from '../schema/location.ts';
import type { Registry } from '../schema/registry.ts';
import { isObject } from '../schema/subschemas.ts';
import { listed, namesIn, referencesOf } from './schema-walk.ts';

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
  /** Some schema of the value asks for a time of day. */
  readonly isTime: boolean;
  /** It is never an object or a list. */
  readonly isScalar: boolean;
  readonly object: SchemaObjectNames | undefined;
  readonly members: readonly {
    readonly token: string;
    readonly parts: readonly Part[];
    readonly obligation: Obligation;
  }[];
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
    isScalar: parts.some(({ at, always }) => always && isScalarType(member(at.value, 'type'))),
    isTime: parts.some(({ at }) => isTimeFormat(member(at.value, 'format'))),
    members: [...properties(registry, parts, object), ...items(registry, parts)],
    ...(title === undefined ? {} : { title }),
    ...(codelist === undefined ? {} : { codelist }),
  };
}

function isScalarType(type: unknown): boolean {
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return (
    types.length > 0 && types.every((one) => typeof one === 'string' && one !== 'object' && one !== 'array')
  );
}

function isTimeFormat(format: unknown): boolean {
  return format === 'date-time' || format === 'time';
}

/** Schemas and all that judge the same value with them. */
export function inPlace(registry: Registry, start: readonly Part[]): Part[] {
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
  const referred = referencesOf(at).flatMap((reference) => {
    const target = registry.resolve(at.resource, reference);
    return 'reason' in target ? [] : [{ at: target, always }];
  });
  const { keywords, refStandsAlone } = at.resource.dialect;
  if (refStandsAlone && typeof member(at.value, '$ref') === 'string') return referred;
  const branches = (['allOf', 'anyOf', 'oneOf'] as const).flatMap((keyword) =>
    listed(registry, at, keyword).map((branch) => ({ at: branch, always: always && keyword === 'allOf' })),
  );
  const single = ['then', 'else'].filter(
    (keyword) => keywords.has(keyword) && member(at.value, keyword) !== undefined,
  );
  const conditional = [
    ...single.map((keyword) => [keyword]),
    ...namesIn(at, 'dependentSchemas').map((name) => ['dependentSchemas', name]),
  ].map((tokens) => ({ at: registry.below(at, tokens), always: false }));
  return [...referred, ...branches, ...conditional];
}

function objectNames(parts: readonly Part[]): SchemaObjectNames | undefined {
  const names = new Set(parts.flatMap(({ at }) => namesIn(at, 'properties')));
  if (names.size === 0) return undefined;
  const required = new Set(parts.flatMap(({ at, always }) => (always ? requiredIn(at) : [])));
  return {
    names: [...names],
    required: [...required],
    freeForm: parts.some(({ at }) => namesIn(at, 'patternProperties').length > 0 || othersHaveSchema(at)),
    closed: parts.some(({ at, always }) => always && others(at).includes(false)),
  };
}

function requiredIn({ value }: Location): string[] {
  const required = member(value, 'required');
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}

/** What is said of properties that are not listed. */
function others({ value }: Location): unknown[] {
  return ['additionalProperties', 'unevaluatedProperties'].map((keyword) => member(value, keyword));
}

function othersHaveSchema(at: Location): boolean {
  return others(at).some((schema) => isObject(schema) && Object.keys(schema).length > 0);
}

type Members = Shape['members'];

function properties(
  registry: Registry,
  parts: readonly Part[],
  object: SchemaObjectNames | undefined,
): Members {
  const found = new Map<string, Part[]>();
  for (const { at, always } of parts) {
    for (const name of namesIn(at, 'properties')) {
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
  const inner = parts.flatMap(({ at, always }): Part[] => {
    const one = isObject(member(at.value, 'items')) ? [{ at: registry.below(at, ['items']), always }] : [];
    const several = ['items', 'prefixItems'].flatMap((keyword) => listed(registry, at, keyword));
    return [...one, ...several.map((item) => ({ at: item, always: false }))];
  });
  return inner.length === 0 ? [] : [{ token: '*', parts: inner, obligation: 'optional' }];
}
