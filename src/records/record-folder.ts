import type { Located, Row } from '../model/document.ts';
import type { Pointer } from '../model/pointer.ts';
import { child, parentOf } from '../model/pointer.ts';
import type { BoundColumn, BoundSheet, SheetPart } from './bound-sheet.ts';
import { isFilled } from './bound-sheet.ts';
import type { Step } from './cell-values.ts';
import { pointerOf, put } from './cell-values.ts';
import type { RecordEntry } from './record-entry.ts';

/** A record with more rows is a column that was not filled in, or a file made to be slow. What follows is not read, and that is said. */
const maxRows = 20_000;

interface Cellular {
  readonly row: Row;
  readonly column: number | undefined;
}

interface OpenRecord {
  readonly value: Record<string, unknown>;
  readonly first: Row;
  readonly places: Map<Pointer, Cellular>;
  readonly digitsLost: Set<Pointer>;
  /** Column → the text that the first row with a value gave it. */
  readonly texts: Map<number, { text: string; row: Row }>;
  items: number;
  rows: number;
  readonly findings: SheetPart[];
}

/**
 * Folds rows into records: rows that repeat the grouping value, or leave all the record's own cells empty
 * (merged downwards), add an item to the record above. A cell that contradicts the record's first row is said.
 */
export class RecordFolder {
  readonly #sheet: BoundSheet;
  #open: OpenRecord | undefined;
  #count = 0;
  readonly #groupColumn: BoundColumn | undefined;

  constructor(sheet: BoundSheet) {
    this.#sheet = sheet;
    this.#groupColumn = sheet.columns.find(({ field }) => field.pointer === sheet.binding.groupBy);
  }

  /** Takes a row; gives the record that it completes, if any. */
  add(row: Row): SheetPart[] {
    const filled = this.#sheet.columns.filter(({ index }) => isFilled(row.cells[index]));
    if (filled.length === 0) return [];
    const open = this.#open;
    if (open !== undefined && this.#continues(open, row, filled)) {
      return this.#extend(open, row, filled);
    }
    const done = this.end();
    const next: OpenRecord = {
      value: {},
      first: row,
      places: new Map(),
      digitsLost: new Set(),
      texts: new Map(),
      items: 0,
      rows: 0,
      findings: [],
    };
    this.#open = next;
    this.#fill(next, row, filled);
    return done;
  }

  #extend(open: OpenRecord, row: Row, filled: readonly BoundColumn[]): SheetPart[] {
    open.rows += 1;
    if (open.rows < maxRows) this.#fill(open, row, filled);
    if (open.rows !== maxRows) return [];
    const located = this.#sheet.locate(row, undefined);
    const facts = { limit: maxRows };
    return [
      { kind: 'fault', fault: { check: 'document/unreadable', reason: 'too-many-rows', ...located, facts } },
    ];
  }

  /** The last record. */
  end(): SheetPart[] {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return [];
    const record = this.#entry(open);
    this.#count += 1;
    return [{ kind: 'record', record }, ...open.findings];
  }

  #continues(open: OpenRecord, row: Row, filled: readonly BoundColumn[]): boolean {
    if (this.#sheet.items === undefined) return false;
    const group = this.#groupColumn;
    const own = filled.filter(({ ofItem }) => !ofItem);
    if (own.length === 0) return true;
    if (group === undefined) return false;
    const text = row.cells[group.index]?.text.trim() ?? '';
    const before = open.texts.get(group.index)?.text;
    if (text !== '') return text === before;
    // Without a grouping value the row belongs to the record above only if it repeats what stands there.
    return own.every(({ index }) => open.texts.get(index)?.text === row.cells[index]?.text.trim());
  }

  #fill(open: OpenRecord, row: Row, filled: readonly BoundColumn[]): void {
    const hasItem = filled.some(({ ofItem }) => ofItem);
    const item = open.items;
    if (hasItem) open.items += 1;
    for (const column of this.#sheet.columns) {
      if (column.ofItem && !hasItem) continue;
      const steps = this.#steps(column, item);
      if (!filled.includes(column)) this.#leaveEmpty(open, { row, column, steps });
      else if (column.ofItem || !this.#repeats(open, row, column)) this.#store(open, { row, column, steps });
    }
  }

  /** Where the value would stand, for what is said of its absence. */
  #leaveEmpty(
    open: OpenRecord,
    { row, column, steps }: { row: Row; column: BoundColumn; steps: readonly Step[] },
  ): void {
    const pointer = pointerOf(steps);
    if (!open.places.has(pointer)) open.places.set(pointer, { row, column: column.index });
  }

  #steps(column: BoundColumn, item: number): Step[] {
    const depth = column.ofItem ? (this.#sheet.items?.length ?? 0) : -1;
    const tokens = column.tokens.at(-1) === '*' ? column.tokens.slice(0, -1) : column.tokens;
    return tokens.map((token, index) => {
      if (token !== '*') return token;
      // A list that rows do not fill has the one element that its columns describe.
      return index === depth ? item : 0;
    });
  }

  #store(
    open: OpenRecord,
    { row, column, steps }: { row: Row; column: BoundColumn; steps: readonly Step[] },
  ): void {
    const cell = row.cells[column.index];
    if (cell === undefined) return;
    const value = column.read(cell);
    put(open.value, steps, value);
    const pointer = pointerOf(steps);
    open.places.set(pointer, { row, column: column.index });
    if (Array.isArray(value)) {
      for (const index of value.keys()) open.places.set(child(pointer, index), { row, column: column.index });
    }
    if (cell.digitsLost === true) open.digitsLost.add(pointer);
  }

  /** Whether the record has this value already; a different one is said and not taken. */
  #repeats(open: OpenRecord, row: Row, column: BoundColumn): boolean {
    const text = row.cells[column.index]?.text.trim() ?? '';
    const before = open.texts.get(column.index);
    if (before === undefined) {
      open.texts.set(column.index, { text, row });
      return false;
    }
    if (before.text !== text) {
      open.findings.push({
        kind: 'finding',
        finding: {
          check: 'row/conflict',
          located: this.#sheet.locate(row, column.index),
          field: column.field,
          facts: {
            heading: column.heading,
            found: text,
            first: before.text,
            firstRow: before.row.line ?? before.row.row,
          },
        },
      });
    }
    return true;
  }

  #entry(open: OpenRecord): RecordEntry {
    const { kind, absentColumns } = this.#sheet;
    let around: ReadonlyMap<Pointer, Cellular> | undefined;
    const locate = (pointer: Pointer): Located => {
      around ??= firstInside(open.places);
      for (let at = pointer; at !== ''; at = parentOf(at)) {
        const place = open.places.get(at) ?? around.get(at);
        if (place !== undefined) return this.#sheet.locate(place.row, place.column);
      }
      return this.#sheet.locate(open.first, undefined);
    };
    return {
      kind,
      value: open.value,
      pointer: child(this.#sheet.prefix, this.#count),
      omitted: [],
      tabular: true,
      absentColumns,
      digitsLost: open.digitsLost,
      locate,
      locateKey: locate,
    };
  }
}

/** Object or list → the first cell that fills something in it. */
function firstInside(places: ReadonlyMap<Pointer, Cellular>): Map<Pointer, Cellular> {
  const first = new Map<Pointer, Cellular>();
  for (const [pointer, place] of places) {
    for (let at = parentOf(pointer); at !== '' && !first.has(at); at = parentOf(at)) first.set(at, place);
  }
  return first;
}
