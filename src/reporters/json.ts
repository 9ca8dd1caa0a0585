import type { Assessment, SampleNote } from '../model/assessment.ts';
import type { ColumnSummary } from '../model/column-summary.ts';
import type { Cause, Divergence, RecordName } from '../model/divergence.ts';
import type { Reporter } from './reporter.ts';

/** The format of the report; its JSON Schema is `schemas/tool/report.schema.json`. */
const format = 'concordat-report/1';

/** Everything, for machines. One cause and one divergence per line; keys always in the same order. */
export const jsonReporter: Reporter = {
  format: 'json',
  summary: {
    en: 'everything, for machines (concordat-report/1)',
    'zh-CN': '全部内容，供程序使用（concordat-report/1）',
  },
  *render(assessment) {
    const { tool, standard, summary } = assessment;
    yield `{\n  "format": ${json(format)},\n  "kind": ${json(assessment.kind)},\n`;
    yield `  "tool": ${json({ name: tool.name, version: tool.version })},\n`;
    yield `  "standard": ${json({ id: standard.id, version: standard.version, digest: standard.digest })},\n`;
    yield `  "summary": ${json(summaryOf(summary))},\n`;
    yield* list('causes', assessment.causes.map(causeOf));
    yield ',\n';
    yield* list('divergences', divergencesOf(assessment));
    yield ',\n';
    yield* list('samples', assessment.samples.map(sampleOf));
    yield ',\n';
    yield* list(
      'notChecked',
      assessment.notChecked.map(({ what, where, reason }) => ({ what, where, reason })),
    );
    yield '\n}\n';
  },
};

function* list(name: string, items: Iterable<unknown>): Generator<string> {
  yield `  ${json(name)}: [`;
  let isFirst = true;
  for (const item of items) {
    yield `${isFirst ? '' : ','}\n    ${json(item)}`;
    isFirst = false;
  }
  yield isFirst ? ']' : '\n  ]';
}

function summaryOf(summary: Assessment['summary']): Assessment['summary'] {
  const { departments, documents, records, samples, divergences, causes, errors, warnings, infos, fixable } =
    summary;
  return { departments, documents, records, samples, divergences, causes, errors, warnings, infos, fixable };
}

function causeOf({ id, check, severity, message, count, departments }: Cause): unknown {
  return { id, check, severity, message, count, departments };
}

function* divergencesOf({ divergences, causeOf: idOf }: Assessment): Generator<unknown> {
  for (const divergence of divergences) yield divergenceOf(divergence, idOf.get(divergence.causeKey));
}

/** Keys whose value is `undefined` are left out, here and below. */
function sampleOf(sample: SampleNote): unknown {
  const { path, sheet, department, record, format, encoding, dialect, rows, columns, statistics } = sample;
  const told = {
    path,
    sheet,
    department,
    record: recordOf(record),
    format,
    encoding,
    dialect,
    rows,
    columns,
  };
  return { ...told, statistics: statistics?.map(columnOf) };
}

function columnOf(summary: ColumnSummary): unknown {
  const { column, filled, empty, distinct, isExact, longest, minimum, maximum } = summary;
  const { commonest, faults, isPersonal } = summary;
  const counts = { column, filled, empty, distinct, exact: isExact, longest, minimum, maximum };
  return { ...counts, commonest, faults, personal: isPersonal };
}

function recordOf(record: RecordName | undefined): RecordName | undefined {
  if (record === undefined) return undefined;
  const { kind, id, title } = record;
  return { kind, ...(id === undefined ? {} : { id }), ...(title === undefined ? {} : { title }) };
}

function divergenceOf(divergence: Divergence, cause: string | undefined): unknown {
  const { check, severity, department, record, path, pointer, place, keyword } = divergence;
  const { message, facts, clause, suggestion, fixable, fingerprint } = divergence;
  return {
    check,
    severity,
    department,
    cause,
    record: recordOf(record),
    path,
    pointer,
    place,
    keyword,
    message,
    facts,
    clause,
    suggestion,
    fixable,
    fingerprint,
  };
}

/** Characters that are legal in JSON and do harm on a terminal: DEL, C1, bidirectional marks, line separators, unseen tags. */
const harmful =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/**
 * JSON on one line that is safe to print and to parse anywhere: lone surrogates become U+FFFD, harmless escapes stand
 * for characters that act on a terminal and for `##[`, which a CI runner obeys.
 */
function json(value: unknown): string {
  return JSON.stringify(value, wellFormed).replaceAll(harmful, escaped).replaceAll('##[', '#\\u0023[');
}

/** As `\\u` escapes, one for each UTF-16 unit. */
function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

function wellFormed(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/\p{Cs}/gu, '\ufffd');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  if (!keys.some((key) => /\p{Cs}/u.test(key))) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key.replaceAll(/\p{Cs}/gu, '\ufffd'), member]),
  );
}
