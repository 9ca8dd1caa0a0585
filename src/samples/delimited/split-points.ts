import type { Encoding } from '../../documents/encoding.ts';
import type { EngineListener, EnginePlan, MakeEngine } from '../engine/engine.ts';

const lf = 10;
const cr = 13;
const pipe = 124;

/** What a guess of the first record start needs to know. */
export interface GuessPlan {
  readonly makeEngine: MakeEngine;
  /** Of the file. */
  readonly engine: EnginePlan;
}

/**
 * Whether a file can be read from the middle: line ends, quotes and delimiters must be what they look like wherever one starts. In GB18030
 * that holds for all signs below U+0040; UTF-16 is rewritten as a whole.
 */
export function canSplit(
  encoding: Encoding,
  { delimiter, quote }: { delimiter: number; quote: number },
): boolean {
  if (encoding === 'utf-8') return true;
  return encoding === 'gb18030' && delimiter < 0x40 && quote < 0x40 && delimiter !== pipe;
}

/** Offsets that cut `bytes` bytes behind the lead into at most `parts` parts of at least `least` bytes: the inner ends of the parts. */
export function splitPoints(
  lead: number,
  bytes: number,
  { parts, least }: { parts: number; least: number },
): number[] {
  const count = Math.max(1, Math.min(parts, Math.floor((bytes - lead) / Math.max(1, least))));
  return Array.from(
    { length: count - 1 },
    (_, index) => lead + Math.floor(((bytes - lead) * (index + 1)) / count),
  );
}

/**
 * Where the first record probably starts behind the first line end in a window of a file: both answers to whether the window starts inside
 * quotes are followed, and the one whose records look better is taken. Undefined where neither meets a record. Only a guess: `joinParts`
 * finds out whether it is true.
 */
export function guessRecordStart(window: Uint8Array, plan: GuessPlan): number | undefined {
  const outside = firstStart(window, plan, false);
  const inside = plan.engine.quote < 0 ? undefined : firstStart(window, plan, true);
  if (outside === undefined || inside === undefined || inside === outside) return outside ?? inside;
  return badness(window.subarray(inside), plan) < badness(window.subarray(outside), plan) ? inside : outside;
}

/** The first record start by one answer. A window that starts in an unquoted cell or at its start is outside. */
function firstStart(window: Uint8Array, { engine }: GuessPlan, startsInside: boolean): number | undefined {
  const { quote } = engine;
  let isInside = startsInside;
  for (let at = 0; at + 1 < window.length; at += 1) {
    const byte = window[at];
    if (byte === quote) isInside = !isInside;
    else if (!isInside && byte === lf) return at + 1;
    else if (!isInside && byte === cr) return window[at + 1] === lf ? at + 2 : at + 1;
  }
  return undefined;
}

/** How much of what follows is not as it should be: rows of the wrong width and quotes out of place, as a part of all rows. */
function badness(bytes: Uint8Array, { makeEngine, engine: plan }: GuessPlan): number {
  let bad = 0;
  const count = () => {
    bad += 1;
  };
  const nothing = () => undefined;
  // biome-ignore format: one line says it
  const listener: EngineListener = { doubt: nothing, ragged: count, stray: count, lineEnd: nothing };
  const engine = makeEngine(structurePlan(plan), listener);
  engine.buffer.set(bytes);
  engine.judge(bytes.length, false);
  const { rows } = engine;
  engine.close();
  return rows === 0 ? 1 : bad / rows;
}

const known = new WeakMap<EnginePlan, EnginePlan>();

/** The plan of an engine that looks at nothing but the structure. */
function structurePlan(plan: EnginePlan): EnginePlan {
  const test = { test: { kind: 'any' }, allowsEmpty: true, watchesDigits: false } as const;
  const { delimiter, quote, recordBytes } = plan;
  const columns = plan.columns.map(() => test);
  const made = known.get(plan) ?? { columns, delimiter, quote, doubtedWords: [], keys: [], recordBytes };
  known.set(plan, made);
  return made;
}
