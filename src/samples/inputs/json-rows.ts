import { Buffer } from 'node:buffer';
import { readers } from '../../documents/index.ts';
import { doubleKeeps } from '../../documents/json/json-number.ts';
import { quickValue } from '../../documents/json/json-record.ts';
import type {
  DocumentFault,
  Limits,
  Part,
  Reader,
  RecordTaker,
  Tree,
  UnreadRecord,
} from '../../model/document.ts';
import { child, valueAt } from '../../model/pointer.ts';
import type { Source } from '../../model/source.ts';
import { FaultBudget } from './fault-budget.ts';
import type { NamedRow } from './heading-collector.ts';
import { HeadingCollector } from './heading-collector.ts';
import type { Member } from './json-flat.ts';
import { flatMembers } from './json-flat.ts';
import { isObject, listIn, recordsAt } from './json-records-at.ts';
import { peek } from './peek.ts';
import type { NewHeadings, RowBatch, RowSource, RowSources, SampleCell } from './row-source.ts';

/** So much of a document tells where its rows are. */
const headBytes = 1 << 16;
/** Rows of so many bytes are held before they are handed on. */
const takenBytes = 1 << 18;
/** Numbers with more digits than a double keeps are left to the exact parser, which places them, until so many were met: then they are counted. */
const lostOneByOne = 200;

interface JsonOptions {
  readonly format: 'json' | 'ndjson';
  readonly limits: Limits;
}

/**
 * Rows of NDJSON (one object a line) and of JSON: a list of objects, or the first list of objects inside an object
 * (`{"code": 0, "data": {"rows": [ … ]}}`). Read one row at a time, unless the first 64 KiB do not tell where the rows are; then the document
 * is held whole. `headings` is empty: every column is announced by `newHeadings` when it is first met, so that those never announced are
 * those the data lack. Faults are those of the readers, and `document/syntax` `not-a-row` for elements that are no objects,
 * `no-rows` where there is no list of rows.
 */
export async function* jsonRows(source: Source, options: JsonOptions): RowSources {
  const collector = new HeadingCollector();
  const table: RowSource = {
    headings: [],
    meansKinds: true,
    place: ({ row, line }, column) => {
      const name = column === undefined ? undefined : collector.headings[column];
      const place = { line: line ?? row + 1, row: row + 1 };
      return name === undefined ? place : { ...place, columnName: name };
    },
    batches: () => readRows(source, options, collector),
  };
  yield table;
}

async function* readRows(
  source: Source,
  { format, limits }: JsonOptions,
  collector: HeadingCollector,
): AsyncGenerator<RowBatch | NewHeadings | DocumentFault> {
  const { head, chunks } = await peek(source.chunks(), headBytes);
  const at = format === 'json' ? recordsAt(Buffer.from(head).toString('utf8')) : undefined;
  const taker = new RowTaker();
  const faults = new FaultBudget();
  const isLines = format === 'ndjson';
  let any = false;
  const take = function* (parts: readonly Part[]) {
    const { rows, told } = taker.collect(parts, isLines);
    any ||= told.length + rows.length > 0 || taker.foundList;
    for (const fault of told) if (faults.admit(fault) !== undefined) yield ofRow(fault);
    yield* collector.batches(rows);
  };
  const options = { recordsAt: at === undefined ? [] : [at], limits, taker };
  const read = readerOf(format).read({ path: source.path, chunks: () => chunks }, options);
  for await (const parts of read) yield* take(parts);
  yield* take([]);
  yield* faults.rest();
  if (!any) yield { check: 'document/syntax', reason: 'no-rows' };
}

/** One row that is too long is not the document: the reader knows of no rows. */
function ofRow(fault: DocumentFault): DocumentFault {
  if (fault.reason !== 'too-large' || fault.pointer === undefined || fault.pointer === '') return fault;
  return { ...fault, facts: { ...fault.facts, unit: 'row' } };
}

function readerOf(format: 'json' | 'ndjson'): Reader {
  const reader = readers.find((each) => each.format === format);
  if (reader === undefined) throw new Error(`No reader of ${format}`);
  return reader;
}

/** Takes the rows that need no closer look as bytes, and those that do as trees. */
class RowTaker implements RecordTaker {
  readonly takesLongNumbers = true;
  foundList = false;
  #taken: NamedRow[] = [];
  #refused: DocumentFault[] = [];
  #takenBytes = 0;
  /** Numbers so far that a double does not keep. */
  #lost = 0;
  /** The row that was last offered. */
  #last = -1;

  /**
   * A row behind one that was not offered is left to the reader: it then knows that there are records between the faults it counts. So is
   * one now and then besides: the reader hands over only what it made itself, and those taken are collected with that.
   */
  take(record: UnreadRecord, bytes: Uint8Array): boolean {
    const row = rowOf(record.pointer);
    const follows = row === this.#last + 1;
    this.#last = row;
    if (!follows || this.#takenBytes > takenBytes) {
      this.#takenBytes = 0;
      return false;
    }
    this.#takenBytes += bytes.length;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
    if (quickValue(text, { suspicious: false, deepest: 0, members: record.members }) === undefined)
      return false;
    const members = flatMembers(text);
    const lost = members === undefined ? 0 : members.filter(isLost).length;
    if (lost > 0 && this.#lost < lostOneByOne) {
      this.#lost += lost;
      return false;
    }
    for (let index = 0; index < lost; index += 1) this.#refused.push(lossHere(record));
    if (members === undefined) this.#refused.push(notARow(record));
    else this.#taken.push({ row, line: record.line, members });
    return true;
  }

  /** What came since the last call, in the order of the file. */
  collect(
    parts: readonly Part[],
    isLines: boolean,
  ): { rows: readonly NamedRow[]; told: readonly DocumentFault[] } {
    const told = this.#refused;
    const rows = this.#taken;
    this.#refused = [];
    this.#taken = [];
    let isMixed = false;
    for (const part of parts) {
      if (part.kind === 'fault') told.push(part.fault);
      if (part.kind !== 'tree') continue;
      isMixed = true;
      if (isLines || part.tree.pointer !== '') addTree(part.tree, { rows, told });
      else this.#addDocument(part.tree, { rows, told });
    }
    if (isMixed) rows.sort((one, other) => one.row - other.row);
    return { rows, told };
  }

  /** What stands around the rows; or, where it was not known where they stand, all of the document. */
  #addDocument(tree: Tree, into: { rows: NamedRow[]; told: DocumentFault[] }): void {
    if (tree.omitted !== undefined) return;
    const list = listIn(tree.value);
    const elements: unknown = list === undefined ? undefined : valueAt(tree.value, list);
    if (list === undefined || !Array.isArray(elements)) return;
    this.foundList = true;
    for (const [row, value] of elements.entries())
      addValue({ tree, value, pointer: child(list, row), row }, into);
  }
}

function addTree(tree: Tree, into: { rows: NamedRow[]; told: DocumentFault[] }): void {
  addValue({ tree, value: tree.value, pointer: '', row: rowOf(tree.pointer) }, into);
}

interface Value {
  readonly tree: Tree;
  readonly value: unknown;
  readonly pointer: string;
  readonly row: number;
}

function addValue(
  { tree, value, pointer, row }: Value,
  into: { rows: NamedRow[]; told: DocumentFault[] },
): void {
  const { place } = tree.locate(pointer);
  const line = 'line' in place ? place.line : 1;
  if (!isObject(value)) {
    into.told.push({ ...notARow({ pointer: tree.pointer + pointer, line, column: 0 }), place });
    return;
  }
  const members = Object.entries(value).map(
    ([name, inside]): Member => [name, cellOf(inside, () => tree.sourceText?.(child(pointer, name)))],
  );
  into.rows.push({ row, line, members });
}

function cellOf(value: unknown, written: () => string | undefined): SampleCell {
  if (value === null) return { text: '', kind: 'null' };
  if (typeof value === 'string') return { text: value, kind: 'text' };
  if (typeof value === 'number') return { text: written() ?? String(value), kind: 'number' };
  if (typeof value === 'boolean') return { text: String(value), kind: 'boolean' };
  return { text: JSON.stringify(value) ?? '', kind: Array.isArray(value) ? 'list' : 'object' };
}

/** A number of fewer characters has at most 15 digits; an exponent may be beyond those of a double. */
function isLost([, { kind, text }]: Member): boolean {
  return kind === 'number' && (text.length >= 16 || /e/i.test(text)) && !doubleKeeps(text);
}

function lossHere({ pointer, line }: UnreadRecord): DocumentFault {
  return { check: 'document/syntax', reason: 'beyond-2^53', pointer, place: { line, column: 1 } };
}

function notARow({
  pointer,
  line,
  column,
}: Pick<UnreadRecord, 'pointer' | 'line' | 'column'>): DocumentFault {
  return { check: 'document/syntax', reason: 'not-a-row', pointer, place: { line, column: column + 1 } };
}

function rowOf(pointer: string): number {
  return Number(pointer.slice(pointer.lastIndexOf('/') + 1));
}
