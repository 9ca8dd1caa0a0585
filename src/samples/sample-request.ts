import type { SampleDeclaration } from '../model/data-item.ts';
import type { Limits } from '../model/document.ts';
import type { PrivacyProfile } from '../model/sample-binding.ts';
import type { RowSources } from './inputs/row-source.ts';
import type { Spill } from './keys/spill.ts';
import type { StretchResult, StretchTask } from './scan-stretch.ts';

/** A table that is to be checked, and with what help. */
export interface SampleRequest {
  readonly declaration: SampleDeclaration;
  readonly profile: PrivacyProfile;
  /** CCYY-MM-DD. */
  readonly today: string;
  /** Keys that references of samples name in this one, by the names of their columns. */
  readonly targets: readonly (readonly string[])[];
  readonly limits: Limits;
  /** Whether the values of every column are counted. */
  readonly countsValues?: boolean;
  /** Other threads that scan stretches of the same file. */
  readonly scanners: readonly ((task: StretchTask) => Promise<StretchResult>)[];
  /** Where hashes of keys go that do not fit in memory. */
  readonly spill?: Spill;
  /** Called now and then with how many rows were checked since. */
  onRows?(count: number): void;
  /** Reads a Parquet file apart; absent where nobody can. */
  readonly parquetRows?: () => RowSources;
}
