import type { Source } from '../model/source.ts';
import type { CellPlace, CellSink } from './delimited/cell-sink.ts';
import type { ScannedPart } from './delimited/scan-part.ts';
import { scanPart } from './delimited/scan-part.ts';
import type { DelimitedPlan } from './delimited-plan.ts';
import { handingPlan, keyPlan } from './delimited-plan.ts';
import type { EnginePlan } from './engine/engine.ts';
import { makeFastestEngine } from './fastest-engine.ts';
import type { JudgingPlan } from './judging-plan.ts';
import { sightedCells } from './judging-plan.ts';
import type { HashBlock } from './keys/hash-block.ts';
import { HashSet } from './keys/hash-set.ts';
import type { ComparisonPart, KeyRows } from './keys/key-comparison.ts';
import { KeyComparison } from './keys/key-comparison.ts';
import { KeyIndex } from './keys/key-index.ts';
import { keyText } from './keys/key-text.ts';
import type { BrokenReferences, ReferencePass } from './keys/reference-check.ts';
import { ReferenceCheck } from './keys/reference-check.ts';
import type { TextTablePart } from './keys/text-table.ts';
import type { ColumnWatch } from './part-tally.ts';
import { keptSpots, PartTally } from './part-tally.ts';
import type { DaySpan, FaultTally, PrivacyTally } from './sample-part.ts';
import type { ColumnCounts } from './statistics/column-statistics.ts';
import { ColumnStatistics } from './statistics/column-statistics.ts';
import type { TableKey } from './table-keys.ts';
import { isBlankKey } from './table-keys.ts';
import { columnWatches, itemsOf } from './table-plan.ts';

/** A stretch of a delimited file that is to be read. Offsets are bytes of the file as stored. Plain data. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Whether a record, or the heading row, starts at `from` for certain. */
  readonly startsRecord: boolean;
}

/** What all stretches of a file have in common. Plain data, made once and handed to each thread once. */
export interface FilePlan extends DelimitedPlan {
  readonly judging: JudgingPlan;
}

/** A pass over a stretch for the rows of a key that have one of the hashes looked for. */
interface KeyWork {
  readonly stretch: Stretch;
  readonly key: TableKey;
}

/**
 * What is to be made of a stretch: its cells judged; the texts of keys compared whose hashes stand more than once (`words`, sorted); the keys
 * gathered that references may mean; the rows found that refer to none of these `keys`; or the values of all columns counted. Plain data.
 */
export type StretchWork =
  | { readonly kind: 'judge'; readonly stretch: Stretch }
  | { readonly kind: 'count'; readonly stretch: Stretch }
  | (KeyWork & { readonly kind: 'compare'; readonly words: Uint32Array })
  | (KeyWork & { readonly kind: 'gather'; readonly pass: ReferencePass })
  | (KeyWork & { readonly kind: 'refer'; readonly pass: ReferencePass; readonly keys: TextTablePart });

/** Work on a stretch of the file of that plan. */
export type StretchTask = StretchWork & { readonly plan: FilePlan };

type KeyTask = KeyWork & { readonly plan: FilePlan };

/** What was found. Plain data. */
export interface StretchResult {
  readonly scanned: ScannedPart;
  readonly faults: readonly FaultTally[];
  readonly privacy: readonly PrivacyTally[];
  readonly days: readonly DaySpan[];
  /** By key: the hashes of its rows. */
  readonly hashes: readonly (readonly HashBlock[])[];
  readonly compared?: ComparisonPart;
  readonly gathered?: TextTablePart;
  readonly broken?: BrokenReferences;
  /** By column. */
  readonly counted?: readonly ColumnCounts[];
}

/** Reads a stretch of a file. The same task gives the same result in every thread. `onRows` hears of rows as soon as they are judged. */
export async function scanStretch(
  task: StretchTask,
  source: Source,
  onRows?: (rows: number) => void,
): Promise<StretchResult> {
  if (task.kind === 'judge') return judgeStretch(task, source, onRows);
  if (task.kind === 'count') return countStretch(task, source);
  if (task.kind === 'compare') {
    const comparison = new KeyComparison(task.words.length / 2);
    const scanned = await lookUp(task, source, {
      hashes: new HashSet(task.words),
      row: (index, text, rows) => comparison.add(index, text, rows),
    });
    return { scanned, ...nothing, compared: comparison.part() };
  }
  const check = new ReferenceCheck(task.pass);
  if (task.kind === 'gather') {
    const row = (index: number, text: string): void => check.addKey(index, text);
    const scanned = await lookUp(task, source, { hashes: check.hashes, row });
    return { scanned, ...nothing, gathered: check.keys() };
  }
  check.adoptKeys(task.keys);
  const row: FoundRow = (index, text, rows) => check.addReference(index, () => text, rows);
  const scanned = await lookUp(task, source, { hashes: check.hashes, row });
  return { scanned, ...nothing, broken: check.broken() };
}

const nothing = { faults: [], privacy: [], days: [], hashes: [] } as const;

type PlainTask = Pick<StretchTask, 'plan' | 'stretch'>;

/** Counts the values of every column. */
async function countStretch({ plan, stretch }: PlainTask, source: Source): Promise<StretchResult> {
  const columns = itemsOf(plan).map((item) => new ColumnStatistics(item?.type ?? 'any'));
  const sink: CellSink = { cell: (text, { column }) => columns[column]?.add(text) };
  const scanned = await scan({ plan, stretch, engine: handingPlan(plan), sink }, source);
  for (const [column, count] of scanned.empties.entries()) columns[column]?.addEmpty(count);
  return { scanned, ...nothing, counted: columns.map((column) => column.toPlain()) };
}

async function judgeStretch(
  { plan, stretch }: PlainTask,
  source: Source,
  onRows?: (rows: number) => void,
): Promise<StretchResult> {
  const { judging } = plan;
  const { engine } = judging;
  const tally = new PartTally(watchesOf(plan));
  // Only the main thread sets hashes aside where they do not fit in memory; it takes these in when the stretch is done.
  const indices = engine.keys.map(() => new KeyIndex({ budget: Number.POSITIVE_INFINITY }));
  const sink: CellSink = {
    cell: (text, place) => tally.cell(text, place),
    sight: (text, place) => tally.sight(text, place),
    rows: (rows) => onRows?.(rows),
    keys: (_, rows, hashes) => {
      for (const [key, words] of hashes.entries()) indices[key]?.add(words, rows);
      return undefined;
    },
  };
  const scanned = await scan({ plan, stretch, engine, sink }, source);
  for (const cells of sightedCells(judging, scanned.sighted)) tally.addSighted(cells);
  return {
    scanned,
    faults: tally.faults,
    privacy: tally.privacy,
    days: tally.days,
    hashes: indices.map((index) => index.take()),
  };
}

const watches = new WeakMap<FilePlan, readonly ColumnWatch[]>();

/** Made once a thread. */
function watchesOf(plan: FilePlan): readonly ColumnWatch[] {
  const made = watches.get(plan) ?? columnWatches(plan);
  watches.set(plan, made);
  return made;
}

/** Hears of rows whose hash is number `index` of those looked for. */
type FoundRow = (index: number, text: string, rows: KeyRows) => void;

/** Finds the rows of a key that have one of the hashes. */
function lookUp(
  { plan, stretch, key }: KeyTask,
  source: Source,
  { hashes, row }: { readonly hashes: HashSet; readonly row: FoundRow },
): Promise<ScannedPart> {
  let indices: number[] = [];
  let next = 0;
  /** The key of the last row; undefined where it has none. */
  let last: string | undefined;
  const tell = (count: number, place: CellPlace): void => {
    const index = indices[next] ?? 0;
    next += count;
    if (last !== undefined) row(index, last, { row: place.row, line: place.line(), count });
  };
  const sink: CellSink = {
    cell: () => undefined,
    keys: (_, rows, [words]) => {
      const wanted: number[] = [];
      indices = [];
      next = 0;
      if (words === undefined) return undefined;
      hashes.find(words, rows, (at, index) => {
        wanted.push(at);
        indices.push(index);
      });
      return wanted;
    },
    record: (text, place) => {
      const texts = key.columns.map(text);
      last = isBlankKey(key, texts) ? undefined : keyText(texts);
      tell(1, place);
    },
    again: tell,
  };
  return scan({ plan, stretch, engine: keyPlan(plan, key), sink }, source);
}

function scan(
  {
    plan,
    stretch,
    engine,
    sink,
  }: { plan: DelimitedPlan; stretch: Stretch; engine: EnginePlan; sink: CellSink },
  source: Source,
): Promise<ScannedPart> {
  const isFirst = stretch.from === 0;
  const chunks = source.range?.(stretch.from, Number.POSITIVE_INFINITY) ?? source.chunks();
  return scanPart(chunks, {
    ...stretch,
    makeEngine: makeFastestEngine,
    engine,
    sink,
    spots: keptSpots,
    lineEnd: plan.lineEnd,
    lead: isFirst ? plan.lead : { bytes: 0, lines: 0 },
    encoding: plan.encoding,
    bomBytes: isFirst ? plan.bomBytes : 0,
  });
}
