/** All characters cut into stretches of one kind each. */
export interface ToldCharacters {
  /** First code point of each stretch, in order; the first is 0. */
  readonly starts: readonly number[];
  /** By stretch: the number of its kind, or `noKind`. */
  readonly kindOf: readonly number[];
}

/** Characters that are not to be spelled. */
export const noKind = -1;

/**
 * How kinds of characters are written in UTF-8. A child is 0 where no character is written so, `-1 - kind` where a character of that kind is
 * complete, and otherwise the number, from 1, of a node.
 */
export interface Spelling {
  /** Children by first byte. */
  readonly first: readonly number[];
  /** Children by further byte, 0x80 to 0xBF. Each node comes behind all that it leads to. */
  readonly nodes: readonly (readonly number[])[];
}

/** Spells the kinds of characters out: equal nodes are one. Surrogates and characters written too long are none. */
export function spellingOf({ starts, kindOf }: ToldCharacters): Spelling {
  const nodes: (readonly number[])[] = [];
  const known = new Map<string, number>();

  const leaf = (code: number): number => -1 - (kindOf[indexAt(starts, code)] ?? noKind);

  /** The number of a node; 0 for one that leads nowhere. */
  function add(children: readonly number[]): number {
    if (children.every((child) => child === 0)) return 0;
    const key = children.join();
    const id = known.get(key) ?? nodes.push(children);
    known.set(key, id);
    return id;
  }

  /** The node where `left` more bytes follow, of the characters from `from` on. */
  function inside(from: number, left: number): number {
    const end = from + (1 << (6 * left));
    if (end <= smallest(left) || from > 0x10ffff || (from >= 0xd800 && end <= 0xe000)) return 0;
    const next = starts[indexAt(starts, from) + 1] ?? Number.POSITIVE_INFINITY;
    const isUniform = next >= end;
    if (isUniform && leaf(from) === 0) return 0;
    if (isUniform && isWhole(from, end, left)) return uniform(leaf(from), left);
    const size = 1 << (6 * (left - 1));
    return add(
      Array.from({ length: 64 }, (_, byte) => {
        const code = from + byte * size;
        if (code < smallest(left)) return 0;
        return left === 1 ? leaf(code) : inside(code, left - 1);
      }),
    );
  }

  function uniform(child: number, left: number): number {
    const inner = left === 1 ? child : uniform(child, left - 1);
    return add(new Array<number>(64).fill(inner));
  }

  const first = Array.from({ length: 256 }, (_, byte) => {
    if (byte < 0x80) return leaf(byte);
    if (byte >= 0xc2 && byte <= 0xdf) return inside((byte & 0x1f) << 6, 1);
    if (byte >= 0xe0 && byte <= 0xef) return inside((byte & 0x0f) << 12, 2);
    return byte >= 0xf0 && byte <= 0xf4 ? inside((byte & 0x07) << 18, 3) : 0;
  });
  return { first, nodes };
}

/** Whether every sequence of bytes there is a character: none is written too long, a surrogate, or beyond Unicode. */
function isWhole(from: number, end: number, left: number): boolean {
  return left < 3 && from >= smallest(left) && (from > 0xdfff || end <= 0xd800) && end <= 0x110000;
}

/** The smallest character that is written with so many bytes after the first; inside a longer character it never matters. */
function smallest(left: number): number {
  return [0, 0x80, 0x800, 0x10000][left] ?? 0;
}

/** The stretch that a code point lies in. */
function indexAt(starts: readonly number[], code: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= code) low = middle;
    else high = middle - 1;
  }
  return low;
}
