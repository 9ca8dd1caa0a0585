import type { Pointer } from '../model/pointer.ts';

/** Something wrong with a text of a standard package, in words; 1-based. */
export interface PackageTextError {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** A JSON or YAML file of a standard package: its value, with places. */
export interface PackageText {
  /** Plain JSON data; `undefined` where an error leaves none. */
  readonly value: unknown;
  /** In the order of the text. A text with an error must not be used. */
  readonly errors: readonly PackageTextError[];
  /**
   * Where the value at a pointer stands; where it is absent, the nearest enclosing value.
   * `offset` counts UTF-16 units inside a text value.
   */
  placeOf(pointer: Pointer, offset?: number): { readonly line: number; readonly column: number };
  /** Where the name of the property at a pointer stands. */
  keyPlaceOf(pointer: Pointer): { readonly line: number; readonly column: number };
}

/** Reasons for which a package is refused, in words. `%` stands for the detail that comes with the reason. */
const sentences: ReadonlyMap<string, string> = new Map([
  ['empty', 'The file is empty.'],
  ['truncated', 'The file ends too early.'],
  ['trailing-comma', 'A comma stands before a closing bracket.'],
  ['trailing-content', 'Something stands behind the end of the value.'],
  ['comment', 'JSON has no comments.'],
  ['single-quotes', 'JSON texts stand in double quotes.'],
  ['unquoted-key', 'A property name without double quotes.'],
  ['byte-order-mark-inside', 'A byte order mark stands inside the text.'],
  ['nul-character', 'A NUL character stands in the text.'],
  ['lone-surrogate', 'Half a character (a lone surrogate) stands in the text.'],
  ['duplicate-key', 'The name `%` stands twice in one object.'],
  ['beyond-2^53', 'The number `%` cannot be kept exactly.'],
  ['too-deep', 'Nested too deep.'],
  ['not-json', 'This is not JSON.'],
  ['not-yaml', 'This is not YAML: %.'],
  ['tab-indentation', 'YAML is indented with spaces, not with tabs.'],
  ['too-many-nodes', 'The file holds too many values.'],
  ['unresolved-alias', 'The alias `%` has no anchor before it.'],
  ['recursive-alias', 'The alias `%` stands inside its own anchor.'],
  ['complex-key', 'A list or mapping stands where a name belongs.'],
  ['empty-key', 'A name is missing.'],
  ['merge-key', 'Merging with `<<` is not part of YAML 1.2.'],
  ['unknown-tag', 'The tag `%` is not known.'],
  ['unknown-directive', 'The directive `%` is not known.'],
  ['yaml-1.1', 'The file is read as YAML 1.2.'],
  ['not-finite', 'The number `%` is not finite.'],
  ['several-documents', 'The file holds several documents; a package file is one.'],
  ['more-faults', 'There are more mistakes of this kind.'],
  ['carriage-returns', 'Lines end with a lone carriage return; use line feeds.'],
]);

/** A sentence for the reason that a reader gave. */
export function packageSentence(
  reason: string,
  facts: Readonly<Record<string, string | number>> = {},
): string {
  const detail = String(facts['name'] ?? facts['detail'] ?? facts['text'] ?? '').replace(/[.:]+$/, '');
  const sentence = sentences.get(reason) ?? `The text cannot be read (${reason}).`;
  // What the YAML reader says of the commonest slip helps only those who know its grammar.
  const advice = detail.startsWith('Nested mappings')
    ? ' A text with a colon and a space in it stands in quotes.'
    : '';
  return sentence.replace('%', () => detail) + advice;
}
