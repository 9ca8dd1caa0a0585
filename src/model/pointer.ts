/** A JSON Pointer (RFC 6901) as text: `''` is the whole value, `/dataset/3/title` a member. */
export type Pointer = string;

/** One reference token, escaped for use inside a pointer. */
export function escapeToken(token: string): string {
  return token.includes('~') || token.includes('/')
    ? token.replaceAll('~', '~0').replaceAll('/', '~1')
    : token;
}

/** `parent` extended by one property name or array index. */
export function child(parent: Pointer, token: string | number): Pointer {
  return typeof token === 'number' ? `${parent}/${token}` : `${parent}/${escapeToken(token)}`;
}

/** The reference tokens of a pointer, unescaped. `''` has none. */
export function tokensOf(pointer: Pointer): string[] {
  if (pointer === '') return [];
  const tokens = pointer.split('/');
  tokens.shift();
  return pointer.includes('~') ? tokens.map(unescapeToken) : tokens;
}

function unescapeToken(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}

/** The pointer to the value that holds this one; `''` for the root itself. */
export function parentOf(pointer: Pointer): Pointer {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** The last reference token, unescaped; `''` for the root. */
export function lastToken(pointer: Pointer): string {
  return unescapeToken(pointer.slice(pointer.lastIndexOf('/') + 1));
}

/** The value at a pointer, or `undefined` where nothing is there. Only own properties count. */
export function valueAt(root: unknown, pointer: Pointer): unknown {
  let value = root;
  for (const token of tokensOf(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined;
    value = (value as Record<string, unknown>)[token];
  }
  return value;
}

/**
 * The field that a pointer stands for: array indices become `*`, so that `/dataset/3/keyword/0`
 * and `/dataset/9/keyword/4` are the same field (dataset, any; keyword, any).
 * `root` tells indices from property names that happen to be digits.
 */
export function fieldOf(root: unknown, pointer: Pointer): Pointer {
  if (!/\/\d/.test(pointer)) return pointer;
  let value = root;
  let field = '';
  for (const token of tokensOf(pointer)) {
    field += Array.isArray(value) ? '/*' : `/${escapeToken(token)}`;
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, token)
        ? (value as Record<string, unknown>)[token]
        : undefined;
  }
  return field;
}
