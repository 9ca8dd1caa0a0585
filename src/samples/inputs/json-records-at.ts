import type { Pointer } from '../../model/pointer.ts';
import { child, tokensOf } from '../../model/pointer.ts';
import { skipBlank, stringEnd, stringValue, valueEnd } from './json-flat.ts';

/** Objects around the array of rows, at most: `{"code": 0, "data": {"rows": [ … ]}}` has two. */
const deepest = 4;

/**
 * Where the rows of a JSON document stand, as a pattern for its reader: `/*` for a list, `/data/rows/*` for the first list of objects inside
 * an object. `head` is the start of the text; undefined where it does not tell.
 */
export function recordsAt(head: string): Pointer | undefined {
  const start = skipBlank(head, head.startsWith('\ufeff') ? 1 : 0);
  if (head.charCodeAt(start) === 0x5b) return '/*';
  const found = head.charCodeAt(start) === 0x7b ? findIn(head, start, '') : undefined;
  return found === undefined ? undefined : `${found}/*`;
}

/** The first list of objects in the object at `start`. */
function findIn(head: string, start: number, pointer: Pointer): Pointer | undefined {
  let at = skipBlank(head, start + 1);
  while (head.charCodeAt(at) === 0x22) {
    const nameEnd = stringEnd(head, at);
    const colon = skipBlank(head, nameEnd);
    if (head.charCodeAt(colon) !== 0x3a) return undefined;
    const value = skipBlank(head, colon + 1);
    const inside = child(pointer, nameAt(head, at, nameEnd));
    const found = findAt(head, value, inside);
    if (found !== undefined) return found;
    at = skipBlank(head, valueEnd(head, value));
    if (head.charCodeAt(at) !== 0x2c) return undefined;
    at = skipBlank(head, at + 1);
  }
  return undefined;
}

function findAt(head: string, start: number, pointer: Pointer): Pointer | undefined {
  const first = head.charCodeAt(start);
  if (first === 0x5b) return head.charCodeAt(skipBlank(head, start + 1)) === 0x7b ? pointer : undefined;
  return first === 0x7b && tokensOf(pointer).length < deepest ? findIn(head, start, pointer) : undefined;
}

function nameAt(head: string, start: number, end: number): string {
  try {
    return stringValue(head, start, end);
  } catch {
    return '';
  }
}

/** The same for a document that was read as a whole. */
export function listIn(value: unknown, pointer: Pointer = ''): Pointer | undefined {
  const depth = tokensOf(pointer).length;
  if (Array.isArray(value)) return depth === 0 || isObject(value[0]) ? pointer : undefined;
  if (!isObject(value) || depth >= deepest) return undefined;
  for (const [name, inside] of Object.entries(value)) {
    const found = listIn(inside, child(pointer, name));
    if (found !== undefined) return found;
  }
  return undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
