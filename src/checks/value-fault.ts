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
