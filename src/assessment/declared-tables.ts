import type { RecordName } from '../model/divergence.ts';
import { valueAt } from '../model/pointer.ts';
import type { Standard } from '../model/standard.ts';
import type { RecordEntry } from '../records/record-entry.ts';
import { declarationsOf } from '../samples/declare/record-declaration.ts';
import { plainPath } from '../samples/match/sample-path.ts';
import type { DeclaredTable } from './partial.ts';
import type { SubmissionDocument } from './submission-document.ts';

/** The tables that a record declares. `value` is the record under the right names. */
export function declaredTables(
  entry: RecordEntry,
  value: unknown,
  {
    standard,
    document,
    department,
  }: { readonly standard: Standard; readonly document: SubmissionDocument; readonly department: string },
): DeclaredTable[] {
  const { path, readBeside } = document;
  const schemas = new Set<string>();
  const reading = (reference: string): unknown => {
    const schema = readBeside?.(reference);
    if (schema !== undefined) schemas.add(plainPath(`${folderOf(path)}/${reference}`));
    return schema;
  };
  const samples = declarationsOf(value, standard, readBeside === undefined ? {} : { readBeside: reading });
  if (samples.length === 0) return [];
  const { place } = entry.locate('');
  const record = recordName(entry, value);
  const { pointer: recordPointer } = entry;
  return samples.map((sample) => ({
    record,
    department,
    path,
    recordPointer,
    place,
    sample,
    schemas: [...schemas],
  }));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function recordName({ kind }: RecordEntry, value: unknown): RecordName {
  const text = (pointer: string | undefined): string | undefined => {
    const found = pointer === undefined ? undefined : valueAt(value, pointer);
    return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
  };
  const id = text(kind.identity);
  const title = text(kind.title);
  return {
    kind: kind.kind,
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
  };
}
