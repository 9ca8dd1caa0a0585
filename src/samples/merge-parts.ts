import { sortTallies, tallyKey } from './delimited/row-tallies.ts';
import { faultKey, keepSize } from './part-tally.ts';
import type { FaultTally, PartSpot, PrivacyTally, RowTally, SamplePart } from './sample-part.ts';

/** How many rows and lines stand before a part. */
interface Offset {
  readonly rows: number;
  readonly lines: number;
}

/**
 * One part out of neighbouring ones, in the order of the file: exactly what one pass over all of it finds. `spots`: how many first places
 * of each kind are kept, the same as in the parts.
 */
export function mergeParts(parts: readonly SamplePart[], spots: number): SamplePart {
  const faults = new Map<string, FaultTally>();
  const privacy = new Map<string, PrivacyTally>();
  const rowFaults = new Map<string, RowTally>();
  const empties: number[] = [];
  let offset: Offset = { rows: 0, lines: 0 };
  for (const [index, part] of parts.entries()) {
    for (const fault of part.faults)
      keepSize(addTally(faults, fault, { key: faultKey(fault, fault.column), offset, spots }), fault);
    for (const tally of part.privacy) {
      const merged = addTally(privacy, tally, { key: `${tally.column} ${tally.detector}`, offset, spots });
      merged.masked += tally.masked;
    }
    const rowsFollow = parts.slice(index + 1).some(({ rows }) => rows > 0);
    for (const tally of part.rowFaults) addRowTally(rowFaults, settled(tally, rowsFollow), { offset, spots });
    for (const [column, count] of part.empties.entries()) empties[column] = (empties[column] ?? 0) + count;
    offset = { rows: offset.rows + part.rows, lines: offset.lines + part.lines };
  }
  return {
    ...offset,
    empties,
    faults: [...faults.values()],
    privacy: [...privacy.values()],
    rowFaults: sortTallies([...rowFaults.values()]),
  };
}

/** Empty lines at the end of a part are no longer at the end where rows follow. */
function settled(tally: RowTally, rowsFollow: boolean): RowTally {
  return rowsFollow && tally.reason === 'empty-line-at-end' ? { ...tally, reason: 'empty-line' } : tally;
}

function addRowTally(
  tallies: Map<string, RowTally>,
  tally: RowTally,
  { offset, spots }: { offset: Offset; spots: number },
): void {
  // A kind of line end is met once, and goes on.
  const kept = tally.reason === 'mixed-line-ends' ? 1 : spots;
  addTally(tallies, tally, { key: tallyKey(tally), offset, spots: kept });
}

function addTally<Tally extends { count: number; readonly first: PartSpot[]; masked?: number }>(
  tallies: Map<string, Tally>,
  tally: Tally,
  { key, offset, spots }: { key: string; offset: Offset; spots: number },
): Tally {
  let merged = tallies.get(key);
  if (merged === undefined) {
    merged = { ...tally, count: 0, first: [], ...(tally.masked === undefined ? {} : { masked: 0 }) };
    tallies.set(key, merged);
  }
  merged.count += tally.count;
  const room = Math.max(0, spots - merged.first.length);
  for (const { row, line } of tally.first.slice(0, room))
    merged.first.push({ row: row + offset.rows, line: line + offset.lines });
  return merged;
}
