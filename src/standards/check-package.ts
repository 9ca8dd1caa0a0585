import type { Pointer } from '../model/pointer.ts';
import { didYouMean, fail } from './broken-standard.ts';
import { compileKind } from './build-kind.ts';
import { buildCodeLists } from './build-standard.ts';
import { checkSampleWords } from './check-sample-words.ts';
import { deriveKind } from './derive-kind.ts';
import type { PlacedFieldRow } from './field-rows.ts';
import type { FieldTree } from './field-tree.ts';
import { hasField } from './field-tree.ts';
import { referenceStart } from './manifest.ts';
import type { CodeListData, FieldRow, KindData, Manifest, PackageData, SchemaFile } from './package-data.ts';
import type { PackageFiles } from './package-files.ts';
import { packageUri } from './package-schemas.ts';
import type { Reading } from './reading.ts';
import { sampleFields } from './sample-binding.ts';
import type { FindPatch } from './schema-failure.ts';
import { placingSchemaErrors } from './schema-failure.ts';
import { schemaRegistry } from './schema-walk.ts';

/** The parts of a package before they are found to fit together. */
export interface PackageParts {
  readonly manifest: Manifest;
  readonly schemas: readonly SchemaFile[];
  readonly codelists: readonly CodeListData[];
  readonly fields: readonly FieldRow[];
  /** Rows of this package's own `fields.csv`, with their lines. */
  readonly ownRows: readonly PlacedFieldRow[];
}

/** What compiling the schemas of a package shows. */
export interface CheckedKinds {
  readonly trees: ReadonlyMap<string, FieldTree>;
  readonly kinds: PackageData['kinds'];
}

/** Compiles every schema of a package once and holds manifest and fields against them. */
export function checkKinds(
  files: PackageFiles,
  parts: PackageParts,
  { reading: manifest, findPatch }: { readonly reading: Reading; readonly findPatch: FindPatch | undefined },
): CheckedKinds {
  checkManifestNames(parts, manifest);
  const built = placingSchemaErrors(files, () => compileAll(parts), findPatch);
  const trees = new Map(built.map(({ kind, tree }) => [kind, tree]));
  for (const { kind, pointer, line } of parts.ownRows) {
    const tree = trees.get(kind);
    if (tree === undefined || hasField(tree, pointer) !== false) continue;
    const place = { path: 'fields.csv', line };
    fail(
      `The schema of ${kind} has no field \`${pointer}\`.`,
      place,
      didYouMean(pointer, tree.fields.keys()),
    );
  }
  checkManifestFields(trees, manifest, parts.manifest.samples?.kind);
  const kinds = Object.fromEntries(built.map(({ kind, data }) => [kind, data]));
  checkSampleWords(manifest.members().get('samples'), parts, kinds);
  return { trees, kinds };
}

interface Compiled {
  readonly kind: string;
  readonly tree: FieldTree;
  readonly data: KindData;
}

/** Compiles every schema now, so that a broken one is told when the package is parsed and not at the first record. */
function compileAll({ manifest, schemas, codelists: lists, fields }: PackageParts): Compiled[] {
  const codelists = buildCodeLists(lists, manifest.codelists);
  const registry = schemaRegistry(schemas, manifest.draft);
  const parts = { manifest, sources: schemas, codelists };
  return manifest.records.map((record) => {
    const entry = packageUri(record.schema);
    const { data, tree } = deriveKind(record, entry, { manifest, registry, rows: fields });
    const { notChecked, recursive, dynamic } = compileKind({ entry, data }, parts).inspected;
    return { kind: record.kind, tree, data: { ...data, inspected: { notChecked, recursive, dynamic } } };
  });
}

/** Schemas, code lists and kinds that the manifest names must be there. */
function checkManifestNames({ manifest, schemas, codelists }: PackageParts, reading: Reading): void {
  const keys = reading.members();
  const paths = schemas.map(({ path }) => path);
  for (const record of keys.get('records')?.items() ?? []) {
    refuseUnknown(record.members().get('schema'), paths, (name) => `The package has no schema ${name}.`);
  }
  const ids = codelists.map(({ id }) => id);
  for (const [id, list] of keys.get('codelists')?.members() ?? []) {
    if (!ids.includes(id)) list.refuseName(`The package has no code list \`${id}\`.`, didYouMean(id, ids));
  }
  const kinds = manifest.records.map(({ kind }) => kind);
  for (const binding of ['sheets', 'samples']) {
    refuseUnknown(
      keys.get(binding)?.members().get('kind'),
      kinds,
      (name) => `\`${name}\` is not a kind of record.`,
    );
  }
}

function refuseUnknown(
  reading: Reading | undefined,
  known: readonly string[],
  sentence: (name: string) => string,
): void {
  if (reading === undefined || known.includes(reading.string())) return;
  reading.refuse(sentence(reading.string()), didYouMean(reading.string(), known));
}

/** Fields that the manifest names must be in the schemas. */
function checkManifestFields(
  trees: ReadonlyMap<string, FieldTree>,
  manifest: Reading,
  sampleKind = '',
): void {
  const keys = manifest.members();
  for (const record of keys.get('records')?.items() ?? []) {
    const names = record.members();
    const tree = trees.get(names.get('kind')?.string() ?? '');
    for (const field of fieldsOfRecord(names)) demandField(field, tree);
  }
  const sheets = keys.get('sheets')?.members();
  const tree = trees.get(sheets?.get('kind')?.string() ?? '');
  for (const name of ['groupBy', 'items']) demandField(sheets?.get(name), tree);
  demandList(sheets?.get('items'), tree);
  checkSamples(trees.get(sampleKind), keys.get('samples')?.members());
}

/** What belongs to a data item stands below `items`. */
function checkSamples(tree: FieldTree | undefined, samples: ReadonlyMap<string, Reading> | undefined): void {
  if (samples === undefined) return;
  const items = samples.get('items')?.field();
  for (const { reading, belowItems } of sampleFields(samples))
    demandField(reading, tree, belowItems ? items : undefined);
}

function fieldsOfRecord(names: ReadonlyMap<string, Reading>): (Reading | undefined)[] {
  const references = names.get('references')?.items() ?? [];
  const consistent = names.get('consistent')?.items() ?? [];
  return [
    ...['identity', 'title', 'department', 'date'].map((name) => names.get(name)),
    ...(names.get('uncounted')?.items() ?? []),
    ...references.map(referenceStart),
    ...consistent.flatMap((one) => [...one.members().values()]),
  ];
}

function demandList(items: Reading | undefined, tree: FieldTree | undefined): void {
  if (items === undefined || tree === undefined || hasField(tree, `${items.field()}/*`) !== false) return;
  items.refuse(`The field \`${items.field()}\` is not a list.`);
}

function demandField(reading: Reading | undefined, tree: FieldTree | undefined, below: Pointer = ''): void {
  if (reading === undefined || tree === undefined) return;
  const field = below + reading.field();
  if (hasField(tree, field) !== false) return;
  const near = [...tree.fields.keys()].filter((one) => one.startsWith(`${below}/`));
  const hint = didYouMean(
    reading.field(),
    near.map((one) => one.slice(below.length)),
  );
  reading.refuse(`The schema has no field \`${field}\`.`, hint);
}
