import type { Locale, Localized } from './locale.ts';
import type { Pointer } from './pointer.ts';
import type { Severity } from './severity.ts';

/** What a message is made of; also stands in the JSON report. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** The place in a standard that a divergence appeals to. */
export type Clause =
  | { readonly schema: string }
  | { readonly codelist: string }
  | { readonly rule: string; readonly clause?: string }
  | { readonly field: Pointer; readonly clause?: string };

/** What would mend it. */
export interface Suggestion {
  readonly rename?: string;
  readonly move?: Pointer;
  readonly replace?: string | number | boolean | null;
  readonly remove?: true;
}

/** What a check saw in a record: no line numbers, no colours. */
export interface Finding {
  readonly check: string;
  /** Into the record. To the diverging value; to the property itself for an unknown or renamed one; to the enclosing object for a missing one. */
  readonly pointer: Pointer;
  /** Whether the name or the value is to be shown. */
  readonly target: 'key' | 'value';
  readonly severity: Severity;
  readonly facts: Facts;
  /** The schema keyword, where one is behind it. */
  readonly keyword?: string;
  readonly clause?: Clause;
  readonly suggestion?: Suggestion;
  readonly fixable: boolean;
  /** What makes two findings of one check the same cause, beside check, field and clause: the wrong code, the shape of a date. */
  readonly causeKey: string;
  readonly assumed?: readonly string[];
}

/** One kind of divergence: its texts. A check's code lives with it in `checks/`. */
export interface CheckDescription {
  readonly id: string;
  readonly severity: Severity;
  readonly title: Localized;
  /** Why it matters. */
  readonly rationale: Localized;
  /** How to mend it. */
  readonly mend: Localized;
  readonly message: Readonly<Record<Locale, (facts: Facts) => string>>;
}
