/** What a Parquet file is held to before and while it is read. Sizes in bytes. */
export interface ParquetLimits {
  readonly footerBytes: number;
  readonly columns: number;
  readonly rowGroups: number;
  /** A page as stored and unpacked; a dictionary is a page as well. */
  readonly pageBytes: number;
  /** Values of one page. */
  readonly pageValues: number;
  /** Unpacked pages of all columns that are open at the same time. */
  readonly openBytes: number;
  /** How many times larger than packed a page may become, once it is beyond `freeBytes`. */
  readonly ratio: number;
  readonly freeBytes: number;
  /** Rows that a file may promise for each of its bytes, once they are beyond `freeRows`. */
  readonly rowsPerByte: number;
  readonly freeRows: number;
  /** Row groups that may be found damaged before the file is given up. */
  readonly damagedGroups: number;
}

/**
 * Generous: writers make pages of about 1 MiB and row groups of at most 128 MiB. A column of one value packs a million rows into a
 * hundred bytes, hence the many rows for a byte.
 */
export const defaultParquetLimits: ParquetLimits = {
  footerBytes: 64 << 20,
  columns: 4096,
  rowGroups: 100_000,
  pageBytes: 128 << 20,
  pageValues: 1 << 25,
  openBytes: 512 << 20,
  ratio: 1000,
  freeBytes: 16 << 20,
  rowsPerByte: 2000,
  freeRows: 1_000_000,
  damagedGroups: 20,
};
