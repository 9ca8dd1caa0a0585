import type { CellInput, SheetInput } from '../../scripts/support/workbook.js';
import { workbookParts } from '../../scripts/support/workbook.js';
import { packZip } from '../../scripts/support/zip-writer.js';
import { xlsxReader } from '../../src/documents/xlsx/xlsx.ts';
import type { DocumentFault, Limits, Merge, ReadOptions, Row } from '../../src/model/document.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export const testLimits: Limits = {
  depth: { json: 100, yaml: 100 },
  recordBytes: 1 << 20,
  documentBytes: 1 << 24,
  nodes: 1_000_000,
  zip: { entryBytes: 64e6, totalBytes: 256e6, entries: 1000, ratio: 200 },
};

/** An Excel workbook, small and plain; the same input gives the same bytes. */
export function writeWorkbook(sheets: readonly SheetInput[]): Buffer {
  return packParts(workbookParts(sheets));
}

/** A workbook with one sheet `S` whose rows are given as cells. */
export function oneSheet(...rows: (readonly CellInput[])[]): Buffer {
  return writeWorkbook([{ name: 'S', rows }]);
}

/** The parts of a workbook with one sheet `S` whose `<sheetData>` is given as XML, and other parts replaced or added. */
export function rawParts(rows: string, replaced: Record<string, string> = {}): Record<string, string> {
  const sheet = `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
  return { ...workbookParts([{ name: 'S', rows: [] }]), 'xl/worksheets/sheet1.xml': sheet, ...replaced };
}

/** Such a workbook, packed. */
export function rawSheet(rows: string, replaced: Record<string, string> = {}): Buffer {
  return packParts(rawParts(rows, replaced));
}

export function packParts(parts: Record<string, string | Uint8Array>): Buffer {
  return packZip(Object.entries(parts).map(([name, data]) => ({ name, data })));
}

export interface ReadSheet {
  readonly name: string;
  readonly merges: readonly Merge[];
  readonly rows: readonly Row[];
  readonly faults: readonly DocumentFault[];
}

export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  /** Those of the workbook; those of rows stand with their sheet. */
  readonly faults: readonly DocumentFault[];
}

/** Reads a workbook to the end; `chunkBytes` cuts the file as a disk would. */
export async function readAll(
  bytes: Uint8Array,
  { limits = testLimits, chunkBytes = 1 << 16 }: { limits?: Limits; chunkBytes?: number } = {},
): Promise<ReadWorkbook> {
  const sheets: ReadSheet[] = [];
  const faults: DocumentFault[] = [];
  const options: ReadOptions = { recordsAt: [], limits };
  const source = { path: 'test.xlsx', chunks: () => cut(bytes, chunkBytes) };
  for await (const parts of xlsxReader.read(source, options)) {
    for (const part of parts) {
      if (part.kind === 'fault') faults.push(part.fault);
      if (part.kind !== 'sheet') continue;
      const found: (Row | DocumentFault)[] = [];
      for await (const batch of part.sheet.rows()) found.push(...batch);
      sheets.push({
        name: part.sheet.name,
        merges: part.sheet.merges,
        rows: found.filter((item) => 'cells' in item),
        faults: found.filter((item) => 'check' in item),
      });
    }
  }
  return { sheets, faults };
}

async function* cut(bytes: Uint8Array, chunkBytes: number): AsyncGenerator<Uint8Array> {
  // One buffer for all chunks: a reader must not rely on getting fresh ones.
  const chunk = new Uint8Array(chunkBytes);
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const part = bytes.subarray(at, at + chunkBytes);
    chunk.set(part);
    yield chunk.subarray(0, part.length);
  }
}

/** The texts of the cells of a sheet, row by row. */
export function texts({ rows }: ReadSheet): (string | undefined)[][] {
  return rows.map(({ cells }) => cells.map((cell) => cell?.text));
}
