import type { Tree } from '../model/document.ts';
import type { Pointer } from '../model/pointer.ts';
import { child, tokensOf, valueAt } from '../model/pointer.ts';
import type { RecordKind, Standard } from '../model/standard.ts';
import type { RecordEntry } from './record-entry.ts';

const none: ReadonlySet<Pointer> = new Set();

/**
 * The records in one tree: its elements at the places that the standard names, and around them the envelope;
 * else the tree itself. Empty only when the standard has no kind for a whole document.
 */
export function treeRecords(tree: Tree, standard: Standard): RecordEntry[] {
  const entries: RecordEntry[] = [];
  const patterns = innerPatterns(standard).filter(({ tokens }) => leadsInto(tree.value, tokens[0]));
  for (const { kinds, tokens } of patterns) {
    for (const pointer of matches(tree.value, tokens)) {
      const value = valueAt(tree.value, pointer);
      entries.push(entry(tree, { kind: bestKind(kinds, value), value, pointer }));
    }
  }
  const arrays = recordArrays(tree, patterns);
  const isAround = entries.length > 0 || arrays.length > 0;
  const rootKinds = isAround ? standard.kinds.filter((kind) => kind.envelope) : kindsOfWhole(tree, standard);
  if (rootKinds.length > 0) {
    const value = tree.omitted === undefined ? withoutElements(tree.value, arrays) : tree.value;
    entries.push(entry(tree, { kind: bestKind(rootKinds, value), value, pointer: '' }, arrays));
  }
  return entries;
}

/** A place below the root where records live, and the kinds that live there. */
interface InnerPattern {
  readonly pattern: Pointer;
  readonly tokens: readonly string[];
  readonly kinds: readonly RecordKind[];
}

const patternsOf = new WeakMap<Standard, readonly InnerPattern[]>();

function innerPatterns(standard: Standard): readonly InnerPattern[] {
  const known = patternsOf.get(standard);
  if (known !== undefined) return known;
  const patterns = [...new Set(standard.kinds.flatMap((kind) => kind.at))].filter(
    (pattern) => pattern !== '',
  );
  const found = patterns.map((pattern) => ({
    pattern,
    tokens: tokensOf(pattern),
    kinds: standard.kinds.filter((kind) => kind.at.includes(pattern)),
  }));
  patternsOf.set(standard, found);
  return found;
}

/** Whether a pattern that starts with this token can lead anywhere: a glance that spares most records the search. */
function leadsInto(value: unknown, token: string | undefined): boolean {
  if (typeof value !== 'object' || value === null || token === undefined) return false;
  return token === '*' ? Array.isArray(value) : Object.hasOwn(value, token);
}

/** Which kinds a tree without record arrays may be. A catalogue that lacks its array is still a catalogue: the nearest kind is told apart by faults. */
function kindsOfWhole(tree: Tree, standard: Standard): RecordKind[] {
  const asElement = standard.kinds.filter((kind) => kind.at.some((pattern) => isAt(tree.pointer, pattern)));
  if (tree.pointer !== '' && asElement.length > 0) return asElement;
  const whole = standard.kinds.filter((kind) => kind.at.includes('') || kind.envelope);
  const records = whole.filter((kind) => !kind.envelope);
  const candidates = [...records, ...whole.filter((kind) => kind.envelope)];
  return candidates.length > 0 ? candidates : standard.kinds.slice(0, 1);
}

function isAt(pointer: Pointer, pattern: Pointer): boolean {
  const last = pointer.lastIndexOf('/');
  if (!pattern.endsWith('/*') || !/^\d+$/.test(pointer.slice(last + 1))) return false;
  const [list, wanted] = [pointer.slice(0, last), pattern.slice(0, -2)];
  if (list === wanted || !wanted.includes('/*')) return list === wanted;
  const names = tokensOf(wanted);
  const tokens = tokensOf(list);
  return (
    tokens.length === names.length &&
    names.every(
      (name, index) => name === tokens[index] || (name === '*' && /^\d+$/.test(tokens[index] ?? '')),
    )
  );
}

/** Where several kinds share a place, the one that the value comes closest to; the first of equals. */
function bestKind(kinds: readonly RecordKind[], value: unknown): RecordKind {
  const [first, ...others] = kinds;
  if (first === undefined) throw new RangeError('a record needs a kind');
  if (others.length === 0) return first;
  let best = first;
  let fewest = Number.POSITIVE_INFINITY;
  for (const kind of kinds) {
    const count = kind.validator.faults(value).length;
    if (count < fewest) [best, fewest] = [kind, count];
  }
  return best;
}

function* matches(value: unknown, tokens: readonly string[], pointer: Pointer = ''): Generator<Pointer> {
  const [token, ...rest] = tokens;
  if (token === undefined) {
    yield pointer;
  } else if (token === '*') {
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.entries()) yield* matches(item, rest, child(pointer, index));
  } else if (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.hasOwn(value, token)
  ) {
    yield* matches((value as Record<string, unknown>)[token], rest, child(pointer, token));
  }
}

/** The arrays in this document whose elements are records of their own, empty ones too. */
function recordArrays(tree: Tree, patterns: readonly InnerPattern[]): Pointer[] {
  if (tree.omitted !== undefined) return [...tree.omitted];
  const arrays = patterns
    .filter(({ pattern }) => pattern.endsWith('/*') && !pattern.slice(0, -2).includes('*'))
    .map(({ pattern }) => pattern.slice(0, -2));
  return arrays.filter((array) =>
    [...matches(tree.value, tokensOf(array))].some((at) => Array.isArray(valueAt(tree.value, at))),
  );
}

/** The envelope as a streaming reader would hand it out: record arrays emptied. Only the path to them is copied. */
function withoutElements(value: unknown, arrays: readonly Pointer[]): unknown {
  let result = value;
  for (const array of arrays) result = emptied(result, tokensOf(array));
  return result;
}

function emptied(value: unknown, tokens: readonly string[]): unknown {
  const [token, ...rest] = tokens;
  if (token === undefined) return [];
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  copy[token] = emptied(copy[token], rest);
  return copy;
}

function entry(
  tree: Tree,
  { kind, value, pointer }: { kind: RecordKind; value: unknown; pointer: Pointer },
  omitted: readonly Pointer[] = [],
): RecordEntry {
  const source = tree.sourceText?.bind(tree);
  return {
    kind,
    value,
    pointer: tree.pointer + pointer,
    omitted,
    tabular: false,
    absentColumns: none,
    digitsLost: none,
    locate: (inside) => tree.locate(pointer + inside),
    locateKey: (inside) => tree.locateKey(pointer + inside),
    ...(source === undefined ? {} : { sourceText: (inside: Pointer) => source(pointer + inside) }),
  };
}
