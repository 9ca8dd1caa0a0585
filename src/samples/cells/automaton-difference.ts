import type { CharacterAutomaton } from './character-automaton.ts';

/**
 * An automaton that accepts what the first one accepts and none of the others does; all are over the same kinds of characters. Undefined where
 * it had more than `maxStates` states.
 */
export function automatonDifference(
  automata: readonly CharacterAutomaton[],
  maxStates: number,
): CharacterAutomaton | undefined {
  const [kept, ...others] = automata;
  if (kept === undefined || others.length === 0) return kept;
  const states: (readonly number[])[] = [automata.map(() => 0)];
  const known = new Map<string, number>([[automata.map(() => 0).join(), 0]]);
  const next: number[][] = [];
  for (const state of states) {
    if (states.length > maxStates) return undefined;
    const rows = automata.map((automaton, index) => automaton.next[state[index] ?? -1]);
    next.push(
      (rows[0] ?? []).map((target, kind) => {
        if (target === -1) return -1;
        const targets = rows.map((row) => row?.[kind] ?? -1);
        const key = targets.join();
        const id = known.get(key) ?? states.push(targets) - 1;
        known.set(key, id);
        return id;
      }),
    );
  }
  const accepts = states.map(([first = -1, ...rest]) => {
    const isOther = rest.some((state, index) => others[index]?.accepts[state] === true);
    return kept.accepts[first] === true && !isOther;
  });
  return { next, accepts };
}
