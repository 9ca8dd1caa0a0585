/** Long file: one file, read in stretches once for its cells and again for its keys. */
import type { Place } from '../model/place.ts';
import type { Source } from '../model/source.ts';
import { DaySpans } from './day-spans.ts';
import { headFaults } from './delimited/head-faults.ts';
import { joinParts } from './delimited/join-parts.ts';
import type { FoundDialect } from './delimited/sample-dialect.ts';
import { sampleDialect } from './delimited/sample-dialect.ts';
import { readHead } from './delimited/sample-head.ts';
import { canSplit, splitPoints } from './delimited/split-points.ts';
import type { DelimitedPlan } from './delimited-plan.ts';
import { indexOptions } from './index-options.ts';
import { judgingPlan } from './judging-plan.ts';
import type { KeyAccess } from './keys/key-access.ts';
import { KeyComparison } from './keys/key-comparison.ts';
import type { KeyGroups } from './keys/key-groups.ts';
import { joinGroups, noGroups } from './keys/key-groups.ts';
import { KeyIndex } from './keys/key-index.ts';
import { ReferenceCheck } from './keys/reference-check.ts';
import { headingSigns } from './match/heading-signs.ts';
import type { MatchedColumns } from './match/match-columns.ts';
import { matchByPosition, matchColumns } from './match/match-columns.ts';
import { mergeParts } from './merge-parts.ts';
import { keptSpots } from './part-tally.ts';
import type { DuplicateTally, SampleOutcome } from './sample-outcome.ts';
import type { DaySpan, PartSpot, SamplePart } from './sample-part.ts';
import type { SampleRequest } from './sample-request.ts';
import type { FilePlan, Stretch, StretchResult, StretchTask, StretchWork } from './scan-stretch.ts';
import { scanStretch } from './scan-stretch.ts';
import type { ColumnCounts } from './statistics/column-statistics.ts';
import { ColumnStatistics } from './statistics/column-statistics.ts';
import type { TableKey } from './table-keys.ts';
import { tableKeys } from './table-keys.ts';
import { itemsOf } from './table-plan.ts';

/** A file is cut into stretches of at least this many bytes … */
const leastBytes = 8 << 20;
/** … and into about so many a thread, so that none waits long for the last … */
const stretchesPerThread = 4;
/** … but none longer than this: what is found in a stretch is held until it ends. */
const mostBytes = 64 << 20;

/** Checks a delimited file. What is found does not depend on the number of threads. */
export async function delimitedSample(source: Source, request: SampleRequest): Promise<SampleOutcome> {
  const head = await readHead(source.chunks());
  const { declaration } = request;
  const dialect = sampleDialect(head, declaration.dialect, headingSigns(declaration));
  const columns = columnsOf(dialect, declaration);
  const plan: DelimitedPlan = {
    declaration,
    headings: dialect.headings,
    itemOf: columns.items,
    encoding: head.encoding,
    profile: request.profile,
    asOf: request.today,
    targets: request.targets,
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    lineEnd: dialect.lineEnd,
    lead: dialect.lead,
    bomBytes: head.bomBytes,
  };
  const { hasHeader } = declaration.dialect;
  const declared = { columns: declaration.items.length, ...(hasHeader === undefined ? {} : { hasHeader }) };
  const faults = [...(head.notUtf8 === undefined ? [] : [head.notUtf8]), ...headFaults(dialect, declared)];
  const isReadable = dialect.state === 'data';
  const scan = new DelimitedScan(source, plan, request);
  const { part, days, isAscii } = isReadable ? await scan.judge() : emptyScan(dialect.headings.length);
  const { duplicates, sameRows } = isReadable ? await scan.duplicates() : { duplicates: [] };
  const statistics = isReadable && request.countsValues === true ? await scan.statistics() : undefined;
  return {
    ...(statistics === undefined ? {} : { statistics }),
    format: dialect.delimiter === '\t' ? 'tsv' : 'csv',
    encoding: head.encoding,
    isAscii: isAscii && head.bomBytes === 0,
    dialect: dialectWords(plan),
    headings: dialect.headings,
    columns,
    part,
    days,
    duplicates,
    ...(sameRows === undefined ? {} : { sameRows }),
    references: declaration.references.map((_, at) => scan.access('reference', at)),
    targets: request.targets.map((_, at) => scan.access('target', at)),
    faults,
    place: placeIn(
      plan,
      columns,
      declaration.items.map(({ name }) => name),
    ),
    headingPlace: (column) => (dialect.hasHeader ? headingAt(plan, column) : undefined),
  };
}

class DelimitedScan {
  readonly #source: Source;
  readonly #plan: FilePlan;
  readonly #request: SampleRequest;
  readonly #keys: readonly TableKey[];
  /** By key; those of references are kept until all samples were read. */
  readonly #indices: (KeyIndex | undefined)[];
  /** As they truly start and end. */
  #results: readonly StretchResult[] = [];

  constructor(source: Source, plan: DelimitedPlan, request: SampleRequest) {
    this.#source = source;
    this.#plan = { ...plan, judging: judgingPlan(plan, source.size) };
    this.#request = request;
    this.#keys = tableKeys(plan);
    this.#indices = this.#keys.map(({ use }) => new KeyIndex(indexOptions(use, request)));
  }

  async judge(): Promise<JudgedScan> {
    const results = await this.#run(this.#stretches().map((stretch) => ({ kind: 'judge', stretch })));
    for (let wrong = joinParts(results.map(({ scanned }) => scanned)); wrong !== undefined; ) {
      const { to } = results[wrong.part]?.scanned ?? { to: Number.POSITIVE_INFINITY };
      const stretch = { from: wrong.from, to, startsRecord: true };
      results[wrong.part] = await this.#scan({ kind: 'judge', stretch });
      wrong = joinParts(results.map(({ scanned }) => scanned));
    }
    for (const { hashes } of results)
      for (const [key, blocks] of hashes.entries()) this.#indices[key]?.adopt(blocks);
    this.#results = results.map((result) => ({ ...result, hashes: [] }));
    const days = new DaySpans();
    for (const result of results) days.merge(result.days);
    const part = mergeParts(
      results.map(({ scanned, faults, privacy }) => ({
        rows: scanned.rows,
        lines: scanned.lines,
        empties: [...scanned.empties],
        faults: [...faults],
        privacy: [...privacy],
        rowFaults: [...scanned.rowFaults],
      })),
      keptSpots,
    );
    return { part, days: days.spans(), isAscii: results.every(({ scanned }) => scanned.isAscii) };
  }

  /** Keys that stand more than once: their texts are compared in a second pass. */
  async duplicates(): Promise<{ duplicates: DuplicateTally[]; sameRows?: KeyGroups }> {
    const duplicates: DuplicateTally[] = [];
    let sameRows: KeyGroups | undefined;
    for (const [number, key] of this.#keys.entries()) {
      const index = this.#indices[number];
      if (index === undefined || (key.use !== 'key' && key.use !== 'row')) continue;
      let groups = noGroups;
      for (const { words } of index.candidates())
        groups = joinGroups(groups, await this.#compare(key, words));
      this.#indices[number] = undefined;
      if (key.use === 'row') sameRows = groups;
      else if (groups.keys > 0) duplicates.push({ key: key.at, groups });
    }
    return { duplicates, ...(sameRows === undefined ? {} : { sameRows }) };
  }

  access(use: TableKey['use'], at: number): KeyAccess | undefined {
    const number = this.#keys.findIndex((key) => key.use === use && key.at === at);
    const [key, index] = [this.#keys[number], this.#indices[number]];
    if (key === undefined || index === undefined) return undefined;
    return {
      index,
      gather: async (pass) => {
        const results = await this.#again((stretch) => ({ kind: 'gather', stretch, key, pass }));
        return results.flatMap(({ gathered }) => (gathered === undefined ? [] : [gathered]));
      },
      refer: async (pass, keys) => {
        const results = await this.#again((stretch) => ({ kind: 'refer', stretch, key, pass, keys }));
        const whole = new ReferenceCheck(pass);
        this.#inOrder(results, ({ broken }, before) => {
          if (broken !== undefined) whole.merge(broken, before);
        });
        return whole.broken();
      },
    };
  }

  async #compare(key: TableKey, words: Uint32Array): Promise<KeyGroups> {
    const results = await this.#again((stretch) => ({ kind: 'compare', stretch, key, words }));
    const whole = new KeyComparison(words.length / 2);
    this.#inOrder(results, ({ compared }, before) => {
      if (compared !== undefined) whole.merge(compared, before);
    });
    return whole.groups();
  }

  /** The values of every column, counted in a pass of its own. */
  async statistics(): Promise<ColumnCounts[]> {
    const results = await this.#again((stretch) => ({ kind: 'count', stretch }));
    const columns = itemsOf(this.#plan).map((item) => new ColumnStatistics(item?.type ?? 'any'));
    for (const { counted = [] } of results)
      for (const [column, counts] of counted.entries()) columns[column]?.merge(counts);
    return columns.map((column) => column.toPlain());
  }

  /** Reads all stretches once more, as they truly start and end. */
  #again(workOn: (stretch: Stretch) => StretchWork): Promise<StretchResult[]> {
    const works = this.#results.map(({ scanned }, part) => {
      const from = part === 0 ? 0 : scanned.started;
      return workOn({ from, to: scanned.to, startsRecord: true });
    });
    return this.#run(works);
  }

  #inOrder(results: readonly StretchResult[], take: (result: StretchResult, before: PartSpot) => void): void {
    let before: PartSpot = { row: 0, line: 0 };
    for (const result of results) {
      take(result, before);
      const { rows, lines } = result.scanned;
      before = { row: before.row + rows, line: before.line + lines };
    }
  }

  #stretches(): Stretch[] {
    const { size, range } = this.#source;
    const { encoding, lead, bomBytes } = this.#plan;
    const signs = {
      delimiter: this.#plan.delimiter.charCodeAt(0),
      quote: this.#plan.quote === '' ? -1 : this.#plan.quote.charCodeAt(0),
    };
    const threads = this.#request.scanners.length + 1;
    const isWhole = size === undefined || range === undefined || threads === 1 || !canSplit(encoding, signs);
    const parts = Math.max(threads * stretchesPerThread, Math.ceil((size ?? 0) / mostBytes));
    const points = isWhole ? [] : splitPoints(lead.bytes + bomBytes, size, { parts, least: leastBytes });
    const starts = [0, ...points];
    return starts.map((from, part) => ({
      from,
      to: starts[part + 1] ?? Number.POSITIVE_INFINITY,
      startsRecord: part === 0,
    }));
  }

  #scan(work: StretchWork): Promise<StretchResult> {
    return scanStretch({ ...work, plan: this.#plan }, this.#source);
  }

  /** Each thread takes the next stretch as soon as it is done with the one before. */
  async #run(works: readonly StretchWork[]): Promise<StretchResult[]> {
    const results: StretchResult[] = [];
    let next = 0;
    const take = async (scan: (task: StretchTask) => Promise<StretchResult>): Promise<void> => {
      for (let at = next; at < works.length; at = next) {
        next = at + 1;
        const work = works[at];
        if (work !== undefined) results[at] = await scan({ ...work, plan: this.#plan });
      }
    };
    const { scanners, onRows } = this.#request;
    // Of stretches that other threads scan it is known how many rows they have when they are done.
    const elsewhere = scanners.map((scan) => async (task: StretchTask) => {
      const result = await scan(task);
      if (task.kind === 'judge') onRows?.(result.scanned.rows);
      return result;
    });
    const others = works.length === 1 ? [] : elsewhere;
    const here = (task: StretchTask): Promise<StretchResult> => scanStretch(task, this.#source, onRows);
    await Promise.all([here, ...others].map(take));
    return results;
  }
}

/** What was found in all of a file. */
interface JudgedScan {
  readonly part: SamplePart;
  readonly days: readonly DaySpan[];
  readonly isAscii: boolean;
}

function columnsOf(
  { state, hasHeader, headings }: FoundDialect,
  declaration: SampleRequest['declaration'],
): MatchedColumns {
  // That columns are missing says nothing more of a file in which no heading could be read.
  if (state === 'empty' || state === 'unreadable-header') return { items: [], how: [], findings: [] };
  if (hasHeader) return matchColumns(headings, declaration);
  return matchByPosition(headings.length, declaration);
}

function emptyScan(columns: number): JudgedScan {
  const empties = new Array<number>(columns).fill(0);
  const part = { rows: 0, lines: 0, empties, faults: [], privacy: [], rowFaults: [] };
  return { part, days: [], isAscii: false };
}

function dialectWords({ delimiter, quote, lineEnd }: DelimitedPlan): {
  delimiter: string;
  quote: string;
  lineEnd: string;
} {
  return { delimiter, quote, lineEnd };
}

/** The heading row ends where the data begin; a heading with a line break in it starts above. */
function headingAt({ lead, headings }: DelimitedPlan, column: number | undefined): Place {
  const place = { line: Math.max(1, lead.lines), row: 0 };
  return column === undefined ? place : { ...place, columnName: headings[column] ?? '' };
}

function placeIn(
  { headings }: DelimitedPlan,
  { items }: MatchedColumns,
  names: readonly string[],
): SampleOutcome['place'] {
  return ({ row, line }, column) => {
    const place = { line: line + 1, row: row + 1 };
    if (column === undefined) return place;
    const heading = headings[column] ?? '';
    const columnName = heading === '' ? (names[items[column] ?? -1] ?? '') : heading;
    return columnName === '' ? place : { ...place, columnName };
  };
}
