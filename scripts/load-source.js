/** Loads a TypeScript module of this project as it stands, without a build: bundled in memory, packages left outside. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = resolve(import.meta.dirname, '..');

/** @param {string} path relative to the project, such as `src/documents/yaml/yaml.ts` */
export async function loadSource(path) {
  const bundle = await rolldown({
    input: join(root, path),
    platform: 'node',
    external: (name) => /^(?:node:|[a-z@])/.test(name),
  });
  // Inside the project, so that its packages are found.
  const folder = mkdtempSync(join(root, 'node_modules', '.loaded-'));
  try {
    const file = join(folder, 'module.mjs');
    await bundle.write({ file, format: 'esm', codeSplitting: false });
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
