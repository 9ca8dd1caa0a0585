import type { CodeList } from './code-list.ts';
import type { DeclaredSample } from './declared-sample.ts';
import type { Fault, NotChecked } from './fault.ts';
import type { Field } from './field.ts';
import type { Locale, Localized } from './locale.ts';
import type { Pointer } from './pointer.ts';
import type { Rule } from './rule.ts';
import type { SampleBinding } from './sample-binding.ts';
import type { Severity } from './severity.ts';

/** A kind of record and the schema it obeys. */
export interface RecordKind {
  readonly kind: string;
  /** Pointer patterns where records of this kind sit in a document: `''` the whole document, `/*` each element, `/dataset/*`. */
  readonly at: readonly Pointer[];
  /** True for the document around the records (a catalogue): judged beside them, with their array left out. */
  readonly envelope: boolean;
  readonly identity?: Pointer;
  readonly title?: Pointer;
  readonly department?: Pointer;
  /** The day a record speaks of; codes must be valid on it. */
  readonly date?: Pointer;
  /** Fields that name other records or files. */
  readonly references: readonly Reference[];
  /** Fields that must be the same in all records that agree in `within` (one provider, one code). */
  readonly consistent?: readonly { readonly field: Pointer; readonly within: Pointer }[];
  /** Fields whose values should not count up from record to record. */
  readonly uncounted?: readonly Pointer[];
  /** Whether properties that the standard does not name are reported (`field/unknown`) even where the schema allows them. */
  readonly reportUnknown: boolean;
  /** Field pointer → field, from schema and `fields.csv`. */
  readonly fields: ReadonlyMap<Pointer, Field>;
  readonly rules: readonly Rule[];
  readonly validator: Validator;
}

export interface Reference {
  /** Field pattern, `*` for array indices. */
  readonly from: Pointer;
  /** A record kind, or `file` for a path beside the document. */
  readonly to: string;
}

/** A compiled schema. */
export interface Validator {
  /** Every fault of the value, in the order of the value, the right branches chosen; empty when it conforms. */
  faults(value: unknown): Fault[];
  /**
   * The quick verdict for bulk work: true = certainly without fault, false = ask `faults`.
   * Same truth as `faults(value).length === 0`.
   */
  conforms(value: unknown): boolean;
  /** Schema at a field pattern (`/distribution/*` …), or undefined; used to test whether a value would fit elsewhere. */
  fits(field: Pointer, value: unknown): boolean | undefined;
  /** Loads what makes `conforms` fast for thousands of records. Optional: verdicts are the same without it. */
  prepareBulk(): Promise<void>;
  readonly notChecked: readonly NotChecked[];
}

/** How rows of a sheet become records. */
export interface SheetBinding {
  readonly kind: string;
  readonly headerRows: 'auto' | 1 | 2 | 3;
  /** Rows with the same value here are one record. */
  readonly groupBy?: Pointer;
  /** The list that repeated rows fill: fields below `items + '/*'` come one per row. */
  readonly items?: Pointer;
  readonly listSeparator: readonly string[];
}

/** A schema of tables that was named instead of a standard: a Table Schema, a JSON Schema of a row, a data package. */
export interface TableSchema {
  /** `true` for a data package, whose tables name their files; else the one table that all files are. */
  readonly namesFiles: boolean;
  /** The file of the schema, as the user named it, and the folder that it stands in, with `/`. */
  readonly path: string;
  readonly folder: string;
  readonly tables: readonly DeclaredSample[];
}

/** A loaded standard. Plain look-ups; nothing here reads a file. */
export interface Standard {
  readonly id: string;
  readonly version: string;
  readonly title: Localized;
  /** `sha256:` of every byte of the package. */
  readonly digest: string;
  readonly draft: string;
  /** True for a schema file without a package around it. */
  readonly bare: boolean;
  readonly kinds: readonly RecordKind[];
  readonly codelists: ReadonlyMap<string, CodeList>;
  /** Where the department comes from when no record names it: the file's name or its folder (when undefined). */
  readonly departments?: 'file' | 'folder';
  readonly sheets?: SheetBinding;
  readonly samples?: SampleBinding;
  /** There are no records then: every document is data. */
  readonly tableSchema?: TableSchema;
  /** Words that people write for nothing (`暂无`). */
  readonly nullWords?: readonly string[];
  /** Check id → severity, as the manifest sets it; `off` switches a check off. */
  readonly severity: ReadonlyMap<string, Severity | 'off'>;
  /** The standard's own wording for a check or a rule, by locale. */
  readonly messages: Readonly<Partial<Record<Locale, Readonly<Record<string, string>>>>>;
  readonly source?: { readonly title: string; readonly url?: string; readonly note?: string };
  readonly licence?: string;
  readonly notChecked: readonly NotChecked[];
}

/** The files of a standard package or of the folder around a bare schema, by path relative to it with `/`. Read on demand. */
export interface PackageAccess {
  /** What to call the package in messages: a folder or file as the user named it. */
  readonly name: string;
  list(): readonly string[];
  read(path: string): Uint8Array | undefined;
}
