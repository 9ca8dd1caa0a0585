import type { EngineKey, EnginePlan } from './engine/engine.ts';
import type { TablePlan } from './table-plan.ts';

/** A delimited file that is known well enough to be scanned, in one go or in stretches, here or in other threads. Plain data. */
export interface DelimitedPlan extends TablePlan {
  readonly delimiter: string;
  readonly quote: string;
  readonly lineEnd: string;
  /** What stands before the first row of data: bytes of UTF-8 behind the byte order mark, and lines. */
  readonly lead: Readonly<{ bytes: number; lines: number }>;
  readonly bomBytes: number;
}

/** A longer record is refused in words; the rest is read. */
export const sampleRecordBytes = 1 << 20;

/** The plan of an engine that hands out every cell that is not empty. */
export function handingPlan(plan: DelimitedPlan): EnginePlan {
  return {
    ...signsOf(plan),
    columns: plan.headings.map(() => ({ test: { kind: 'none' }, allowsEmpty: true, watchesDigits: false })),
    doubtedWords: [],
    keys: [],
  };
}

/** The plan of an engine that takes the hashes of one key and looks at no cell. */
export function keyPlan(plan: DelimitedPlan, key: EngineKey): EnginePlan {
  return {
    ...signsOf(plan),
    columns: plan.headings.map(() => ({ test: { kind: 'any' }, allowsEmpty: true, watchesDigits: false })),
    doubtedWords: [],
    keys: [key],
  };
}

/** What every engine for the file has in common. */
export function signsOf({
  delimiter,
  quote,
}: DelimitedPlan): Pick<EnginePlan, 'delimiter' | 'quote' | 'recordBytes'> {
  return {
    delimiter: delimiter.charCodeAt(0),
    quote: quote === '' ? -1 : quote.charCodeAt(0),
    recordBytes: sampleRecordBytes,
  };
}
