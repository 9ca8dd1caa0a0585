import type { Tree } from './syntax-tree.ts';

/** A state of the non-deterministic automaton. `-1` is no state. */
type State =
  | { readonly kind: 'one'; readonly test: number; next: number }
  | { readonly kind: 'edge'; readonly edge: Edge; next: number }
  | { readonly kind: 'fork'; readonly next: number[] }
  | { readonly kind: 'accept' };

type Edge = Extract<Tree, { kind: 'edge' }>['edge'];

/** A regular expression as states; matching never goes back. */
export interface Automaton {
  readonly states: readonly State[];
  readonly start: number;
  /** Tests for one character each; `one` states name them by index. */
  readonly tests: readonly ((character: string) => boolean)[];
}

/** Thompson's construction. The tree must be regular. Each character test is left to `RegExp`, so it keeps the meaning of ECMA-262. */
export function buildAutomaton(tree: Tree, unicode: boolean): Automaton {
  const states: State[] = [{ kind: 'accept' }];
  const sources = new Map<string, number>();
  const add = (state: State): number => states.push(state) - 1;

  /** Adds states for `part` that go on to `next`; returns the first of them. */
  function link(part: Tree, next: number): number {
    switch (part.kind) {
      case 'one':
        if (!sources.has(part.source)) sources.set(part.source, sources.size);
        return add({ kind: 'one', test: sources.get(part.source) ?? 0, next });
      case 'edge':
        return add({ kind: 'edge', edge: part.edge, next });
      case 'sequence':
        return part.parts.reduceRight((after, inner) => link(inner, after), next);
      case 'choice':
        return add({ kind: 'fork', next: part.options.map((option) => link(option, next)) });
      case 'repeat':
        return linkRepeat(part, next);
      default:
        return next;
    }
  }

  function linkRepeat(part: Extract<Tree, { kind: 'repeat' }>, next: number): number {
    let first = next;
    if (part.max === Infinity) {
      const loop: number[] = [];
      first = add({ kind: 'fork', next: loop });
      loop.push(link(part.body, first), next);
    } else {
      for (let spare = part.max - part.min; spare > 0; spare -= 1) {
        first = add({ kind: 'fork', next: [link(part.body, first), next] });
      }
    }
    for (let needed = part.min; needed > 0; needed -= 1) first = link(part.body, first);
    return first;
  }

  const start = link(tree, 0);
  const tests = [...sources.keys()].map((source) => {
    const shape = new RegExp(`^(?:${source})$`, unicode ? 'u' : '');
    return (character: string) => shape.test(character);
  });
  return { states, start, tests };
}
