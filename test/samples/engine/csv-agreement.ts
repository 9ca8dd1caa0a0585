import { parse } from 'csv-parse/sync';
import type { Engine, MakeEngine } from '../../../src/samples/engine/engine.ts';

/** How an engine and csv-parse compare on one text. */
export type Agreement = 'same' | 'both broken' | 'doubled quotes in a stray cell' | 'different';

export interface Comparison {
  readonly agreement: Agreement;
  readonly text: string;
  readonly ours: string;
  readonly theirs: string;
}

const delimiters = [',', ';', '\t', '|'];
const lineEnds = ['\n', '\r\n', '\r'];
const widths = 6;
const pieces = [
  'a',
  '1',
  ' ',
  '值',
  '统计局',
  '😀',
  "'",
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r\n',
  '\r',
  '2017-05-01',
  '-0.5',
];

/** Compares on texts that follow from a seed. One engine a dialect and width is made and used again. */
export class CsvAgreement {
  readonly #makeEngine: MakeEngine;
  readonly #engines = new Map<string, Listening>();
  #random: () => number = () => 0;

  constructor(makeEngine: MakeEngine) {
    this.#makeEngine = makeEngine;
  }

  compare(seed: number): Comparison {
    this.#random = generator(seed);
    const delimiter = this.#pick(delimiters);
    const width = 1 + (this.#random() % widths);
    const text = this.#random() % 3 === 0 ? this.#anyText() : this.#table(delimiter, width);
    const ours = this.#ours(text, delimiter, width);
    const theirs = parsed(text, delimiter);
    const told = { text, ours: JSON.stringify(ours), theirs: JSON.stringify(theirs) };
    if (ours === undefined || theirs === undefined)
      return { agreement: ours === theirs ? 'both broken' : 'different', ...told };
    return { agreement: agreementOf(ours, theirs, width), ...told };
  }

  /** Rows as an engine reads them, with where a quote was out of place; undefined where a quote is not closed. */
  #ours(text: string, delimiter: string, width: number): OurRow[] | undefined {
    const listening = this.#engine(delimiter, width);
    const { engine } = listening;
    const rows: OurRow[] = [];
    listening.rows = rows;
    listening.firstRow = engine.rows;
    const bytes = Buffer.from(text);
    engine.buffer.set(bytes);
    // Now and then in two steps, as blocks of a file come.
    const first = this.#random() % 2 === 0 ? 0 : engine.judge(this.#random() % (bytes.length + 1), false);
    engine.buffer.set(bytes.subarray(first));
    const left = bytes.length - first;
    return engine.judge(left, true) < left ? undefined : rows;
  }

  #engine(delimiter: string, width: number): Listening {
    const key = `${delimiter}${width}`;
    const known = this.#engines.get(key);
    if (known !== undefined) return known;
    const made = listen(this.#makeEngine, delimiter, width);
    this.#engines.set(key, made);
    return made;
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[this.#random() % items.length] as Item;
  }

  #anyText(): string {
    return Array.from({ length: this.#random() % 24 }, () => this.#pick(pieces)).join('');
  }

  #table(delimiter: string, width: number): string {
    const usual = this.#pick(lineEnds);
    const isMixed = this.#random() % 4 === 0;
    let text = '';
    for (let rows = this.#random() % 7; rows >= 0; rows -= 1) {
      const cells = this.#random() % 12 === 0 ? this.#random() % 8 : width;
      text += Array.from({ length: cells }, () => this.#cell(delimiter)).join(delimiter);
      if (rows > 0 || this.#random() % 2 === 0) text += isMixed ? this.#pick(lineEnds) : usual;
    }
    return text;
  }

  #cell(delimiter: string): string {
    const value = Array.from({ length: this.#random() % 4 }, () => this.#pick(pieces)).join('');
    const isBare = !value.includes(delimiter) && !/["\r\n]/.test(value);
    if (isBare && this.#random() % 4 > 0) return value;
    const quoted = `"${value.replaceAll('"', '""')}"`;
    return this.#random() % 40 === 0 ? `${quoted}${this.#pick(pieces)}` : quoted;
  }
}

interface OurRow {
  cells: string[];
  /** Cells of a row of another width. */
  ragged: number;
  hasStray: boolean;
}

interface Listening {
  readonly engine: Engine;
  rows: OurRow[];
  firstRow: number;
}

function listen(makeEngine: MakeEngine, delimiter: string, width: number): Listening {
  const test = { test: { kind: 'none' }, allowsEmpty: false, watchesDigits: false } as const;
  function rowOf(row: number): OurRow {
    const index = row - listening.firstRow;
    const known = listening.rows[index] ?? { cells: [], ragged: 0, hasStray: false };
    listening.rows[index] = known;
    return known;
  }
  const engine = makeEngine(
    {
      columns: Array.from({ length: width }, () => test),
      delimiter: delimiter.charCodeAt(0),
      quote: 34,
      doubtedWords: [],
      keys: [],
      recordBytes: 1 << 12,
    },
    {
      // biome-ignore lint/complexity/useMaxParams: the contract of engines
      doubt(row, column, start, end, escaped) {
        const text = Buffer.from(engine.buffer.subarray(start, end)).toString();
        rowOf(row).cells[column] = escaped ? text.replaceAll('""', '"') : text;
      },
      // biome-ignore lint/complexity/useMaxParams: the contract of engines
      ragged(row, _start, _end, cells) {
        if (cells > 0) rowOf(row).ragged = cells;
      },
      stray(row) {
        rowOf(row).hasStray = true;
      },
      lineEnd() {
        // Not compared: csv-parse does not tell.
      },
    },
  );
  const listening: Listening = { engine, rows: [], firstRow: 0 };
  return listening;
}

function parsed(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch {
    return undefined;
  }
}

function agreementOf(
  ours: readonly OurRow[],
  theirs: readonly (readonly string[])[],
  width: number,
): Agreement {
  if (ours.length !== theirs.length) return 'different';
  const rows = ours.map((row, index) => rowAgreement(row, theirs[index] ?? [], width));
  return (
    rows.find((agreement) => agreement === 'different') ??
    rows.find((agreement) => agreement !== 'same') ??
    'same'
  );
}

function rowAgreement(row: OurRow, their: readonly string[], width: number): Agreement {
  if (row.ragged > 0) return their.length === row.ragged && row.ragged !== width ? 'same' : 'different';
  if (their.length !== width) return 'different';
  if (row.cells.every((cell, column) => cell === their[column])) return 'same';
  // csv-parse takes back one of two quotes before it finds that the cell is none of the quoted ones; we leave the cell as it stands.
  const isRelaxed = row.cells.every((cell, column) => relaxed(cell) === relaxed(their[column] ?? ''));
  return row.hasStray && isRelaxed ? 'doubled quotes in a stray cell' : 'different';
}

function relaxed(cell: string): string {
  return cell.replaceAll(/"+/g, '"');
}

/** A small generator (mulberry32), so that a run can be repeated. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
