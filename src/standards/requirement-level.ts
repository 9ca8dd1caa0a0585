import { setOwn } from '../model/own-property.ts';
import type { Dialect } from '../schema/dialect.ts';
import { dialectOf, draftOf } from '../schema/dialect.ts';
import { member } from '../schema/location.ts';
import type { SchemaObject } from '../schema/subschemas.ts';
import { isObject, subschemasOf } from '../schema/subschemas.ts';
import { shallowCopy } from './merge-patch.ts';

const maxDepth = 200;

/**
 * The schema with `requirementLevel: Recommended`, an annotation of DCAT-US 3, made a keyword that is checked: the object
 * that lists such a property gets it under `recommended`. A schema without the annotation comes back as it is.
 */
export function withRequirementLevels(root: unknown): unknown {
  if (!isObject(root)) return root;
  const written = member(root, '$schema');
  const draft = typeof written === 'string' ? draftOf(written) : undefined;
  return levelled(root, dialectOf(draft ?? '2020-12'), 0);
}

function levelled(schema: SchemaObject, dialect: Dialect, depth: number): SchemaObject {
  if (depth > maxDepth) return schema;
  let copy: Record<string, unknown> | undefined;
  for (const { tokens, value } of subschemasOf(schema, dialect)) {
    if (!isObject(value)) continue;
    const inner = levelled(value, dialect, depth + 1);
    if (inner === value) continue;
    copy ??= shallowCopy(schema as Record<string, unknown>);
    setAt(copy, tokens, inner);
  }
  const names = recommendedIn(schema);
  if (names.length === 0 || Object.hasOwn(schema, 'recommended')) return copy ?? schema;
  copy ??= shallowCopy(schema as Record<string, unknown>);
  setOwn(copy, 'recommended', names);
  return copy;
}

function recommendedIn(schema: SchemaObject): string[] {
  const properties = member(schema, 'properties');
  const required = member(schema, 'required');
  const demanded = new Set<unknown>(Array.isArray(required) ? required : []);
  return Object.entries(isObject(properties) ? properties : {}).flatMap(([name, value]) => {
    const level = member(value, 'requirementLevel');
    const isRecommended = typeof level === 'string' && level.toLowerCase() === 'recommended';
    return isRecommended && !demanded.has(name) ? [name] : [];
  });
}

/** Sets a value some tokens below a copy; containers on the way are copied once more, which only costs time. */
function setAt(owner: object, [token = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    if (Array.isArray(owner)) owner[Number(token)] = value;
    else setOwn(owner, token, value);
    return;
  }
  const inner = shallowCopy(member(owner, token)) as object;
  setOwn(owner, token, inner);
  setAt(inner, rest, value);
}
