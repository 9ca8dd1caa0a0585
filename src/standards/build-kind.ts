import { createFormatPolicy } from '../formats/index.ts';
import type { CodeList } from '../model/code-list.ts';
import type { RecordKind } from '../model/standard.ts';
import type { SchemaSource } from '../schema/location.ts';
import type { CompiledValidator } from '../schema/validator.ts';
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

/** A kind's data and the URI of its schema. */
interface Derived {
  readonly entry: string;
  readonly data: KindData;
}

/** Makes a record kind. `entry` is the URI of its schema, which is compiled when the first record comes. */
export function buildKind(record: RecordData, derived: Derived, parts: BuildParts): RecordKind {
  const {
    kind,
    at,
    envelope,
    references,
    unknown,
    identity,
    title,
    department,
    date,
    consistent,
    uncounted,
  } = record;
  return {
    kind,
    at,
    envelope,
    references,
    reportUnknown: unknown === 'report',
    fields: new Map(derived.data.fields.map((field) => [field.pointer, field])),
    rules: buildRules(kind, parts.rules, parts.codelists),
    validator: new LazyValidator(() => compileKind(derived, parts), derived.data.inspected?.notChecked),
    ...(identity === undefined ? {} : { identity }),
    ...(title === undefined ? {} : { title }),
    ...(department === undefined ? {} : { department }),
    ...(date === undefined ? {} : { date }),
    ...(consistent === undefined ? {} : { consistent }),
    ...(uncounted === undefined ? {} : { uncounted }),
  };
}

/**
 * Compiles the schemas of a kind, which are inspected unless its data say what that would find.
 * Throws `SchemaError`.
 */
export function compileKind(
  { entry, data: { overlay, inspected } }: Derived,
  { manifest: { draft, dateTimeOffset }, sources, codelists }: Omit<BuildParts, 'rules'>,
): CompiledValidator {
  return compileValidator({
    entry,
    sources,
    defaultDialect: draft,
    codelists,
    formats: createFormatPolicy(dateTimeOffset === undefined ? {} : { dateTimeOffset }),
    ...(overlay === undefined ? {} : { overlay }),
    ...(inspected === undefined ? {} : { inspected }),
  });
}
