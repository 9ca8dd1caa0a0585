import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '../model/code-unit-order.ts';

const maxFiles = 200;
const maxBytes = 2 ** 20;

/** The JSON Schemas that lie directly in a folder, and those that no other one of them refers to. For a hint only: files are skimmed, not read. */
export function schemasIn(folder: string): {
  readonly names: readonly string[];
  readonly roots: readonly string[];
} {
  const files = readdirSync(folder)
    .filter((name) => /\.(?:json|ya?ml)$/i.test(name) && !name.startsWith('.'))
    .sort(byCodeUnit)
    .slice(0, maxFiles)
    .map((name) => ({ name, text: skim(join(folder, name)) }));
  const schemas = files.filter(({ text }) =>
    /["']?\$(?:schema|ref|id|defs)["']?\s*:|"properties"\s*:/.test(text),
  );
  const names = schemas.map(({ name }) => name);
  const meant = new Set(
    schemas.flatMap(({ name, text }) => referencesIn(text).filter((one) => one !== name)),
  );
  return { names, roots: names.filter((name) => !meant.has(name)) };
}

/** The text of a small file; nothing of what cannot be read. */
function skim(path: string): string {
  try {
    const stats = statSync(path);
    return stats.isFile() && stats.size <= maxBytes ? readFileSync(path, 'utf8') : '';
  } catch {
    return '';
  }
}

/** The last part of what each `$ref` names. */
function referencesIn(text: string): string[] {
  const references = text.matchAll(/["']?\$ref["']?\s*:\s*["']?([^"'#\s]{1,1000})/g);
  return [...references].map(([, reference = '']) => reference.slice(reference.lastIndexOf('/') + 1));
}
