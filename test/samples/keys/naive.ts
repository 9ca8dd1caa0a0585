import { keyText } from '../../../src/samples/keys/key-text.ts';
import { keptSpots } from '../../../src/samples/part-tally.ts';
import type { PartSpot } from '../../../src/samples/sample-part.ts';

/** A row of a sample: the cells of its key, and the line it starts in. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Two words for the cells of a key, `0, 0` where one of them is empty. */
export type Hash = (row: Row) => readonly [number, number];

/** A hash of so many bits, so that different keys collide. FNV-1a, then a mix, over UTF-16 code units. */
export function hashOf(bits: number): Hash {
  return ({ cells }) => {
    if (cells.includes('')) return [0, 0];
    const text = keyText(cells);
    let a = 0x811c9dc5;
    let b = 0x9e3779b1;
    for (let at = 0; at < text.length; at += 1) {
      a = Math.imul(a ^ text.charCodeAt(at), 0x01000193);
      b = Math.imul(b ^ a, 0x85ebca6b) ^ (b >>> 13);
    }
    if (bits >= 64) return [a >>> 0, (b | 1) >>> 0];
    // The few bits stand at the top of both words, so that parts are crowded as well.
    const few = a >>> (32 - bits);
    return [(few << (32 - bits)) >>> 0, ((few << (32 - bits)) | 1) >>> 0];
  };
}

export function hashesOf(rows: readonly Row[], hash: Hash): Uint32Array {
  return Uint32Array.from(rows.flatMap((row) => [...hash(row)]));
}

/** What `KeyComparison` shall find, with a Map. */
export function duplicatesOf(rows: readonly Row[]) {
  const groups = new Map<string, PartSpot[]>();
  rows.forEach(({ cells, line }, row) => {
    if (cells.includes('')) return;
    const text = JSON.stringify(cells);
    const spots = groups.get(text) ?? [];
    spots.push({ row, line });
    groups.set(text, spots);
  });
  const repeated = [...groups.values()].filter((spots) => spots.length > 1);
  return {
    rows: repeated.reduce((sum, spots) => sum + spots.length, 0),
    keys: repeated.length,
    first: repeated
      .sort((one, other) => (one[1]?.row ?? 0) - (other[1]?.row ?? 0))
      .slice(0, keptSpots)
      .map((spots) => ({ rows: spots.length, first: spots[0], second: spots[1] })),
  };
}

/** A spill in memory that counts its files. */
export class MemorySpill {
  files = 0;
  closed = false;

  create() {
    this.files += 1;
    let bytes = new Uint8Array(0);
    return {
      append(more: Uint8Array): void {
        const all = new Uint8Array(bytes.length + more.length);
        all.set(bytes);
        all.set(more, bytes.length);
        bytes = all;
      },
      read(at: number, into: Uint8Array): void {
        if (at + into.length > bytes.length) throw new Error('read past the end');
        into.set(bytes.subarray(at, at + into.length));
      },
    };
  }

  close(): void {
    this.closed = true;
  }
}

/** Cuts a list at the given places; row and line before each stretch. */
export function cut(
  rows: readonly Row[],
  at: readonly number[],
): readonly { readonly rows: readonly Row[]; readonly before: PartSpot }[] {
  const places = [0, ...at.map((place) => place % (rows.length + 1)).sort((a, b) => a - b), rows.length];
  return places.slice(1).map((end, index) => {
    const start = places[index] ?? 0;
    const line = rows[start]?.line ?? 0;
    return {
      rows: rows.slice(start, end).map((row) => ({ ...row, line: row.line - line })),
      before: { row: start, line },
    };
  });
}
