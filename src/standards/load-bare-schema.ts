import { Failure } from '../model/failure.ts';
import type { PackageAccess, Standard } from '../model/standard.ts';
import { anyDraftKeywords } from '../schema/dialect.ts';
import type { Location } from '../schema/location.ts';
import { member } from '../schema/location.ts';
import { readBareCodeLists } from './bare-code-lists.ts';
import { fail } from './broken-standard.ts';
import { buildKind } from './build-kind.ts';
import { buildCodeLists } from './build-standard.ts';
import { deriveKind } from './derive-kind.ts';
import type { RecordData } from './package-data.ts';
import type { PlacedText } from './package-files.ts';
import { PackageFiles } from './package-files.ts';
import { packageUri } from './package-schemas.ts';
import { planRecords } from './record-plan.ts';
import { placingSchemaErrors } from './schema-failure.ts';
import { collectSchemas } from './schema-lookup.ts';

/**
 * A JSON Schema file (JSON or YAML) as a standard: no manifest, everything by default. `entry` is its path in `access`, which is the folder
 * around it: files that it refers to are found there, and the code lists that it names in `codelists/`.
 * @throws Failure `standard` for a schema that cannot be used, with file, line and column.
 */
export async function loadBareSchema(access: PackageAccess, entry: string): Promise<Standard> {
  const files = new PackageFiles(access);
  if (access.read(entry) === undefined) {
    throw new Failure('standard', `There is no schema ${entry}.`, { place: { path: entry } });
  }
  const text = await files.schema(entry);
  if (
    typeof text.value !== 'boolean' &&
    (typeof text.value !== 'object' || text.value === null || Array.isArray(text.value))
  ) {
    fail('A JSON Schema is an object.', text.at(''));
  }
  refuseData(text);
  const { sources, registry } = await collectSchemas(files, entry);
  const { lists, openness } = await readBareCodeLists(files, sources);
  const root = registry.find(packageUri(entry));
  if ('reason' in root) throw new TypeError(`no schema ${entry}: ${root.reason}`);
  const dynamic = sources.some(({ value }) =>
    /"\$(?:dynamic|recursive)Ref"/.test(JSON.stringify(value) ?? ''),
  );
  const planned = recordsOf(root, planRecords(registry, root, dynamic), idOf(entry));
  const manifest = {
    draft: '2020-12',
    records: planned.map(({ record }) => record),
    codelists: {},
    nullWords: [],
  };
  const codelists = buildCodeLists(lists, openness);
  const kinds = planned.map(({ record, entry: uri }) => {
    const { data } = deriveKind(record, uri, { manifest, registry, rows: [] });
    return buildKind(record, { entry: uri, data }, { manifest, sources, rules: [], codelists });
  });
  // Compiled here, so that a broken schema is told now and not at the first record.
  placingSchemaErrors(files, () => kinds.map(({ validator }) => validator.notChecked));
  const title = textOf(root, 'title') ?? idOf(entry);
  return {
    id: idOf(entry),
    version: '',
    title: { en: title, 'zh-CN': title },
    digest: digestOf(access, [...sources.map(({ path }) => path), ...lists.map(({ path }) => path)]),
    draft: root.resource.dialect.draft,
    bare: true,
    kinds,
    codelists,
    severity: new Map(),
    messages: {},
    notChecked: [],
  };
}

/** Says nothing of values, and belongs to a schema. */
const annotations =
  '$schema $id id $comment $vocabulary title description default examples deprecated readOnly writeOnly'.split(
    ' ',
  );

/** A file of data that was named by mistake would be a schema that every record meets. */
function refuseData(text: PlacedText): void {
  const keys = Object.keys(Object(text.value));
  const isKnown = (key: string) =>
    anyDraftKeywords.has(key) || annotations.includes(key) || key.startsWith('x-');
  if (keys.length === 0 || keys.some(isKnown)) return;
  fail(
    `${text.path} is no JSON Schema: \`${(keys[0] ?? '').slice(0, 60)}\` is no keyword of it, nor is any other name there.`,
    text.at(''),
  );
}

interface Planned {
  readonly record: RecordData;
  readonly entry: string;
}

function recordsOf(root: Location, plan: ReturnType<typeof planRecords>, id: string): Planned[] {
  const rootKind = textOf(root, 'title') ?? id;
  const uri = ({ source, pointer }: Location): string => `${source.uri}#${pointer.replaceAll('%', '%25')}`;
  if (plan.kind === 'whole') {
    return [{ record: recordData(rootKind, plan.orList ? ['', '/*'] : [''], false), entry: uri(root) }];
  }
  const itemKind = plan.name === rootKind ? `${plan.name} item` : plan.name;
  return [
    { record: recordData(itemKind, [plan.at], false), entry: uri(plan.items) },
    { record: recordData(rootKind, [''], true), entry: uri(root) },
  ];
}

function recordData(kind: string, at: readonly string[], envelope: boolean): RecordData {
  return { kind, schema: '', at, envelope, unknown: 'ignore', references: [] };
}

function textOf({ value }: Location, keyword: string): string | undefined {
  const text = member(value, keyword);
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** `dataset.schema.json` → `dataset`. */
function idOf(entry: string): string {
  return (
    entry
      .slice(entry.lastIndexOf('/') + 1)
      .replace(/\.(?:json|ya?ml)$/i, '')
      .replace(/\.schema$/i, '') || 'schema'
  );
}

/** Only the files that the standard is made of: other files in the folder do not matter. */
function digestOf(access: PackageAccess, paths: readonly string[]): string {
  const list = [...new Set(paths)];
  return new PackageFiles({
    name: access.name,
    list: () => list,
    read: (path) => access.read(path),
  }).digest();
}
