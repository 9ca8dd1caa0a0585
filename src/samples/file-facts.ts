import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { detectEncoding } from '../documents/encoding.ts';
import type { SampleDeclaration } from '../model/data-item.ts';
import type { Source } from '../model/source.ts';
import { given } from './declare/plain-values.ts';
import { peek } from './inputs/peek.ts';
import { formatHeadBytes } from './inputs/sample-format.ts';
import type { SampleFacts } from './match/check-claims.ts';
import { claimsDays } from './match/claims-days.ts';
import type { SampleOutcome } from './sample-outcome.ts';

/** What a file was found to be while it was checked. */
interface FoundFile {
  /** The format in a word; `''` where none is known. */
  readonly found: string;
  readonly outcomes: readonly SampleOutcome[];
  /** Whether it could be read to its end. */
  readonly isRead: boolean;
}

/** What the claims of a declaration are held against. Reads the file once more where its digest, or the encoding of JSON, is claimed. */
export async function fileFacts(
  source: Source,
  declaration: SampleDeclaration,
  { found, outcomes, isRead }: FoundFile,
): Promise<SampleFacts> {
  const { path, size } = source;
  const [first] = outcomes;
  const format = first?.format === 'csv' || first?.format === 'tsv' ? first.format : found;
  const bytes = await readAgain(source, declaration, format);
  const isJson = format === 'json' || format === 'ndjson';
  return {
    extension: extensionOf(path),
    ...given('format', format === '' ? undefined : format),
    ...given('encoding', isJson ? bytes?.encoding : encodingOf(first)),
    ...given('bytes', size),
    ...given('rows', isRead && first !== undefined ? rowsOf(outcomes) : undefined),
    ...bytes?.digests,
    days: outcomes.flatMap((outcome) => daysOf(outcome, declaration)),
  };
}

/** Digests are those of the bytes as stored, which a packed file does not show. */
async function readAgain(
  source: Source,
  { claims: { hash, encoding } }: SampleDeclaration,
  format: string,
): Promise<FileBytes | undefined> {
  const algorithm = source.path.toLowerCase().endsWith('.gz') ? undefined : hash?.algorithm;
  const isText = encoding !== undefined && (format === 'json' || format === 'ndjson');
  return algorithm === undefined && !isText ? undefined : readBytes(source, algorithm);
}

function rowsOf(outcomes: readonly SampleOutcome[]): number {
  return outcomes.reduce((rows, { part }) => rows + part.rows, 0);
}

/** ASCII is the same in UTF-8 and in GB18030. */
function encodingOf(outcome: SampleOutcome | undefined): string | undefined {
  const { encoding, isAscii: isPlain } = outcome ?? {};
  return isPlain === true && (encoding === 'utf-8' || encoding === 'gb18030') ? 'ascii' : encoding;
}

/** What the name says: without the folder, and without `.gz`. */
function extensionOf(path: string): string {
  return /\.([^./]+)(?:\.gz)?$/.exec(path.toLowerCase())?.[1] ?? '';
}

function daysOf(
  { headings, columns, days }: SampleOutcome,
  { items, claims }: SampleDeclaration,
): NonNullable<SampleFacts['days']> {
  return days.flatMap(({ column, min, max }) => {
    const name = items[columns.items[column] ?? -1]?.name ?? '';
    const heading = headings[column] || name;
    return claimsDays(claims, heading) ? [{ heading, min, max }] : [];
  });
}

interface FileBytes {
  readonly digests: Pick<SampleFacts, 'md5' | 'sha256'>;
  /** `ascii` where every byte is below 0x80. */
  readonly encoding: string;
}

async function readBytes(source: Source, algorithm: 'md5' | 'sha256' | undefined): Promise<FileBytes> {
  const hash = algorithm === undefined ? undefined : createHash(algorithm);
  const { head, chunks } = await peek(source.chunks(), formatHeadBytes);
  const { encoding } = detectEncoding(head, false);
  let isPlain = encoding === 'utf-8';
  for await (const chunk of chunks) {
    hash?.update(chunk);
    isPlain &&= isAscii(chunk);
  }
  const digests = algorithm === undefined || hash === undefined ? {} : { [algorithm]: hash.digest('hex') };
  return { digests, encoding: isPlain ? 'ascii' : encoding };
}
