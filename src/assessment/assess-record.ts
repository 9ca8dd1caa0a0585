import type { Check, Observation } from '../checks/define-check.ts';
import { checks } from '../checks/index.ts';
import type { RecordView } from '../checks/record-view.ts';
import type { RecordName } from '../model/divergence.ts';
import type { Located } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import type { Pointer } from '../model/pointer.ts';
import { child, valueAt } from '../model/pointer.ts';
import type { Standard } from '../model/standard.ts';
import type { RecordEntry } from '../records/record-entry.ts';
import { completed, gradeOf, messageOf } from './grade.ts';
import { identityPointer } from './identity-in-pointer.ts';
import type { RawDivergence } from './partial.ts';
import { reconcileEntry } from './reconcile-entry.ts';
import { conforming, viewRecord } from './view-record.ts';

/** What all records of a document share. */
export interface RecordContext {
  readonly standard: Standard;
  readonly locale: Locale;
  readonly today: string;
  readonly path: string;
  readonly department: string;
}

/** A record as the checks saw it, and its divergences. */
export interface RecordAssessment {
  readonly view: RecordView;
  readonly divergences: RawDivergence[];
}

const running = checks.filter(
  (check): check is Check & Required<Pick<Check, 'run'>> => check.run !== undefined,
);
/** Faults of something that is not there; the pointer is to the enclosing object. */
const absenceKeywords = new Set(['required', 'dependentRequired', 'dependencies', 'recommended']);

/** Runs every check over a record and places what they find. */
export function assessRecord(entry: RecordEntry, context: RecordContext): RecordAssessment {
  const { kind, value } = entry;
  const reconciled = kind.validator.conforms(value) ? conforming(value) : reconcileEntry(entry);
  const view = viewRecord(entry, reconciled, context);
  const name = nameOf(view);
  const divergences: RawDivergence[] = [];
  for (const check of running) {
    for (const observation of check.run(view)) {
      const divergence = place({ entry, view, name, context }, completed(observation, check.id));
      if (divergence !== undefined) divergences.push(divergence);
    }
  }
  return { view, divergences };
}

interface Placing {
  readonly entry: RecordEntry;
  readonly view: RecordView;
  readonly name: RecordName;
  readonly context: RecordContext;
}

function place(
  { entry, view, name, context }: Placing,
  finding: Observation & { check: string; fixable: boolean; causeKey: string },
): RawDivergence | undefined {
  const { standard, locale, path, department } = context;
  const severity = gradeOf(standard, finding.check, finding.severity);
  if (severity === 'off') return undefined;
  const { check, pointer, facts, causeKey } = finding;
  const owner = view.fieldAt(pointer).pattern;
  const absent = absentName(finding);
  const field = absent === undefined ? owner : child(owner, absent);
  const { place: where, excerpt } = located(entry, finding);
  // A record without a name goes by its file, and in it by its turn: its place would not last.
  const record = name.id ?? name.title ?? `\u0001${path}`;
  const clause = clauseKey(finding.clause);
  return {
    check,
    severity,
    department,
    record: name,
    path,
    pointer: entry.pointer + pointer,
    field,
    place: where,
    ...(excerpt === undefined ? {} : { excerpt }),
    ...(finding.keyword === undefined ? {} : { keyword: finding.keyword }),
    message: messageOf(standard, locale, { check, field, facts }),
    facts,
    ...(finding.clause === undefined ? {} : { clause: finding.clause }),
    ...(finding.suggestion === undefined ? {} : { suggestion: finding.suggestion }),
    fixable: finding.fixable,
    causeKey: [check, severity, field, clause, causeKey].join('\u0000'),
    // What stands around the records is none.
    ...(entry.kind.envelope ? {} : { recordPointer: entry.pointer }),
    identity: [check, name.kind, record, identityPointer(view.value, pointer), absent ?? '', causeKey].join(
      '\u0000',
    ),
  };
}

function located(entry: RecordEntry, finding: Observation): Located {
  const { pointer, target } = finding;
  if (target === 'key') return entry.locateKey(pointer);
  const absent = absentName(finding);
  if (absent === undefined) return entry.locate(pointer);
  return entry.tabular ? entry.locate(child(pointer, absent)) : startOf(entry.locate(pointer));
}

function clauseKey(clause: Observation['clause']): string {
  if (clause === undefined) return '';
  if ('schema' in clause) return clause.schema;
  if ('codelist' in clause) return clause.codelist;
  return 'rule' in clause ? clause.rule : clause.field;
}

/** The property that is missing, for findings that say so. */
function absentName({
  target,
  keyword,
  facts,
}: Pick<Observation, 'target' | 'keyword' | 'facts'>): string | undefined {
  const expected = facts['expected'];
  const isAbsence = target === 'value' && keyword !== undefined && absenceKeywords.has(keyword);
  return isAbsence && typeof expected === 'string' ? expected : undefined;
}

function startOf(located: Located): Located {
  if (!('column' in located.place)) return located;
  const { line, column } = located.place;
  const excerpt = located.excerpt === undefined ? {} : { excerpt: { ...located.excerpt, length: 1 } };
  return { place: { line, column }, ...excerpt };
}

/** Bare schemas do not say which property names a record; these usually do. */
const usualIds = ['/identifier', '/id', '/@id', '/code', '/ID', '/Identifier'];
const usualTitles = ['/title', '/name', '/名称', '/标题', '/Title', '/Name'];

function nameOf({ kind, renamed, standard }: RecordView): RecordName {
  const id = firstText(renamed, pointersTo(kind.identity, standard.bare ? usualIds : []));
  const title = firstText(renamed, pointersTo(kind.title, standard.bare ? usualTitles : []));
  return { kind: kind.kind, ...(id === undefined ? {} : { id }), ...(title === undefined ? {} : { title }) };
}

function pointersTo(declared: Pointer | undefined, usual: readonly Pointer[]): readonly Pointer[] {
  return declared === undefined ? usual : [declared];
}

function firstText(value: unknown, pointers: readonly string[]): string | undefined {
  for (const pointer of pointers) {
    const found = valueAt(value, pointer);
    if (typeof found === 'string' && found.trim() !== '') return found;
    if (typeof found === 'number') return String(found);
  }
  return undefined;
}
