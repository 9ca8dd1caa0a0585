import { Buffer } from 'node:buffer';
import type { Limits, Part, UnreadRecord } from '../../model/document.ts';
import { exactParts, quickValue, treePart } from './json-record.ts';
import { JsonTree, PieceIndex } from './json-tree.ts';

/** Records cut out of a document, for another thread to parse. Plain data. */
export interface UnreadRecords {
  /** Their texts, one after the other: valid UTF-8. */
  readonly bytes: Uint8Array;
  /** With the end of each text in `bytes`. */
  readonly records: readonly (UnreadRecord & { readonly end: number })[];
}

/** What the reader of the document would have made of these records: trees with their places, faults of their texts. */
export function* readUnread({ bytes, records }: UnreadRecords, limits: Limits): Generator<Part> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let start = 0;
  for (const { pointer, line, column, outside, members, end } of records) {
    const from = start;
    start = end;
    const text = buffer.toString('utf8', from, end);
    const pieces = [{ start: 0, line, column: column + 1 }];
    const source = () => ({ text, pieces });
    const bounds = { depth: limits.depth.json, outside };
    const quick = quickValue(text, { suspicious: false, deepest: 0, members });
    if (quick === undefined)
      yield* exactParts({ text, places: new PieceIndex(text, pieces), source }, bounds, { pointer });
    else yield treePart(new JsonTree({ value: quick.value, pointer, plain: true, bounds, source }));
  }
}
