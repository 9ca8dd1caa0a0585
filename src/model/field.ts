import type { Pointer } from './pointer.ts';

export const obligations = ['mandatory', 'conditional', 'recommended', 'optional'] as const;
export type Obligation = (typeof obligations)[number];

/** How much a field weighs where the standard does not say. */
export const usualWeights: Readonly<Record<Obligation, number>> = {
  mandatory: 3,
  conditional: 2,
  recommended: 2,
  optional: 1,
};

/** A property of the metadata standard, from its schema and its `fields.csv`. */
export interface Field {
  /** The record kind it belongs to. */
  readonly kind: string;
  /** Pointer into the record with `*` for any array index: `/distribution/*` + `/format`. */
  readonly pointer: Pointer;
  /** The last name in the pointer: what the property is called in a record. */
  readonly name: string;
  /** Language → title. */
  readonly titles: Readonly<Record<string, string>>;
  readonly obligation: Obligation;
  /** Other property names that mean this field. */
  readonly aliases: readonly string[];
  /** Column headings that mean this field in sheets, leaf heading first choice first. */
  readonly headings: readonly string[];
  /** Names that look alike but mean something else. */
  readonly distinctFrom: readonly string[];
  readonly codelist?: string;
  /** How much it counts beside other fields: shown, and for figures over whole catalogues. */
  readonly weight: number;
  /** The part of the standard that demands it, in the standard's own words. */
  readonly clause?: string;
}
