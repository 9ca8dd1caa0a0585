import { Failure } from '../model/failure.ts';
import { SchemaError } from '../schema/schema-error.ts';
import type { PackageFiles } from './package-files.ts';

/** Runs something that compiles schemas; a `SchemaError` becomes a `Failure` at the line of the file it speaks of. */
export function placingSchemaErrors<T>(files: Pick<PackageFiles, 'parsed' | 'name'>, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    const { path, schemaPointer, message } = error;
    const pointer = schemaPointer.slice(path.length + 1);
    const text = files.parsed(path);
    const place = text === undefined ? { path } : text.at(pointer);
    throw new Failure('standard', message, { place });
  }
}
