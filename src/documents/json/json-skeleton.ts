import { Buffer, constants, isUtf8 } from 'node:buffer';
import type { Limits, Part } from '../../model/document.ts';
import type { Pointer } from '../../model/pointer.ts';
import { brokenBytes, exactParts, faultPart, quickValue, treePart } from './json-record.ts';
import { JsonScanner } from './json-scanner.ts';
import type { Piece } from './json-tree.ts';
import { JsonTree, PieceIndex } from './json-tree.ts';

interface Stretch {
  readonly blocks: Uint8Array[];
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** What stays of a document when the elements of its record arrays are taken out: the whole document, if it has none. */
export class JsonSkeleton {
  readonly #stretches: Stretch[] = [];
  readonly #limit: number;
  #size = 0;
  #cut = true;

  constructor(limits: Limits) {
    this.#limit = Math.min(limits.documentBytes, constants.MAX_STRING_LENGTH);
  }

  get limit(): number {
    return this.#limit;
  }

  /** Adds bytes that stand at this place of the file (1-based). False when the document is too large to be held. */
  append(bytes: Uint8Array, at: { line: number; column: number; offset: number }): boolean {
    this.#size += bytes.length;
    if (this.#size > this.#limit) return false;
    if (this.#cut) this.#stretches.push({ blocks: [], ...at });
    this.#cut = false;
    // A view: the window never writes into a block again.
    this.#stretches.at(-1)?.blocks.push(bytes);
    return true;
  }

  /** What comes next does not follow directly on what was added last. */
  cut(): void {
    this.#cut = true;
  }

  /** The document as a tree, with the faults of its text before it. */
  parts(limits: Limits, omitted: readonly Pointer[]): Part[] {
    const { text, pieces } = this.#source();
    const bounds = { depth: limits.depth.json };
    const site = omitted.length > 0 ? { pointer: '', omitted } : { pointer: '' };
    const source = () => this.#source();
    const bytes = Buffer.concat(this.#stretches.flatMap(({ blocks }) => blocks));
    const valid = isUtf8(bytes);
    const scanner = scanned(bytes);
    const quick = valid && scanner.deepest <= bounds.depth ? quickValue(text, scanner) : undefined;
    if (quick !== undefined)
      return [treePart(new JsonTree({ ...site, value: quick.value, plain: true, bounds, source }))];
    const places = new PieceIndex(text, pieces);
    const faults = valid
      ? []
      : [faultPart(brokenBytes({ bytes, text, offset: this.#stretches[0]?.offset ?? 0 }, places, ''))];
    return [...faults, ...exactParts({ text, places, source }, bounds, site)];
  }

  #source(): { text: string; pieces: readonly Piece[] } {
    const pieces: Piece[] = [];
    let text = '';
    for (const { blocks, line, column } of this.#stretches) {
      pieces.push({ start: text.length, line, column });
      text += Buffer.concat(blocks).toString('utf8');
    }
    return { text, pieces };
  }
}

/** The scanner's opinion of a whole document. */
function scanned(bytes: Uint8Array): JsonScanner {
  const scanner = new JsonScanner();
  const start = bytes.findIndex((byte) => byte > 0x20);
  const origin = start < 0 ? bytes.length : start;
  scanner.begin(bytes[origin] ?? 0);
  scanner.scan(bytes, { origin, end: bytes.length, last: true });
  return scanner;
}
