import type { Pointer } from '../model/pointer.ts';
import { valueAt } from '../model/pointer.ts';
import { SchemaError } from '../schema/schema-error.ts';
import type { PackagePlace } from './broken-standard.ts';
import { fail } from './broken-standard.ts';
import type { PackageFiles } from './package-files.ts';
import { patchEnding } from './package-schemas.ts';

/** Says where something stands that was put into a schema by `patches.yaml`. */
export type FindPatch = (path: string, pointer: Pointer) => PackagePlace | undefined;

/** Runs something that compiles schemas; a `SchemaError` becomes a `Failure` at the line of the file it speaks of. */
export function placingSchemaErrors<T>(
  files: Pick<PackageFiles, 'parsed' | 'name'>,
  run: () => T,
  findPatch: FindPatch = () => undefined,
): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    const { path, schemaPointer, message } = error;
    const place = placeOf(files, { path, pointer: schemaPointer.slice(path.length + 1), findPatch });
    const isRemote = /^`\$\w+` `https?:.* leads nowhere/.test(message);
    return fail(
      message.replaceAll(/package:\/([^`\s#]*)/g, (_, name: string) => decoded(name)),
      place,
      isRemote ? 'Nothing is fetched: put the file into the package; it is found by its `$id`.' : undefined,
    );
  }
}

/** A patch before the file that it changes: what a patch has put there stands nowhere else. */
function placeOf(
  files: Pick<PackageFiles, 'parsed'>,
  { path, pointer, findPatch }: { path: string; pointer: Pointer; findPatch: FindPatch },
): PackagePlace {
  const patched = findPatch(path, pointer);
  if (patched !== undefined) return patched;
  const merge = files.parsed(path.replace(/\.json$/, patchEnding));
  if (merge !== undefined && valueAt(merge.value, pointer) !== undefined) return merge.at(pointer);
  return files.parsed(path)?.at(pointer) ?? { path };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
