/** Named bytes handed in by a department. `workspace` makes them; nothing else opens a file. */
export interface Source {
  /** As shown in reports: relative to where the run started, `/` as separator. */
  readonly path: string;
  /** Size in bytes as stored, when known. */
  readonly size: number | undefined;
  /** The bytes in order, in chunks of at most a few MiB, already unpacked where the file is `.gz`. May be iterated once. */
  chunks(): AsyncIterable<Uint8Array>;
  /**
   * The stored bytes from one offset up to another, for files that several threads read. A chunk may be overwritten as soon as the next one
   * is asked for. Absent where the bytes are unpacked or come once.
   */
  range?(from: number, to: number): AsyncIterable<Uint8Array>;
}
