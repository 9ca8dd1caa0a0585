import { actsAt } from './inspection.ts';
import type { Check, Workshop } from './judge.ts';
import type { Location } from './location.ts';
import { member, placeKey } from './location.ts';
import { compileKeyword } from './schema-node.ts';
import { isObject, isSchema } from './subschemas.ts';

/** One self-contained 2020-12 schema, and the checks that its keyword `judge` names by index. */
export interface GateSchema {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly judges: readonly (readonly Check[])[];
  /** The names of the formats that occur and are known. */
  readonly formats: ReadonlySet<string>;
}

/** Thrown where a schema needs something that the quick judge is known to get wrong; never leaves this file. */
class NotForTheGate extends Error {}

const unsafeKeywords = new Set(['$dynamicRef', '$recursiveRef', 'unevaluatedItems', 'unevaluatedProperties']);
const copied = new Set(
  'type maxItems minItems maxProperties minProperties required dependentRequired pattern'.split(' '),
);
const limits = new Set(['maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum']);
const single = new Set(['not', 'propertyNames', 'additionalProperties', 'if']);
const listed = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const mapped = new Set(['properties', 'patternProperties', 'dependentSchemas']);
/** Enumerations up to this size are cheaper written out than looked up. */
const shortEnum = 8;

/**
 * Rewrites the schemas behind some entries as one schema of one dialect with local references only, so that identifiers, base URIs
 * and the differences between drafts are out of play. What the quick judge measures differently (decimals,
 * uniqueness, `contains`, code lists, long enumerations) is handed to our own checks. `undefined` where that cannot be exact.
 */
export function gateSchema(entries: readonly Location[], workshop: Workshop): GateSchema | undefined {
  try {
    return new Rewriting(workshop).of(entries);
  } catch (trouble) {
    if (trouble instanceof NotForTheGate) return undefined;
    throw trouble;
  }
}

type Draft2020 = Record<string, unknown>;

class Rewriting {
  readonly #workshop: Workshop;
  readonly #judges: Check[][] = [];
  readonly #formats = new Set<string>();
  /** Reference target → its name under `$defs`. */
  readonly #names = new Map<string, string>();
  readonly #open: { readonly name: string; readonly at: Location }[] = [];

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
  }

  of(entries: readonly Location[]): GateSchema {
    const allOf = entries.map((entry) => this.#reference(entry));
    const $defs: Draft2020 = {};
    for (let next = this.#open.pop(); next !== undefined; next = this.#open.pop()) {
      $defs[next.name] = this.#rewrite(next.at);
    }
    return { schema: { allOf, $defs }, judges: this.#judges, formats: this.#formats };
  }

  #reference(at: Location): Draft2020 {
    const key = placeKey(at.source, at.pointer);
    let name = this.#names.get(key);
    if (name === undefined) {
      name = `d${this.#names.size}`;
      this.#names.set(key, name);
      this.#open.push({ name, at });
    }
    return { $ref: `#/$defs/${name}` };
  }

  #rewrite(at: Location): unknown {
    if (!isObject(at.value)) return at.value;
    const schema: Draft2020 = {};
    const own: Check[] = [];
    for (const keyword of Object.keys(at.value)) {
      if (!actsAt(at, keyword)) continue;
      if (unsafeKeywords.has(keyword)) throw new NotForTheGate();
      if (this.#structural(at, keyword, schema) || this.#plain(at, keyword, schema)) continue;
      const check = compileKeyword(at, keyword, this.#workshop);
      if (check !== undefined) own.push(check);
    }
    if (own.length > 0) schema['judge'] = this.#judges.push(own) - 1;
    return schema;
  }

  /** Keywords that hold schemas. */
  #structural(at: Location, keyword: string, schema: Draft2020): boolean {
    const value = member(at.value, keyword);
    if (keyword === '$ref') Object.assign(schema, this.#reference(this.#workshop.target(at, String(value))));
    else if (keyword === 'items') this.#items(at, value, schema);
    else if (keyword === 'dependencies') this.#dependencies(at, value, schema);
    else if (single.has(keyword)) schema[keyword] = this.#below(at, [keyword]);
    else if (listed.has(keyword)) schema[keyword] = this.#list(at, keyword, value);
    else if (mapped.has(keyword)) schema[keyword] = this.#map(at, keyword, value);
    else if (keyword === 'then' || keyword === 'else') {
      if (member(at.value, 'if') !== undefined) schema[keyword] = this.#below(at, [keyword]);
    } else return keyword === 'additionalItems';
    return true;
  }

  /** Keywords that mean the same to both judges. */
  #plain(at: Location, keyword: string, schema: Draft2020): boolean {
    const value = member(at.value, keyword);
    if (copied.has(keyword)) {
      refuseProto(value);
      schema[keyword] = value;
    } else if (
      limits.has(keyword) &&
      at.resource.dialect.draft !== '04' &&
      actsAt(at, 'type') &&
      member(at.value, 'type')
    ) {
      schema[keyword] = value;
    } else if (keyword === 'enum' && isShortEnum(value)) schema['enum'] = value;
    else if (keyword === 'format') this.#format(String(value), schema);
    else if (keyword === 'const' && typeof value !== 'object') schema['const'] = value;
    else return false;
    return true;
  }

  /** A format that nobody knows asserts nothing. */
  #format(name: string, schema: Draft2020): void {
    if (this.#workshop.formats.check(name, '') === undefined) return;
    this.#formats.add(name);
    schema['format'] = name;
  }

  #below(at: Location, tokens: readonly string[]): unknown {
    return this.#rewrite(this.#workshop.below(at, tokens));
  }

  #list(at: Location, keyword: string, value: unknown): unknown[] {
    return (value as readonly unknown[]).map((_, index) => this.#below(at, [keyword, String(index)]));
  }

  #map(at: Location, keyword: string, value: unknown): Draft2020 {
    const names = Object.keys(value as Draft2020);
    refuseProto(names);
    return Object.fromEntries(names.map((name) => [name, this.#below(at, [keyword, name])]));
  }

  #items(at: Location, value: unknown, schema: Draft2020): void {
    if (!Array.isArray(value)) {
      schema['items'] = this.#below(at, ['items']);
      return;
    }
    if (value.length > 0) schema['prefixItems'] = this.#list(at, 'items', value);
    const rest = actsAt(at, 'additionalItems') ? member(at.value, 'additionalItems') : undefined;
    if (rest !== undefined) schema['items'] = this.#below(at, ['additionalItems']);
  }

  #dependencies(at: Location, value: unknown, schema: Draft2020): void {
    const demands = Object.entries(value as Draft2020);
    const schemas = demands.filter(([, demand]) => isSchema(demand)).map(([name]) => name);
    refuseProto(demands.flat(2));
    const dependentRequired = Object.fromEntries(demands.filter(([, demand]) => Array.isArray(demand)));
    const dependentSchemas = Object.fromEntries(
      schemas.map((name) => [name, this.#below(at, ['dependencies', name])]),
    );
    schema['allOf'] = [
      ...((schema['allOf'] as unknown[] | undefined) ?? []),
      { dependentRequired, dependentSchemas },
    ];
  }
}

function isShortEnum(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || value.length > shortEnum) return false;
  return value.every((one) => typeof one !== 'object');
}

function refuseProto(names: unknown): void {
  const all = Array.isArray(names) ? names : Object.keys((names ?? {}) as object);
  if (all.includes('__proto__')) throw new NotForTheGate();
}
