import type { KeyIndexOptions } from './keys/key-index.ts';
import type { SampleRequest } from './sample-request.ts';
import type { TableKey } from './table-keys.ts';

/** Hashes that all indices of references of one sample hold in memory together … */
const referenceHashes = 2 ** 23;
/** … and each of them at least. */
const leastHashes = 2 ** 16;

/** How much an index may hold in memory. Those of references are kept until all samples were read, so that they must be small. */
export function indexOptions(
  use: TableKey['use'],
  { spill, declaration, targets }: Pick<SampleRequest, 'spill' | 'declaration' | 'targets'>,
): KeyIndexOptions {
  if (spill === undefined) return {};
  if (use === 'key' || use === 'row') return { spill };
  const indices = declaration.references.length + targets.length;
  return { spill, budget: Math.max(leastHashes, Math.floor(referenceHashes / indices)) };
}
