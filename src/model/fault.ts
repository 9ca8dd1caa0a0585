import type { Pointer } from './pointer.ts';

/**
 * One assertion of a JSON Schema that a value does not meet, after the right `oneOf`/`anyOf` branch was chosen.
 * Not yet a finding: several faults may have one cause.
 */
export interface Fault {
  /** The keyword that failed (`required`, `enum`, `additionalProperties`, `codelist`, …; `false` for a false schema). */
  readonly keyword: string;
  /**
   * Into the record: the diverging value; for `required`, `dependentRequired` and `recommended` the enclosing object;
   * for an extra property the property itself.
   */
  readonly pointer: Pointer;
  /** Where the keyword stands: `dataset.schema.json#/properties/title/minLength`. */
  readonly schemaPointer: string;
  /** The keyword's value in the schema. */
  readonly expected: unknown;
  /** The property that is missing (`required`, …) or the format or code list that is meant. */
  readonly name?: string;
  /** The `oneOf`/`anyOf` branches that were assumed on the way, outermost first: `kind = team`. */
  readonly assumed?: readonly string[];
  /** Further facts a message needs (`{ matches: 2 }` for oneOf, `{ reason: … }` for a format). */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** Something that could not be checked, and why. */
export interface NotChecked {
  readonly what: string;
  readonly where: string;
  readonly reason: string;
  /** The same in Chinese. */
  readonly zh: Readonly<{ what: string; reason: string }>;
}

/** A text in English and in Chinese. */
export type TextPair = readonly [en: string, zh: string];

/** What is not checked, as both languages have it. */
export function unchecked(what: TextPair, where: string, reason: TextPair): NotChecked {
  return { what: what[0], where, reason: reason[0], zh: { what: what[1], reason: reason[1] } };
}
