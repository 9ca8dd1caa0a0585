import { sortHashes } from './hash-words.ts';
import type { KeyIndex } from './key-index.ts';
import type { BrokenReferences, ReferencePass } from './reference-check.ts';
import { ReferenceCheck, referencePasses } from './reference-check.ts';
import type { TextTablePart } from './text-table.ts';

/** A key of a table, or a reference of it, whose rows can be read again. */
export interface KeyAccess {
  /** The hashes of its rows. */
  readonly index: KeyIndex;
  /** The keys whose hash is looked for in the pass. */
  gather(pass: ReferencePass): Promise<readonly TextTablePart[]>;
  /** The rows whose reference is none of these keys. */
  refer(pass: ReferencePass, keys: TextTablePart): Promise<BrokenReferences>;
}

/** The rows of a table whose reference is a key of none of the others, exactly. Reads each of the tables once for two million different references. */
export async function brokenReferences(
  references: KeyAccess,
  targets: readonly KeyAccess[],
): Promise<BrokenReferences> {
  const all = new ReferenceCheck({ words: new Uint32Array(0), isKnown: new Uint8Array(0) });
  const indices = targets.map(({ index }) => index);
  for (const pass of referencePasses(references.index, { sortedPart: (part) => joined(indices, part) })) {
    const keys = new ReferenceCheck(pass);
    for (const target of targets) for (const part of await target.gather(pass)) keys.adoptKeys(part);
    all.merge(await references.refer(pass, keys.keys()), { row: 0, line: 0 });
  }
  return all.broken();
}

/** The hashes of a part of several indices, in order. */
function joined(indices: readonly KeyIndex[], part: number): Uint32Array {
  const parts = indices.map((index) => index.sortedPart(part));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const words = new Uint32Array(parts.reduce((length, some) => length + some.length, 0));
  let at = 0;
  for (const some of parts) {
    words.set(some, at);
    at += some.length;
  }
  sortHashes(words);
  return words;
}
