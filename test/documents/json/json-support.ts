import { Buffer } from 'node:buffer';
import type { DocumentFault, Limits, Part, Reader, Tree } from '../../../src/model/document.ts';
import type { Pointer } from '../../../src/model/pointer.ts';

export const limits: Limits = {
  depth: { json: 1000, yaml: 100 },
  recordBytes: 1 << 20,
  documentBytes: 4 << 20,
  nodes: 1_000_000,
  zip: { entryBytes: 1, totalBytes: 1, entries: 1, ratio: 1 },
};

export interface ReadResult {
  readonly parts: readonly Part[];
  readonly trees: readonly Tree[];
  readonly faults: readonly DocumentFault[];
}

interface Setting {
  readonly recordsAt?: readonly Pointer[];
  readonly chunk?: number;
  readonly limits?: Partial<Limits>;
}

/** Reads bytes or text with a reader; `chunk` cuts them into pieces of that size. The chunk buffer is reused, as a source may do. */
export async function readAll(
  reader: Reader,
  content: string | Uint8Array,
  setting: Setting = {},
): Promise<ReadResult> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const size = setting.chunk ?? 64 << 10;
  async function* chunks() {
    const shared = Buffer.alloc(size);
    for (let at = 0; at < bytes.length; at += size) {
      const piece = bytes.subarray(at, at + size);
      shared.set(piece);
      yield shared.subarray(0, piece.length);
    }
  }
  const parts: Part[] = [];
  const options = { recordsAt: setting.recordsAt ?? [], limits: { ...limits, ...setting.limits } };
  for await (const batch of reader.read({ path: 'test', chunks }, options)) parts.push(...batch);
  return {
    parts,
    trees: parts.flatMap((part) => (part.kind === 'tree' ? [part.tree] : [])),
    faults: parts.flatMap((part) => (part.kind === 'fault' ? [part.fault] : [])),
  };
}

/** `reason 2:5` for each fault: what most tests want to know. */
export function told(faults: readonly DocumentFault[]): string[] {
  return faults.map(({ reason, place }) => {
    const at = place !== undefined && 'column' in place ? ` ${place.line}:${place.column}` : '';
    return `${reason}${at}`;
  });
}

/** Pointers to every value inside a value. */
export function pointersOf(value: unknown, base = ''): string[] {
  if (typeof value !== 'object' || value === null) return [base];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    pointersOf(item, `${base}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
  return [base, ...inner];
}
