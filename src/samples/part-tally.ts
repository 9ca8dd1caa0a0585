import type { CellFault, CellJudge } from './cells/cell-fault.ts';
import { DaySpans } from './day-spans.ts';
import type { CellPlace } from './delimited/cell-sink.ts';
import type { PrivacyHit } from './privacy/privacy-watch.ts';
import type { DaySpan, FaultTally, PartSpot, PrivacyTally } from './sample-part.ts';

/** How many places of one kind of fault are kept. */
export const keptSpots = 5;
/** How much of the first cell of a kind is kept, in UTF-16 units. */
const keptText = 80;

/** What looks at the cells of one column that the engine did not pass. */
export interface ColumnWatch {
  /** Absent for a column that nobody declares. */
  readonly judge?: CellJudge;
  /** The classes of personal information that a filled cell holds. */
  look?(text: string): readonly PrivacyHit[];
  /** The day that a cell says, CCYY-MM-DD; absent where nobody asks for the days of the column. */
  day?(text: string): string | undefined;
}

/** Cells that were not handed out as it is known what would be found in them. */
export interface SightedCells {
  readonly column: number;
  readonly hits: readonly PrivacyHit[];
  readonly count: number;
}

/** Counts what is wrong with cells in a stretch of a sample. The number of tallies depends on the declaration, not on the data. */
export class PartTally {
  readonly #columns: readonly ColumnWatch[];
  readonly #faults = new Map<string, FaultTally>();
  readonly #days = new DaySpans();
  /** By column, then by detector: asked for every cell of some columns. */
  readonly #privacy: (Map<string, PrivacyTally> | undefined)[] = [];

  constructor(columns: readonly ColumnWatch[]) {
    this.#columns = columns;
  }

  /** A cell that is not certainly fine. */
  cell(text: string, place: CellPlace): void {
    const { row, column } = place;
    const watch = this.#columns[column];
    const spot = (): PartSpot => ({ row, line: place.line() });
    const fault = watch?.judge?.(text, place.kind);
    if (fault !== undefined) this.#fault(fault, { column, text }, spot);
    if (text === '') return;
    if (watch?.day !== undefined) this.#days.note(column, watch.day(text));
    this.#look(text, place);
  }

  /** A filled cell that is fine, but looked at. */
  sight(text: string, place: CellPlace): void {
    this.#look(text, place);
  }

  /** Cells like others that were handed out before. */
  addSighted({ column, hits, count: cells }: SightedCells): void {
    for (const { detector, masked } of hits) {
      const tally = this.#tallyOf(column, detector);
      if (masked) tally.masked += cells;
      else tally.count += cells;
    }
  }

  get faults(): FaultTally[] {
    return [...this.#faults.values()];
  }

  get privacy(): PrivacyTally[] {
    return this.#privacy.flatMap((tallies) => [...(tallies?.values() ?? [])]);
  }

  get days(): DaySpan[] {
    return this.#days.spans();
  }

  #fault(
    fault: CellFault,
    { column, text }: Pick<FaultTally, 'column' | 'text'>,
    spot: () => PartSpot,
  ): void {
    const key = faultKey(fault, column);
    let tally = this.#faults.get(key);
    if (tally === undefined) {
      tally = { ...fault, column, text: text.slice(0, keptText), count: 0, first: [] };
      this.#faults.set(key, tally);
    }
    keepSize(tally, fault);
    count(tally, spot);
  }

  #look(text: string, place: CellPlace): void {
    const { row, column } = place;
    for (const { detector, masked } of this.#columns[column]?.look?.(text) ?? []) {
      const tally = this.#tallyOf(column, detector);
      if (masked) tally.masked += 1;
      else count(tally, () => ({ row, line: place.line() }));
    }
  }

  #tallyOf(column: number, detector: string): PrivacyTally {
    const tallies = this.#privacy[column] ?? new Map<string, PrivacyTally>();
    this.#privacy[column] = tallies;
    let tally = tallies.get(detector);
    if (tally === undefined) {
      tally = { column, detector, count: 0, masked: 0, first: [] };
      tallies.set(detector, tally);
    }
    return tally;
  }
}

/** Cells with the same key are wrong in the same way; whether a mend is known belongs to it, as only then they can be converted. */
export function faultKey(fault: CellFault, column: number): string {
  const { check, reason, style, mended, nearest = '' } = fault;
  return `${column}\u0000${check}\u0000${reason}\u0000${style}\u0000${mended === undefined ? '' : 'm'}\u0000${nearest}`;
}

/** Keeps the size that is farthest from what is declared. */
export function keepSize(
  tally: Pick<FaultTally, 'reason' | 'size'>,
  { size }: Pick<FaultTally, 'size'>,
): void {
  if (size === undefined) return;
  const farther = tally.reason === 'too-short' ? Math.min : Math.max;
  tally.size = farther(tally.size ?? size, size);
}

function count(tally: { count: number; readonly first: PartSpot[] }, spot: () => PartSpot): void {
  tally.count += 1;
  if (tally.first.length < keptSpots) tally.first.push(spot());
}
