import { byCodeUnit } from '../model/code-unit-order.ts';
import type { ColumnSummary } from '../model/column-summary.ts';
import type { DataType } from '../model/data-item.ts';
import type { SampleOutcome } from '../samples/sample-outcome.ts';
import type { ColumnCounts } from '../samples/statistics/column-statistics.ts';
import { ColumnStatistics } from '../samples/statistics/column-statistics.ts';
import type { ValueRules } from './shown-values.ts';
import { personalColumns, valueShower } from './shown-values.ts';

const commonestShown = 10;
const faultsShown = 5;

/** What the columns of a table hold, as it may be shown; undefined where nobody counted it. */
export function summariseColumns(outcome: SampleOutcome, rules: ValueRules): ColumnSummary[] | undefined {
  const { statistics, headings, columns } = outcome;
  if (statistics === undefined) return undefined;
  const show = valueShower(outcome, rules);
  const isPersonal = personalColumns(outcome, rules);
  return statistics.map((counts, column) => {
    const item = rules.items[columns.items[column] ?? -1];
    const shown = (text: string): string =>
      item?.codes?.byCode.has(text) === true ? text : show(column, text);
    const heading = headings[column] ?? '';
    const type = item?.type ?? 'any';
    return {
      column: heading === '' ? (item?.name ?? '') : heading,
      ...numbersOf(counts),
      ...(isPersonal(column) ? { commonest: [] } : valuesOf(counts, type, shown)),
      faults: faultsOf(outcome, column),
      isPersonal: isPersonal(column),
    };
  });
}

function numbersOf(
  counts: ColumnCounts,
): Pick<ColumnSummary, 'filled' | 'empty' | 'distinct' | 'isExact' | 'longest'> {
  const { filled, empty, longest } = counts;
  const { count, isExact } = columnOf(counts, 'any').values.distinct();
  return { filled, empty, distinct: count, isExact, longest };
}

function valuesOf(
  counts: ColumnCounts,
  type: DataType,
  shown: (text: string) => string,
): Pick<ColumnSummary, 'commonest' | 'minimum' | 'maximum'> {
  const column = columnOf(counts, type);
  const [minimum, maximum] = [column.minimum(), column.maximum()];
  return {
    ...(minimum === undefined ? {} : { minimum: shown(minimum.text) }),
    ...(maximum === undefined ? {} : { maximum: shown(maximum.text) }),
    commonest: commonestOf(column, shown),
  };
}

/** Values that look the same when masked are one: what is counted then is how values are written. */
function commonestOf(column: ColumnStatistics, shown: (text: string) => string): ColumnSummary['commonest'] {
  const shares = new Map<string, number>();
  for (const { text, count } of column.values.commonest(Number.POSITIVE_INFINITY).values) {
    const seen = shown(text);
    shares.set(seen, (shares.get(seen) ?? 0) + count);
  }
  const sorted = [...shares].sort(([one, many], [other, others]) => others - many || byCodeUnit(one, other));
  return sorted.slice(0, commonestShown).map(([text, count]) => ({ text, count }));
}

function columnOf(counts: ColumnCounts, type: DataType): ColumnStatistics {
  const column = new ColumnStatistics(type);
  column.merge(counts);
  return column;
}

/** Ways that only differ in whether a mend is known are one; of equally common ones the first met goes first. */
function faultsOf({ part }: SampleOutcome, column: number): ColumnSummary['faults'] {
  const faults = new Map<string, { check: string; reason: string; count: number }>();
  for (const { column: at, check, reason, style, count } of part.faults) {
    if (at !== column) continue;
    const told = reason === 'other-style' ? style : reason;
    const key = `${check} ${told}`;
    const fault = faults.get(key) ?? { check, reason: told, count: 0 };
    fault.count += count;
    faults.set(key, fault);
  }
  return [...faults.values()].sort((one, other) => other.count - one.count).slice(0, faultsShown);
}
