import type { DocumentFault, Excerpt, Located, Tree } from '../../model/document.ts';
import type { TextPlace } from '../../model/place.ts';
import type { Pointer } from '../../model/pointer.ts';
import { LineIndex } from '../excerpt.ts';
import type { JsonBounds, JsonFault } from './json-parser.ts';
import { parseJson } from './json-parser.ts';
import { plainSpan } from './json-plain-spans.ts';
import type { Found } from './json-spans.ts';
import { SpanIndex } from './json-spans.ts';

/** A stretch of a text that stands in its file in one piece: from which offset on, and where that offset stands in the file. */
export interface Piece {
  readonly start: number;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

/** Places in the file for offsets into a text that was cut out of it. */
export class PieceIndex {
  readonly #lines: LineIndex;
  readonly #pieces: readonly Piece[];

  /** `pieces` in order; the first starts at 0. */
  constructor(text: string, pieces: readonly Piece[]) {
    this.#lines = new LineIndex(text);
    this.#pieces = pieces;
  }

  place(start: number, end: number): TextPlace {
    const from = this.#inFile(start);
    const to = this.#inFile(end);
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  excerpt(start: number, end: number): Excerpt {
    return this.#lines.excerpt(start, end);
  }

  #inFile(offset: number): { line: number; column: number } {
    const piece = this.#pieces.findLast(({ start }) => start <= offset) ?? { start: 0, line: 1, column: 1 };
    const from = this.#lines.place(piece.start);
    const at = this.#lines.place(offset);
    const line = piece.line + at.line - from.line;
    return { line, column: at.line === from.line ? piece.column + at.column - from.column : at.column };
  }
}

/** A fault with offsets → a fault with its place and line; `base` is where the value sits in its document. */
export function placedFault(fault: JsonFault, places: PieceIndex, base: Pointer): DocumentFault {
  const { check, reason, start, end, first, facts } = fault;
  const earlier = first === undefined ? undefined : places.place(first, first);
  const all = {
    ...facts,
    ...(earlier === undefined ? {} : { firstLine: earlier.line, firstColumn: earlier.column }),
  };
  return {
    check,
    reason,
    place: places.place(start, end),
    pointer: base + fault.pointer,
    ...(Object.keys(all).length > 0 ? { facts: all } : {}),
    excerpt: places.excerpt(start, end),
  };
}

/** What a tree is made of. */
export interface JsonTreeParts {
  readonly value: unknown;
  readonly pointer: Pointer;
  readonly omitted?: readonly Pointer[];
  readonly bounds: JsonBounds;
  /** Whether `JSON.parse` read the text and no key stands twice in an object. */
  readonly plain?: boolean;
  /** The text of the value and where it stands in the file. Asked for when a place is first needed. */
  source(): { text: string; pieces: readonly Piece[] };
}

/** From so many places on, reading the whole text once more is less work than looking for each of them. */
const manyPlaces = 8;

/**
 * A parsed JSON value that knows where it was read. Places cost nothing until one is asked for. The first few in a plain text are
 * looked for one by one; otherwise the value's own text is read once more by the exact parser, and all places come from that one pass.
 */
export class JsonTree implements Tree {
  readonly value: unknown;
  readonly pointer: Pointer;
  readonly omitted?: readonly Pointer[];
  readonly #parts: JsonTreeParts;
  #text: { text: string; places: PieceIndex } | undefined;
  #spans: SpanIndex | undefined;
  #asked = 0;

  constructor(parts: JsonTreeParts) {
    this.value = parts.value;
    this.pointer = parts.pointer;
    if (parts.omitted !== undefined) this.omitted = parts.omitted;
    this.#parts = parts;
  }

  locate(pointer: Pointer): Located {
    const { span } = this.#find(pointer);
    return this.#stretch(span.start, span.end);
  }

  locateKey(pointer: Pointer): Located {
    const { span, exact } = this.#find(pointer);
    if (!exact || span.keyStart < 0) return this.#stretch(span.start, span.end);
    return this.#stretch(span.keyStart, span.keyEnd);
  }

  /** Numbers and literals as written; strings with their quotes and escapes. */
  sourceText(pointer: Pointer): string | undefined {
    const { span, exact, scalar } = this.#find(pointer);
    return exact && scalar ? this.#source().text.slice(span.start, span.end) : undefined;
  }

  #find(pointer: Pointer): Found {
    const { text } = this.#source();
    this.#asked += 1;
    if (this.#parts.plain === true && this.#asked <= manyPlaces) return plainSpan(text, pointer);
    this.#spans ??= new SpanIndex(text, parseJson(text, this.#parts.bounds).spans);
    return this.#spans.find(pointer);
  }

  #stretch(start: number, end: number): Located {
    const { places } = this.#source();
    return { place: places.place(start, end), excerpt: places.excerpt(start, end) };
  }

  #source(): { text: string; places: PieceIndex } {
    if (this.#text === undefined) {
      const { text, pieces } = this.#parts.source();
      this.#text = { text, places: new PieceIndex(text, pieces) };
    }
    return this.#text;
  }
}
