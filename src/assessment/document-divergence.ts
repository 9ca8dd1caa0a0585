import type { Facts } from '../model/check.ts';
import type { DocumentFault, Located } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import type { Pointer } from '../model/pointer.ts';
import type { Severity } from '../model/severity.ts';
import type { Standard } from '../model/standard.ts';
import type { SheetFinding } from '../records/bound-sheet.ts';
import { gradeOf, messageOf } from './grade.ts';
import type { RawDivergence } from './partial.ts';

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
  const optional = check === 'column/missing' && field?.obligation !== 'mandatory';
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
]);

function severityOf({ reason }: DocumentFault): Severity | undefined {
  if (reason === 'broken-bytes') return 'error';
  return light.has(reason) ? 'warning' : undefined;
}

/** Places and grades it; undefined where the standard switches the check off. */
export function documentDivergence(
  said: Said,
  document: {
    readonly standard: Standard;
    readonly locale: Locale;
    readonly path: string;
    readonly department: string;
  },
): RawDivergence | undefined {
  const { check, facts, located, field, pointer } = said;
  const { standard, locale, path, department } = document;
  const severity = gradeOf(standard, check, said.severity);
  if (severity === 'off') return undefined;
  const subject = ['reason', 'found', 'expected', 'name'].map((name) => String(facts[name] ?? ''));
  return {
    check,
    severity,
    department,
    path,
    ...(pointer === undefined ? {} : { pointer }),
    ...(field === '' ? {} : { field, clause: { field } }),
    ...(located === undefined ? {} : { place: located.place }),
    ...(located?.excerpt === undefined ? {} : { excerpt: located.excerpt }),
    message: messageOf(standard, locale, { check, field, facts }),
    facts,
    fixable: check === 'column/renamed',
    causeKey: [check, severity, field, ...subject].join('\u0000'),
    identity: [check, path, field, pointer ?? '', ...subject].join('\u0000'),
  };
}
