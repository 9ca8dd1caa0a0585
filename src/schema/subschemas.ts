import type { Dialect } from './dialect.ts';

/** A schema written as an object. Only own properties count. */
export type SchemaObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that may stand where a schema is expected. */
export function isSchema(value: unknown): value is SchemaObject | boolean {
  return typeof value === 'boolean' || isObject(value);
}

/** How subschemas sit in a keyword's value. `mixed` is `items` before 2020-12 and `dependencies`, which also hold other things. */
type Shape = 'one' | 'list' | 'map' | 'mixed';

const shapes: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ...'not if then else additionalProperties additionalItems contains propertyNames unevaluatedItems unevaluatedProperties contentSchema'
    .split(' ')
    .map((name) => [name, 'one'] as const),
  ...'allOf anyOf oneOf prefixItems'.split(' ').map((name) => [name, 'list'] as const),
  ...'properties patternProperties dependentSchemas $defs definitions'
    .split(' ')
    .map((name) => [name, 'map'] as const),
  ['items', 'mixed'],
  ['dependencies', 'mixed'],
]);

/** Keywords that hold schemas nobody applies; looked into only for identifiers. */
export const storeKeywords: ReadonlySet<string> = new Set(['$defs', 'definitions', 'contentSchema']);

/** Keywords whose subschemas judge the same value as the schema they stand in. */
export const inPlaceKeywords: ReadonlySet<string> = new Set(
  'allOf anyOf oneOf not if then else dependentSchemas dependencies'.split(' '),
);

/** A subschema of a schema object: the keyword and the reference tokens from the object to it. */
export interface Subschema {
  readonly keyword: string;
  readonly tokens: readonly string[];
  readonly value: unknown;
}

/** The direct subschemas of a schema object in its own dialect, in the order they are written. */
export function* subschemasOf(schema: SchemaObject, dialect: Dialect): Generator<Subschema> {
  if (dialect.refStandsAlone && typeof schema['$ref'] === 'string' && Object.hasOwn(schema, '$ref')) return;
  for (const [keyword, value] of Object.entries(schema)) {
    const shape = shapes.get(keyword);
    if (shape === undefined) continue;
    if (!dialect.keywords.has(keyword) && !storeKeywords.has(keyword)) continue;
    yield* inShape(keyword, shape, value);
  }
}

function* inShape(keyword: string, shape: Shape, value: unknown): Generator<Subschema> {
  if (shape === 'one') yield { keyword, tokens: [keyword], value };
  else if (shape === 'list') yield* listed(keyword, value);
  else if (shape === 'map' || keyword === 'dependencies') yield* mapped(keyword, value);
  else if (Array.isArray(value)) yield* listed(keyword, value);
  else yield { keyword, tokens: [keyword], value };
}

function* listed(keyword: string, value: unknown): Generator<Subschema> {
  if (!Array.isArray(value)) return;
  for (const [index, member] of value.entries()) {
    yield { keyword, tokens: [keyword, String(index)], value: member as unknown };
  }
}

function* mapped(keyword: string, value: unknown): Generator<Subschema> {
  if (!isObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (keyword === 'dependencies' && !isSchema(member)) continue;
    yield { keyword, tokens: [keyword, name], value: member };
  }
}
