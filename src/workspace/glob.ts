import { expandBraces } from './expand-braces.ts';

/** One step inside a path segment. */
type Step =
  | { readonly kind: 'character'; readonly code: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'many' }
  | {
      readonly kind: 'class';
      readonly negated: boolean;
      readonly ranges: readonly (readonly [number, number])[];
    };

/** `'**'` stands for any number of folders. */
type Segment = '**' | readonly Step[];

/** A compiled pattern. */
export interface Glob {
  /** The folder in front of the first wildcard, where a search starts; `''` for the folder of the run. */
  readonly base: string;
  /** Whether a path (with `/`, in the same form as the pattern) matches. Time is at most |pattern| × |path|. */
  matches(path: string): boolean;
}

/** Whether a command-line argument asks for a pattern rather than a file. */
export function isGlob(text: string): boolean {
  return /[*?[{]/.test(text);
}

/**
 * Compiles `*`, `?`, `**`, `{a,b}` and `[abc]` (also `[!a-z]`). Names that start with a dot are matched
 * only by a segment that starts with a dot.
 * @throws Failure `path` when braces stand for too many alternatives.
 */
export function compileGlob(pattern: string): Glob {
  const alternatives = expandBraces(pattern).map((text) => text.split('/').map(compileSegment));
  return {
    base: baseOf(pattern),
    matches: (path) => {
      const names = path.split('/');
      return alternatives.some((segments) => matchesPath(segments, names));
    },
  };
}

function baseOf(pattern: string): string {
  const names = pattern.split('/');
  const wild = names.findIndex(isGlob);
  const base = names.slice(0, wild).join('/');
  return base === '' && pattern.startsWith('/') ? '/' : base;
}

function compileSegment(text: string): Segment {
  if (text === '**') return '**';
  const steps: Step[] = [];
  const characters = [...text];
  for (let index = 0; index < characters.length; index += 1) {
    const close = characters[index] === '[' ? characters.indexOf(']', index + 2) : -1;
    if (close === -1) steps.push(compileCharacter(characters[index] ?? ''));
    else {
      steps.push(compileClass(characters.slice(index + 1, close)));
      index = close;
    }
  }
  return steps;
}

function compileCharacter(character: string): Step {
  if (character === '*') return { kind: 'many' };
  return character === '?' ? { kind: 'one' } : { kind: 'character', code: character };
}

function compileClass(body: readonly string[]): Step {
  const negated = body[0] === '!' || body[0] === '^';
  const members = negated ? body.slice(1) : body;
  const ranges: [number, number][] = [];
  for (let index = 0; index < members.length; index += 1) {
    const from = members[index]?.codePointAt(0) ?? 0;
    const isRange = members[index + 1] === '-' && index + 2 < members.length;
    const to = isRange ? (members[index + 2]?.codePointAt(0) ?? 0) : from;
    if (isRange) index += 2;
    ranges.push([from, to]);
  }
  return { kind: 'class', negated, ranges };
}

/** How the items of a pattern are held against the items of a text. */
interface Comparison<Expected, Item> {
  /** Stands for any number of items. */
  isMany(expected: Expected): boolean;
  matchesOne(expected: Expected, item: Item): boolean;
  /** Whether an item may be one of the many. */
  mayBeMany(item: Item): boolean;
}

const byFolder: Comparison<Segment, string> = {
  isMany: (segment) => segment === '**',
  matchesOne: (segment, name) => segment !== '**' && matchesName(segment, name),
  mayBeMany: (name) => !name.startsWith('.'),
};

const byCharacter: Comparison<Step, string> = {
  isMany: (step) => step.kind === 'many',
  matchesOne: matchesCharacter,
  mayBeMany: () => true,
};

function matchesPath(segments: readonly Segment[], names: readonly string[]): boolean {
  return matchesAll(segments, names, byFolder);
}

function matchesName(steps: readonly Step[], name: string): boolean {
  const first = steps[0];
  if (name.startsWith('.') && !(first?.kind === 'character' && first.code === '.')) return false;
  return matchesAll(steps, [...name], byCharacter);
}

/**
 * Item by item; after a mismatch only the last `many` is widened by one item, which is enough and keeps the time
 * at |pattern| × |text|.
 */
function matchesAll<Expected, Item>(
  pattern: readonly Expected[],
  items: readonly Item[],
  { isMany, matchesOne, mayBeMany }: Comparison<Expected, Item>,
): boolean {
  const last = { step: -1, item: 0 };
  let step = 0;
  let item = 0;
  while (item < items.length) {
    const expected = pattern[step];
    const actual = items[item] as Item;
    if (expected !== undefined && isMany(expected)) {
      last.step = step;
      last.item = item;
      step += 1;
    } else if (expected !== undefined && matchesOne(expected, actual)) {
      step += 1;
      item += 1;
    } else {
      if (last.step === -1 || !mayBeMany(items[last.item] as Item)) return false;
      last.item += 1;
      step = last.step + 1;
      item = last.item;
    }
  }
  return pattern.slice(step).every(isMany);
}

function matchesCharacter(step: Step, character: string): boolean {
  if (step.kind === 'one') return true;
  if (step.kind === 'character') return step.code === character;
  if (step.kind === 'many') return false;
  const code = character.codePointAt(0) ?? 0;
  return step.ranges.some(([from, to]) => from <= code && code <= to) !== step.negated;
}
