import type { FailurePlace } from '../../model/failure.ts';

/** What `concordat.yaml` says. */
export interface Configuration {
  /** Absolute path of the folder that it stands in: its paths are relative to it. */
  readonly folder: string;
  readonly samples: readonly ConfiguredSample[];
}

/** An entry of `samples`: which record declares the data in a file. */
export interface ConfiguredSample {
  /** As it is written, relative to the folder of the configuration. */
  readonly file: string;
  /** The identifier or title of the record. */
  readonly record: string;
  readonly at: { readonly file: FailurePlace; readonly record: FailurePlace };
}
