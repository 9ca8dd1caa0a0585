import type { Pointer } from '../../model/pointer.ts';
import { tokensOf } from '../../model/pointer.ts';
import { readString } from './json-string.ts';

/** Offsets of a value and of its key (equal to -1 where it has none); ends are exclusive. */
export interface Span {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly start: number;
  readonly end: number;
}

const width = 5;

/** Where every value of a JSON text stands, in the order of the text: five integers a value, so that a large document stays cheap. */
export class SpanTable {
  #cells = new Int32Array(width * 32);
  #size = 0;

  /** Adds a value that starts here; its end comes with `close`. */
  open(keyStart: number, keyEnd: number, start: number): number {
    const node = this.#size;
    if ((node + 1) * width > this.#cells.length) this.#grow();
    this.#size += 1;
    this.#cells.set([keyStart, keyEnd, start, start, node + 1], node * width);
    return node;
  }

  /** The value ends here; every value added since `open` is inside it. */
  close(node: number, end: number): void {
    this.#cells[node * width + 3] = end;
    this.#cells[node * width + 4] = this.#size;
  }

  span(node: number): Span {
    const at = node * width;
    return {
      keyStart: this.#cell(at),
      keyEnd: this.#cell(at + 1),
      start: this.#cell(at + 2),
      end: this.#cell(at + 3),
    };
  }

  /** The values directly inside this one; `open` while it is still being read. */
  *children(node: number, open = false): Generator<number> {
    const end = open ? this.#size : this.#cell(node * width + 4);
    for (let inner = node + 1; inner < end; inner = this.#cell(inner * width + 4)) yield inner;
  }

  #cell(at: number): number {
    return this.#cells[at] ?? -1;
  }

  #grow(): void {
    const larger = new Int32Array(this.#cells.length * 2);
    larger.set(this.#cells);
    this.#cells = larger;
  }
}

/** What a pointer leads to. */
export interface Found {
  readonly span: Span;
  /** False where the pointer leads nowhere and the nearest enclosing value stands in. */
  readonly exact: boolean;
  readonly scalar: boolean;
}

/** Pointer → span. The children of a container are listed when a pointer first goes through it, and only then. */
export class SpanIndex {
  readonly #text: string;
  readonly #table: SpanTable;
  readonly #children = new Map<number, ReadonlyMap<string, number>>();

  constructor(text: string, table: SpanTable) {
    this.#text = text;
    this.#table = table;
  }

  find(pointer: Pointer): Found {
    let node = 0;
    let exact = true;
    for (const token of tokensOf(pointer)) {
      const next = this.#childrenOf(node).get(token);
      exact = next !== undefined;
      if (next === undefined) break;
      node = next;
    }
    const span = this.#table.span(node);
    return { span, exact, scalar: !'[{'.includes(this.#text.charAt(span.start)) };
  }

  /** A key that stands twice leads to its last value: that is the one that the parsed value keeps. */
  #childrenOf(node: number): ReadonlyMap<string, number> {
    const known = this.#children.get(node);
    if (known !== undefined) return known;
    const children = new Map<string, number>();
    for (const child of this.#table.children(node)) {
      const { keyStart, keyEnd } = this.#table.span(child);
      children.set(keyStart < 0 ? String(children.size) : keyName(this.#text, keyStart, keyEnd), child);
    }
    this.#children.set(node, children);
    return children;
  }
}

/** The name that a key token stands for: quoted with `"` or `'`, or bare. */
export function keyName(text: string, start: number, end: number): string {
  const first = text.charAt(start);
  const written = text.slice(start, end);
  if (first !== '"' && first !== "'") return written;
  return written.includes('\\') ? readString(text, start).value : written.slice(1, -1);
}
