import { csvReader } from '../../../src/documents/csv/csv.ts';
import type { DocumentFault, Limits, Part, Sheet } from '../../../src/model/document.ts';
import { placeText } from '../../../src/model/place.ts';
import { limits } from '../yaml/yaml-read.ts';

export interface ReadCsv {
  /** Row number, physical line, cells. */
  readonly rows: (readonly [number, number | undefined, ...string[]])[];
  readonly faults: DocumentFault[];
  readonly dialect: Sheet['dialect'];
}

/** Everything a delimited text gives. */
export async function readCsv(
  input: string | Uint8Array,
  { path = 'table.csv', ...changed }: Partial<Limits> & { path?: string } = {},
): Promise<ReadCsv> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const source = {
    path,
    async *chunks() {
      // In pieces, as a file arrives.
      for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
    },
  };
  const parts: Part[] = [];
  for await (const batch of csvReader.read(source, { recordsAt: [], limits: { ...limits, ...changed } })) {
    parts.push(...batch);
  }
  const sheet = parts.find((part) => part.kind === 'sheet')?.sheet;
  const { rows, faults } = await drained(sheet);
  const before = parts.flatMap((part) => (part.kind === 'fault' ? [part.fault] : []));
  return { rows, faults: [...before, ...faults], dialect: sheet?.dialect };
}

async function drained(sheet: Sheet | undefined): Promise<Pick<ReadCsv, 'rows' | 'faults'>> {
  const rows: ReadCsv['rows'] = [];
  const faults: DocumentFault[] = [];
  if (sheet === undefined) return { rows, faults };
  for await (const batch of sheet.rows()) {
    for (const entry of batch) {
      if ('cells' in entry)
        rows.push([entry.row, entry.line, ...entry.cells.map((cell) => cell?.text ?? '')]);
      else faults.push(entry);
    }
  }
  return { rows, faults };
}

/** Faults in one line each: `row/ragged ragged 3 #2`. */
export function toldRows(faults: readonly DocumentFault[]): string[] {
  return faults.map(({ check, reason, place }) => {
    const row = place !== undefined && 'row' in place ? ` #${place.row}` : '';
    return `${check} ${reason} ${place === undefined ? '-' : placeText(place)}${row}`;
  });
}
