import type { Buffer } from 'node:buffer';
import type { Cell } from '../../model/document.ts';
import type { CellContext } from './xlsx-cells.ts';
import { dateText } from './xlsx-dates.ts';

const keptDigits = 15;
/** So short a piece of a string is a copy; a longer one would keep the whole string alive. */
const copiedLength = 12;
const slots = 1 << 12;
const zero = 0x30;
const nine = 0x39;
const point = 0x2e;
const minus = 0x2d;

interface NumberStretch {
  readonly from: number;
  readonly to: number;
  readonly style: number;
  /** All the bytes as a Latin-1 string, where that is at hand. */
  readonly text?: string;
}

/**
 * The quick way for the numbers that nearly all are: plain digits, at most 15 of them. Dates are remembered, for a column
 * of dates has few different ones. Says the same as `readCell`, or nothing.
 */
export class PlainNumbers {
  readonly #context: CellContext;
  readonly #serials = new Float64Array(slots).fill(-1);
  readonly #styles = new Int32Array(slots);
  readonly #dates: (Cell | undefined)[] = new Array(slots).fill(undefined);

  constructor(context: CellContext) {
    this.#context = context;
  }

  /** The cell whose value stands at the given stretch of the bytes; `undefined` to have it read the exact way. */
  cell(bytes: Buffer, { from, to, style, text }: NumberStretch): Cell | undefined {
    const format = this.#context.dateFormats[style] ?? 'none';
    if (format === 'none') {
      if (!isPlain(bytes, from, to)) return undefined;
      const whole = text !== undefined && to - from <= copiedLength;
      return { text: whole ? text.slice(from, to) : bytes.toString('latin1', from, to), kind: 'number' };
    }
    const serial = digits(bytes, from, to);
    if (Number.isNaN(serial)) return undefined;
    const slot = serial & (slots - 1);
    if (this.#serials[slot] === serial && this.#styles[slot] === style) return this.#dates[slot];
    const date = dateText(serial, format, this.#context.date1904);
    if (date === undefined) return undefined;
    const cell: Cell = { text: date, kind: 'date' };
    this.#serials[slot] = serial;
    this.#styles[slot] = style;
    this.#dates[slot] = cell;
    return cell;
  }
}

/** `-12.50`: digits, at most one point inside or none, a minus in front or none, short enough to be exact. */
function isPlain(bytes: Buffer, from: number, to: number): boolean {
  const first = bytes[from] === minus ? from + 1 : from;
  if (to - first > keptDigits || first === to || bytes[to - 1] === point) return false;
  let points = 0;
  for (let at = first; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (byte === point) points += 1;
    else if (byte < zero || byte > nine) return false;
  }
  return points <= 1;
}

/** The number that a stretch of digits writes; NaN when it is anything else. */
export function digits(buffer: Buffer, from: number, to: number): number {
  if (from === to || to - from > 9) return Number.NaN;
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const byte = buffer[at] as number;
    if (byte < 0x30 || byte > 0x39) return Number.NaN;
    value = value * 10 + byte - 0x30;
  }
  return value;
}
