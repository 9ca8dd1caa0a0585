/** The exact number of cells of a class in a column. */
export interface PlantedCount {
  readonly column: string;
  readonly detector: string;
  readonly count: number;
  readonly masked: number;
}

export const identityHeadings: readonly string[];

/** Rows of a table with invented identities, the same for the same seed; `planted` is complete once the rows are drawn. */
export function makeIdentities(options: {
  readonly rows: number;
  readonly seed: number;
  readonly onValue?: (value: string) => void;
}): {
  readonly headings: readonly string[];
  readonly rows: Iterable<readonly string[]>;
  readonly planted: () => {
    readonly rows: number;
    readonly seed: number;
    readonly columns: readonly PlantedCount[];
  };
};
