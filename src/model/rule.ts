import type { Localized } from './locale.ts';
import type { Pointer } from './pointer.ts';
import type { Severity } from './severity.ts';

/** A cross-field statement of a standard, ready to run. */
export interface Rule {
  /** Unique in the standard; the check is `rule/<id>`. */
  readonly id: string;
  readonly kind: string;
  readonly severity: Severity;
  readonly message: Localized;
  readonly clause?: string;
  /** What to do about it, for people. */
  readonly fix?: Localized;
  /** The top-level fields that the rule reads: where one of them has a fault already, the rule stays silent. */
  readonly reads: readonly Pointer[];
  /** Where the divergence is placed: the first field of `at`, or the record. */
  readonly at: Pointer;
  /** Source text of the CEL expressions. */
  readonly when?: string;
  readonly assert: string;
  /**
   * Whether the record keeps the rule. `'not-applicable'` when `when` is false.
   * A rule that cannot be evaluated on this record (wrong type …) gives `{ error }`.
   */
  judge(record: unknown, context: RuleContext): 'kept' | 'broken' | 'not-applicable' | { error: string };
}

/** What a rule may look at besides the record. */
export interface RuleContext {
  /** Today as CCYY-MM-DD, given by the caller so that a run can be repeated. */
  readonly today: string;
}
