import type { ByteAutomaton } from '../engine/column-test.ts';

/** What a made automaton has at most: engines rely on it. */
const maxStates = 2_000;

/**
 * An automaton that accepts what `kept` accepts and none of `others` does. It is no wider than `kept`; it errs where one of the others
 * refuses what it should accept. Undefined where it had more than 2,000 states.
 */
export function automatonDifference(
  kept: ByteAutomaton,
  others: readonly ByteAutomaton[],
): ByteAutomaton | undefined {
  const automata = [kept, ...others];
  const { classOf, bytes } = jointClasses(automata);
  const states: (readonly number[])[] = [automata.map(() => 0), automata.map(() => 1)];
  const known = new Map<string, number>([[(states[1] ?? []).join(), 1]]);
  const next: number[] = bytes.map(() => 0);
  for (let state = 1; state < states.length; state += 1) {
    for (const byte of bytes) next.push(follow(automata, states, { known, state, byte }));
    if (states.length > maxStates) return undefined;
  }
  const accepts = Uint8Array.from(states, ([first = 0, ...rest]) => {
    const isOther = rest.some((state, index) => others[index]?.accepts[state] === 1);
    return kept.accepts[first] === 1 && !isOther ? 1 : 0;
  });
  return { classOf, classCount: bytes.length, next: Uint16Array.from(next), accepts };
}

/** Bytes that no automaton tells apart become one class; `bytes` has one of each. */
function jointClasses(automata: readonly ByteAutomaton[]): {
  readonly classOf: Uint8Array;
  readonly bytes: readonly number[];
} {
  const known = new Map<string, number>();
  const bytes: number[] = [];
  const classOf = Uint8Array.from({ length: 256 }, (_, byte) => {
    const key = automata.map((automaton) => automaton.classOf[byte]).join();
    const id = known.get(key) ?? bytes.push(byte) - 1;
    known.set(key, id);
    return id;
  });
  return { classOf, bytes };
}

/** The state behind a byte; 0 where nothing is kept any more. */
function follow(
  automata: readonly ByteAutomaton[],
  states: (readonly number[])[],
  { known, state, byte }: { known: Map<string, number>; state: number; byte: number },
): number {
  const from = states[state] ?? [];
  const target = automata.map(({ classOf, classCount, next }, index) => {
    return next[(from[index] ?? 0) * classCount + (classOf[byte] ?? 0)] ?? 0;
  });
  if (target[0] === 0) return 0;
  const key = target.join();
  const id = known.get(key) ?? states.push(target) - 1;
  known.set(key, id);
  return id;
}
