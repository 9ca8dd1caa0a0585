import { buildAutomaton } from './automaton.ts';
import type { Cost } from './cost.ts';
import { costOf } from './cost.ts';
import { LinearMatcher } from './linear-matcher.ts';
import { parsePattern } from './syntax-tree.ts';

/** A compiled regular expression of a schema. */
export interface Pattern {
  readonly source: string;
  readonly cost: Cost;
  /** Whether it matches somewhere in the text; `undefined` where finding out could take for ever. */
  test(text: string): boolean | undefined;
}

/** A regular expression, but more of one than is run. */
export class LargePatternError extends SyntaxError {}

const maxSourceLength = 10_000;
/** Automaton states, counted repetitions written out. */
const maxSize = 20_000;
/** Backtracking steps that are always affordable. */
const affordableSteps = 1_000_000;
/** Automaton states times characters that are affordable. */
const affordableWork = 50_000_000;
/** The longest text for a pattern of exponential cost that only backtracking can run. */
const shortText = 20;

const known = new Map<string, Pattern>();
const maxKnown = 2_000;
const knownCosts = new Map<string, Cost>();

/** Spares the analysis of patterns whose cost was worked out before, by this very function and kept with a standard. */
export function rememberCosts(costs: Readonly<Record<string, Cost>>): void {
  if (knownCosts.size >= maxKnown) knownCosts.clear();
  for (const [source, cost] of Object.entries(costs)) knownCosts.set(source, cost);
}

/**
 * Compiles a pattern with ECMA-262 meaning: with the `u` flag where it is legal so, without it otherwise. Where backtracking
 * could blow up, the pattern runs on an automaton in linear time. Throws `SyntaxError` for what is no pattern or is too large.
 */
export function compilePattern(source: string): Pattern {
  const earlier = known.get(source);
  if (earlier !== undefined) return earlier;
  if (source.length > maxSourceLength)
    throw new LargePatternError(`longer than ${maxSourceLength} characters`);
  const native = nativePattern(source);
  const tree = lazily(() => parsePattern(source, native.unicode));
  const cost = knownCosts.get(source) ?? costOf(tree());
  if (cost.size > maxSize) throw new LargePatternError('too large once its repetitions are written out');
  const linear = lazily(() => {
    const known = tree();
    return known && new LinearMatcher(buildAutomaton(known, native.unicode), native.unicode);
  });
  const pattern: Pattern = {
    source,
    cost,
    test(text) {
      if (isAffordable(cost, text.length)) return native.test(text);
      if (cost.irregular || cost.size * text.length > affordableWork) return undefined;
      return linear()?.test(text);
    },
  };
  if (known.size >= maxKnown) known.clear();
  known.set(source, pattern);
  return pattern;
}

function isAffordable(cost: Cost, length: number): boolean {
  if (cost.exponential) return cost.irregular && length <= shortText;
  return cost.degree <= 1 || length ** cost.degree <= affordableSteps;
}

function nativePattern(source: string): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch {
    return new RegExp(source);
  }
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
