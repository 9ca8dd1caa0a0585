import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { readCacheFile, storeCacheFile } from './cache-file.ts';

/** A bundle of our own code, loaded with the compiled form that an earlier run kept. */
export interface KeptCode {
  /** The exports of the CommonJS file at `path`. */
  load(path: string): Record<string, unknown>;
  /** Keeps the compiled form of what was loaded and had none yet; worth while after a run that did real work. */
  keep(): void;
}

interface Module {
  readonly exports: Record<string, unknown>;
}

/**
 * Compiling takes about half of a short run. Node 22.1 and later keep compiled code themselves (`module.enableCompileCache`); this is
 * for Node 20, on the code cache of V8. Whatever is wrong with a kept form, the source is compiled.
 */
export function keptCode(folder: string): KeptCode {
  const modules = new Map<string, Module>();
  const unkept = new Map<string, Script>();

  const load = (path: string): Record<string, unknown> => {
    const known = modules.get(path);
    if (known !== undefined) return known.exports;
    const module: Module = { exports: {} };
    modules.set(path, module);
    // Everything else is bundled.
    const require = (id: string): unknown =>
      id.startsWith('.') ? load(join(dirname(path), id)) : process.getBuiltinModule(id);
    compile(path).runInThisContext()(module.exports, require, module, path, dirname(path));
    return module.exports;
  };

  const compile = (path: string): Script => {
    const source = readFileSync(path, 'utf8');
    const kept = readKept(keptPath(folder, path), path);
    const text = `(function (exports, require, module, __filename, __dirname) { ${source}\n})`;
    const script = new Script(text, { filename: path, ...(kept && { cachedData: kept }) });
    if (hasDigest.test(path) && script.cachedDataRejected !== false) unkept.set(path, script);
    return script;
  };

  return {
    load,
    keep: () => {
      for (const [path, script] of unkept) storeKept(folder, path, script.createCachedData());
    },
  };
}

/** What the build names after its content: the name tells one version from another. Other files are small. */
const hasDigest = /-[\w-]{8}\.cjs$/;

/** In one place for each installed copy and each Node, so that new code takes the place of old. */
function keptPath(folder: string, path: string): string {
  return join(
    folder,
    `${basename(path).replace(hasDigest, '')}-${shortDigest(`${process.version} ${dirname(path)}`)}.bin`,
  );
}

/** FNV-1a. It keeps names apart and vouches for nothing. */
function shortDigest(text: string): string {
  let digest = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) digest = Math.imul(digest ^ text.charCodeAt(at), 0x01000193);
  return (digest >>> 0).toString(16).padStart(8, '0');
}

/**
 * V8 checks its own version and flags, but neither the whole source nor the data: damaged data would crash it. So a kept form says what
 * it is of, and stands there twice: comparing is quicker than loading what computes digests.
 */
function storeKept(folder: string, path: string, code: Buffer): void {
  storeCacheFile(keptPath(folder, path), Buffer.concat([headOf(path), code, code]));
}

function readKept(kept: string, path: string): Buffer | undefined {
  try {
    const bytes = readCacheFile(kept);
    const head = headOf(path);
    const middle = (head.length + bytes.length) / 2;
    const code = bytes.subarray(head.length, middle);
    return head.equals(bytes.subarray(0, head.length)) &&
      code.equals(bytes.subarray(middle)) &&
      code.length > 0
      ? code
      : undefined;
  } catch {
    return undefined;
  }
}

function headOf(path: string): Buffer {
  return Buffer.from(`${process.version} ${process.arch} ${path}\n`);
}
