import type { Clause } from '../model/check.ts';
import type { Divergence, RecordName } from '../model/divergence.ts';
import { codeFrame } from './code-frame.ts';
import { columnsOf, cutEnd } from './columns.ts';
import type { EntryColumns } from './entry-lines.ts';
import { entryLines, severityIndent } from './entry-lines.ts';
import type { Page } from './page.ts';
import { placeOf, widest } from './page.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

/** With more entries than this, the source lines would hide the messages. */
const maxFrames = 20;

/** Divergences under the name of their record and document; one heading per department when there are several. */
export function* detailLines(page: Page, shown: readonly Divergence[]): Generator<string> {
  const withFrames = page.options.verbose || shown.length <= maxFrames;
  const manyDepartments = page.assessment.departments.length > 1;
  let department: string | undefined;
  for (const group of groupsOf(shown)) {
    const [first] = group;
    if (first === undefined) continue;
    if (manyDepartments && first.department !== department) {
      department = first.department;
      yield departmentLine(page, department);
      yield '';
    }
    yield* headingLines(page, first);
    yield '';
    yield* groupLines(page, group, withFrames);
    yield '';
  }
}

/** Neighbours that concern the same record of the same document. */
function groupsOf(shown: readonly Divergence[]): Divergence[][] {
  const groups: Divergence[][] = [];
  let key: string | undefined;
  for (const divergence of shown) {
    const { department, path, record } = divergence;
    const next = JSON.stringify([department, path, record?.kind, record?.id, record?.title]);
    if (next === key) groups.at(-1)?.push(divergence);
    else groups.push([divergence]);
    key = next;
  }
  return groups;
}

function departmentLine(page: Page, department: string): string {
  const name = cutEnd(visible(department), page.options.width - 8);
  return page.bold(
    `── ${name} ${'─'.repeat(Math.max(2, Math.min(60, page.options.width) - columnsOf(name) - 4))}`,
  );
}

/** `hlth-0012 "GP practices"   health/catalogue.json`, on two lines where it is too long for one. */
function* headingLines(page: Page, { record, path }: Divergence): Generator<string> {
  const { width } = page.options;
  const name = cutEnd(recordText(record), width);
  const shownPath = visible(path);
  if (name === '') yield page.bold(shownPath);
  else if (columnsOf(name) + 3 + columnsOf(shownPath) <= width)
    yield `${page.bold(name)}   ${page.dim(shownPath)}`;
  else {
    yield page.bold(name);
    yield `  ${page.dim(shownPath)}`;
  }
}

function recordText(record: RecordName | undefined): string {
  if (record === undefined) return '';
  const { kind, id, title } = record;
  const name = [id, title === undefined ? undefined : `"${title}"`]
    .filter((part) => part !== undefined)
    .join(' ');
  return visible(name === '' ? kind : name);
}

function* groupLines(page: Page, group: readonly Divergence[], withFrames: boolean): Generator<string> {
  const columns: EntryColumns = {
    place: widest(
      group.map((divergence) => placeOf(page, divergence)),
      Math.max(16, Math.floor(page.options.width / 4)),
    ),
    severity: widest(
      group.map(({ severity }) => page.texts.severity[severity]),
      12,
    ),
    check: widest(
      group.map(({ check }) => check),
      28,
    ),
  };
  for (const [index, divergence] of group.entries()) {
    const { severity, check, message, fixable } = divergence;
    yield* entryLines(page, { place: placeOf(page, divergence), severity, check, message, fixable }, columns);
    // What stands at one place shares one frame, below the last of them.
    const isLast = isElsewhere(page, divergence, group[index + 1]);
    if (withFrames && isLast) yield* frameLines(page, divergence, severityIndent(columns));
    if (page.options.verbose) yield* verboseLines(page, divergence, severityIndent(columns));
  }
}

function isElsewhere(page: Page, one: Divergence, next: Divergence | undefined): boolean {
  return next === undefined || placeOf(page, one) !== placeOf(page, next) || next.excerpt === undefined;
}

function* frameLines(
  page: Page,
  { excerpt, place, severity }: Divergence,
  indent: number,
): Generator<string> {
  // A bracket on a line of its own shows nothing that its line number does not.
  if (excerpt === undefined || /^[\s[\]{},:-]*$/.test(excerpt.text)) return;
  const line = place !== undefined && 'line' in place ? String(place.line) : '';
  const margin = ' '.repeat(indent);
  const frame = codeFrame(excerpt, page.options.width - indent - line.length - 3);
  yield `${margin}${page.dim(`${line} │`)} ${frame.source}`;
  yield `${margin}${page.dim(`${' '.repeat(line.length)} │`)} ${page.severity[severity](frame.marks)}`;
}

function* verboseLines(page: Page, divergence: Divergence, indent: number): Generator<string> {
  const { pointer, keyword, clause, fingerprint } = divergence;
  const names = page.texts.verbose;
  const parts = [
    pointer === undefined ? '' : `${names.pointer} ${pointer === '' ? '""' : pointer}`,
    keyword === undefined ? '' : `${names.keyword} ${keyword}`,
    clause === undefined ? '' : `${names.clause} ${clauseText(clause)}`,
    `${names.fingerprint} ${fingerprint}`,
  ].filter((part) => part !== '');
  for (const line of wrap(visible(parts.join('  ')), page.options.width - indent)) {
    yield ' '.repeat(indent) + page.dim(line);
  }
}

function clauseText(clause: Clause): string {
  if ('schema' in clause) return clause.schema;
  if ('codelist' in clause) return clause.codelist;
  const subject = 'rule' in clause ? clause.rule : clause.field;
  return clause.clause === undefined ? subject : `${subject} (${clause.clause})`;
}
