import { createFormatPolicy } from '../formats/index.ts';
import type { CodeList } from '../model/code-list.ts';
import type { RecordKind } from '../model/standard.ts';
import type { SchemaSource } from '../schema/location.ts';
import { compileValidator } from '../schema/validator.ts';
import { buildRules } from './build-rules.ts';
import { LazyValidator } from './lazy-validator.ts';
import type { KindData, Manifest, RecordData, RuleData } from './package-data.ts';

/** What the record kinds of one standard are built with. */
export interface BuildParts {
  readonly manifest: Pick<Manifest, 'draft' | 'dateTimeOffset'>;
  readonly sources: readonly SchemaSource[];
  readonly rules: readonly RuleData[];
  readonly codelists: ReadonlyMap<string, CodeList>;
}

/** Makes a record kind. `entry` is the URI of its schema, which is compiled when the first record comes. */
export function buildKind(
  record: RecordData,
  derived: { readonly entry: string; readonly data: KindData },
  { manifest, sources, rules, codelists }: BuildParts,
): RecordKind {
  const { fields, overlay, notChecked } = derived.data;
  const { draft, dateTimeOffset } = manifest;
  const compile = () =>
    compileValidator({
      entry: derived.entry,
      sources,
      defaultDialect: draft,
      codelists,
      formats: createFormatPolicy(dateTimeOffset === undefined ? {} : { dateTimeOffset }),
      ...(overlay === undefined ? {} : { overlay }),
    });
  const { kind, at, envelope, references, unknown, identity, title, department, consistent } = record;
  return {
    kind,
    at,
    envelope,
    references,
    reportUnknown: unknown === 'report',
    fields: new Map(fields.map((field) => [field.pointer, field])),
    rules: buildRules(kind, rules, codelists),
    validator: new LazyValidator(compile, notChecked),
    ...(identity === undefined ? {} : { identity }),
    ...(title === undefined ? {} : { title }),
    ...(department === undefined ? {} : { department }),
    ...(consistent === undefined ? {} : { consistent }),
  };
}
