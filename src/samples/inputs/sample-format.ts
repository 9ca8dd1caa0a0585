import type { DocumentFault } from '../../model/document.ts';

/** The formats in which data are read. `delimited`: CSV and its like, whatever the delimiter. */
export const sampleFormats = ['delimited', 'ndjson', 'json', 'xlsx', 'parquet'] as const;
export type SampleFormat = (typeof sampleFormats)[number];

/** The first bytes of a file, unpacked and as stored, tell what it is; so many are enough. */
export const formatHeadBytes = 4096;

export interface FoundFormat {
  /** Which reader reads it; undefined where none does. */
  readonly format: SampleFormat | undefined;
  /** What the file is, as a word for claims: `csv`, `tsv`, `txt`, `json`, `ndjson`, `xlsx`, `parquet`, `xls`, `zip`, … */
  readonly found: string;
  /** Why it is not read; or, beside a format, that the name says something else than the bytes. */
  readonly fault?: DocumentFault;
}

/** By ending, without `.gz`: the reader and the word. */
const byEnding: Readonly<Record<string, { readonly format: SampleFormat; readonly found: string }>> = {
  csv: { format: 'delimited', found: 'csv' },
  tsv: { format: 'delimited', found: 'tsv' },
  tab: { format: 'delimited', found: 'tsv' },
  txt: { format: 'delimited', found: 'txt' },
  ndjson: { format: 'ndjson', found: 'ndjson' },
  jsonl: { format: 'ndjson', found: 'ndjson' },
  json: { format: 'json', found: 'json' },
  xlsx: { format: 'xlsx', found: 'xlsx' },
  xlsm: { format: 'xlsx', found: 'xlsx' },
  parquet: { format: 'parquet', found: 'parquet' },
  pq: { format: 'parquet', found: 'parquet' },
};

/** Endings of formats that are known but not read, each with the reason that is told. */
const unread: Readonly<Record<string, string>> = {
  xls: 'old-excel-or-encrypted',
  xlsb: 'binary-workbook',
};

/** Formats that are recognised by how they start. */
type Magic = 'zip' | 'compound' | 'parquet' | 'gzip' | 'pdf' | 'sqlite' | 'zstd';

const magics: readonly (readonly [Magic, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['compound', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['parquet', [0x50, 0x41, 0x52, 0x45]],
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['sqlite', [...'SQLite format 3'].map((letter) => letter.charCodeAt(0))],
];

/** Whether a name is one of a data file: then it is worth looking into. */
export function isSampleName(path: string): boolean {
  const { ending } = endingOf(path);
  return Object.hasOwn(byEnding, ending) || Object.hasOwn(unread, ending);
}

/**
 * How a file is read: by its ending, unless its first bytes say that it is something else. `head` holds the first bytes as they stand behind
 * gzip where the name ends in `.gz`. Where both disagree the bytes win, with `document/unreadable` `other-format` (`facts`: `named`, `found`)
 * as the fault; what has no reader is told as `unsupported`, `old-excel-or-encrypted`, `binary-workbook`, `other-format` or
 * `only-nul`.
 */
export function sampleFormat(path: string, head: Uint8Array): FoundFormat {
  const { ending, isPacked } = endingOf(path);
  const named = Object.hasOwn(byEnding, ending) ? byEnding[ending] : undefined;
  const magic = magicOf(head);
  if (magic !== undefined) return byMagic(magic, { ending, named, isPacked, head });
  if (Object.hasOwn(unread, ending))
    return { format: undefined, found: ending, fault: unreadable(unread[ending] ?? '') };
  if (named === undefined)
    return {
      format: undefined,
      found: ending,
      fault: unreadable('unsupported', { extension: ending === '' ? '' : `.${ending}` }),
    };
  if (isLost(head)) return { format: undefined, found: named.found, fault: unreadable('only-nul') };
  // Their own readers say what is wrong with a workbook or a Parquet file that does not even start like one.
  if (named.format === 'xlsx' || named.format === 'parquet') return textUnderName(named, head);
  if (named.format === 'json' && looksLikeLines(head))
    return { format: 'ndjson', found: 'ndjson', fault: mismatch('json', 'ndjson') };
  return named;
}

interface Naming {
  readonly ending: string;
  readonly named: { readonly format: SampleFormat; readonly found: string } | undefined;
  readonly isPacked: boolean;
  readonly head: Uint8Array;
}

function byMagic(magic: Magic, { ending, named, isPacked, head }: Naming): FoundFormat {
  if (magic === 'parquet') return isPacked ? packed('parquet') : read('parquet', named, ending);
  if (magic === 'zip' && isWorkbook(head)) return read('xlsx', named, ending);
  if (magic === 'zip' && named?.format === 'xlsx') return named;
  if (magic === 'compound')
    return {
      format: undefined,
      found: 'xls',
      fault: unreadable('old-excel-or-encrypted', { named: ending }),
    };
  return { format: undefined, found: magic, fault: mismatch(ending, magic) };
}

/** What the bytes are, with a fault where the name says something else. */
function read(format: 'xlsx' | 'parquet', named: Naming['named'], ending: string): FoundFormat {
  return named?.format === format ? named : { format, found: format, fault: mismatch(ending, format) };
}

function packed(found: string): FoundFormat {
  return { format: undefined, found, fault: unreadable('unsupported', { extension: `.${found}.gz` }) };
}

/** Text that is named like a format of binary files. */
function textUnderName(named: NonNullable<Naming['named']>, head: Uint8Array): FoundFormat {
  const start = head.find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
  if (start === undefined || head.includes(0)) return named;
  const found = start === 0x3c ? 'html' : 'text';
  return { format: undefined, found, fault: mismatch(named.found, found) };
}

/** A disk gives back only zeros where a file was made and its content never arrived. */
function isLost(head: Uint8Array): boolean {
  return head.length > 0 && head.every((byte) => byte === 0);
}

/** The first entry of a workbook is one of its parts; other archives are not read. */
function isWorkbook(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(0, formatHeadBytes));
  return ['[Content_Types].xml', 'xl/', '_rels/.rels', 'docProps/'].some((name) => text.includes(name));
}

/** Whether a text starts with several objects, each on a line of its own. */
function looksLikeLines(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head);
  const end = text.search(/\r?\n/);
  if (end < 0 || !/^\s*\{/.test(text)) return false;
  const next = text.slice(end).trimStart();
  try {
    JSON.parse(text.slice(0, end));
    return next.startsWith('{');
  } catch {
    return false;
  }
}

function magicOf(head: Uint8Array): Magic | undefined {
  return magics.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))?.[0];
}

function endingOf(path: string): { readonly ending: string; readonly isPacked: boolean } {
  const lower = path.toLowerCase();
  const isPacked = lower.endsWith('.gz');
  const name = (isPacked ? lower.slice(0, -3) : lower).replace(/^.*\//, '');
  const dot = name.lastIndexOf('.');
  return { ending: dot < 0 ? '' : name.slice(dot + 1), isPacked };
}

function mismatch(named: string, found: string): DocumentFault {
  return unreadable('other-format', { named, found });
}

function unreadable(reason: string, facts: NonNullable<DocumentFault['facts']> = {}): DocumentFault {
  return { check: 'document/unreadable', reason, ...(Object.keys(facts).length > 0 ? { facts } : {}) };
}
