import type { Pointer } from '../model/pointer.ts';
import { child, tokensOf } from '../model/pointer.ts';

const nameLike = ['identifier', 'id', '@id', 'code', 'name', 'title', '信息项名称', '名称'];
const maxIdentity = 120;

/**
 * A pointer that stays the same when members of a list are reordered: each array index is replaced by what
 * identifies the member (its id, name or title, or the value itself).
 */
export function identityPointer(root: unknown, pointer: Pointer): string {
  let value = root;
  let result = '';
  for (const token of tokensOf(pointer)) {
    const inList = Array.isArray(value);
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, token)
        ? (value as Record<string, unknown>)[token]
        : undefined;
    result = inList ? `${result}/[${identityOf(value)}]` : child(result, token);
  }
  return result;
}

function identityOf(member: unknown): string {
  if (typeof member !== 'object' || member === null) return String(member).slice(0, maxIdentity);
  for (const name of nameLike) {
    const value = Object.hasOwn(member, name) ? (member as Record<string, unknown>)[name] : undefined;
    if (typeof value === 'string' && value !== '') return value.slice(0, maxIdentity);
  }
  return '*';
}
