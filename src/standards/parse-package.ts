import { Failure } from '../model/failure.ts';
import type { PackageAccess } from '../model/standard.ts';
import { ExpressionCompiler } from './cel-compile.ts';
import { checkBaseRules, checkSeverityNames } from './check-names.ts';
import type { CheckedKinds, PackageParts } from './check-package.ts';
import { checkKinds } from './check-package.ts';
import type { PlacedFieldRow } from './field-rows.ts';
import { readFieldRows } from './field-rows.ts';
import { hasField } from './field-tree.ts';
import { statedOpenness } from './list-uses.ts';
import { readBase, readManifest } from './manifest.ts';
import type { PackageData, RuleData } from './package-data.ts';
import { packageFormat } from './package-data.ts';
import { PackageFiles } from './package-files.ts';
import { readCodeLists } from './package-lists.ts';
import { readMessages } from './package-messages.ts';
import { readSchemas } from './package-schemas.ts';
import { applyPatches } from './patches.ts';
import { patternCosts } from './pattern-costs.ts';
import type { ResolveBase } from './profile.ts';
import { isPackageData, withBase, withBaseRows } from './profile.ts';
import { Reading } from './reading.ts';
import { readRules } from './rule-rows.ts';
import { manifestPath, refuseStrayFiles } from './stray-files.ts';

/** What parsing may need besides the package. */
export interface ParseOptions {
  /** Finds the base of a profile. Without it a package that extends another one is refused. */
  readonly resolveBase?: ResolveBase;
  /** Ids of the checks that `severity` and messages may name; without them any name of their form will do. */
  readonly checks?: readonly string[];
  /** Bases that are being parsed around this one. */
  readonly within?: readonly string[];
}

const maxBases = 8;

/**
 * Reads and checks a whole standard package: manifest, schemas, code lists, fields, rules, messages, declared patches.
 * The result is plain JSON, to be stored or handed to `buildStandard`.
 * @throws Failure `standard` for the first thing that is wrong, with file, line and column in the package.
 */
export async function parsePackage(access: PackageAccess, options: ParseOptions = {}): Promise<PackageData> {
  const files = new PackageFiles(access);
  if (!files.has(manifestPath)) {
    throw new Failure('standard', `The standard ${access.name} has no ${manifestPath}.`, {
      place: { path: manifestPath },
    });
  }
  refuseStrayFiles(files.paths);
  const text = await files.yaml(manifestPath);
  const reading = new Reading(text);
  const own = readManifest(text);
  const base = await readBasePackage(text, `${own.id}@${own.version}`, options);
  const codelists = await readCodeLists(files, base?.codelists);
  const read = readSchemas(files, base?.schemas);
  const { schemas, patches, findPatch } = files.has('patches.yaml')
    ? applyPatches(await files.yaml('patches.yaml'), read)
    : { schemas: read, patches: [], findPatch: undefined };
  const merged = withBase(own, base?.manifest, reading);
  const openness = { ...statedOpenness(schemas.map(({ value }) => value)), ...merged.codelists };
  const manifest = { ...merged, codelists: openness };
  const ownRows = await readOwnRows(files, {
    kinds: manifest.records.map(({ kind }) => kind),
    codelists: new Set(codelists.map(({ id }) => id)),
  });
  const parts: PackageParts = {
    manifest,
    schemas,
    codelists,
    ownRows,
    fields: withBaseRows(ownRows, base?.fields),
  };
  const checked = checkKinds(files, parts, { reading, findPatch });
  const rules = [...(base?.rules ?? []), ...(await readOwnRules(files, parts, { checked, base }))];
  const known = { checks: options.checks, rules, trees: checked.trees };
  checkSeverityNames(reading, known);
  checkBaseRules(base?.rules ?? [], reading, { ...known, severity: manifest.severity });
  const messages = await readMessages(files, known, base?.messages);
  return {
    format: packageFormat,
    name: access.name,
    digest: files.digest(base?.digest),
    manifest: merged,
    openness,
    schemas,
    codelists,
    fields: parts.fields,
    rules,
    patterns: patternCosts(schemas, rules),
    patches: [...(base?.patches ?? []), ...patches],
    messages,
    kinds: checked.kinds,
  };
}

async function readBasePackage(
  text: Parameters<typeof readBase>[0],
  self: string,
  { resolveBase, checks, within = [] }: ParseOptions,
): Promise<PackageData | undefined> {
  const named = readBase(text);
  if (named === undefined) return undefined;
  const { id, version, reading } = named;
  const name = version === undefined ? id : `${id}@${version}`;
  const around = [...within, self];
  if (around.includes(name) || within.includes(self) || around.length > maxBases) {
    reading.refuse(`The standard extends itself: ${[...around, name].join(' → ')}.`);
  }
  if (resolveBase === undefined) return reading.refuse(`The base ${name} cannot be looked up here.`);
  const base = await blaming(reading, name, async () => {
    const found = await resolveBase(id, version);
    if (isPackageData(found)) return found;
    return parsePackage(found, { resolveBase, ...(checks === undefined ? {} : { checks }), within: around });
  });
  const { id: baseId, version: baseVersion } = base.manifest;
  if (around.includes(`${baseId}@${baseVersion}`))
    reading.refuse(`The standard extends itself: ${[...around, name].join(' → ')}.`);
  return base;
}

/** What keeps a base from being read is told where the base is named, or with the place in the base's own files. */
async function blaming<T>(reading: Reading, name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'standard') throw error;
    const { message, place, hint } = error;
    if (place === undefined) return reading.refuse(message, hint);
    throw new Failure('standard', `${name}, which ${reading.text.path} extends: ${message}`, {
      place: { ...place, path: `${name}/${place.path}` },
      ...(hint === undefined ? {} : { hint }),
    });
  }
}

async function readOwnRows(
  files: PackageFiles,
  known: Parameters<typeof readFieldRows>[2],
): Promise<PlacedFieldRow[]> {
  const path = 'fields.csv';
  return files.has(path) ? readFieldRows(path, await files.csv(path), known) : [];
}

async function readOwnRules(
  files: PackageFiles,
  { manifest, codelists }: PackageParts,
  { checked, base }: { readonly checked: CheckedKinds; readonly base: PackageData | undefined },
): Promise<RuleData[]> {
  const path = 'rules.yaml';
  if (!files.has(path)) return [];
  const compiler = await ExpressionCompiler.load(
    new Map(codelists.map(({ id, codes }) => [id, new Set(codes.map(({ code }) => code))])),
  );
  const around = {
    kinds: manifest.records.map(({ kind }) => kind),
    compiler,
    hasField(kind: string, pointer: string): boolean | undefined {
      const tree = checked.trees.get(kind);
      return tree === undefined ? undefined : hasField(tree, pointer);
    },
    fieldsOf: (kind: string): string[] => [...(checked.trees.get(kind)?.fields.keys() ?? [])],
  };
  return readRules(
    await files.yaml(path),
    around,
    base?.rules.map(({ id }) => id),
  );
}
