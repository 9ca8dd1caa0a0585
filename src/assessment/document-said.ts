import type { Facts } from '../model/check.ts';
import type { DocumentFault, Located } from '../model/document.ts';
import type { NotChecked } from '../model/fault.ts';
import { unchecked } from '../model/fault.ts';
import type { Pointer } from '../model/pointer.ts';
import type { Severity } from '../model/severity.ts';
import type { SheetFinding } from '../records/bound-sheet.ts';

/** Something about a document or sheet rather than about one of its records. */
export interface Said {
  readonly check: string;
  /** Undefined: as heavy as the check is by itself. */
  readonly severity: Severity | undefined;
  readonly facts: Facts;
  readonly located?: Located;
  /** The field of the standard it concerns; `''` for none. */
  readonly field: Pointer;
  readonly pointer?: Pointer;
}

export function unreadable(reason: string, facts: Facts): Said {
  return { check: 'document/unreadable', severity: undefined, facts: { reason, ...facts }, field: '' };
}

export function faultSaid(fault: DocumentFault): Said {
  const { check, reason, place, excerpt, offset, pointer } = fault;
  return {
    check,
    severity: severityOf(fault),
    facts: { reason, ...fault.facts, ...(offset === undefined ? {} : { offset }) },
    ...(place === undefined ? {} : { located: { place, ...(excerpt === undefined ? {} : { excerpt }) } }),
    field: '',
    ...(pointer === undefined ? {} : { pointer }),
  };
}

export function sheetSaid({ check, located, field, facts }: SheetFinding): Said {
  const optional = check === 'column/missing' && facts['obligation'] !== 'mandatory';
  return { check, severity: optional ? 'warning' : undefined, facts, located, field: field?.pointer ?? '' };
}

/** Typography that a reader can see past; any other fault of the text stands for lost meaning. */
const light = new Set([
  'mixed-line-ends',
  'stray-quote',
  'byte-order-mark-inside',
  'yaml-1.1',
  'unknown-tag',
  'merge-key',
  'empty-lines-above-headings',
]);

function severityOf({ reason, facts }: DocumentFault): Severity | undefined {
  // Those that are only counted weigh as much as those that are told.
  return faultSeverity(reason === 'more-faults' ? String(facts?.['of']) : reason);
}

/** How heavy a fault of the text is; undefined where it is as heavy as its check. */
export function faultSeverity(reason: string): Severity | undefined {
  if (reason === 'broken-bytes') return 'error';
  return light.has(reason) ? 'warning' : undefined;
}

/** A sheet of a workbook that holds something else than records, beside sheets that do. */
export function unboundSheet(path: string, name: string): NotChecked {
  return unchecked([`sheet “${name}”`, `工作表“${name}”`], `${path} ${name}`, [
    'no row looks like the headings of the standard',
    '找不到标准的表头行',
  ]);
}
