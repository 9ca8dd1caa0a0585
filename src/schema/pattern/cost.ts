import type { Tree } from './syntax-tree.ts';

/** What backtracking over a pattern may cost, judged from its syntax alone and on the safe side. */
export interface Cost {
  /** A look-around or back-reference is in it: only a backtracking engine can run it. */
  readonly irregular: boolean;
  /** Time may grow exponentially with the text: repetition inside repetition, or very many free choices. */
  readonly exponential: boolean;
  /** Otherwise time grows at most with this power of the length. */
  readonly degree: number;
  /** Number of automaton states once counted repetitions are written out. */
  readonly size: number;
}

/** A repetition that can vary by more than this counts as unbounded. */
const looseRange = 8;
/** More free choices than this (in bits) outside repetitions count as exponential. */
const maxChoiceBits = 12;

interface Tally {
  readonly irregular: boolean;
  readonly exponential: boolean;
  /** Repetitions that may go on. */
  readonly loops: number;
  /** Choices that a backtracking engine may take back, as a power of two. */
  readonly bits: number;
  readonly size: number;
}

const nothing: Tally = { irregular: false, exponential: false, loops: 0, bits: 0, size: 1 };

function joined(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, next) => ({
      irregular: sum.irregular || next.irregular,
      exponential: sum.exponential || next.exponential,
      loops: sum.loops + next.loops,
      bits: sum.bits + next.bits,
      size: sum.size + next.size,
    }),
    nothing,
  );
}

function tallyRepeat(tree: Extract<Tree, { kind: 'repeat' }>): Tally {
  const body = tally(tree.body);
  const varies = tree.max - tree.min;
  const copies = tree.max === Infinity ? tree.min + 1 : tree.max;
  const size = body.size * Math.max(1, copies) + 1;
  const branchy = body.loops > 0 || body.bits > 0;
  const repeats = tree.max > 1;
  const unbounded = varies > looseRange;
  return {
    irregular: body.irregular,
    exponential: body.exponential || (repeats && body.loops > 0) || (unbounded && branchy),
    loops: body.loops + (unbounded ? 1 : 0),
    bits: body.bits * Math.max(1, Math.min(copies, 1000)) + (unbounded ? 0 : Math.log2(varies + 1)),
    size,
  };
}

function tally(tree: Tree): Tally {
  if (tree.kind === 'repeat') return tallyRepeat(tree);
  if (tree.kind === 'sequence') return joined(tree.parts.map(tally));
  if (tree.kind === 'choice') {
    const all = joined(tree.options.map(tally));
    return { ...all, bits: all.bits + Math.log2(tree.options.length), size: all.size + tree.options.length };
  }
  if (tree.kind === 'look') return { ...tally(tree.body), irregular: true };
  return tree.kind === 'back' ? { ...nothing, irregular: true } : nothing;
}

function startsAnchored(tree: Tree): boolean {
  if (tree.kind === 'edge') return tree.edge === 'start';
  if (tree.kind === 'sequence') return tree.parts[0] !== undefined && startsAnchored(tree.parts[0]);
  return tree.kind === 'choice' && tree.options.every(startsAnchored);
}

/** Judges a pattern. `undefined`, a pattern that could not be read, is taken for the worst. */
export function costOf(tree: Tree | undefined): Cost {
  if (tree === undefined) return { irregular: true, exponential: true, degree: 1, size: 1 };
  const { irregular, exponential, loops, bits, size } = tally(tree);
  return {
    irregular,
    exponential: exponential || bits > maxChoiceBits,
    degree: loops + (startsAnchored(tree) ? 0 : 1),
    size,
  };
}
