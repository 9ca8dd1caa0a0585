import { join } from 'node:path';
import { cacheFolder } from '../workspace/cache-folder.ts';
import type { KeptCode } from '../workspace/kept-code.ts';
import { keptCode } from '../workspace/kept-code.ts';
import type { ExitCode } from './exit-code.ts';

type Main = (args: readonly string[]) => Promise<ExitCode>;

/**
 * Loads the command line from `folder` the quickest way that this Node has, and runs it with `args`. Compiled code is kept in the
 * user's cache; `CONCORDAT_CACHE=off` does without it. Bundled as a file of its own, so that nothing is loaded before.
 */
export async function launch(
  folder: string,
  args: readonly string[],
  require: (path: string) => unknown,
): Promise<ExitCode> {
  const entry = join(folder, 'main.cjs');
  const kept = codeKeeper();
  const { main } = (kept === undefined ? require(entry) : kept.load(entry)) as { readonly main: Main };
  const code = await main(args);
  // What a help text or a mistyped flag compiled would be a poor stock for the next check.
  if (code !== 2 && !args.some((arg) => /^(?:--help|-h|help|--version|-V)$/.test(arg))) kept?.keep();
  return code;
}

/** Undefined when nothing is to be kept, or Node itself keeps it. */
function codeKeeper(): KeptCode | undefined {
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
