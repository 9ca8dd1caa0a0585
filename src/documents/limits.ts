import type { Limits } from '../model/document.ts';

/**
 * The bounds that untrusted input is held to. Generous for metadata: the largest catalogue seen holds records of a few
 * hundred kilobytes, nested less than ten levels.
 */
export const defaultLimits: Limits = {
  depth: { json: 1000, yaml: 100 },
  recordBytes: 16 << 20,
  documentBytes: 64 << 20,
  nodes: 1_000_000,
  zip: { entryBytes: 512 << 20, totalBytes: 768 << 20, entries: 5000, ratio: 200 },
};
