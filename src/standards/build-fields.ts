import type { Field } from '../model/field.ts';
import { usualWeights } from '../model/field.ts';
import type { Pointer } from '../model/pointer.ts';
import { lastToken } from '../model/pointer.ts';
import type { FieldTree, SchemaField } from './field-tree.ts';
import type { FieldRow } from './package-data.ts';

/** The fields of a kind: those of `fields.csv` first and in its order, then what only the schema lists. */
export function buildFields(kind: string, rows: readonly FieldRow[], tree: FieldTree): Map<Pointer, Field> {
  const fields = new Map<Pointer, Field>();
  for (const row of rows) {
    if (row.kind === kind) fields.set(row.pointer, joined(kind, tree.fields.get(row.pointer), row));
  }
  for (const [pointer, field] of tree.fields) {
    if (!fields.has(pointer)) fields.set(pointer, joined(kind, field, { pointer }));
  }
  return fields;
}

function joined(
  kind: string,
  schema: SchemaField | undefined,
  row: Partial<FieldRow> & Pick<FieldRow, 'pointer'>,
): Field {
  const obligation = row.obligation ?? schema?.obligation ?? 'optional';
  const codelist = row.codelist ?? schema?.codelist;
  const titles = { ...(schema?.title === undefined ? {} : { en: schema.title }), ...row.titles };
  return {
    kind,
    pointer: row.pointer,
    name: lastToken(row.pointer),
    titles,
    obligation,
    aliases: row.aliases ?? [],
    headings: row.headings ?? [],
    distinctFrom: row.distinctFrom ?? [],
    weight: row.weight ?? usualWeights[obligation],
    ...(codelist === undefined ? {} : { codelist }),
    ...(row.clause === undefined ? {} : { clause: row.clause }),
  };
}
