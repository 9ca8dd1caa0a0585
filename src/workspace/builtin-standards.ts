import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '../model/code-unit-order.ts';

/** A standard that comes with the tool. */
export interface BuiltInStandard {
  readonly id: string;
  readonly version: string;
  /** The package parsed at build time (JSON), where a build has been made. */
  readonly compiled?: string;
  /** The package's folder, where the schemas are at hand. */
  readonly folder?: string;
}

/**
 * The built-in standards below an installation folder, by id and then version, oldest first:
 * `dist/standards/<id>@<version>.json`, and in development also `schemas/standards/<id>/<version>/`.
 */
export function builtInStandards(root: string): BuiltInStandard[] {
  const found = new Map<string, BuiltInStandard>();
  for (const id of namesIn(join(root, 'schemas/standards'))) {
    for (const version of namesIn(join(root, 'schemas/standards', id))) {
      const folder = join(root, 'schemas/standards', id, version);
      if (existsSync(join(folder, 'standard.yaml'))) found.set(`${id}@${version}`, { id, version, folder });
    }
  }
  for (const file of namesIn(join(root, 'dist/standards'))) {
    const [, id, version] = /^([^@]+)@(.+)\.json$/.exec(file) ?? [];
    if (id === undefined || version === undefined) continue;
    const source = found.get(`${id}@${version}`);
    found.set(`${id}@${version}`, { ...source, id, version, compiled: join(root, 'dist/standards', file) });
  }
  return [...found.values()].sort(
    (one, other) => byCodeUnit(one.id, other.id) || byVersion(one.version, other.version),
  );
}

/** The text of a compiled built-in standard that is named in full, `<id>@<version>`: without a look at what else there is. */
export function compiledBuiltIn(root: string, name: string): string | undefined {
  if (!/^[a-z\d][a-z\d-]*@[a-z\d.-]+$/.test(name)) return undefined;
  try {
    return readCompiled(join(root, 'dist/standards', `${name}.json`));
  } catch {
    return undefined;
  }
}

/** The text of a compiled built-in standard. */
export function readCompiled(path: string): string {
  return readFileSync(path, 'utf8');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort(byCodeUnit);
  } catch {
    return [];
  }
}

/** Versions as people count them: `3.10` after `3.9`, `2024` after `2017`. */
export function byVersion(one: string, other: string): number {
  const [left, right] = [one.split(/[.\-+]/), other.split(/[.\-+]/)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const order = byPart(left[index] ?? '', right[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function byPart(one: string, other: string): number {
  if (/^\d{1,15}$/.test(one) && /^\d{1,15}$/.test(other)) return Number(one) - Number(other);
  return byCodeUnit(one, other);
}
