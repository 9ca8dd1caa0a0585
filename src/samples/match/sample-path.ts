/** Whether a text is an address (`https://…`, `urn:…`) and no path. A single letter before the colon is a drive. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(text) || text.startsWith('//');
}

/** Why a path of a declaration is not followed. */
export type PathFault = 'absolute' | 'outside' | 'empty';

/** A declared path is relative to its document and stays in its folder. */
export function pathFault(path: string): PathFault | undefined {
  const plain = path.replaceAll('\\', '/');
  if (plain.trim() === '') return 'empty';
  if (plain.startsWith('/') || plain.startsWith('~') || /^[a-z]:/i.test(plain)) return 'absolute';
  return plain.split('/').includes('..') ? 'outside' : undefined;
}

/** The path in the form in which paths are compared: `/` between parts, no `.`, composed characters. */
export function plainPath(path: string): string {
  return path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

/** The last part of a path or address, without query and percent signs. */
export function fileNameOf(text: string): string {
  const path = isAddress(text) ? text.replace(/[?#].*$/s, '') : text.replaceAll('\\', '/');
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!isAddress(text)) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
