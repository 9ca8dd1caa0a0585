/** Long file: one state, the buffer of the engine, and all that moves it along the file. */
import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { brokenUtf8 } from '../../documents/encoding.ts';
import type { Engine, EnginePlan, MakeEngine } from '../engine/engine.ts';
import { RecordCutter } from '../engine/record-cutter.ts';
import type { PartSpot, RowTally } from '../sample-part.ts';
import type { CellSink } from './cell-sink.ts';
import { EmptyLines } from './empty-lines.ts';
import { LineCounter } from './line-counter.ts';
import { LineEndRuns } from './line-end-runs.ts';
import type { PartInput } from './part-input.ts';
import { RowTallies } from './row-tallies.ts';
import { WantedRows } from './wanted-rows.ts';

/** Bytes that are read before the engine judges again. */
const blockBytes = 128 << 10;
/** Bytes behind the longest record that tell that it is too long: its line end. */
const lineEndBytes = 2;
const lf = 10;
const cr = 13;
const replacement = Buffer.from('\ufffd');
/** Cells beyond the columns that are told exactly: the kinds of ragged rows must be few, whatever stands in the file. */
const toldSurplus = 16;

export interface ScanPlan {
  readonly makeEngine: MakeEngine;
  readonly engine: EnginePlan;
  readonly sink: CellSink;
  /** How many first places of each kind of fault are kept. */
  readonly spots: number;
  /** The usual line end of the file (`LF`, `CRLF`, `CR`); others are told. */
  readonly lineEnd: string;
  /** Whether the text was rewritten to UTF-8, so that U+FFFD stands where bytes were broken. */
  readonly isRewritten: boolean;
  /** What stands before the first record of data and is passed over: bytes of UTF-8, and the lines they are. */
  readonly lead: Readonly<{ bytes: number; lines: number }>;
}

/** What was found about the rows of a stretch. Cells are with the sink. */
export interface ScannedRows {
  readonly rows: number;
  /** Physical lines that ended in the stretch, those of its lead included. */
  readonly lines: number;
  readonly empties: readonly number[];
  /** By sight of the engine's plan: cells that are of it. */
  readonly sighted: readonly number[];
  readonly rowFaults: readonly RowTally[];
  /** Whether every byte of the text is below 0x80, its lead included. */
  readonly isAscii: boolean;
  /** Offset in the UTF-8 text where the first record starts that does not belong to the stretch. */
  readonly end: number;
}

/**
 * Judges the records of a delimited text, in memory that does not grow with it. What it does with a record depends on nothing but the
 * bytes from the start of the record on, so that a file in parts gives what one pass gives.
 *
 * Reading goes on behind what cannot be a record: at the line after a quote that is not closed within `recordBytes`, and at the first line
 * that starts more than `recordBytes` behind the start of a record that is too long. Neither is counted as a row.
 */
export async function scanDelimited(input: PartInput, plan: ScanPlan): Promise<ScannedRows> {
  const scanner = new Scanner(input, plan);
  return await scanner.scan();
}

class Scanner {
  readonly #input: PartInput;
  readonly #plan: ScanPlan;
  readonly #engine: Engine;
  readonly #buffer: Buffer;
  readonly #cutter: RecordCutter;
  readonly #tallies: RowTallies;
  readonly #lines: LineCounter;
  readonly #quote: string;
  /** What is left of the chunk that was handed over last. */
  #left: Uint8Array = new Uint8Array(0);
  /** Offset of `buffer[0]` in the UTF-8 text. */
  #base = 0;
  #filled = 0;
  #ended = false;
  #strayRow = -1;
  /** Whether the record that was judged last has no line end. */
  #isOpen = false;
  #isAscii = true;
  #wantedRows: WantedRows | undefined;
  readonly #lineEnds = new LineEndRuns();
  readonly #emptyLines: EmptyLines;

  constructor(input: PartInput, plan: ScanPlan) {
    this.#input = input;
    this.#plan = plan;
    this.#engine = this.#makeEngine();
    const { buffer } = this.#engine;
    this.#buffer = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.length);
    this.#cutter = new RecordCutter(this.#buffer, 0, plan.engine);
    this.#tallies = new RowTallies(plan.spots);
    this.#emptyLines = new EmptyLines(this.#tallies, plan.spots);
    this.#lines = new LineCounter(this.#engine, plan.lead.lines);
    this.#quote = plan.engine.quote < 0 ? '' : String.fromCharCode(plan.engine.quote);
  }

  async scan(): Promise<ScannedRows> {
    await this.#passOver(this.#plan.lead.bytes);
    for (;;) {
      await this.#fill();
      if (this.#base > this.#input.limit || (this.#ended && this.#filled === 0)) break;
      if (this.#judgeSome() > 0) continue;
      if (this.#ended || this.#filled > this.#plan.engine.recordBytes + lineEndBytes)
        await this.#passBroken();
    }
    this.#finish();
    const { rows, empties, sighted } = this.#engine;
    const scanned = {
      rows,
      lines: this.#lines.at(0),
      empties: [...empties],
      sighted: [...sighted],
      rowFaults: this.#tallies.sorted(),
      isAscii: this.#isAscii,
      end: this.#base,
    };
    this.#engine.close();
    return scanned;
  }

  #makeEngine(): Engine {
    const { sink, makeEngine, engine: plan } = this.#plan;
    let offset = 0;
    const place = { row: 0, column: 0, line: () => this.#lines.at(offset) };
    return makeEngine(plan, {
      // biome-ignore lint/complexity/useMaxParams: the contract of engines, which saves an object a call
      doubt: (row, column, start, end, escaped) => {
        place.row = row;
        place.column = column;
        offset = start;
        sink.cell(this.#text(start, end, escaped), place);
      },
      // biome-ignore lint/complexity/useMaxParams: the contract of engines
      sight: (row, column, start, end, escaped) => {
        place.row = row;
        place.column = column;
        offset = start;
        sink.sight?.(this.#text(start, end, escaped), place);
      },
      // biome-ignore lint/complexity/useMaxParams: the contract of engines
      ragged: (row, start, end, cells) => this.#hearRagged(row, { start, end, cells }),
      stray: (row, at) => {
        if (row === this.#strayRow) return;
        this.#strayRow = row;
        const kind = { check: 'document/syntax', reason: 'stray-quote', facts: {} } as const;
        this.#tallies.note(kind, () => this.#spot(row, at));
      },
      lineEnd: (row, at, kind) => this.#lineEnds.change(row, kind, () => this.#lines.at(at)),
    });
  }

  /** Reads until there is a block more than before, unless a whole record must be in the buffer already. */
  async #fill(): Promise<void> {
    if (this.#filled <= this.#plan.engine.recordBytes + lineEndBytes) await this.#read();
    // A CR at the end is a line end by itself, whatever stood behind it before.
    this.#buffer[this.#filled] = 0;
  }

  async #read(): Promise<void> {
    const enough = this.#filled + blockBytes;
    while (!this.#ended && this.#filled < enough) {
      if (this.#left.length === 0) {
        const chunk = await this.#input.next();
        if (chunk === undefined) this.#ended = true;
        else this.#left = chunk;
      }
      const part = this.#left.subarray(0, enough - this.#filled);
      this.#buffer.set(part, this.#filled);
      this.#filled += part.length;
      this.#left = this.#left.subarray(part.length);
    }
  }

  /** Judges what is whole in the buffer and belongs to the part; answers how many bytes that was. */
  #judgeSome(): number {
    const left = this.#input.limit - this.#base;
    if (left >= this.#filled) return this.#judge(this.#filled, this.#ended);
    // The last records of the part are judged apart, so that none behind it is.
    const judged = left > 0 ? this.#judge(left, false) : 0;
    return judged > 0 ? judged : this.#judgeOne();
  }

  #judgeOne(): number {
    const end = this.#filled;
    const { at, next } = this.#cutter.guarded(end, () => {
      const found = this.#cutter.cut(0, end, this.#ended);
      return { at: found, next: found < 0 ? 0 : this.#cutter.behind(found, end) };
    });
    return at < 0 || at > this.#plan.engine.recordBytes ? 0 : this.#judge(next, true);
  }

  #judge(end: number, isLast: boolean): number {
    const engine = this.#engine;
    const firstRow = engine.rows;
    const judged = engine.judge(end, isLast);
    if (judged === 0) return 0;
    const last = this.#buffer[judged - 1];
    this.#isOpen = last !== lf && last !== cr;
    if (engine.judged > 0) this.#takeKeys(judged, firstRow);
    this.#plan.sink.rows?.(engine.judged);
    this.#lookAtBytes(judged, firstRow);
    this.#drop(judged, engine.lines);
    return judged;
  }

  #takeKeys(end: number, firstRow: number): void {
    const { sink, engine: plan } = this.#plan;
    const wanted = sink.keys?.(firstRow, this.#engine.judged, this.#engine.keyHashes);
    if (wanted === undefined || wanted.length === 0) return;
    this.#wantedRows ??= new WantedRows(this.#buffer, plan, {
      sink,
      spots: this.#plan.spots,
      text: (start, to, escaped) => this.#text(start, to, escaped),
      lineAt: (offset) => this.#lines.at(offset),
    });
    this.#wantedRows.tell(wanted, firstRow, end);
  }

  #hearRagged(row: number, { start, end, cells }: { start: number; end: number; cells: number }): void {
    if (cells === 0) {
      this.#emptyLines.note(row, () => this.#lines.at(start));
      return;
    }
    const expected = this.#plan.engine.columns.length;
    const isCutOff = cells < expected && this.#ended && end === this.#filled;
    const reason = isCutOff ? 'cut-off' : 'ragged';
    const most = expected + toldSurplus;
    const facts = cells > most ? { expected, atLeast: most + 1 } : { expected, cells };
    this.#tallies.note({ check: 'row/ragged', reason, facts }, () => this.#spot(row, start));
  }

  #spot(row: number, offset: number): PartSpot {
    return { row, line: this.#lines.at(offset) };
  }

  #text(start: number, end: number, escaped: boolean): string {
    const text = this.#buffer.toString('utf8', start, end);
    return escaped ? text.replaceAll(this.#quote + this.#quote, this.#quote) : text;
  }

  /** Looks for NUL and for bytes that are not UTF-8 in whole records, which nearly never are there: all at once first. */
  #lookAtBytes(end: number, firstRow: number): void {
    const bytes = this.#buffer.subarray(0, end);
    if (!bytes.includes(0) && !this.#hasBroken(bytes)) return;
    let row = firstRow;
    this.#cutter.guarded(end, () => {
      for (let start = 0; start < end; ) {
        const at = this.#cutter.cut(start, end, true);
        if (at > start) this.#lookAtRecord(row, start, at);
        if (at > start) row += 1;
        start = this.#cutter.behind(at, end);
      }
    });
  }

  #hasBroken(bytes: Buffer): boolean {
    return this.#plan.isRewritten ? bytes.includes(replacement) : !isUtf8(bytes);
  }

  #lookAtRecord(row: number, start: number, end: number): void {
    const record = this.#buffer.subarray(start, end);
    const nul = record.indexOf(0);
    if (nul >= 0) {
      const kind = { check: 'document/syntax', reason: 'nul-bytes', facts: {} } as const;
      this.#tallies.note(kind, () => this.#spot(row, start + nul));
    }
    if (!this.#hasBroken(record)) return;
    const broken = this.#plan.isRewritten ? countReplaced(record) : brokenUtf8(record);
    const kind = { check: 'document/encoding', reason: 'broken-bytes', facts: {} } as const;
    this.#tallies.note(kind, () => this.#spot(row, start + broken.start), broken.count);
  }

  /** Passes over what cannot be a record. */
  async #passBroken(): Promise<void> {
    const { recordBytes } = this.#plan.engine;
    // So many bytes decide, however many more are there.
    const end = Math.min(this.#filled, recordBytes + lineEndBytes + 1);
    this.#cutter.guarded(end, () => this.#cutter.cut(0, end, this.#ended && end === this.#filled));
    const { open } = this.#cutter;
    const { rows } = this.#engine;
    const kind =
      open >= 0
        ? ({ check: 'document/syntax', reason: 'unbalanced-quote', facts: {} } as const)
        : ({ check: 'document/syntax', reason: 'too-large', facts: { limit: recordBytes } } as const);
    this.#tallies.note(kind, () => this.#spot(rows, Math.max(0, open)));
    await this.#passLine(open >= 0 ? open : Math.min(this.#filled, recordBytes));
  }

  /** Moves behind the first line end at or behind an offset of the buffer, however far it is. */
  async #passLine(from: number): Promise<void> {
    let at = from;
    for (;;) {
      while (at < this.#filled && this.#buffer[at] !== lf && this.#buffer[at] !== cr) at += 1;
      const isSure = at + 1 < this.#filled || this.#ended || this.#buffer[at] === lf;
      if (at < this.#filled && isSure) {
        this.#drop(this.#cutter.behind(at, this.#filled));
        return;
      }
      this.#drop(at);
      if (this.#ended) return;
      at = 0;
      await this.#fill();
    }
  }

  #drop(bytes: number, lines?: number): void {
    this.#lines.drop(bytes, lines);
    this.#noteAscii(bytes);
    this.#buffer.copyWithin(0, bytes, this.#filled);
    this.#filled -= bytes;
    this.#base += bytes;
  }

  #noteAscii(bytes: number): void {
    if (this.#isAscii) this.#isAscii = isAscii(this.#buffer.subarray(0, bytes));
  }

  async #passOver(bytes: number): Promise<void> {
    for (let left = bytes; left > 0; ) {
      await this.#fill();
      const passed = Math.min(left, this.#filled);
      if (passed === 0) return;
      this.#noteAscii(passed);
      this.#buffer.copyWithin(0, passed, this.#filled);
      this.#filled -= passed;
      this.#base += passed;
      left -= passed;
    }
  }

  #finish(): void {
    const { rows } = this.#engine;
    this.#emptyLines.finish(rows);
    const expected = this.#plan.lineEnd;
    for (const { name, rows: count, spot } of this.#lineEnds.finish(rows, this.#isOpen)) {
      if (name === expected) continue;
      const kind = {
        check: 'document/syntax',
        reason: 'mixed-line-ends',
        facts: { expected, found: name },
      } as const;
      this.#tallies.note(kind, () => spot, count);
    }
  }
}

/** Characters that stand for broken bytes in a text that was rewritten. */
function countReplaced(bytes: Buffer): { count: number; start: number } {
  const start = bytes.indexOf(replacement);
  let count = 0;
  for (let at = start; at >= 0; at = bytes.indexOf(replacement, at + replacement.length)) count += 1;
  return { count, start };
}
