import { join } from 'node:path';
import { codeKeeper } from './code-keeper.ts';
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
