import { findConfiguration } from '../workspace/find-configuration.ts';
import type { Configuration } from './configuration/configuration.ts';

/**
 * The nearest `concordat.yaml`, upward from the working folder. Without one, nothing is loaded for it.
 * @throws Failure `configuration` when it cannot be read or says what is not understood.
 */
export async function loadConfiguration(cwd: string): Promise<Configuration | undefined> {
  const path = findConfiguration(cwd);
  if (path === undefined) return undefined;
  const { readConfiguration } = await import('./configuration/read-configuration.ts');
  return readConfiguration(path, cwd);
}
