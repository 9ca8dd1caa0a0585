import type { CsvText, Position } from './csv-cells.ts';
import { cellsOf, takeRecords } from './csv-cells.ts';
import type { RecordSpan } from './csv-scan.ts';
import { lineEndAt } from './csv-scan.ts';
import { likelyWidth, shapeOf } from './csv-width.ts';

/** What was found out about a delimited text. */
export interface Dialect {
  readonly delimiter: string;
  /** The line end of most of the first records; empty where there is none. */
  readonly lineEnd: string;
  /** Cells of a row. */
  readonly width: number;
  /** Where the first record starts: behind a `sep=` line. */
  readonly from: Position;
}

const delimiters = [',', ';', '\t', '|'];
const sampleRows = 100;

interface Trial {
  readonly delimiter: string;
  readonly width: number;
  /** The part of the sampled rows that have this width and no quote out of place, 0 … 1. */
  readonly agreement: number;
  readonly spans: readonly RecordSpan[];
}

/**
 * The dialect of a delimited text: the delimiter that cuts its first 100 rows into the same number of cells, at least
 * two, quotes respected. Rows that agree weigh more than rows with many cells. A first line `sep=;`, which Excel writes
 * and obeys, decides at once. Where nothing cuts, a `.tsv` is tab-separated and everything else comma-separated.
 */
export function findDialect(source: CsvText, path: string): Dialect {
  const said = saidDelimiter(source.text);
  const from = said?.from ?? { start: 0, line: 1 };
  const tabs = /\.tsv(?:\.gz)?$/i.test(path);
  const order = tabs ? ['\t', ...delimiters.filter((delimiter) => delimiter !== '\t')] : delimiters;
  const trials = (said === undefined ? order : [said.delimiter]).map((delimiter) =>
    tryDelimiter(source, from, delimiter),
  );
  const best = trials.reduce((left, right) => (better(right, left) ? right : left));
  return {
    delimiter: best.delimiter,
    lineEnd: usualLineEnd(source.text, best.spans),
    width: best.width,
    from,
  };
}

/** What a first line `sep=;` says. */
function saidDelimiter(text: string): { delimiter: string; from: Position } | undefined {
  const match = /^"?sep=([^\p{L}\p{N}"\s]|\t)"?(?:\r\n|\n|\r|$)/iu.exec(text);
  const delimiter = match?.[1];
  if (match === null || delimiter === undefined || delimiter.length !== 1) return undefined;
  return { delimiter, from: { start: match[0].length, line: 2 } };
}

function tryDelimiter(source: CsvText, from: Position, delimiter: string): Trial {
  const { spans } = takeRecords(source, from, { delimiter, count: sampleRows });
  const shapes = (cellsOf(source, spans, delimiter) ?? []).map(shapeOf);
  const { width, suits } = likelyWidth(shapes);
  const strays = spans.filter(({ stray }) => stray >= 0).length;
  const rows = shapes.filter(({ values }) => values > 0).length;
  return { delimiter, width, agreement: rows === 0 ? 0 : (suits - strays) / rows, spans };
}

function better(trial: Trial, than: Trial): boolean {
  if (trial.width > 1 !== than.width > 1) return trial.width > 1;
  if (trial.agreement !== than.agreement) return trial.agreement > than.agreement;
  return trial.width > than.width;
}

function usualLineEnd(text: string, spans: readonly RecordSpan[]): string {
  const tally = new Map<string, number>();
  for (const { end } of spans) {
    const lineEnd = lineEndAt(text, end);
    if (lineEnd !== '') tally.set(lineEnd, (tally.get(lineEnd) ?? 0) + 1);
  }
  return [...tally].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['', 0] as [
    string,
    number,
  ])[0];
}
