import type { Fault } from '../model/fault.ts';
import { child } from '../model/pointer.ts';
import { clauseOf } from './clause-of.ts';
import type { Observation } from './define-check.ts';
import { ownerName } from './owner-name.ts';
import type { RecordView } from './record-view.ts';

/** What `field/missing` and `field/recommended` say of an absent property. */
export function fieldObservation(view: RecordView, fault: Fault): Observation {
  const name = fault.name ?? '';
  const { field } = view.fieldAt(child(fault.pointer, name));
  const owner = view.fieldAt(fault.pointer).pattern;
  return {
    pointer: fault.pointer,
    target: 'value',
    facts: {
      expected: name,
      owner: ownerName(owner),
      ...(view.tabular ? { tabular: true } : {}),
      ...(field?.clause === undefined ? {} : { clause: field.clause }),
    },
    keyword: fault.keyword,
    clause: clauseOf(fault, field),
    causeKey: name,
    ...(fault.assumed === undefined ? {} : { assumed: fault.assumed }),
  };
}
