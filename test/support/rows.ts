import type { DocumentFault } from '../../src/model/document.ts';
import type { RowSource, RowSources, SampleCell } from '../../src/samples/inputs/row-source.ts';

/** All that a table holds: rows as lists of `kind:text` (`-` where nothing is stored), by data row. */
export interface ReadTable {
  readonly source: RowSource;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly rowNumbers: readonly number[];
  readonly lines: readonly (number | undefined)[];
  readonly faults: readonly DocumentFault[];
}

export async function readTables(
  sources: RowSources,
): Promise<{ tables: readonly ReadTable[]; faults: readonly DocumentFault[] }> {
  const tables: ReadTable[] = [];
  const faults: DocumentFault[] = [];
  for await (const each of sources) {
    if ('check' in each) faults.push(each);
    else tables.push(await readTable(each));
  }
  return { tables, faults };
}

async function readTable(source: RowSource): Promise<ReadTable> {
  const headings = [...source.headings];
  const rows: string[][] = [];
  const rowNumbers: number[] = [];
  const lines: (number | undefined)[] = [];
  const faults: DocumentFault[] = [];
  for await (const piece of source.batches()) {
    if ('check' in piece) faults.push(piece);
    else if ('newHeadings' in piece) headings.push(...piece.newHeadings);
    else {
      for (const [index, { cells, line }] of piece.rows.entries()) {
        rows.push(cells.map(shown));
        rowNumbers.push(piece.row + index);
        lines.push(line);
      }
    }
  }
  return { source, headings, rows, rowNumbers, lines, faults };
}

function shown(cell: SampleCell | undefined): string {
  if (cell === undefined) return '-';
  return `${cell.kind}:${cell.text}${cell.digitsLost === true ? ' (digits lost)' : ''}`;
}
