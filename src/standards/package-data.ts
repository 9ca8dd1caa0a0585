import type { CodeStatus } from '../model/code-list.ts';
import type { Field, Obligation } from '../model/field.ts';
import type { Locale, Localized } from '../model/locale.ts';
import type { Pointer } from '../model/pointer.ts';
import type { SampleBinding } from '../model/sample-binding.ts';
import type { Severity } from '../model/severity.ts';
import type { Reference, SheetBinding } from '../model/standard.ts';
import type { Inspected } from '../schema/inspection.ts';
import type { Cost } from '../schema/pattern/cost.ts';
import type { Program } from './cel-program.ts';

/** The version of this shape. Data of another version is parsed anew. */
export const packageFormat = 'concordat-package/5';

/**
 * A standard package, read and found sound. Plain JSON: it can be stored and loaded again without the package.
 * `buildStandard` makes a `Standard` of it.
 */
export interface PackageData {
  readonly format: typeof packageFormat;
  /** As the user named it. */
  readonly name: string;
  /** `sha256:` over every path and byte of the package, and of its base. */
  readonly digest: string;
  readonly manifest: Manifest;
  readonly schemas: readonly SchemaFile[];
  readonly codelists: readonly CodeListData[];
  /** Code list → whether it is open or closed: the manifest's word, else that of the schemas that use it. */
  readonly openness: Readonly<Record<string, 'open' | 'closed'>>;
  readonly fields: readonly FieldRow[];
  readonly rules: readonly RuleData[];
  readonly patches: readonly PatchData[];
  readonly messages: Readonly<Partial<Record<Locale, Readonly<Record<string, string>>>>>;
  /** What the patterns in schemas and rules cost, by pattern. */
  readonly patterns: Readonly<Record<string, Cost>>;
  /** By record kind. */
  readonly kinds: Readonly<Record<string, KindData>>;
}

/** What follows from schema and `fields.csv` for one record kind, worked out beforehand. */
export interface KindData {
  readonly fields: readonly Field[];
  /** The schema that records must meet besides their own; see `overlaySchema`. */
  readonly overlay?: Readonly<Record<string, unknown>>;
  /** What the inspection of the schemas found. */
  readonly inspected?: Inspected;
}

/** `standard.yaml`. */
export interface Manifest {
  readonly id: string;
  readonly version: string;
  readonly title: Localized;
  readonly source?: { readonly title: string; readonly url?: string; readonly note?: string };
  readonly licence?: string;
  /** `04`, `06`, `07`, `2019-09` or `2020-12`. */
  readonly draft: string;
  readonly records: readonly RecordData[];
  readonly departments?: 'file' | 'folder';
  readonly sheets?: SheetBinding;
  readonly samples?: SampleBinding;
  readonly dateTimeOffset?: 'required' | 'recommended' | 'optional';
  /** Code list → whether it is open or closed. */
  readonly codelists: Readonly<Record<string, 'open' | 'closed'>>;
  /** Words that stand for nothing. */
  readonly nullWords: readonly string[];
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
}

export interface RecordData {
  readonly kind: string;
  readonly schema: string;
  /** Patterns as in `RecordKind.at`: `''` is the whole document. */
  readonly at: readonly Pointer[];
  readonly envelope: boolean;
  readonly unknown: 'report' | 'ignore';
  readonly identity?: Pointer;
  readonly title?: Pointer;
  readonly department?: Pointer;
  readonly date?: Pointer;
  readonly references: readonly Reference[];
  readonly consistent?: readonly { readonly field: Pointer; readonly within: Pointer }[];
  readonly uncounted?: readonly Pointer[];
}

export interface SchemaFile {
  /** Inside the package. */
  readonly path: string;
  /** How references find it: `package:/schema/x.json`. */
  readonly uri: string;
  readonly value: unknown;
}

export interface CodeData {
  readonly code: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly definition?: string;
  readonly aliases?: readonly string[];
  readonly status?: CodeStatus;
  readonly replacedBy?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly parent?: string;
  readonly type?: string;
}

export interface CodeListData {
  readonly id: string;
  readonly path: string;
  readonly codes: readonly CodeData[];
}

/** A row of `fields.csv`. What a cell leaves empty comes from the schema. */
export interface FieldRow {
  readonly kind: string;
  readonly pointer: Pointer;
  readonly titles: Readonly<Record<string, string>>;
  readonly obligation?: Obligation;
  readonly aliases: readonly string[];
  readonly headings: readonly string[];
  readonly distinctFrom: readonly string[];
  readonly codelist?: string;
  readonly weight?: number;
  readonly clause?: string;
}

export interface RuleData {
  readonly id: string;
  readonly kind: string;
  readonly severity: Severity;
  readonly at: Pointer;
  readonly message: Localized;
  readonly clause?: string;
  readonly fix?: Localized;
  readonly when?: RuleExpression;
  readonly assert: RuleExpression;
  /** Top-level fields that the expressions read. */
  readonly reads: readonly Pointer[];
}

/** A CEL expression with what it was parsed to. */
export interface RuleExpression {
  readonly text: string;
  readonly program: Program;
}

/** A declared repair of a schema file that cannot be edited. */
export interface PatchData {
  readonly file: string;
  readonly pointer: Pointer;
  readonly op: 'replace' | 'remove' | 'add';
  readonly reason: string;
}
