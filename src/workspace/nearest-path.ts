import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { byCodeUnit } from '../model/code-unit-order.ts';
import { nearestName } from '../model/nearest-name.ts';

/** Folders with more entries are not searched. */
const maxEntries = 2000;

/** The path that was probably meant where nothing stands: its first wrong part replaced by its nearest neighbour. */
export function nearestPath(request: string, cwd: string): string | undefined {
  const parts = request.replaceAll('\\', '/').split('/');
  for (let index = 0; index < parts.length; index += 1) {
    const before = parts.slice(0, index).join('/');
    const part = parts[index] ?? '';
    const start = index > 0 && before === '' ? '/' : before;
    if (part === '' || exists(resolve(cwd, join(start, part)))) continue;
    const near = nearestName(part, namesIn(resolve(cwd, start)));
    if (near === undefined) return undefined;
    const path = [...parts.slice(0, index), near, ...parts.slice(index + 1)].join('/');
    return exists(resolve(cwd, path)) ? path : undefined;
  }
  return undefined;
}

function exists(absolute: string): boolean {
  try {
    statSync(absolute);
    return true;
  } catch {
    return false;
  }
}

function namesIn(folder: string): string[] {
  try {
    const names = readdirSync(folder);
    return names.length > maxEntries ? [] : names.filter((name) => !name.startsWith('.')).sort(byCodeUnit);
  } catch {
    return [];
  }
}
