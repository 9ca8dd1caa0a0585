/**
 * Where memory beyond a budget is set aside: temporary files. Declared here and made in the room that may touch the disk. All calls are
 * synchronous and throw a Failure where the disk does not do what is asked.
 */
export interface Spill {
  /** A new empty file. */
  create(): SpillFile;
  /** Removes every file; may be called again, and after failures. */
  close(): void;
}

export interface SpillFile {
  /** Adds all of the bytes at the end. */
  append(bytes: Uint8Array): void;
  /** Fills all of `into` with the bytes from `at` on. */
  read(at: number, into: Uint8Array): void;
}
