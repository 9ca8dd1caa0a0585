import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Environment variables as a run sees them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** `$XDG_CACHE_HOME/concordat` or `~/.cache/concordat`; `undefined` when switched off. */
export function cacheFolder(env: Environment): string | undefined {
  if (env['CONCORDAT_CACHE'] === 'off') return undefined;
  const base = env['XDG_CACHE_HOME'];
  if (base !== undefined && isAbsolute(base)) return join(base, 'concordat');
  const home = env['HOME'] ?? homedir();
  return isAbsolute(home) ? join(home, '.cache', 'concordat') : undefined;
}
