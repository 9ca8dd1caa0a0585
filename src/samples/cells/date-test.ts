import type { DataItem } from '../../model/data-item.ts';
import type { CellTest } from '../engine/column-test.ts';
import { byteAutomaton } from './byte-automaton.ts';
import type { CellContext } from './cell-judge.ts';
import { readBound } from './content-judge.ts';
import type { DatePattern } from './date-pattern.ts';
import { parseDatePattern } from './date-pattern.ts';
import type { Decimal } from './decimal-text.ts';

/** Two digits each; months with days that they certainly have, so that only 29 February is left to the judge. */
const days = [
  ['(?:0[1-9]|1[0-2])', '(?:0[1-9]|1[0-9]|2[0-8])'],
  ['(?:0[13-9]|1[0-2])', '(?:29|30)'],
  ['(?:0[13578]|1[02])', '31'],
] as const;
const hour = '(?:[01][0-9]|2[0-3])';
const sixty = '[0-5][0-9]';
const isoClock = String.raw`${hour}:${sixty}:${sixty}(?:\.[0-9]{1,9})?`;
const isoOffset = `(?:Z|[+-]${hour}:${sixty})`;

/** The quick test of dates and times: those written in full. */
export function temporalTest(item: DataItem, context: CellContext): CellTest {
  const isIso = item.datePattern === undefined || (item.type === 'date' && item.datePattern === '%Y-%m-%d');
  if (item.type === 'date' && isIso) return dateTest(item, context);
  if (item.type === 'year' && isIso) return yearTest(item, context);
  if (item.range !== undefined) return { kind: 'none' };
  const source = isIso ? isoSource(item) : patternSource(item.datePattern ?? '');
  if (source === undefined) return { kind: 'none' };
  const { min = 0, max = Number.POSITIVE_INFINITY, unit = 'characters' } = item.length ?? {};
  const automaton = byteAutomaton(source, { cleanEdges: true, min, max, unit, encoding: context.encoding });
  return automaton === undefined ? { kind: 'none' } : { kind: 'pattern', automaton };
}

function dateTest(item: DataItem, context: CellContext): CellTest {
  const bounds = limits(item, 99_991_231);
  return fits(item, 10, context) ? { kind: 'date', ...bounds } : { kind: 'none' };
}

/** Years from 1000 on are integers of four digits. */
function yearTest(item: DataItem, context: CellContext): CellTest {
  const { minimum, maximum } = limits(item, 9999);
  if (!fits(item, 4, context) || maximum < 1000) return { kind: 'none' };
  return { kind: 'integer', minimum: Math.max(1000, minimum), maximum };
}

/** Whether so many ASCII characters have the declared length. */
function fits({ length }: DataItem, characters: number, { encoding }: CellContext): boolean {
  if (length === undefined) return true;
  const size = length.unit === 'bytes' && encoding.startsWith('utf-16') ? characters * 2 : characters;
  return size >= (length.min ?? 0) && size <= (length.max ?? Number.POSITIVE_INFINITY);
}

function limits(item: DataItem, largest: number): { readonly minimum: number; readonly maximum: number } {
  const lows = [whole(readBound(item, 'minimum'), 0), whole(readBound(item, 'exclusiveMinimum'), 1)];
  const highs = [whole(readBound(item, 'maximum'), 0), whole(readBound(item, 'exclusiveMaximum'), -1)];
  return {
    minimum: Math.max(0, ...lows.filter((bound) => bound !== undefined)),
    maximum: Math.min(largest, ...highs.filter((bound) => bound !== undefined)),
  };
}

function whole(bound: Decimal | undefined, shift: number): number | undefined {
  if (bound === undefined) return undefined;
  return bound.digits === '' ? shift : Number(bound.digits.padEnd(bound.point, '0')) + shift;
}

function isoSource({ type, wantsOffset }: DataItem): string | undefined {
  if (type === 'year-month') return `^[0-9]{4}-${days[0][0]}$`;
  const clock = `${isoClock}${isoOffset}${wantsOffset === true ? '' : '?'}`;
  if (type === 'time') return `^${clock}$`;
  return `^(?:${days.map(([month, day]) => `[0-9]{4}-${month}-${day}`).join('|')})T${clock}$`;
}

/** An expression for what is written exactly in a pattern of plain numbers; undefined for other patterns. */
function patternSource(pattern: string): string | undefined {
  const parsed = parseDatePattern(pattern);
  if (parsed === undefined) return undefined;
  const options = days.map(([month, day]) => sourceOf(parsed, month, day));
  return options.includes(undefined) ? undefined : `^(?:${options.join('|')})$`;
}

function sourceOf({ pieces }: DatePattern, month: string, day: string): string | undefined {
  const known: Readonly<Record<string, string>> = {
    Y: '[0-9]{4}',
    m: month,
    d: day,
    H: hour,
    M: sixty,
    S: sixty,
    '%': '%',
  };
  const parts = pieces.map((piece) =>
    'directive' in piece
      ? known[piece.directive]
      : piece.text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`),
  );
  return parts.includes(undefined) ? undefined : parts.join('');
}
