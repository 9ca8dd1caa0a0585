import { setOwn } from '../model/own-property.ts';

const maxDepth = 200;

/** JSON Merge Patch (RFC 7396): null removes, objects merge, anything else replaces. Own properties only; `__proto__` is a name like any other. */
export function mergePatch(target: unknown, patch: unknown, depth = 0): unknown {
  if (!isObject(patch)) return patch;
  if (depth > maxDepth) throw new RangeError('the patch nests too deep');
  const merged: Record<string, unknown> = isObject(target) ? shallowCopy(target) : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(merged, name);
    else
      setOwn(
        merged,
        name,
        mergePatch(Object.hasOwn(merged, name) ? merged[name] : undefined, value, depth + 1),
      );
  }
  return merged;
}

/** A copy of an object or array, one level deep; anything else as it is. */
export function shallowCopy<T>(value: T): T {
  if (Array.isArray(value)) return [...(value as unknown[])] as T;
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) setOwn(copy, name, inner);
  return copy as T;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
