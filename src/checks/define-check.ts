import type { CheckDescription, Finding } from '../model/check.ts';
import type { RecordView } from './record-view.ts';

/** What `run` hands in; the runner fills in id and, where a check leaves it out, the check's own severity. */
export type Observation = Omit<Finding, 'check' | 'severity' | 'fixable' | 'causeKey'> &
  Partial<Pick<Finding, 'check' | 'severity' | 'fixable' | 'causeKey'>>;

/** Looks for one kind of divergence in a record. */
export interface Check extends CheckDescription {
  /** Absent for checks whose findings come from readers, sheets or the catalogue as a whole; their texts still live here. */
  run?(view: RecordView): Iterable<Observation>;
}

/** A check is its description and its code in one plain object. */
export function defineCheck(check: Check): Check {
  return check;
}
