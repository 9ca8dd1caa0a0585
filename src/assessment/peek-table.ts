import type { Limits, Reader } from '../model/document.ts';
import type { Source } from '../model/source.ts';
import type { Standard } from '../model/standard.ts';

/** Smaller tables are simply read. */
const smallBytes = 1 << 20;
/** So much of a table shows its headings. */
const headBytes = 1 << 18;

/**
 * Whether a delimited text has the headings of the standard's records, or holds data: metadata tables are read whole, data may be larger
 * than memory. Small ones, and those that can be read only once, are not looked at: they are taken for metadata until they are read.
 */
export async function mayHoldRecords(
  source: Source,
  reader: Reader,
  { standard, limits }: { readonly standard: Standard; readonly limits: Limits },
): Promise<boolean> {
  if (source.size === undefined || source.size < smallBytes) return true;
  const kind = standard.kinds.find((each) => each.kind === standard.sheets?.kind);
  if (kind === undefined || standard.sheets === undefined) return false;
  const head = await headOf(source);
  const parts = reader.read({ path: source.path, chunks: () => once(head) }, { recordsAt: [], limits });
  const { sheetRecords } = await import('../records/sheet-records.ts');
  for await (const part of flat(parts)) {
    if (part.kind !== 'sheet') continue;
    for await (const first of flat(sheetRecords(part.sheet, kind, standard.sheets)))
      if (first.kind !== 'fault') return first.kind !== 'no-headings';
  }
  return false;
}

async function* flat<Item>(batches: AsyncIterable<readonly Item[]>): AsyncGenerator<Item> {
  for await (const batch of batches) yield* batch;
}

/** The first lines of a text, whole ones, so that no row looks broken. */
async function headOf(source: Source): Promise<Uint8Array> {
  const head = new Uint8Array(headBytes);
  let length = 0;
  for await (const chunk of source.chunks()) {
    const part = chunk.subarray(0, headBytes - length);
    head.set(part, length);
    length += part.length;
    if (length === headBytes) break;
  }
  const lastLine = head.lastIndexOf(10, length - 1);
  return head.subarray(0, lastLine < 0 ? length : lastLine + 1);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
