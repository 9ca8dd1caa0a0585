import type { FailurePlace } from '../model/failure.ts';
import type { Standard } from '../model/standard.ts';
import type { RowSources } from '../samples/inputs/row-source.ts';
import type { Spill } from '../samples/keys/spill.ts';
import type { SampleRequest } from '../samples/sample-request.ts';
import type { AssessmentOptions } from './submission-document.ts';

/** Which record declares the data in a file, as the user says. */
export interface ExplicitSample {
  readonly file: string;
  /** Its identifier or title. */
  readonly record: string;
  /** Where both stand in the configuration; absent where a flag says it. */
  readonly at?: { readonly file: FailurePlace; readonly record: FailurePlace };
}

/** Who helps to check samples, and how they are shown. */
export interface SampleOptions {
  readonly explicit: readonly ExplicitSample[];
  /** Whether values are shown, which are masked otherwise. */
  readonly showsValues: boolean;
  /** Whether the values of every column are counted and summed up. */
  readonly showsStatistics?: boolean;
  /** Called now and then with how many rows were checked since. */
  onRows?(count: number): void;
  /** Other threads that scan stretches of a file. */
  scannersOf?(path: string): SampleRequest['scanners'];
  parquetRows?(path: string): RowSources;
  /** Where keys go that do not fit in memory. */
  openSpill?(): Promise<Spill>;
}

export interface SampleContext {
  readonly standard: Standard;
  readonly options: AssessmentOptions;
  readonly samples: SampleOptions;
}
