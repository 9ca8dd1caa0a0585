import type { CellFacts } from '../checks/sample-facts.ts';
import { declaredFacts } from '../checks/sample-facts.ts';
import type { Facts } from '../model/check.ts';
import type { DataItem } from '../model/data-item.ts';
import type { Place } from '../model/place.ts';
import { placeText } from '../model/place.ts';
import { storedStyleNames } from '../samples/cells/stored-cell.ts';
import { judgedRows } from '../samples/judged-rows.ts';
import type { SampleOutcome } from '../samples/sample-outcome.ts';
import type { FaultTally, PartSpot } from '../samples/sample-part.ts';
import { maskValue } from '../samples/statistics/mask-value.ts';
import type { SampleFinding } from './sample-divergence.ts';
import type { ShowValue } from './shown-values.ts';

/** One finding for each column and way of being wrong, however many cells are wrong in that way. */
export function cellFindings(
  outcome: SampleOutcome,
  items: readonly DataItem[],
  show: ShowValue,
): SampleFinding[] {
  return outcome.part.faults.flatMap((tally) => {
    const item = items[outcome.columns.items[tally.column] ?? -1];
    return item === undefined ? [] : [findingOf(tally, item, { outcome, show })];
  });
}

function findingOf(
  tally: FaultTally,
  item: DataItem,
  { outcome, show }: { readonly outcome: SampleOutcome; readonly show: ShowValue },
): SampleFinding {
  const { check, reason, style, column, count, first, mended, nearest } = tally;
  const heading = outcome.headings[column] ?? '';
  const rows = judgedRows(outcome.part);
  const { empties } = outcome.part;
  const isSafe = mended !== undefined;
  const [spot] = first;
  return {
    check,
    ...severityOf(tally, item),
    facts: {
      column: heading === '' ? item.name : heading,
      position: column + 1,
      count,
      of: check === 'cell/blank' ? rows : rows - (empties[column] ?? 0),
      first: placesOf(first, column, outcome),
      reason,
      safe: isSafe,
      ...sizeOf(tally, item, outcome),
      ...exampleOf(tally, show),
      ...declaredFacts(item, check),
    } satisfies CellFacts & Facts,
    ...(spot === undefined ? {} : { place: outcome.place(spot, column) }),
    clause: { field: item.pointer },
    fixable: isSafe,
    subject: [item.name, reason, style, nearest ?? '', isSafe ? 'safe' : ''],
  };
}

/** How long the longest of them is, or the shortest; and in what its bytes are counted. */
function sizeOf({ reason, size }: FaultTally, { length }: DataItem, { encoding }: SampleOutcome): Facts {
  if (size === undefined) return {};
  return {
    [reason === 'too-short' ? 'shortest' : 'longest']: size,
    ...(length?.unit === 'bytes' && encoding !== undefined ? { encoding } : {}),
  };
}

/**
 * What such a cell looks like: the first one, masked. A word for “nothing” is the declaration's
 * own and says nothing of anybody.
 */
function exampleOf({ reason, style, column, text, nearest }: FaultTally, show: ShowValue): Facts {
  if (reason === 'null-word') return { style, words: [text.trim()] };
  const shown = show(column, text);
  // A text like 9999 is its own mask: whether it may be shown must not be told by that.
  const isShown = shown === text && shown !== maskValue(text);
  const seen: Facts = isShown ? { value: shown } : { masked: shown };
  return {
    ...(style === '' ? {} : { style }),
    ...(text === '' ? {} : seen),
    ...(nearest === undefined ? {} : { nearest }),
  };
}

const storedStyles: ReadonlySet<string> = new Set(storedStyleNames);

/**
 * A word for “nothing” where nothing is allowed says no less than an empty cell, only less well. A format that only the name of the item
 * tells is a warning; a masked value of it is as it should be in a table that others see. A value stored as another kind is one where the
 * declaration does not speak of formats; what could not be judged is a note.
 */
function severityOf(
  { check, reason, style }: FaultTally,
  { isRequired, isFormatPresumed, isKindPresumed }: DataItem,
): Pick<SampleFinding, 'severity'> {
  if (check === 'cell/pattern' && reason === 'not-judged') return { severity: 'info' };
  if (check === 'cell/format' && isFormatPresumed === true)
    return { severity: reason === 'masked' ? 'info' : 'warning' };
  if (isKindPresumed === true && storedStyles.has(style)) return { severity: 'warning' };
  return check === 'cell/blank' && reason === 'null-word' && !isRequired ? { severity: 'warning' } : {};
}

/** The first places, as text: lines, or cells of a sheet. */
export function placesOf(
  first: readonly PartSpot[],
  column: number | undefined,
  { place }: Pick<SampleOutcome, 'place'>,
): string[] {
  return first.map((spot) => shortPlace(place(spot, column)));
}

function shortPlace(place: Place): string {
  if ('cell' in place) return place.cell;
  return 'line' in place ? String(place.line) : placeText(place);
}
