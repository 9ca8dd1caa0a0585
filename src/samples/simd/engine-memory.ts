import type { EnginePlan } from '../engine/engine.ts';
import type { ColumnRecord, SightRecord, Tables } from './column-record.ts';
import { columnBytes, columnRecord, entriesOf, sightRecords } from './column-record.ts';
import { MemoryPlan } from './memory-plan.ts';

/** Bytes that are judged at once, beyond the longest record. */
const blockBytes = 1 << 20;
/** Bytes that are cut before their cells are tested column by column: with what is found in them they fit into the nearest cache. */
export const usualSegment = 1 << 15;
/** Where what is planned starts; before it stands the header, and nothing else (see assembly/layout.ts). */
const firstAddress = 4096;

/** Addresses in the memory of an engine, planned before it is made, as it never grows. */
export interface EngineMemory extends Tables {
  /** The words of the header, by address. */
  readonly header: ReadonlyMap<number, number>;
  readonly input: number;
  readonly inputBytes: number;
  readonly empties: number;
  readonly sighted: number;
  readonly sightCount: number;
  readonly hashes: number;
  readonly words: Uint8Array;
  readonly wordsAt: number;
  readonly wordLengthsAt: number;
  readonly columnsAt: number;
  readonly records: readonly ColumnRecord[];
  /** By column: its sights and where their records stand; undefined where cells that are fine are not handed out. */
  readonly sights: readonly (ColumnSights | undefined)[];
  /** Where the columns of each key stand. */
  readonly keys: readonly number[];
}

interface ColumnSights {
  readonly address: number;
  readonly records: readonly SightRecord[];
}

function planSights(columns: EnginePlan['columns'], tables: Tables): (ColumnSights | undefined)[] {
  let before = 0;
  return columns.map(({ sights }) => {
    if (sights === undefined) return undefined;
    const records = sightRecords(sights, before, tables);
    before += sights.length;
    return { address: tables.plan.take(records.length * columnBytes), records };
  });
}

const planned = new WeakMap<EnginePlan, Map<number, EngineMemory>>();

/** Made once for a plan: a file is scanned in many stretches. */
export function memoryOf(plan: EnginePlan, segmentBytes: number): EngineMemory {
  const known = planned.get(plan) ?? new Map<number, EngineMemory>();
  planned.set(plan, known);
  const memory = known.get(segmentBytes) ?? planMemory(plan, segmentBytes);
  known.set(segmentBytes, memory);
  return memory;
}

function planMemory(enginePlan: EnginePlan, segmentBytes: number): EngineMemory {
  const { columns, quote, delimiter, recordBytes, keys } = enginePlan;
  const plan = new MemoryPlan(firstAddress);
  const tables: Tables = { plan, placed: [], codeTables: [] };
  // Those that are read for every cell come first, near each other.
  const columnsAt = plan.take(columns.length * columnBytes);
  const wordLengthsAt = plan.take(256 * 8);
  const empties = plan.take(columns.length * 8);
  const positions = plan.take((segmentBytes + columns.length + 32) * 4) + 64;
  const [records, whole] = [plan.take((segmentBytes + 2) * 4), plan.take((segmentBytes + 2) * 4)];
  const [rowFlags, cellFlags] = [plan.take(segmentBytes + 2), plan.take(segmentBytes + columns.length + 32)];
  const tests = columns.map(({ test }) => columnRecord(test, tables));
  const sights = planSights(columns, tables);
  const sightCount = columns.reduce((sum, column) => sum + (column.sights?.length ?? 0), 0);
  const words = entriesOf(enginePlan.doubtedWords.filter(({ length }) => length > 0)).bytes;
  const wordsAt = plan.take(words.length);
  const hashes = plan.take(keys.length === 0 ? 0 : (segmentBytes / 2 + 2) * 8);
  const keyAddresses = keys.map((key) => plan.take(key.columns.length * 4));
  const inputBytes = recordBytes + blockBytes;
  const input = plan.take(inputBytes);
  const scratch = plan.take(quote < 0 ? 0 : inputBytes);
  // By address, in the order of assembly/layout.ts.
  const addresses = [
    columns.length,
    columnsAt,
    input,
    scratch,
    positions,
    records,
    whole,
    rowFlags,
    cellFlags,
  ];
  const others = [empties, wordLengthsAt, wordsAt, hashes, delimiter, quote < 0 ? 256 : quote, recordBytes];
  const header = new Map([...addresses, ...others, segmentBytes].map((word, index) => [index * 4, word]));
  return {
    ...tables,
    header,
    input,
    inputBytes,
    empties,
    hashes,
    words,
    wordsAt,
    wordLengthsAt,
    columnsAt,
    records: tests,
    sights,
    sighted: plan.take(sightCount * 8),
    sightCount,
    keys: keyAddresses,
  };
}

/** Where the header says whether lines end with CRLF. */
export const isCrlfAt = 68;
const powersAt = 128;

/** Writes all that the plan says, but the tables of codes, which the module fills. */
export function writeMemory(buffer: ArrayBuffer, memory: EngineMemory, enginePlan: EnginePlan): void {
  const view = new DataView(buffer);
  const bytes = new Uint8Array(buffer);
  for (const [address, word] of memory.header) view.setUint32(address, word, true);
  for (let power = 0; power < 16; power += 1) view.setFloat64(powersAt + power * 8, 10 ** power, true);
  for (const { address, bytes: text } of memory.placed) bytes.set(text, address);
  bytes.set(memory.words, memory.wordsAt);
  for (const word of enginePlan.doubtedWords)
    if (word.length > 0) markWord(bytes, memory.wordLengthsAt, word);
  for (const [key, { columns }] of enginePlan.keys.entries()) {
    new Uint32Array(buffer, memory.keys[key], columns.length).set(columns);
  }
  for (const [column, record] of memory.records.entries()) {
    const at = memory.columnsAt + column * columnBytes;
    const { allowsEmpty, watchesDigits } = enginePlan.columns[column] ?? {};
    writeColumn(view, at, record);
    view.setUint8(at + 1, Number(allowsEmpty === true));
    view.setUint8(at + 2, Number(watchesDigits === true));
    writeSights(view, at, { sights: memory.sights[column], counts: memory.sighted });
  }
}

/** Marks the length of a word under its first byte. */
function markWord(bytes: Uint8Array, table: number, word: Uint8Array): void {
  const bit = word.length - 1;
  const at = table + (word[0] ?? 0) * 8 + (bit >> 3);
  bytes[at] = (bytes[at] ?? 0) | (1 << (bit & 7));
}

function writeSights(
  view: DataView,
  at: number,
  { sights, counts }: { readonly sights: ColumnSights | undefined; readonly counts: number },
): void {
  view.setUint32(at + 36, sights?.address ?? 0, true);
  view.setInt32(at + 40, sights?.records.length ?? -1, true);
  for (const [index, sight] of (sights?.records ?? []).entries()) {
    const from = (sights?.address ?? 0) + index * columnBytes;
    writeColumn(view, from, sight);
    view.setInt32(from + 16, sight.longest, true);
    view.setInt32(from + 20, sight.shown, true);
    view.setUint32(from + 24, counts + sight.count * 8, true);
  }
}

function writeColumn(view: DataView, at: number, record: ColumnRecord): void {
  view.setUint8(at, record.kind);
  view.setInt32(at + 4, record.first ?? 0, true);
  view.setInt32(at + 8, record.second ?? 0, true);
  view.setInt32(at + 12, record.table ?? 0, true);
  view.setFloat64(at + 16, record.minimum ?? 0, true);
  view.setFloat64(at + 24, record.maximum ?? 0, true);
  view.setInt32(at + 32, record.certain ?? 0, true);
}
