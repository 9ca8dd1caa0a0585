/** Thrown inside the Parquet reader where it stops; caught at its edges and handed out as a `DocumentFault`. */
export class ParquetTrouble extends Error {
  override readonly name = 'ParquetTrouble';
  /** A reason of `document/unreadable`. */
  readonly reason: string;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(reason: string, facts: Readonly<Record<string, string | number>> = {}) {
    super(reason);
    this.reason = reason;
    this.facts = facts;
  }
}

/** What contradicts itself or ends in the middle. `part` says where: `footer`, `page header`, … */
export function damaged(part: string): ParquetTrouble {
  return new ParquetTrouble('parquet-damaged', { part });
}
