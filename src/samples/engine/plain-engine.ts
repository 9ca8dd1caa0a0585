import { Buffer } from 'node:buffer';
import type { CellGuard } from './cell-guards.ts';
import { cellGuards } from './cell-guards.ts';
import type { HashLanes } from './cell-hash.ts';
import { endHash, hashCell, startHash } from './cell-hash.ts';
import type { Engine, EngineListener, EnginePlan, MakeEngine } from './engine.ts';
import { lineEnds } from './line-ends.ts';
import { RecordCutter } from './record-cutter.ts';

/** Bytes that are judged at once, beyond the longest record. */
const blockBytes = 1 << 20;
/** Bytes behind the buffer that an engine may overwrite. */
const spareBytes = 64;
const lf = 10;
const cr = 13;
const crlf = 23;

/** The engine in plain TypeScript: the one that others are held to, and the one where WebAssembly is not to be had. */
export const makePlainEngine: MakeEngine = (plan, listener) => new PlainEngine(plan, listener);

class PlainEngine implements Engine {
  readonly buffer: Uint8Array;
  readonly empties: Float64Array;
  readonly sighted: Float64Array;
  readonly keyHashes: Uint32Array[];
  openQuote = -1;
  rows = 0;
  judged = 0;
  lines = 0;
  /** The same bytes and those behind, with the searches of the runtime. */
  readonly #bytes: Buffer;
  readonly #plan: EnginePlan;
  readonly #listener: EngineListener;
  readonly #cutter: RecordCutter;
  readonly #guards: readonly CellGuard[];
  readonly #lanes: HashLanes = { a: 0, b: 0 };
  /** An escaped cell as it reads. */
  #scratch = new Uint8Array(256);
  /** Kind of the line end of the last row that has one; 0 before the first. */
  #lineEnd = 0;

  constructor(plan: EnginePlan, listener: EngineListener) {
    this.#plan = plan;
    this.#listener = listener;
    const bytes = new Uint8Array(plan.recordBytes + blockBytes + spareBytes);
    this.buffer = bytes.subarray(0, plan.recordBytes + blockBytes);
    this.#bytes = Buffer.from(bytes.buffer);
    this.#cutter = new RecordCutter(bytes, plan.columns.length, plan);
    this.sighted = new Float64Array(plan.columns.reduce((sum, { sights = [] }) => sum + sights.length, 0));
    this.#guards = cellGuards(plan.columns, plan.doubtedWords, this.sighted);
    this.empties = new Float64Array(plan.columns.length);
    this.keyHashes = plan.keys.map(() => new Uint32Array(1 << 12));
  }

  judge(end: number, isLast: boolean): number {
    this.judged = 0;
    this.openQuote = -1;
    const used = this.#cutter.guarded(end, () => this.#records(end, isLast));
    this.lines = this.lineEnds(0, used);
    return used;
  }

  close(): void {
    // Its memory is the runtime's to collect.
  }

  lineEnds(from: number, end: number): number {
    return lineEnds(this.#bytes, from, end);
  }

  #records(end: number, isLast: boolean): number {
    const cutter = this.#cutter;
    for (let start = 0; ; ) {
      if (start >= end) return start;
      const at = cutter.cut(start, end, isLast);
      if (at < 0) {
        this.openQuote = cutter.open;
        return start;
      }
      if (at - start > this.#plan.recordBytes) return start;
      const next = cutter.behind(at, end);
      this.#record(start, at);
      // An empty line is no row: what it ends with is said of none.
      if (next > at && at > start) this.#hearLineEnd(at, next);
      start = next;
    }
  }

  /** Judges the record that was cut last. */
  #record(start: number, end: number): void {
    const { cells, stray } = this.#cutter;
    const row = this.rows;
    if (end === start) {
      this.#listener.ragged(row, start, end, 0);
      return;
    }
    if (stray >= 0) this.#listener.stray(row, stray);
    const isRagged = cells !== this.#guards.length;
    if (isRagged) this.#listener.ragged(row, start, end, cells);
    else this.#cells(row);
    if (this.keyHashes.length > 0) this.#hashKeys(isRagged);
    this.rows += 1;
    this.judged += 1;
  }

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: called for every row
  #cells(row: number): void {
    const bytes = this.buffer;
    const { starts, ends, escaped } = this.#cutter;
    const guards = this.#guards;
    const count = guards.length;
    for (let column = 0; column < count; column += 1) {
      const start = starts[column] as number;
      const end = ends[column] as number;
      const { allowsEmpty, passes, isSighted } = guards[column] as CellGuard;
      if (start === end) {
        this.empties[column] = (this.empties[column] as number) + 1;
        if (!allowsEmpty) this.#listener.doubt(row, column, start, end, false);
      } else if (escaped[column] === 1) this.#escapedCell(row, column, start, end);
      else if (!passes(bytes, start, end)) this.#listener.doubt(row, column, start, end, false);
      else if (isSighted !== undefined && !isSighted(bytes, start, end))
        this.#listener.sight?.(row, column, start, end, false);
    }
  }

  // biome-ignore lint/complexity/useMaxParams: what the listener hears
  #escapedCell(row: number, column: number, start: number, end: number): void {
    const length = this.#unescape(start, end);
    const { passes, isSighted } = this.#guards[column] as CellGuard;
    if (!passes(this.#scratch, 0, length)) this.#listener.doubt(row, column, start, end, true);
    else if (isSighted !== undefined && !isSighted(this.#scratch, 0, length))
      this.#listener.sight?.(row, column, start, end, true);
  }

  /** Writes a cell with doubled quotes as it reads; answers its length. */
  #unescape(start: number, end: number): number {
    if (this.#scratch.length < end - start) this.#scratch = new Uint8Array(end - start);
    const scratch = this.#scratch;
    const { quote } = this.#plan;
    let length = 0;
    for (let at = start; at < end; at += 1) {
      const byte = this.buffer[at] as number;
      scratch[length] = byte;
      length += 1;
      if (byte === quote) at += 1;
    }
    return length;
  }

  #hashKeys(isRagged: boolean): void {
    const at = this.judged * 2;
    for (const [key, { columns, allowsEmpty }] of this.#plan.keys.entries()) {
      const words = this.#wordsOf(key, at + 2);
      if (isRagged || (!allowsEmpty && this.#hasEmpty(columns))) {
        words[at] = 0;
        words[at + 1] = 0;
      } else this.#hash(columns, words, at);
    }
  }

  #hash(columns: readonly number[], words: Uint32Array, at: number): void {
    const { starts, ends, escaped } = this.#cutter;
    startHash(this.#lanes);
    for (const column of columns) {
      const doubled = escaped[column] === 1 ? this.#plan.quote : -1;
      const cell = { start: starts[column] as number, end: ends[column] as number, doubled };
      hashCell(this.#lanes, this.buffer, cell);
    }
    endHash(this.#lanes, words, at);
  }

  #hasEmpty(columns: readonly number[]): boolean {
    const { starts, ends } = this.#cutter;
    return columns.some((column) => starts[column] === ends[column]);
  }

  #wordsOf(key: number, length: number): Uint32Array {
    const words = this.keyHashes[key] as Uint32Array;
    if (words.length >= length) return words;
    const longer = new Uint32Array(words.length * 2);
    longer.set(words);
    this.keyHashes[key] = longer;
    return longer;
  }

  /** The line end at `at`, behind the row that was judged last. */
  #hearLineEnd(at: number, next: number): void {
    const byte = this.buffer[at] === cr ? cr : lf;
    const kind = next - at === 2 ? crlf : byte;
    if (kind === this.#lineEnd) return;
    this.#lineEnd = kind;
    this.#listener.lineEnd(this.rows - 1, at, kind);
  }
}
