import { moreFaults, toldOneByOne } from '../../documents/fault-limit.ts';
import type { DocumentFault } from '../../model/document.ts';

/** Keeps the faults of a reader to the first ones of each reason; how many more there were is told at the end. */
export class FaultBudget {
  readonly #last = new Map<string, { fault: DocumentFault; count: number }>();

  /** The fault where it is still to be told. */
  admit(fault: DocumentFault): DocumentFault | undefined {
    const key = `${fault.check} ${fault.reason}`;
    const known = this.#last.get(key);
    if (known === undefined) {
      this.#last.set(key, { fault, count: 1 });
      return fault;
    }
    known.count += 1;
    if (known.count > toldOneByOne) return undefined;
    known.fault = fault;
    return fault;
  }

  /** One fault for each reason of which not all were told, at the last one that was. */
  rest(): DocumentFault[] {
    return [...this.#last.values()]
      .filter(({ count }) => count > toldOneByOne)
      .map(({ fault, count }) => moreFaults(fault, count - toldOneByOne));
  }
}
