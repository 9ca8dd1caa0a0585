import type { CodeList } from './code-list.ts';
import type { NotChecked } from './fault.ts';
import type { Pointer } from './pointer.ts';

/** What the cells of a column hold. `any` asks for nothing. */
export const dataTypes = [
  'any',
  'string',
  'integer',
  'number',
  'boolean',
  'date',
  'time',
  'date-time',
  'year',
  'year-month',
] as const;
export type DataType = (typeof dataTypes)[number];

/** A column or property that a record declares for its data (信息项). */
export interface DataItem {
  /** The heading that the data should have. */
  readonly name: string;
  /** Other headings that mean it: its English name, its title. */
  readonly aliases: readonly string[];
  /** Where it is declared, inside the record or the schema of the table. */
  readonly pointer: Pointer;
  readonly type: DataType;
  /** The type in the words of the declaration (`日期型D`), for messages. */
  readonly typeName?: string;
  /**
   * Whether the type is said of tables in general, and not of how a format stores values: a cell of another kind (a number in
   * quotation marks) is a warning.
   */
  readonly isKindPresumed?: boolean;
  /** A word of `formats`: `uscc`, `email`. */
  readonly format?: string;
  /** Whether only the name of the item tells its format: a cell that breaks it is a warning. */
  readonly isFormatPresumed?: boolean;
  /** How dates are written where not as ISO 8601 has it: a pattern of strftime, `%d/%m/%Y`. */
  readonly datePattern?: string;
  /** Whether its times must say their offset from UTC, as RFC 3339 has it. */
  readonly wantsOffset?: boolean;
  /** Whether the column may not be left out. */
  readonly isMandatory: boolean;
  /** Whether none of its cells may be empty. */
  readonly isRequired: boolean;
  readonly length?: Readonly<{ min?: number; max?: number; unit: 'characters' | 'bytes' }>;
  /** Digits in all, and behind the decimal point. */
  readonly precision?: Readonly<{ digits?: number; decimals?: number }>;
  readonly range?: Readonly<{
    minimum?: number | string;
    maximum?: number | string;
    exclusiveMinimum?: number | string;
    exclusiveMaximum?: number | string;
  }>;
  /** A regular expression of ECMA-262; `whole` where it must match the whole cell. */
  readonly pattern?: Readonly<{ source: string; whole: boolean }>;
  readonly codes?: CodeList;
  /** The words for true and false, where they are not the usual ones. */
  readonly words?: Readonly<{ true: readonly string[]; false: readonly string[] }>;
  readonly decimalCharacter?: string;
  readonly groupCharacter?: string;
  /** Texts that stand for an empty cell in this column, in the place of `emptyWords` of the declaration. */
  readonly emptyWords?: readonly string[];
  /** What the declaration says of its sensitivity, where it says anything. */
  readonly isSensitive?: boolean;
  /** In the words of the declaration, for people. */
  readonly description?: string;
}

/** Values of these columns identify a row. Numbers are indices of `items`. */
export interface SampleKey {
  readonly kind: 'primary' | 'unique';
  readonly items: readonly number[];
  readonly pointer: Pointer;
}

/** Values of these columns must occur in a key of another sample. */
export interface SampleReference {
  readonly items: readonly number[];
  /** What the other sample is called in its declaration; `''` is this one. */
  readonly to: string;
  readonly toNames: readonly string[];
  readonly pointer: Pointer;
}

/** What a record says of the file as a whole. A claim that is not made is not checked. */
export interface SampleClaims {
  /** As written in the record: `csv`, `电子表格`, `xlsx`. */
  readonly format?: string;
  readonly mediaType?: string;
  readonly encoding?: string;
  readonly bytes?: number;
  readonly rows?: number;
  /** By how many rows the count may differ, because the claim is rounded (3.2 万 is 32 000 ± 500); 0 where undefined. */
  readonly rowsTolerance?: number;
  /** In lower-case hexadecimal digits. */
  readonly hash?: Readonly<{ algorithm: 'md5' | 'sha256'; digest: string }>;
  /** CCYY-MM-DD. */
  readonly lastUpdate?: string;
  /** CCYY-MM-DD, inclusive; an open end is left out. */
  readonly period?: Readonly<{ from?: string; to?: string }>;
}

/** Who may see the data, as the record declares it. */
export type SampleAccess = 'open' | 'limited' | 'refused' | 'unknown';

/** How a delimited file is said to be written. What is not said is found out. */
export interface SampleDialect {
  readonly delimiter?: string;
  /** `''`: cells are never quoted. */
  readonly quote?: string;
  /** `false`: the first row holds data; columns stand in the order of `items`. */
  readonly hasHeader?: boolean;
  /** Rows above the heading row that are not read. */
  readonly skipRows?: number;
}

/** What a record, a Table Schema or a JSON Schema of a row declares of a data table. Plain data. */
export interface SampleDeclaration {
  /** What references of other samples call it; for a data package the name of the resource. */
  readonly name: string;
  readonly items: readonly DataItem[];
  /** Whether columns that are not declared are a divergence. */
  readonly reportsUnknown: boolean;
  /** Whether columns must stand in the order of `items`. */
  readonly isOrdered: boolean;
  /** Texts that stand for an empty cell by agreement; the empty text always does. */
  readonly emptyWords: readonly string[];
  /** Words that people write for nothing (`暂无`), which the standard does not want. */
  readonly nullWords: readonly string[];
  readonly keys: readonly SampleKey[];
  readonly references: readonly SampleReference[];
  readonly claims: SampleClaims;
  readonly dialect: SampleDialect;
  readonly access: SampleAccess;
  /** What could not be understood of the declaration, and so is not checked. */
  readonly notChecked: readonly (Omit<NotChecked, 'where'> & { readonly pointer: Pointer })[];
}
