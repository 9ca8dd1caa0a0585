import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What `package.json` says of this tool, and where it stands. */
export interface ToolFiles {
  readonly root: string;
  readonly version: string;
}

let known: ToolFiles | undefined;

/** The folder this tool is installed in: the nearest one upward with our own `package.json`, from `src/` as from `dist/`. */
export function toolFiles(): ToolFiles {
  known ??= findToolFiles(import.meta.dirname);
  return known;
}

function findToolFiles(start: string): ToolFiles {
  for (let folder = start; ; folder = dirname(folder)) {
    const manifest = readManifest(join(folder, 'package.json'));
    if (manifest !== undefined) return { root: folder, version: manifest };
    if (folder === dirname(folder)) throw new Error(`No package.json of concordat above ${start}`);
  }
}

function readManifest(path: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof manifest !== 'object' || manifest === null || !('name' in manifest && 'version' in manifest))
      return undefined;
    return manifest.name === 'concordat' && typeof manifest.version === 'string'
      ? manifest.version
      : undefined;
  } catch {
    return undefined;
  }
}
