import type { Part } from '../../model/document.ts';

/** After so many faults with no record between them, the bytes are taken to be no records at all. */
export const faultsInARow = 1000;

/** Tells a list with broken records in it from something that is not a list of records, so that garbage does not become millions of faults. */
export class Patience {
  #row = 0;

  /** Whether it is lost, now that `parts` has grown beyond `before`. Comments do not count: they hide nothing. */
  lost(parts: readonly Part[], before: number): boolean {
    for (let index = before; index < parts.length; index += 1) {
      const part = parts[index];
      if (part?.kind === 'tree') this.#row = 0;
      else if (part?.kind === 'fault' && part.fault.reason !== 'comment') this.#row += 1;
    }
    return this.#row >= faultsInARow;
  }
}
