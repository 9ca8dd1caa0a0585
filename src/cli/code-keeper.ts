import { join } from 'node:path';
import { cacheFolder } from '../workspace/cache-folder.ts';
import type { KeptCode } from '../workspace/kept-code.ts';
import { keptCode } from '../workspace/kept-code.ts';

/** Keeps compiled code in the user's cache. Undefined when nothing is to be kept, or Node itself keeps it. */
export function codeKeeper(): KeptCode | undefined {
  const cache = cacheFolder(process.env);
  if (cache === undefined) return undefined;
  const folder = join(cache, 'code');
  // Asking the module itself would load more of Node than all this saves.
  if (process.versions.node.startsWith('20.')) return keptCode(folder);
  const module: object = process.getBuiltinModule('node:module');
  if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function')
    module.enableCompileCache(folder);
  return undefined;
}
