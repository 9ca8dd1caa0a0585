import type { Pointer } from '../model/pointer.ts';
import type { Registry } from '../schema/registry.ts';
import { buildFields } from './build-fields.ts';
import type { FieldTree } from './field-tree.ts';
import { fieldTree, hasField } from './field-tree.ts';
import { overlaySchema } from './overlay.ts';
import type { FieldRow, KindData, Manifest, RecordData } from './package-data.ts';

/** What the record kinds of one standard share. */
export interface KindSurroundings {
  readonly manifest: Pick<Manifest, 'records' | 'codelists' | 'nullWords' | 'dateTimeOffset'>;
  readonly registry: Registry;
  readonly rows: readonly FieldRow[];
}

/** A record kind's fields and overlay, with the field tree they were made from. `entry` is the URI of its schema. */
export function deriveKind(
  record: RecordData,
  entry: string,
  { manifest, registry, rows: all }: KindSurroundings,
): { readonly data: KindData; readonly tree: FieldTree } {
  const found = registry.find(entry);
  if ('reason' in found) throw new TypeError(`no schema ${entry}: ${found.reason}`);
  const tree = fieldTree(registry, found);
  // A profile may have taken a field out of the schema; rows of the base for it say nothing then.
  const rows = all.filter(({ kind, pointer }) => kind !== record.kind || hasField(tree, pointer) !== false);
  const fields = buildFields(record.kind, rows, tree);
  const stated = rows.filter(({ kind }) => kind === record.kind).map(({ pointer }) => pointer);
  const overlay = overlaySchema({
    record,
    tree,
    fields,
    stated: new Set(stated),
    nullWords: manifest.nullWords,
    emptied: record.envelope ? emptiedArrays(manifest.records) : new Set(),
    openness: manifest.codelists,
    offsetRecommended: manifest.dateTimeOffset === 'recommended',
  });
  return { tree, data: { fields: [...fields.values()], ...(overlay === undefined ? {} : { overlay }) } };
}

/** The arrays whose elements are records of their own: in the envelope they stand empty. */
function emptiedArrays(records: readonly RecordData[]): Set<Pointer> {
  const patterns = records.filter(({ envelope }) => !envelope).flatMap(({ at }) => at);
  return new Set(patterns.filter((at) => at.endsWith('/*')).map((at) => at.slice(0, -2)));
}
