import type { Characters } from './first-characters.ts';
import { anyCharacter, firstOf, noCharacter } from './first-characters.ts';
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
/** More free choices than this (in bits) outside repetitions count as exponential; where only backtracking can run the pattern, a few more are borne. */
const maxChoiceBits = 12;
const maxIrregularBits = 24;

interface Tally {
  readonly irregular: boolean;
  readonly exponential: boolean;
  /** Whether a repetition may go on, so that passing it takes a look at each character. */
  readonly scans: boolean;
  /** Repetitions that may go on and whose end the next character does not tell. */
  readonly loops: number;
  /** Choices that the next character does not decide, so that a backtracking engine may take them back, as a power of two. */
  readonly bits: number;
  readonly size: number;
}

const nothing: Tally = { irregular: false, exponential: false, scans: false, loops: 0, bits: 0, size: 1 };

/** Parts one after the other: what follows a part is what the rest may begin with. */
function tallySequence(parts: readonly Tree[], follow: Characters): Tally {
  let after = follow;
  let sum = nothing;
  for (const part of [...parts].reverse()) {
    const next = tally(part, after);
    sum = {
      irregular: sum.irregular || next.irregular,
      exponential: sum.exponential || next.exponential,
      scans: sum.scans || next.scans,
      loops: sum.loops + next.loops,
      bits: sum.bits + next.bits,
      size: sum.size + next.size,
    };
    const { characters, nullable } = firstOf(part);
    after = nullable ? characters | after : characters;
  }
  return sum;
}

/** One of several: no more loops than the worst option has, and a choice only where two options may begin alike. */
function tallyChoice(options: readonly Tree[], follow: Characters): Tally {
  const tallies = options.map((option) => tally(option, follow));
  let seen = noCharacter;
  let alike = 0;
  for (const option of options) {
    const { characters, nullable } = firstOf(option);
    const begins = nullable ? characters | follow : characters;
    if ((seen & begins) !== noCharacter) alike += 1;
    seen |= begins;
  }
  const paths = tallies.reduce((sum, { bits }) => Math.max(sum, bits), 0);
  return {
    irregular: tallies.some(({ irregular }) => irregular),
    exponential: tallies.some(({ exponential }) => exponential),
    scans: tallies.some(({ scans }) => scans),
    loops: Math.max(...tallies.map(({ loops }) => loops)),
    bits: paths + Math.log2(alike + 1),
    size: tallies.reduce((sum, { size }) => sum + size, options.length),
  };
}

function tallyRepeat(tree: Extract<Tree, { kind: 'repeat' }>, follow: Characters): Tally {
  const { characters } = firstOf(tree.body);
  const repeats = tree.max > 1;
  const body = tally(tree.body, repeats ? characters | follow : follow);
  const varies = tree.max - tree.min;
  const copies = tree.max === Infinity ? tree.min + 1 : tree.max;
  const branchy = body.loops > 0 || body.bits > 0 || firstOf(tree.body).nullable;
  const unbounded = varies > looseRange;
  // Where what follows cannot begin like the body, each text has one way through the repetition.
  const free = varies > 0 && (characters & follow) !== noCharacter;
  return {
    irregular: body.irregular,
    exponential: body.exponential || (repeats && body.loops > 0) || (unbounded && branchy),
    scans: body.scans || unbounded,
    loops: body.loops + (unbounded && free ? 1 : 0),
    bits: body.bits * Math.max(1, Math.min(copies, 1000)) + (free && !unbounded ? Math.log2(varies + 1) : 0),
    size: body.size * Math.max(1, copies) + 1,
  };
}

function tally(tree: Tree, follow: Characters): Tally {
  switch (tree.kind) {
    case 'repeat':
      return tallyRepeat(tree, follow);
    case 'sequence':
      return tallySequence(tree.parts, follow);
    case 'choice':
      return tallyChoice(tree.options, follow);
    case 'look':
      // Nothing is known of what follows the end of a look-around.
      return { ...tally(tree.body, anyCharacter), irregular: true };
    case 'back':
      return { ...nothing, irregular: true };
    default:
      return nothing;
  }
}

function startsAnchored(tree: Tree): boolean {
  if (tree.kind === 'edge') return tree.edge === 'start';
  if (tree.kind === 'sequence') return tree.parts[0] !== undefined && startsAnchored(tree.parts[0]);
  return tree.kind === 'choice' && tree.options.every(startsAnchored);
}

/** Judges a pattern. `undefined`, a pattern that could not be read, is taken for the worst. */
export function costOf(tree: Tree | undefined): Cost {
  if (tree === undefined) return { irregular: true, exponential: true, degree: 1, size: 1 };
  const { irregular, exponential, scans, loops, bits, size } = tally(tree, noCharacter);
  return {
    irregular,
    exponential: exponential || bits > (irregular ? maxIrregularBits : maxChoiceBits),
    degree: loops + (scans ? 1 : 0) + (startsAnchored(tree) ? 0 : 1),
    size,
  };
}
