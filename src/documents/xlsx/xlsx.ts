import type { DocumentFault, Limits, Merge, Part, Reader, Row, Sheet } from '../../model/document.ts';
import { HeldBytes } from '../held-bytes.ts';
import type { CellContext } from './xlsx-cells.ts';
import { findMerges } from './xlsx-merges.ts';
import { partBytes } from './xlsx-part.ts';
import { RowBuilder } from './xlsx-row.ts';
import { SheetScanner } from './xlsx-sheet.ts';
import { readSharedStrings, SharedStrings } from './xlsx-strings.ts';
import { readDateFormats } from './xlsx-styles.ts';
import { faultOf, syntax, unreadable } from './xlsx-trouble.ts';
import type { Workbook } from './xlsx-workbook.ts';
import { readWorkbook } from './xlsx-workbook.ts';
import { ZipArchive } from './zip.ts';

/** Large chunks unpack quickly, small pieces stay in the processor's cache. */
const pieceBytes = 1 << 14;

/** What the sheets of one workbook have in common. */
interface Opened {
  readonly archive: ZipArchive;
  readonly context: CellContext;
  readonly limits: Limits;
}

type Place = Workbook['sheets'][number];

/**
 * Reads Excel workbooks (Office Open XML, ECMA-376 transitional and strict). The file as stored is held in memory; the
 * shared strings are held unpacked, as bytes; the rows of a sheet stream. Each sheet is unpacked twice: once to prove it
 * whole (size, CRC) and to find its merged cells, which stand behind the rows, and once for the rows. Hidden sheets are
 * read, also those that only a program can show (`veryHidden`); charts are not.
 *
 * Faults, by reason. `document/unreadable`: `empty`, `too-large`, `not-a-workbook`, `old-excel-or-encrypted`,
 * `binary-workbook`, `no-sheets`, `encrypted`, `truncated`, `damaged`, `crc`, `size-mismatch`, `zip-structure`, `zip-method`,
 * `zip-bomb`, `unsafe-name`, `duplicate-entry`, `missing-part`, `duplicate-part`, `doctype`, `truncated-xml`, `text-too-long`,
 * `row-too-long`, `sparse-sheet`, `too-many-merges`. `document/encoding`: `xml-encoding`, `not-utf-16`, `not-utf-8`.
 * `document/syntax`: `malformed-xml`, `unknown-entity`, `merged-cells`, `duplicate-sheet`, and at cells `cell-reference`,
 * `cell-outside`, `duplicate-cell`, `row-order`, `cell-type`, `cell-value`, `date-out-of-range`, `shared-string-missing`,
 * `formula-without-value`. A fault of one sheet leaves the others readable.
 */
export const xlsxReader: Reader = {
  format: 'xlsx',
  extensions: ['.xlsx', '.xlsm'],
  async *read(source, options): AsyncGenerator<readonly Part[]> {
    let opened: Awaited<ReturnType<typeof open>>;
    try {
      opened = await open(source, options.limits);
    } catch (error) {
      yield [{ kind: 'fault', fault: faultOf(error) }];
      return;
    }
    if (opened.faults.length > 0) yield opened.faults.map((fault) => ({ kind: 'fault', fault }));
    const seen = new Set<string>();
    for (const place of opened.sheets) yield [...repeats(place, seen), await sheetPart(opened, place, seen)];
  },
};

async function open(
  source: { chunks(): AsyncIterable<Uint8Array> },
  limits: Limits,
): Promise<Opened & { sheets: Workbook['sheets']; faults: readonly DocumentFault[] }> {
  const archive = new ZipArchive(await hold(source.chunks(), limits.zip.totalBytes), limits.zip);
  const workbook = await readWorkbook(archive);
  if (workbook.sheets.length === 0) throw unreadable('no-sheets');
  const dateFormats = workbook.styles === undefined ? [] : await readDateFormats(archive, workbook.styles);
  const { strings, faults } =
    workbook.sharedStrings === undefined
      ? { strings: new SharedStrings(), faults: [] }
      : await readSharedStrings(archive, workbook.sharedStrings, limits.recordBytes);
  const context = { strings, dateFormats, date1904: workbook.date1904 };
  return { archive, context, limits, sheets: workbook.sheets, faults };
}

/** The whole file in memory, or the reason why it is not worth opening. */
async function hold(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<HeldBytes> {
  const held = new HeldBytes();
  for await (const chunk of chunks) {
    held.append(chunk);
    if (held.size > limit) throw unreadable('too-large', { allowed: limit });
  }
  if (held.size === 0) throw unreadable('empty');
  // The compound file that held every workbook before 2007 and holds those with a password today.
  if (held.slice(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') throw unreadable('old-excel-or-encrypted');
  return held;
}

/** A sheet whose name another sheet has: its places cannot be told apart. */
function repeats(place: Place, seen: Set<string>): Part[] {
  const key = `name ${place.name}`;
  if (!seen.has(key)) {
    seen.add(key);
    return [];
  }
  const fault = syntax('duplicate-sheet', { sheet: place.name }).fault;
  return [{ kind: 'fault', fault }];
}

async function sheetPart(opened: Opened, place: Place, seen: Set<string>): Promise<Part> {
  const at = { part: place.part, place: { sheet: place.name, cell: 'A1' } };
  try {
    const key = `part ${place.part.toLowerCase()}`;
    if (seen.has(key)) throw unreadable('duplicate-part');
    seen.add(key);
    const merges = await findMerges(partBytes(opened.archive, place.part));
    return { kind: 'sheet', sheet: sheetOf(opened, place, merges) };
  } catch (error) {
    return { kind: 'fault', fault: faultOf(error, at) };
  }
}

function sheetOf(opened: Opened, place: Place, merges: readonly Merge[]): Sheet {
  return { name: place.name, merges, rows: () => readRows(opened, place, merges.length) };
}

async function* readRows(
  { archive, context, limits }: Opened,
  place: Place,
  merges: number,
): AsyncGenerator<readonly (Row | DocumentFault)[]> {
  const rows = new RowBuilder(place.name, { row: limits.recordBytes, sheet: limits.zip.totalBytes });
  const scanner = new SheetScanner(rows, context, limits.recordBytes);
  let fault: DocumentFault | undefined;
  try {
    for await (const chunk of partBytes(archive, place.part)) {
      for (let at = 0; at < chunk.length; at += pieceBytes) {
        scanner.push(chunk.subarray(at, at + pieceBytes));
        while (scanner.run()) yield scanner.take();
      }
    }
    scanner.finish();
    while (scanner.run()) yield scanner.take();
    // Told apart only where a comment or CDATA section holds what looks like a merge.
    if (scanner.merges !== merges) throw syntax('merged-cells', { found: scanner.merges });
  } catch (error) {
    fault = faultOf(error, {
      part: place.part,
      place: { sheet: place.name, cell: `A${Math.max(1, rows.row)}` },
    });
  }
  const rest = fault === undefined ? scanner.take() : [...scanner.take(), fault];
  if (rest.length > 0) yield rest;
}
