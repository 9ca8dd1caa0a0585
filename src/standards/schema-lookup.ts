import type { SchemaSource } from '../schema/location.ts';
import { member } from '../schema/location.ts';
import type { Registry } from '../schema/registry.ts';
import { resolveUri, splitUri } from '../schema/uri.ts';
import { fail } from './broken-standard.ts';
import type { PackageFiles } from './package-files.ts';
import { isYaml } from './package-files.ts';
import { packageUri } from './package-schemas.ts';
import { placingSchemaErrors } from './schema-failure.ts';
import type { MissingTarget } from './schema-walk.ts';
import { missingTargets, schemaRegistry } from './schema-walk.ts';

const maxFiles = 2_000;
/** How deep folders are looked into for a schema that is known by its identifier only. */
const maxFolders = 4;

/**
 * The files that a bare schema needs: itself, and whatever its references lead to. A reference is looked up as a path beside
 * the file that holds it, also where the file has an `$id` elsewhere, and then among the identifiers of all schema files around.
 * Nothing is fetched.
 * @throws Failure `standard` for a reference that leads nowhere, with its place.
 */
export async function collectSchemas(
  files: PackageFiles,
  entry: string,
): Promise<{ sources: SchemaSource[]; registry: Registry }> {
  const sources = [await sourceOf(files, entry, packageUri(entry))];
  const byIdentifier = lazily(() => identifiersIn(files, isYaml(entry)));
  for (;;) {
    const registry = placingSchemaErrors(files, () => schemaRegistry(sources, '2020-12'));
    const missing = missingTargets(registry, packageUri(entry));
    if (missing.length === 0) return { sources, registry };
    for (const target of missing) {
      const path = besidePath(files, target) ?? (await byIdentifier()).get(target.uri);
      const isKnown = sources.some(({ uri }) => uri === target.uri);
      if (path === undefined || isKnown || sources.length >= maxFiles) refuse(files, target);
      sources.push(await sourceOf(files, path, target.uri));
    }
  }
}

async function sourceOf(files: PackageFiles, path: string, uri: string): Promise<SchemaSource> {
  return { path, uri, value: (await files.schema(path)).value };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The file that a relative reference means when its base is the place of the file, or stands for it. */
function besidePath(files: PackageFiles, { uri, from, reference }: MissingTarget): string | undefined {
  const { path } = from.source;
  const written = splitUri(reference)[0];
  const base = from.resource.uri;
  const folder = base.slice(0, base.lastIndexOf('/') + 1);
  const tail = uri.startsWith(folder) ? uri.slice(folder.length) : undefined;
  for (const relative of [/^[a-z][a-z0-9+.-]*:/i.test(written) ? undefined : written, tail]) {
    if (relative === undefined || relative === '') continue;
    const found = splitUri(resolveUri(packageUri(path), relative))[0];
    const name = decoded(found.replace(/^package:\//, ''));
    if (name !== undefined && found.startsWith('package:/') && files.has(name)) return name;
  }
  return undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** `$id` (or `id`) of every JSON file around, of YAML too beside YAML → its path. A file that cannot be read is no schema. */
async function identifiersIn(files: PackageFiles, withYaml: boolean): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const path of files.paths) {
    const isSchema = path.endsWith('.json') || (withYaml && isYaml(path));
    if (!isSchema || path.split('/').length > maxFolders) continue;
    const value = await files.valueOrNothing(path);
    const id = member(value, '$id') ?? member(value, 'id');
    const uri = typeof id === 'string' ? splitUri(id)[0] : '';
    if (uri !== '' && !found.has(uri)) found.set(uri, path);
  }
  return found;
}

function refuse(files: PackageFiles, { from, reference }: MissingTarget): never {
  const keyword =
    ['$ref', '$dynamicRef', '$recursiveRef'].find((name) => member(from.value, name) === reference) ?? '$ref';
  const place = files.parsed(from.source.path)?.at(`${from.pointer}/${keyword}`) ?? {
    path: from.source.path,
  };
  const isWeb = /^https?:/i.test(reference);
  return fail(
    `\`${keyword}\` \`${reference}\` leads to no file beside the schema.`,
    place,
    isWeb
      ? 'Nothing is fetched: put the file beside the schema; it is found by its `$id`.'
      : 'Put the file beside the schema.',
  );
}
