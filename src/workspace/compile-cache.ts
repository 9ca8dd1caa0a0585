import { join } from 'node:path';
import type { Environment } from './cache-folder.ts';
import { cacheFolder } from './cache-folder.ts';

/**
 * Lets Node keep the compiled form of our code in the user's cache, where it can (22.1 and later): starting then takes about half
 * as long. `CONCORDAT_CACHE=off` does without it.
 */
export function keepCompiledCode(env: Environment): void {
  const folder = cacheFolder(env);
  const module: object = process.getBuiltinModule('node:module');
  if (folder === undefined || !('enableCompileCache' in module)) return;
  if (typeof module.enableCompileCache === 'function') module.enableCompileCache(join(folder, 'code'));
}
