import type { DocumentCheck, DocumentFault, Part, Reader } from '../model/document.ts';
import type { Pointer } from '../model/pointer.ts';
import { decodeText } from './decode.ts';
import { LineIndex } from './excerpt.ts';
import { moreFaults, toldOneByOne } from './fault-limit.ts';

/** A document that is held whole, decoded, with what is wrong with its characters. */
export interface WholeText {
  readonly text: string;
  readonly lines: LineIndex;
  readonly faults: readonly DocumentFault[];
}

/** A fault as offsets into the text. Becomes a `DocumentFault` through `faultAt`. */
export interface Stretch {
  readonly reason: string;
  readonly start: number;
  readonly end: number;
  readonly check?: DocumentCheck;
  readonly pointer?: Pointer;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** The fault with its place and the line it stands on. */
export function faultAt(lines: LineIndex, stretch: Stretch): DocumentFault {
  const { check = 'document/syntax', reason, start, end, pointer, facts } = stretch;
  return {
    check,
    reason,
    place: lines.place(start, end),
    ...(pointer === undefined ? {} : { pointer }),
    ...(facts === undefined ? {} : { facts }),
    excerpt: lines.excerpt(start, end),
  };
}

/** A fault as a part of a document. */
export function faultPart(fault: DocumentFault): Part {
  return { kind: 'fault', fault };
}

/** The first faults of each reason, in their order; behind them, for each reason, how many more there are. */
export function firstOfEach(stretches: readonly Stretch[]): Stretch[] {
  const counts = new Map<string, number>();
  const kept = stretches.filter(({ reason }) => {
    const count = (counts.get(reason) ?? 0) + 1;
    counts.set(reason, count);
    return count <= toldOneByOne;
  });
  for (const [reason, count] of counts) {
    if (count <= toldOneByOne) continue;
    const last = kept.findLast((stretch) => stretch.reason === reason);
    if (last !== undefined) kept.push(moreFaults(last, count - toldOneByOne));
  }
  return kept;
}

/**
 * All bytes of a source as text, for the formats that cannot be read in pieces.
 * More bytes than `limit` are refused with a `too-large` fault as soon as they arrive.
 */
export async function readWholeText(
  source: Parameters<Reader['read']>[0],
  limit: number,
): Promise<WholeText | DocumentFault> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.chunks()) {
    size += chunk.length;
    if (size > limit) return { check: 'document/syntax', reason: 'too-large', facts: { limit } };
    chunks.push(chunk);
  }
  const { text, faults } = decodeText(joined(chunks, size));
  const lines = new LineIndex(text);
  return { text, lines, faults: [...faults, ...strayCharacters(text, lines)] };
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** Characters that stand in no text on purpose: one fault each, at the first of them, with their count. */
function strayCharacters(text: string, lines: LineIndex): DocumentFault[] {
  const faults: DocumentFault[] = [];
  for (const [reason, character] of [
    ['nul-character', '\0'],
    ['byte-order-mark-inside', '\uFEFF'],
  ] as const) {
    const start = text.indexOf(character);
    if (start < 0) continue;
    const facts = { count: occurrences(text, character) };
    faults.push(faultAt(lines, { reason, start, end: start + 1, facts }));
  }
  return faults;
}

function occurrences(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
