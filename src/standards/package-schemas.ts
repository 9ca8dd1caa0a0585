import { isObject, isSchema } from '../schema/subschemas.ts';
import { didYouMean, fail } from './broken-standard.ts';
import { mergePatch } from './merge-patch.ts';
import type { SchemaFile } from './package-data.ts';
import type { PackageFiles } from './package-files.ts';
import { withRequirementLevels } from './requirement-level.ts';

/** What makes `schema/x.json` a merge patch on that of the base. */
export const patchEnding = '.patch.json';

/** `package:/schema/x.json`: how references inside a package find each other. */
export function packageUri(path: string): string {
  return `package:/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * The schema files of a package. In a profile `schema/x.patch.json` is a merge patch (RFC 7396) on the `schema/x.json` of
 * the base, and any other file is added or takes the place of one of the same path.
 */
export function readSchemas(files: PackageFiles, base: readonly SchemaFile[] = []): SchemaFile[] {
  const schemas = new Map(base.map((schema) => [schema.path, schema]));
  const paths = files.paths.filter((path) => /^schema\/.*\.json$/.test(path));
  for (const path of paths.filter((one) => !one.endsWith(patchEnding))) {
    const text = files.json(path);
    if (!isSchema(text.value)) fail('A JSON Schema is an object, true or false.', text.at(''));
    schemas.set(path, { path, uri: packageUri(path), value: text.value });
  }
  for (const path of paths.filter((one) => one.endsWith(patchEnding))) {
    const target = `${path.slice(0, -patchEnding.length)}.json`;
    const schema = schemas.get(target);
    if (schema === undefined) {
      fail(`There is no ${target} that ${path} could change.`, { path }, didYouMean(target, schemas.keys()));
    }
    const patch = files.json(path);
    if (!isObject(patch.value)) fail('A merge patch of a schema is an object.', patch.at(''));
    schemas.set(target, { ...schema, value: mergePatch(schema.value, patch.value) });
  }
  return [...schemas.values()].map((schema) => ({ ...schema, value: withRequirementLevels(schema.value) }));
}
