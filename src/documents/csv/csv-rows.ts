import type { Cell, DocumentFault, Row } from '../../model/document.ts';
import type { LineIndex } from '../excerpt.ts';
import type { CsvText, Position } from './csv-cells.ts';
import { cellsOf, takeRecords } from './csv-cells.ts';
import type { Dialect } from './csv-dialect.ts';
import type { RecordSpan } from './csv-scan.ts';
import { lineEndAt } from './csv-scan.ts';
import { counts, fits, shapeOf } from './csv-width.ts';

const batchRows = 256;
const emptyCell: Cell = { text: '', kind: 'text' };
const lineEndNames: ReadonlyMap<string, string> = new Map([
  ['\n', 'LF'],
  ['\r\n', 'CRLF'],
  ['\r', 'CR'],
]);

/** A delimited text whose dialect is known. */
export interface RowSource extends CsvText {
  readonly lines: LineIndex;
  readonly dialect: Dialect;
}

interface FaultSpot {
  readonly check: DocumentFault['check'];
  readonly reason: string;
  readonly line: number;
  readonly row: number;
  readonly start: number;
  readonly end: number;
  readonly facts?: DocumentFault['facts'];
}

/**
 * The rows of a delimited text in batches, each fault before the row it belongs to. Reading ends, with a fault, at a
 * quote that is never closed (it swallows all that follows) and at a record longer than `recordBytes`.
 */
export function* readRows(source: RowSource): Generator<readonly (Row | DocumentFault)[]> {
  const { text, dialect } = source;
  const { delimiter } = dialect;
  const reader = new RowReader(source);
  let from: Position = dialect.from;
  while (from.start < text.length) {
    const { spans, broken } = takeRecords(source, from, { delimiter, count: batchRows });
    const records = cellsOf(source, spans, delimiter);
    const batch = records === undefined ? [reader.disagreement(spans)] : reader.rows(spans, records);
    if (broken !== undefined) batch.push(reader.broken(broken));
    yield batch;
    const last = spans.at(-1);
    if (broken !== undefined || records === undefined || last === undefined) return;
    from = { start: last.next, line: last.nextLine };
  }
}

class RowReader {
  readonly #source: RowSource;
  #row = 0;
  #mixed = false;

  constructor(source: RowSource) {
    this.#source = source;
  }

  rows(spans: readonly RecordSpan[], records: readonly (readonly string[])[]): (Row | DocumentFault)[] {
    const batch: (Row | DocumentFault)[] = [];
    for (const [index, span] of spans.entries()) {
      const cells = records[index] ?? [];
      this.#row += 1;
      this.#judge(span, cells, batch);
      batch.push({ row: this.#row, line: span.line, cells: cells.map(cellOf) });
    }
    return batch;
  }

  /** What keeps a record from being delivered. */
  broken({ start, end, line, open }: RecordSpan): DocumentFault {
    const row = this.#row + 1;
    const { lines, recordBytes } = this.#source;
    if (open < 0) {
      const facts = { limit: recordBytes };
      return this.#fault({ check: 'document/syntax', reason: 'too-large', line, row, start, end, facts });
    }
    const at = lines.place(open).line;
    return this.#fault({
      check: 'document/syntax',
      reason: 'unbalanced-quote',
      line: at,
      row,
      start: open,
      end: open + 1,
    });
  }

  /** Two ways of counting records differ: better no rows than rows with wrong numbers. */
  disagreement(spans: readonly RecordSpan[]): DocumentFault {
    const { start = 0, end = 0, line = 1 } = spans[0] ?? {};
    return this.#fault({ check: 'document/syntax', reason: 'not-csv', line, row: this.#row + 1, start, end });
  }

  #judge(span: RecordSpan, cells: readonly string[], batch: DocumentFault[] | (Row | DocumentFault)[]): void {
    const { start, end, line, stray } = span;
    const row = this.#row;
    if (stray >= 0) {
      batch.push(
        this.#fault({
          check: 'document/syntax',
          reason: 'stray-quote',
          line,
          row,
          start: stray,
          end: stray + 1,
        }),
      );
    }
    const shape = shapeOf(cells);
    const { width } = this.#source.dialect;
    if (counts(shape, row) && !fits(shape, width)) {
      const facts = { cells: shape.cells < width ? shape.cells : shape.filled, expected: width, row };
      batch.push(this.#fault({ check: 'row/ragged', reason: 'ragged', line, row, start, end, facts }));
    }
    this.#judgeLineEnd(span, batch);
  }

  /** The first line end that differs from the others. Without it said, a reader for one kind leaves CR in values. */
  #judgeLineEnd({ end, nextLine }: RecordSpan, batch: (Row | DocumentFault)[]): void {
    const { text, dialect } = this.#source;
    const lineEnd = lineEndAt(text, end);
    if (this.#mixed || lineEnd === '' || lineEnd === dialect.lineEnd) return;
    this.#mixed = true;
    const facts = {
      expected: lineEndNames.get(dialect.lineEnd) ?? '',
      found: lineEndNames.get(lineEnd) ?? '',
    };
    const line = nextLine - 1;
    batch.push(
      this.#fault({
        check: 'document/syntax',
        reason: 'mixed-line-ends',
        line,
        row: this.#row,
        start: end,
        end,
        facts,
      }),
    );
  }

  #fault({ check, reason, line, row, start, end, facts }: FaultSpot): DocumentFault {
    return {
      check,
      reason,
      place: { line, row },
      ...(facts === undefined ? {} : { facts }),
      excerpt: this.#source.lines.excerpt(start, end),
    };
  }
}

function cellOf(text: string): Cell {
  return text === '' ? emptyCell : { text, kind: 'text' };
}
