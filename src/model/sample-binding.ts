import type { Pointer } from './pointer.ts';

/**
 * How a record declares its data. Fields are patterns from the record; those of an item stand below `items`. A record declares one
 * table, or one for each element of a list (`each`).
 */
export interface SampleBinding {
  readonly kind: string;
  /** The elements that declare a table each: `/distribution/*`. Fields that start with it are those of the element. */
  readonly each?: Pointer;
  /** The list of data items, `/信息项/*`. There is `items`, or `schema`, or both. */
  readonly items?: Pointer;
  readonly name?: Pointer;
  /** Other names of an item: `/信息项英文名称`. */
  readonly aliases?: readonly Pointer[];
  readonly title?: Pointer;
  readonly type?: Pointer;
  readonly format?: Pointer;
  /** What items of these names hold where they declare no format. */
  readonly itemFormats?: readonly ItemFormat[];
  readonly length?: SampleLength;
  readonly required?: SampleFlag;
  /** A code list of the standard by its id, or a list of codes. */
  readonly codelist?: Pointer;
  readonly sensitive?: SampleFlag;
  readonly secret?: SampleFlag;
  readonly primaryKey?: SampleFlag;
  readonly description?: Pointer;
  /** A whole Table Schema or JSON Schema of a row, or the path of a file that holds one. */
  readonly schema?: Pointer;
  /** The field of the record that names the file with the data. */
  readonly path?: Pointer;
  readonly access?: SampleAccessWords;
  readonly claims?: SampleClaimFields;
  readonly unknownColumns?: 'report' | 'ignore';
  readonly ordered?: boolean;
  /** Which standard decides what is sensitive. */
  readonly privacy?: PrivacyProfile;
}

export const privacyProfiles = ['gbt-35273', 'gbt-45574'] as const;
export type PrivacyProfile = (typeof privacyProfiles)[number];

/** Texts of items with one of these names are written in this format: 统一社会信用代码 is a `uscc` whoever declares it. */
export interface ItemFormat {
  readonly names: readonly string[];
  /** A word of `formats`. */
  readonly format: string;
  /** Only items of this declared length: 行政区划代码 of 6 characters, and not of 12. */
  readonly length?: number;
}

/** The length of an item. It bounds the texts of a column; of numbers and dates it is what storage takes and says nothing of their digits. */
export interface SampleLength {
  readonly at: Pointer;
  readonly unit: 'bytes' | 'characters';
  /** The words of `type` whose length it is; where undefined, those of type string and of no type. */
  readonly of?: readonly string[];
}

/** A field that says yes or no, and the words that it says so with, in lower case. */
export interface SampleFlag {
  readonly at: Pointer;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Who may see the data: the words of one or several fields. Of several, the one that opens them furthest counts. */
export interface SampleAccessWords {
  readonly at: readonly Pointer[];
  readonly open: readonly string[];
  readonly limited: readonly string[];
  readonly refused: readonly string[];
}

/** Fields that say something of the file as a whole. */
export interface SampleClaimFields {
  readonly format?: Pointer;
  readonly mediaType?: Pointer;
  readonly encoding?: Pointer;
  readonly bytes?: Pointer;
  readonly rows?: Pointer;
  /** How many rows a 1 in `rows` stands for: 10 000 where the record counts in 万. */
  readonly rowsUnit?: number;
  readonly lastUpdate?: Pointer;
  /** A field with an interval of ISO 8601, or the fields of its first and last day. */
  readonly period?: Pointer | { readonly from: Pointer; readonly to: Pointer };
}
