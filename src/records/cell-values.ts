import type { Cell } from '../model/document.ts';
import { setOwn } from '../model/own-property.ts';
import type { Pointer } from '../model/pointer.ts';
import { escapeToken } from '../model/pointer.ts';
import type { RecordKind } from '../model/standard.ts';

/** What a column's cells become in a record. */
export type CellReader = (cell: Cell) => unknown;

/**
 * How the cells of a field are read: text stays text; where the schema takes no text but a number or a
 * boolean, cells that are one are read as one; where the field is a list, the cell is split.
 */
export function cellReader(kind: RecordKind, field: Pointer, separators: readonly string[]): CellReader {
  const scalar = scalarReader(kind, field);
  if (!field.endsWith('/*')) return scalar;
  return (cell) => splitList(cell.text, separators).map((text) => scalar({ text, kind: 'text' }));
}

function scalarReader(kind: RecordKind, field: Pointer): CellReader {
  const takes = (value: unknown): boolean => kind.validator.fits(field, value) === true;
  const takesText = ['', '文字', 'text', '2017-05-01'].some(takes);
  const takesNumber = !takesText && [0, 1, 10, 2017].some(takes);
  const takesBoolean = !takesText && (takes(true) || takes(false));
  return ({ text }) => {
    const trimmed = text.trim();
    if (takesNumber && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(trimmed)) return Number(trimmed);
    if (takesBoolean && (trimmed === 'true' || trimmed === 'false')) return trimmed === 'true';
    return text;
  };
}

function splitList(text: string, separators: readonly string[]): string[] {
  let parts = [text];
  for (const separator of separators) parts = parts.flatMap((part) => part.split(separator));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** One step of a path into a record: the name of a property, or the index of an element. */
export type Step = string | number;

/** Writes `value` at the end of a path; objects and lists on the way are made. */
export function put(record: Record<string, unknown>, steps: readonly Step[], value: unknown): void {
  let target: object = record;
  for (const [depth, step] of steps.entries()) {
    const next = steps[depth + 1];
    if (next === undefined) setOwn(target, String(step), value);
    else target = inside(target, String(step), next);
  }
}

/** What stands under a name; where that can hold nothing, what the next step needs is put there. */
function inside(target: object, name: string, next: Step): object {
  const there: unknown = Object.hasOwn(target, name) ? Reflect.get(target, name) : undefined;
  if (typeof there === 'object' && there !== null) return there;
  const made = typeof next === 'number' ? [] : {};
  setOwn(target, name, made);
  return made;
}

/** The pointer that a path is written as. */
export function pointerOf(steps: readonly Step[]): Pointer {
  return steps.map((step) => `/${escapeToken(String(step))}`).join('');
}
