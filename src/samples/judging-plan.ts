import type { DelimitedPlan } from './delimited-plan.ts';
import { signsOf } from './delimited-plan.ts';
import type { EnginePlan } from './engine/engine.ts';
import type { SightedCells } from './part-tally.ts';
import { keptSpots } from './part-tally.ts';
import { tableKeys } from './table-keys.ts';
import { columnTests, sightHits, wordsForNothing } from './table-plan.ts';

/** Smaller files are read before the automata of sights are made. Bytes. */
const leastForSights = 4 << 20;

/** How the cells of a file are judged. Plain data, made once and handed to each thread, as automata take long to make. */
export interface JudgingPlan {
  readonly engine: EnginePlan;
  /** By sight of the engine: what a look at its cells finds. */
  readonly sights: readonly Omit<SightedCells, 'count'>[];
}

/** The plan of an engine that judges all cells and takes the hashes of all keys that the file has, in the order of `tableKeys`. `bytes`: of the file, where known. */
export function judgingPlan(plan: DelimitedPlan, bytes = Number.POSITIVE_INFINITY): JudgingPlan {
  const words = wordsForNothing(plan.declaration);
  const withSights = bytes >= leastForSights;
  const engine = {
    ...signsOf(plan),
    columns: columnTests(plan, withSights),
    doubtedWords: words.map((word) => new TextEncoder().encode(word)).filter(({ length }) => length <= 64),
    keys: tableKeys(plan),
  };
  return { engine, sights: withSights ? sightHits(plan) : [] };
}

/** What is to be added to the tallies for the cells that the engine counted and did not hand out. */
export function sightedCells({ sights }: JudgingPlan, counts: readonly number[]): SightedCells[] {
  return sights.map((sight, index) => ({ ...sight, count: Math.max(0, (counts[index] ?? 0) - keptSpots) }));
}
