import type { SamplePart } from './sample-part.ts';

/** The rows whose cells were judged: those of ragged rows were not, as nobody knows which column they belong to. */
export function judgedRows({ rows, rowFaults }: Pick<SamplePart, 'rows' | 'rowFaults'>): number {
  const ragged = rowFaults.filter(({ check, facts }) => check === 'row/ragged' && 'expected' in facts);
  return ragged.reduce((left, { count }) => left - count, rows);
}
