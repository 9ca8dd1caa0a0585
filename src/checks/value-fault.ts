import type { Facts } from '../model/check.ts';
import type { Fault } from '../model/fault.ts';
import { clauseOf } from './clause-of.ts';
import type { Observation } from './define-check.ts';
import { fieldLabel } from './field-text.ts';
import type { RecordView } from './record-view.ts';
import { shapeOf, shown, typeName } from './shown-value.ts';

/** The faults of a record that have one of these keywords, each with its value and the observation that all value checks share. */
export function* valueFaults(
  view: RecordView,
  keywords: readonly string[],
): Generator<{ fault: Fault; value: unknown; base: Observation }> {
  for (const fault of view.faults) {
    if (!keywords.includes(fault.keyword)) continue;
    const value = view.valueAt(fault.pointer);
    yield { fault, value, base: observe(view, fault, value) };
  }
}

/** Whether a text holds nothing at all: `value/blank` says so, whatever form it should have had. */
export function isBlankText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

/** What an observation gains where it is certain what to write instead. */
export function writeInstead(mended: string | undefined): {
  readonly facts: Facts;
  readonly repair: Pick<Observation, 'suggestion' | 'fixable'>;
  /** Values that can be mended are a cause of their own. */
  readonly key: string;
} {
  if (mended === undefined) return { facts: {}, repair: {}, key: '' };
  return { facts: { mended }, repair: { suggestion: { replace: mended }, fixable: true }, key: '|mended' };
}

function observe(view: RecordView, fault: Fault, value: unknown): Observation {
  const { field } = view.fieldAt(fault.pointer);
  return {
    pointer: fault.pointer,
    target: 'value',
    facts: {
      field: fieldLabel(view, fault.pointer, fault.assumed),
      found: shown(value),
    },
    keyword: fault.keyword,
    clause: clauseOf(fault, field),
    causeKey: typeof value === 'string' ? shapeOf(value) : typeName(value),
    ...(fault.assumed === undefined ? {} : { assumed: fault.assumed }),
  };
}
