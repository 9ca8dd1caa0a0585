import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PackageAccess } from '../model/standard.ts';
import { readCacheFile, storeCacheFile } from './cache-file.ts';
import type { Environment } from './cache-folder.ts';
import { cacheFolder } from './cache-folder.ts';
import { toolFiles } from './tool-files.ts';

/** A parsed package. */
export interface Parsed<Data> {
  /** Plain JSON. */
  readonly data: Data;
  /** False when files outside the package took part; such a result is not kept. */
  readonly isSelfContained: boolean;
}

export interface CacheOptions<Data> {
  readonly env: Environment;
  /** The version of the shape of `Data`; another one never matches. */
  readonly format: string;
  parse(access: PackageAccess): Promise<Parsed<Data>>;
}

/**
 * The parsed form of a package, from the user's cache when the very same bytes were parsed before by this version.
 * The cache is a convenience: whatever is wrong with it, the package is parsed. `CONCORDAT_CACHE=off` does without it.
 */
export async function cachedPackage<Data>(access: PackageAccess, options: CacheOptions<Data>): Promise<Data> {
  const folder = cacheFolder(options.env);
  if (folder === undefined) return (await options.parse(access)).data;
  const path = join(folder, `${packageKey(access, options.format)}.json`);
  const cached = readVerified(path);
  // Digest and key vouch that this version of the tool wrote exactly this for exactly these bytes.
  if (cached !== undefined) return cached.data as Data;
  const { data, isSelfContained } = await options.parse(access);
  if (isSelfContained) {
    const body = JSON.stringify(data);
    storeCacheFile(path, `${digestOf(body)}\n${body}`);
  }
  return data;
}

/** SHA-256 over the tool's version and every path and byte of the package, lengths included so that nothing can shift. */
function packageKey(access: PackageAccess, format: string): string {
  const hash = createHash('sha256').update(`concordat ${toolFiles().version} ${format}\n`);
  for (const path of access.list()) {
    const bytes = access.read(path) ?? new Uint8Array();
    hash.update(`${Buffer.byteLength(path)} ${path} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/** First line: SHA-256 of the rest. A torn, foreign or altered file is as good as none. */
function readVerified(path: string): { readonly data: unknown } | undefined {
  try {
    const text = readCacheFile(path).toString('utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return text.slice(0, end) === digestOf(body) ? { data: JSON.parse(body) } : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
