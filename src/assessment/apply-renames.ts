import type { Rename } from '../checks/record-view.ts';
import type { Pointer } from '../model/pointer.ts';
import { child, lastToken, parentOf, tokensOf, valueAt } from '../model/pointer.ts';

/** A record under the standard's names, and the way back to the names it was written with. */
export interface Renamed {
  readonly value: unknown;
  /** Pointer into the renamed record → pointer into the record as read. */
  original(pointer: Pointer): Pointer;
}

/** Renames properties in a copy; only the objects on the way to them are copied. The order of properties is kept. */
export function applyRenames(value: unknown, renames: readonly Rename[]): Renamed {
  // Inner objects first, so that the pointers of outer ones still hold.
  const inOrder = [...renames].sort((a, b) => tokensOf(b.pointer).length - tokensOf(a.pointer).length);
  let result = value;
  for (const { pointer, found, field } of inOrder) {
    result = replaceAt(result, tokensOf(parentOf(pointer)), (object) => renameKey(object, found, field.name));
  }
  const back = renames.map(({ pointer, field }) => ({
    to: child(parentOf(pointer), field.name),
    from: pointer,
  }));
  return {
    value: result,
    original: (pointer) => back.reduce((at, step) => swapPrefix(at, step.to, step.from), pointer),
  };
}

/** A copy of the record with the property at `from` standing at `to`, in an object that the record has. */
export function applyMove(value: unknown, from: Pointer, to: Pointer): unknown {
  const property = valueAt(value, from);
  const without = replaceAt(value, tokensOf(parentOf(from)), (object) => {
    const copy = {};
    for (const [key, member] of Object.entries(object)) {
      if (key !== lastToken(from)) define(copy, key, member);
    }
    return copy;
  });
  return replaceAt(without, tokensOf(parentOf(to)), (object) => {
    const copy = { ...object };
    define(copy, lastToken(to), property);
    return copy;
  });
}

function swapPrefix(pointer: Pointer, to: Pointer, from: Pointer): Pointer {
  return pointer === to || pointer.startsWith(`${to}/`) ? from + pointer.slice(to.length) : pointer;
}

function replaceAt(value: unknown, tokens: readonly string[], change: (object: object) => object): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [token, ...rest] = tokens;
  if (token === undefined) return change(value);
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const inner = (copy as Record<string, unknown>)[token];
  define(copy, token, replaceAt(inner, rest, change));
  return copy;
}

function renameKey(object: object, from: string, to: string): object {
  const copy = {};
  for (const [key, value] of Object.entries(object)) define(copy, key === from ? to : key, value);
  return copy;
}

function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}
