import type { DocumentFault, Part, Reader, ReadOptions } from '../../model/document.ts';
import { child } from '../../model/pointer.ts';
import { ByteWindow } from '../byte-window.ts';
import { Utf8Input } from '../utf8-input.ts';
import { faultHere } from './json-elements.ts';
import { faultsInARow, Patience } from './json-patience.ts';
import { faultPart, recordParts } from './json-record.ts';
import { JsonScanner } from './json-scanner.ts';

/**
 * Newline-delimited JSON: one value a line, LF or CRLF, blank lines allowed, the last line with or without a line end.
 * Each line is a tree with pointer `/n`, n counting the lines that are not blank from 0. A broken line is told and passed over.
 */
export const ndjsonReader: Reader = {
  format: 'ndjson',
  extensions: ['.ndjson', '.jsonl'],
  findsRecords: true,
  async *read(source, options) {
    const input = new Utf8Input(source.chunks());
    try {
      const lines = new NdjsonLines(new ByteWindow(input), options);
      for (let more = true; more; more = lines.goOn) {
        await lines.fill();
        const parts = [...input.takeFaults().map(faultPart), ...lines.take()];
        if (parts.length > 0) yield parts;
      }
    } finally {
      await input.close();
    }
  },
};

class NdjsonLines {
  readonly #window: ByteWindow;
  readonly #options: ReadOptions;
  readonly #scanner = new JsonScanner();
  /** Bytes behind the cursor that are known to hold no line end. */
  #searched = 0;
  /** The line at the cursor when it is too long to be held: what is told about it, and its bytes so far. */
  #oversize: { fault: DocumentFault; bytes: number } | undefined;
  #count = 0;
  readonly #patience = new Patience();
  #givenUp = false;

  constructor(window: ByteWindow, options: ReadOptions) {
    this.#window = window;
    this.#options = options;
  }

  async fill(): Promise<void> {
    await this.#window.fill();
  }

  /** Whether there are bytes behind those that were taken, and it makes sense to read them. */
  get goOn(): boolean {
    return !this.#window.last && !this.#givenUp;
  }

  /** The parts of all lines that are there as a whole. */
  take(): Part[] {
    const parts: Part[] = [];
    for (let before = 0; this.#line(parts); before = parts.length) {
      if (!this.#patience.lost(parts, before)) continue;
      parts.push(faultPart(faultHere(this.#window, 'too-many-faults', { limit: faultsInARow })));
      this.#givenUp = true;
      break;
    }
    parts.unshift(...this.#window.takeMixedLineEnds().map(faultPart));
    if (this.#window.last && this.#count === 0) parts.push(faultPart(faultHere(this.#window, 'empty')));
    return parts;
  }

  /** Takes one line; false when more bytes are needed for it. */
  #line(parts: Part[]): boolean {
    const window = this.#window;
    if (this.#oversize === undefined && window.skipBlank() < 0) return false;
    const found = window.bytes.subarray(0, window.end).indexOf(10, window.pos + this.#searched);
    if (found < 0 && !window.last) {
      this.#searched = window.end - window.pos;
      if (this.#oversize !== undefined || this.#searched > this.#options.limits.recordBytes)
        this.#pass(window.end);
      return false;
    }
    this.#searched = 0;
    const end = this.#trimmed(found < 0 ? window.end : found);
    if (this.#oversize !== undefined || end - window.pos > this.#options.limits.recordBytes) this.#pass(end);
    if (this.#oversize === undefined) parts.push(...this.#record(end, found >= 0));
    else parts.push(this.#refusal(this.#oversize));
    this.#oversize = undefined;
    this.#count += 1;
    return true;
  }

  /** Where the line ends without the CR and the blanks before its line end. */
  #trimmed(lineEnd: number): number {
    let end = lineEnd;
    while (end > this.#window.pos && isBlank(this.#window.bytes[end - 1])) end -= 1;
    return end;
  }

  /** `isEnded`: a line end follows, so that what is cut off is the line and not the file. */
  #record(end: number, isEnded: boolean): Part[] {
    const { bytes, pos } = this.#window;
    this.#scanner.begin(bytes[pos] as number);
    const to = this.#scanner.scan(bytes, { origin: pos, end, last: true });
    // A line that does not end with its value is for the exact parser to judge.
    if (to !== end) this.#scanner.suspicious = true;
    const { limits, taker } = this.#options;
    const site = { pointer: child('', this.#count), outside: 0, limits, ...(taker && { taker }) };
    const parts = recordParts(this.#window, end, { scanner: this.#scanner, site });
    return isEnded ? parts.map(ofLine) : parts;
  }

  /** Moves over a part of a line that is not kept. */
  #pass(to: number): void {
    const window = this.#window;
    this.#oversize ??= {
      fault: { ...faultHere(window, 'too-large'), pointer: child('', this.#count) },
      bytes: 0,
    };
    this.#oversize.bytes += to - window.pos;
    this.#searched = 0;
    window.advanceTo(to);
  }

  #refusal({ fault, bytes }: { fault: DocumentFault; bytes: number }): Part {
    return faultPart({ ...fault, facts: { limit: this.#options.limits.recordBytes, bytes } });
  }
}

/** The document goes on behind a line that ends too early. */
function ofLine(part: Part): Part {
  if (part.kind !== 'fault' || part.fault.reason !== 'truncated') return part;
  return faultPart({ ...part.fault, reason: 'truncated-line' });
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 9 || byte === 13;
}
