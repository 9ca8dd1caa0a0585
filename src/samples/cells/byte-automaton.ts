import type { Automaton } from '../../schema/pattern/automaton.ts';
import { buildAutomaton } from '../../schema/pattern/automaton.ts';
import { costOf } from '../../schema/pattern/cost.ts';
import type { Tree } from '../../schema/pattern/syntax-tree.ts';
import { parsePattern } from '../../schema/pattern/syntax-tree.ts';
import type { ByteAutomaton } from '../engine/column-test.ts';
import { automatonDifference } from './automaton-difference.ts';
import type { CharacterAutomaton, Characters, TextClaims } from './character-automaton.ts';
import { characterKinds, determinise } from './character-automaton.ts';
import type { CharacterSet } from './character-set.ts';
import { characterSet } from './character-set.ts';
import { spelledAutomaton } from './spelled-automaton.ts';

const maxSourceLength = 10_000;
/** States of the automaton that is made deterministic. */
const maxSize = 4_000;
/** States of the result. */
const maxStates = 2_000;

/**
 * A regular expression with the meaning of ECMA-262 (as `compilePattern` has it: somewhere in the text), and further claims, as an automaton
 * over UTF-8. It accepts no text that does not match, or that matches one of the expressions of `except`; characters beyond plane 3 may be
 * judged wrongly where a property of Unicode decides, for one of `except` to either side, otherwise only refused. Undefined where there is
 * none of at most 2,000 states: look-around, back-references, syntax not understood, or too many states.
 */
export function byteAutomaton(
  source: string,
  claims: TextClaims,
  except: readonly string[] = [],
): ByteAutomaton | undefined {
  const kept = expressionOf(source);
  const others = except.map(expressionOf).filter((other) => other !== undefined);
  if (kept === undefined || others.length < except.length) return undefined;
  const expressions = [kept, ...others];
  const characters = characterKinds(
    expressions.flatMap(({ sets }) => sets),
    claims,
  );
  let before = 0;
  const automata: CharacterAutomaton[] = [];
  for (const expression of expressions) {
    const told = toldTo(expression, characters, before);
    const asked = automata.length === 0 ? claims : { ...claims, ...nothingElse };
    const automaton = determinise(expression.automaton, told, { claims: asked, maxStates });
    if (automaton === undefined) return undefined;
    automata.push(automaton);
    before += expression.sets.length;
  }
  const automaton = automatonDifference(automata, maxStates);
  return automaton === undefined ? undefined : spelledAutomaton(automaton, characters, maxStates);
}

const nothingElse = { cleanEdges: false, min: 0, max: Number.POSITIVE_INFINITY } as const;

/** An expression that an automaton can be made of, and the sets of characters that its states ask for. */
interface Expression {
  readonly automaton: Automaton;
  readonly sets: readonly CharacterSet[];
}

function expressionOf(source: string): Expression | undefined {
  if (source.length > maxSourceLength) return undefined;
  const unicode = isUnicode(source);
  const tree = unicode === undefined ? undefined : parsePattern(source, unicode);
  if (tree === undefined || unicode === undefined) return undefined;
  const cost = costOf(tree);
  if (cost.irregular || cost.size > maxSize) return undefined;
  const sets = [...atomsOf(tree)].map((atom) => characterSet(atom, unicode));
  return { automaton: buildAutomaton(tree, unicode), sets };
}

/** The kinds of characters as one of several expressions asks for them. `before`: sets of the expressions before it. */
function toldTo({ sets }: Expression, { kinds }: Characters, before: number): Characters['kinds'] {
  return kinds.map((kind) => ({ ...kind, passes: kind.passes.slice(before, before + sets.length) }));
}

/** Whether the flag `u` is legal for an expression; undefined where it is none. */
function isUnicode(source: string): boolean | undefined {
  for (const unicode of [true, false]) {
    try {
      new RegExp(source, unicode ? 'u' : '');
      return unicode;
    } catch {
      // The next one may do.
    }
  }
  return undefined;
}

/** The sources of characters in the order in which `buildAutomaton` numbers its tests: as it links them, last part first. */
function atomsOf(tree: Tree, found = new Set<string>()): Set<string> {
  if (tree.kind === 'one') found.add(tree.source);
  else if (tree.kind === 'sequence') for (const part of [...tree.parts].reverse()) atomsOf(part, found);
  else if (tree.kind === 'choice') for (const option of tree.options) atomsOf(option, found);
  else if (tree.kind === 'repeat' && tree.max > 0) atomsOf(tree.body, found);
  return found;
}
