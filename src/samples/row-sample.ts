/** Long file: one table, whose columns may still grow while its rows are read. */
import type { DocumentFault } from '../model/document.ts';
import { endHash, hashCell, startHash } from './engine/cell-hash.ts';
import { indexOptions } from './index-options.ts';
import { FaultBudget } from './inputs/fault-budget.ts';
import type { RowBatch, RowSource, SampleCell, SampleRow } from './inputs/row-source.ts';
import type { HashSet } from './keys/hash-set.ts';
import type { KeyAccess } from './keys/key-access.ts';
import { KeyComparison } from './keys/key-comparison.ts';
import type { KeyGroups } from './keys/key-groups.ts';
import { joinGroups, noGroups } from './keys/key-groups.ts';
import { KeyIndex } from './keys/key-index.ts';
import { keyText } from './keys/key-text.ts';
import { ReferenceCheck } from './keys/reference-check.ts';
import type { MatchedColumns } from './match/match-columns.ts';
import { matchByPosition, matchColumns } from './match/match-columns.ts';
import type { ColumnWatch } from './part-tally.ts';
import { keptSpots, PartTally } from './part-tally.ts';
import type { DuplicateTally, SampleOutcome } from './sample-outcome.ts';
import type { DaySpan, PartSpot } from './sample-part.ts';
import type { SampleRequest } from './sample-request.ts';
import type { ColumnCounts } from './statistics/column-statistics.ts';
import { ColumnStatistics } from './statistics/column-statistics.ts';
import type { TableKey } from './table-keys.ts';
import { isBlankKey, tableKeys } from './table-keys.ts';
import { columnWatches } from './table-plan.ts';

/** Hands out the same table once more, as long as `use` takes. */
type HandOut = (use: (table: RowSource) => Promise<void>) => Promise<void>;

/** Checks a table that comes row by row: a sheet, JSON, Parquet. `again` hands it out once more, for keys that stand twice. */
export async function rowSample(
  table: RowSource,
  request: SampleRequest,
  { format, again }: { readonly format: string; readonly again: HandOut },
): Promise<SampleOutcome> {
  const run = new RowRun(table, request);
  await run.read();
  return {
    format,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    headings: run.headings,
    columns: run.columns,
    part: run.part(),
    days: run.days,
    ...(request.countsValues === true ? { statistics: run.statistics() } : {}),
    ...(await run.duplicates(again)),
    references: request.declaration.references.map((_, at) => run.access('reference', at, again)),
    targets: request.targets.map((_, at) => run.access('target', at, again)),
    faults: run.faults,
    place: (spot, column) => table.place(spot, column),
    headingPlace: (column) => {
      if (table.headingLine === undefined) return undefined;
      return table.place({ row: -1, line: table.headingLine }, column);
    },
  };
}

class RowRun {
  readonly headings: string[];
  columns: MatchedColumns;
  readonly faults: DocumentFault[] = [];
  readonly #table: RowSource;
  readonly #request: SampleRequest;
  /** By use and number of the key: keys may come late, with their columns. */
  readonly #indices = new Map<string, KeyIndex>();
  readonly #empties: number[] = [];
  readonly #watches: ColumnWatch[] = [];
  /** Of the rows whose places may be told of a column that is met late. */
  readonly #firstSpots: PartSpot[] = [];
  readonly #tally: PartTally;
  readonly #statistics: ColumnStatistics[] = [];
  #keys: readonly TableKey[] = [];
  /** Those that were read: rows in between may be broken. */
  #rows = 0;
  #lines = 0;

  constructor(table: RowSource, request: SampleRequest) {
    this.#table = table;
    this.#request = request;
    this.headings = [...table.headings];
    this.#tally = new PartTally(this.#watches);
    this.columns = this.#match();
  }

  async read(): Promise<void> {
    const budget = new FaultBudget();
    for await (const piece of this.#table.batches()) {
      if ('newHeadings' in piece) {
        const known = this.headings.length;
        this.headings.push(...piece.newHeadings);
        this.columns = this.#match();
        this.#judgeAbsent(known);
      } else if ('rows' in piece) this.#batch(piece);
      else if (budget.admit(piece) !== undefined) this.faults.push(piece);
    }
    this.faults.push(...budget.rest());
  }

  part() {
    // What was met late was absent before.
    const empties = this.headings.map((_, column) => this.#empties[column] ?? this.#rows);
    return {
      rows: this.#rows,
      lines: this.#lines,
      empties,
      faults: this.#tally.faults,
      privacy: this.#tally.privacy,
      rowFaults: [],
    };
  }

  /** Rows before a column was first met have no cell in it. */
  statistics(): ColumnCounts[] {
    return this.headings.map((_, column) => {
      const counts = (this.#statistics[column] ?? new ColumnStatistics('any')).toPlain();
      return { ...counts, empty: this.#rows - counts.filled };
    });
  }

  #count(column: number, text: string): void {
    if (text === '' || this.#request.countsValues !== true) return;
    const item = this.#request.declaration.items[this.columns.items[column] ?? -1];
    this.#statistics[column] ??= new ColumnStatistics(item?.type ?? 'any');
    this.#statistics[column].add(text);
  }

  get days(): DaySpan[] {
    return this.#tally.days;
  }

  async duplicates(again: HandOut): Promise<Pick<SampleOutcome, 'duplicates' | 'sameRows'>> {
    const duplicates: DuplicateTally[] = [];
    let sameRows: KeyGroups | undefined;
    for (const key of this.#keys) {
      if (key.use !== 'key' && key.use !== 'row') continue;
      let groups = noGroups;
      for (const candidates of this.#indexOf(key).candidates())
        groups = joinGroups(groups, await compare(again, key, candidates));
      this.#indices.delete(nameOf(key));
      if (key.use === 'row') sameRows = groups;
      else if (groups.keys > 0) duplicates.push({ key: key.at, groups });
    }
    return { duplicates, ...(sameRows === undefined ? {} : { sameRows }) };
  }

  access(use: TableKey['use'], at: number, again: HandOut): KeyAccess | undefined {
    const key = this.#keys.find((one) => one.use === use && one.at === at);
    if (key === undefined) return undefined;
    return {
      index: this.#indexOf(key),
      gather: async (pass) => {
        const check = new ReferenceCheck(pass);
        await lookUp(again, key, { hashes: check.hashes, row: (index, text) => check.addKey(index, text) });
        return [check.keys()];
      },
      refer: async (pass, keys) => {
        const check = new ReferenceCheck(pass);
        check.adoptKeys(keys);
        const row: FoundRow = (index, text, spot) => check.addReference(index, () => text, spot);
        await lookUp(again, key, { hashes: check.hashes, row });
        return check.broken();
      },
    };
  }

  #indexOf(key: TableKey): KeyIndex {
    const known = this.#indices.get(nameOf(key));
    if (known !== undefined) return known;
    const made = new KeyIndex(indexOptions(key.use, this.#request));
    this.#indices.set(nameOf(key), made);
    return made;
  }

  #match(): MatchedColumns {
    const { declaration, profile, today, targets } = this.#request;
    const { sheet, headingLine } = this.#table;
    const hasHeadings = sheet === undefined || headingLine !== undefined;
    const columns = hasHeadings
      ? matchColumns(this.headings, declaration)
      : matchByPosition(this.headings.length, declaration);
    const plan = {
      declaration,
      headings: this.headings,
      itemOf: columns.items,
      encoding: 'utf-8',
      asksKind: this.#table.meansKinds === true,
      profile,
      asOf: today,
      targets,
    } as const;
    const watches = columnWatches(plan);
    this.#watches.splice(0, this.#watches.length, ...watches);
    // Cells that are not read cannot be compared.
    const isWhole = (this.#table.unreadable ?? []).length === 0;
    this.#keys = tableKeys(plan).filter(({ use }) => use !== 'row' || isWhole);
    return columns;
  }

  /** What was met late was absent before: a fault where no cell may be empty. */
  #judgeAbsent(from: number): void {
    const { items } = this.#request.declaration;
    for (let column = from; column < this.headings.length; column += 1) {
      if (items[this.columns.items[column] ?? -1]?.isRequired !== true) continue;
      for (let at = 0; at < this.#rows; at += 1) {
        const { row, line } = this.#firstSpots[at] ?? { row: at, line: at };
        this.#tally.cell('', { row, column, line: () => line });
      }
    }
  }

  #batch({ row: first, rows }: RowBatch): void {
    for (const [at, row] of rows.entries()) this.#row(first + at, row);
    this.#request.onRows?.(rows.length);
  }

  #row(row: number, { cells, line }: SampleRow): void {
    this.#lines = line ?? row;
    if (this.#firstSpots.length < keptSpots) this.#firstSpots.push({ row, line: this.#lines });
    const lineOf = (): number => this.#lines;
    for (let column = 0; column < this.headings.length; column += 1) {
      const { text, kind } = cells[column] ?? noCell;
      // Rows before a column was first met lack it.
      if (text === '') this.#empties[column] = (this.#empties[column] ?? this.#rows) + 1;
      else this.#empties[column] ??= this.#rows;
      this.#tally.cell(text, { row, column, line: lineOf, kind });
      this.#count(column, text);
    }
    for (const key of this.#keys) this.#indexOf(key).add(hashOf(textsOf(cells, key)), 1);
    this.#rows += 1;
  }
}

/** Where nothing is stored. */
const noCell: SampleCell = { text: '', kind: 'null' };
const encoder = new TextEncoder();
const lanes = { a: 0, b: 0 };

function nameOf({ use, at }: TableKey): string {
  return `${use} ${at}`;
}

/**
 * The texts of a key; none for a row without one. Of a whole row, those that are not empty, each with its column: so a row is the same
 * before and after further columns were met.
 */
function textsOf(cells: SampleRow['cells'], key: TableKey): readonly string[] | undefined {
  const { columns, allowsEmpty } = key;
  const texts = columns.map((column) => cells[column]?.text ?? '');
  if (allowsEmpty) return texts.flatMap((text, at) => (text === '' ? [] : [String(columns[at]), text]));
  return texts.includes('') || isBlankKey(key, texts) ? undefined : texts;
}

function hashOf(texts: readonly string[] | undefined): Uint32Array {
  const words = new Uint32Array(2);
  if (texts === undefined) return words;
  startHash(lanes);
  for (const text of texts) {
    const bytes = encoder.encode(text);
    hashCell(lanes, bytes, { start: 0, end: bytes.length, doubled: -1 });
  }
  endHash(lanes, words, 0);
  return words;
}

/** Hears of a row whose hash is number `index` of those looked for. */
type FoundRow = (index: number, text: string, spot: PartSpot) => void;

interface RowSearch {
  readonly hashes: HashSet;
  readonly row: FoundRow;
}

/** Reads the table once more for the rows of a key that have one of the hashes. */
function lookUp(again: HandOut, key: TableKey, search: RowSearch): Promise<void> {
  return again(async (table) => {
    for await (const piece of table.batches()) if ('rows' in piece) lookUpBatch(piece, key, search);
  });
}

function lookUpBatch(
  { row: firstRow, rows }: RowBatch,
  key: TableKey,
  { hashes, row: found }: RowSearch,
): void {
  for (const [at, { cells, line }] of rows.entries()) {
    const texts = textsOf(cells, key);
    const [first = 0, second = 0] = hashOf(texts);
    const index = texts === undefined ? -1 : hashes.indexOf(first, second);
    const row = firstRow + at;
    if (texts !== undefined && index >= 0) found(index, keyText(texts), { row, line: line ?? row });
  }
}

async function compare(again: HandOut, key: TableKey, candidates: HashSet): Promise<KeyGroups> {
  const comparison = new KeyComparison(candidates.size);
  const row: FoundRow = (index, text, spot) => comparison.add(index, text, spot);
  await lookUp(again, key, { hashes: candidates, row });
  return comparison.groups();
}
