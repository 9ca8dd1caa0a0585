/** scheme, authority, path, query, fragment: RFC 3986, appendix B. */
const anatomy = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

interface UriParts {
  readonly scheme: string | undefined;
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: string | undefined;
  readonly fragment: string | undefined;
}

function partsOf(uri: string): UriParts {
  const [, scheme, authority, path = '', query, fragment] = anatomy.exec(uri) ?? [];
  return { scheme, authority, path, query, fragment };
}

function textOf(parts: UriParts): string {
  let text = parts.scheme === undefined ? '' : `${parts.scheme}:`;
  if (parts.authority !== undefined) text += `//${parts.authority}`;
  text += parts.path;
  if (parts.query !== undefined) text += `?${parts.query}`;
  return parts.fragment === undefined ? text : `${text}#${parts.fragment}`;
}

/** RFC 3986, 5.2.4: `/a/b/../c` → `/a/c`. */
function withoutDots(path: string): string {
  if (!path.includes('.')) return path;
  const kept: string[] = [];
  const segments = path.split('/');
  for (const segment of segments) {
    if (segment !== '..' && segment !== '.') kept.push(segment);
    else if (segment === '..' && kept.some((one) => one !== '')) kept.pop();
  }
  const last = segments.at(-1);
  if (last === '.' || last === '..') kept.push('');
  return kept.join('/');
}

function mergedPath(base: UriParts, path: string): string {
  if (path.startsWith('/')) return withoutDots(path);
  if (base.authority !== undefined && base.path === '') return withoutDots(`/${path}`);
  return withoutDots(base.path.slice(0, base.path.lastIndexOf('/') + 1) + path);
}

/**
 * A URI reference made absolute against a base (RFC 3986, 5.2.2), also for bases without a hierarchy such as `urn:statement`.
 * Nothing is normalised beyond `.` and `..` segments.
 */
export function resolveUri(base: string, reference: string): string {
  const ref = partsOf(reference);
  if (ref.scheme !== undefined) return textOf({ ...ref, path: withoutDots(ref.path) });
  const from = partsOf(base);
  if (ref.authority !== undefined)
    return textOf({ ...ref, scheme: from.scheme, path: withoutDots(ref.path) });
  if (ref.path === '') return textOf({ ...from, query: ref.query ?? from.query, fragment: ref.fragment });
  return textOf({ ...from, path: mergedPath(from, ref.path), query: ref.query, fragment: ref.fragment });
}

/** `a.json#/b` → [`a.json`, `/b`]; the fragment is percent-decoded, an empty one is `''`. */
export function splitUri(uri: string): readonly [string, string] {
  const hash = uri.indexOf('#');
  if (hash < 0) return [uri, ''];
  return [uri.slice(0, hash), decoded(uri.slice(hash + 1))];
}

function decoded(fragment: string): string {
  if (!fragment.includes('%')) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
