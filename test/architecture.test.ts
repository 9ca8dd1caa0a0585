import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which folders of src/ each folder may import, besides itself. docs/architecture.md says why. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  formats: ['model'],
  documents: ['model'],
  schema: ['model', 'formats'],
  alignment: ['model'],
  standards: ['model', 'documents', 'schema', 'formats'],
  records: ['model', 'alignment'],
  checks: ['model', 'alignment', 'formats'],
  samples: ['model', 'formats', 'documents', 'schema', 'alignment'],
  assessment: ['model', 'records', 'checks', 'samples', 'alignment'],
  reporters: ['model'],
  workspace: ['model'],
  cli: [
    'model',
    'documents',
    'standards',
    'records',
    'checks',
    'samples',
    'assessment',
    'reporters',
    'workspace',
  ],
};

/** The one folder where each third-party package may be imported. */
const homeOf: Readonly<Record<string, string>> = {
  ajv: 'schema',
  '@marcbachmann/cel-js': 'standards',
  chalk: 'reporters',
  'get-east-asian-width': 'reporters',
  commander: 'cli',
  'csv-parse': 'documents',
  hyparquet: 'samples',
  'hyparquet-compressors': 'samples',
  yaml: 'documents',
};

/** Folders that may touch disk, clock and process. */
const foldersWithIo = new Set(['workspace', 'cli']);
/** Built-in modules that only compute. */
const pureBuiltins = new Set(['node:zlib', 'node:crypto', 'node:buffer']);
const maxLines = 250;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts'))
  .sort();

function importsOf(text: string): string[] {
  const statements = text.matchAll(/^(?:import|export)\b[^;']*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'/gm);
  const calls = text.matchAll(/\bimport\('([^']+)'\)/g);
  return [...statements, ...calls].map(([, from, bare]) => from ?? bare ?? '');
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

describe.each(files)('%s', (path) => {
  const text = readFileSync(path, 'utf8');
  const folder = path.split('/')[1] ?? '';
  const imports = importsOf(text);

  it('imports only from folders below it', () => {
    if (folder.endsWith('.ts')) return;
    const reached = imports
      .filter((name) => name.startsWith('.'))
      .map((name) => posix.join(posix.dirname(path), name).split('/')[1] ?? '');
    expect(mayImport).toHaveProperty(folder);
    expect(
      reached.filter((target) => target !== folder && !(mayImport[folder] ?? []).includes(target)),
    ).toEqual([]);
  });

  it('imports each package only in its home', () => {
    const packages = imports.filter((name) => !/^(?:\.|node:)/.test(name)).map(packageOf);
    expect(packages.filter((name) => homeOf[name] !== folder)).toEqual([]);
  });

  it('touches the world only where I/O belongs', () => {
    if (foldersWithIo.has(folder)) return;
    const builtins = imports.filter((name) => name.startsWith('node:') && !pureBuiltins.has(name));
    const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    const globals =
      code.match(/\b(?:process|console)\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(/g) ?? [];
    expect([...builtins, ...globals]).toEqual([]);
  });

  it('does not depend on the language or time zone of the machine', () => {
    const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(code.match(/localeCompare|toLocale\w+|Intl\./g) ?? []).toEqual([]);
  });

  it('stays small and names what it exports', () => {
    const saysWhy = /^\/\*\* Long file: /m.test(text);
    if (!saysWhy) expect(text.split('\n').length).toBeLessThanOrEqual(maxLines);
    expect(text).not.toMatch(/^export (?:\*|default)/m);
  });
});
