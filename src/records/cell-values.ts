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

/** Writes `value` at a field pattern; `*` stands for `index` in the items list and for the list itself at the end. */
export function put(record: Record<string, unknown>, tokens: readonly string[], value: unknown): void {
  let target: Record<string, unknown> | unknown[] = record;
  for (const [depth, token] of tokens.entries()) {
    if (depth === tokens.length - 1) {
      setOwn(target, token, value);
      return;
    }
    const next = (target as Record<string, unknown>)[token];
    if (Object.hasOwn(target, token) && typeof next === 'object' && next !== null) {
      target = next as Record<string, unknown>;
    } else {
      const made: Record<string, unknown> | unknown[] = /^\d+$/.test(tokens[depth + 1] ?? '') ? [] : {};
      setOwn(target, token, made);
      target = made;
    }
  }
}

/** Tokens back to a pointer. */
export function pointerOf(tokens: readonly string[]): Pointer {
  return tokens.map((token) => `/${escapeToken(token)}`).join('');
}
