import type { CellTest, Sight } from '../engine/column-test.ts';
import { automatonTables } from './automaton-tables.ts';
import type { MemoryPlan } from './memory-plan.ts';

/** Bytes of the record by which the module knows a column. This file and assembly/layout.ts say the same. */
export const columnBytes = 48;

/** A record: what its numbers mean depends on the kind, see assembly/cells.ts. */
export interface ColumnRecord {
  readonly kind: number;
  readonly first?: number;
  readonly second?: number;
  readonly table?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** So many digits before the point, without a minus, are always inside the bounds. */
  readonly certain?: number;
}

/** The record of a sight; its count is the one of this number. */
export interface SightRecord extends ColumnRecord {
  readonly longest: number;
  readonly shown: number;
  readonly count: number;
}

/** The records of the sights of a column. `before`: sights of the columns before it. */
export function sightRecords(sights: readonly Sight[], before: number, tables: Tables): SightRecord[] {
  return sights.map(({ automaton, longest, shown }, index) => ({
    ...patternRecord(automatonTables(automaton), tables),
    longest: whole(Math.floor(longest)),
    shown: whole(Math.ceil(shown)),
    count: before + index,
  }));
}

/** Something that is copied into memory before the first call. */
export interface Placed {
  readonly address: number;
  readonly bytes: Uint8Array;
}

/** A table of codes that the module fills itself, as it knows the hash. */
export interface CodeTable {
  readonly table: number;
  readonly mask: number;
  readonly entries: readonly number[];
}

/** What the tables of all columns come to. */
export interface Tables {
  readonly plan: MemoryPlan;
  readonly placed: Placed[];
  readonly codeTables: CodeTable[];
}

/** Digits up to which a double holds every number. */
const exactDigits = 15;
const greatest = 2 ** 31 - 1;

/** The record of a test; its tables are planned. */
export function columnRecord(test: CellTest, tables: Tables): ColumnRecord {
  switch (test.kind) {
    case 'any':
      return { kind: 0 };
    case 'none':
      return { kind: 1 };
    case 'text':
      return textRecord(test);
    case 'integer':
      return { kind: 4, ...boundsOf(test) };
    case 'number': {
      const first = Math.min(exactDigits, Math.floor(test.digits));
      return {
        kind: 5,
        first: whole(first),
        second: whole(Math.floor(test.decimals)),
        ...boundsOf(test),
      };
    }
    case 'date':
      return { kind: 6, minimum: test.minimum, maximum: test.maximum };
    case 'date-time':
      return { kind: 7 };
    case 'codes':
      return codesRecord(test.codes, tables);
    case 'pattern':
      return patternRecord(automatonTables(test.automaton), tables);
  }
}

function boundsOf({ minimum, maximum }: { minimum: number; maximum: number }): Partial<ColumnRecord> {
  let certain = 0;
  while (certain < exactDigits && minimum <= 0 && maximum >= 10 ** (certain + 1)) certain += 1;
  return { minimum, maximum, certain };
}

function textRecord({ min, max, unit }: Extract<CellTest, { kind: 'text' }>): ColumnRecord {
  const first = whole(Math.ceil(min));
  const second = whole(Math.floor(max));
  if (unit === 'bytes') return { kind: 3, first, second };
  return { kind: 2, first, second, table: whole(Math.ceil(min * 4)) };
}

function codesRecord(codes: readonly Uint8Array[], { plan, placed, codeTables }: Tables): ColumnRecord {
  const slots = 2 ** Math.ceil(Math.log2(2 * codes.length + 2));
  const { bytes, offsets } = entriesOf(codes);
  const address = plan.take(bytes.length);
  const table = plan.take(slots * 4);
  placed.push({ address, bytes });
  codeTables.push({ table, mask: slots - 1, entries: offsets.map((offset) => address + offset) });
  const longest = codes.reduce((length, code) => Math.max(length, code.length), 0);
  return { kind: 8, first: slots - 1, second: longest, table };
}

/** Texts as the module compares them: the length in 4 bytes, 4 unused, the bytes up to a multiple of 8. An entry of length 0 ends the list. */
export function entriesOf(texts: readonly Uint8Array[]): { bytes: Uint8Array; offsets: readonly number[] } {
  const offsets: number[] = [];
  let size = 0;
  for (const { length } of texts) {
    offsets.push(size);
    size += 8 + Math.ceil(length / 8) * 8;
  }
  const bytes = new Uint8Array(size + 8);
  const view = new DataView(bytes.buffer);
  for (const [index, text] of texts.entries()) {
    const offset = offsets[index] ?? 0;
    view.setUint32(offset, text.length, true);
    bytes.set(text, offset + 8);
  }
  return { bytes, offsets };
}

function patternRecord(tables: ReturnType<typeof automatonTables>, { plan, placed }: Tables): ColumnRecord {
  const address = plan.take(tables.table.length);
  placed.push({ address, bytes: tables.table });
  switch (tables.kind) {
    case 'chain':
      return { kind: 9, first: tables.length, table: address };
    case 'small':
      return { kind: 10, second: tables.accepts, table: address };
    case 'automaton':
      return { kind: 11, first: tables.rowBytes, second: address + tables.accepts, table: address };
  }
}

function whole(value: number): number {
  return Math.max(-greatest, Math.min(greatest, value));
}
