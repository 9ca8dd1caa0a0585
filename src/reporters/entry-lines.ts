import type { Severity } from '../model/severity.ts';
import { columnsOf, cutEnd, padEnd } from './columns.ts';
import type { Page } from './page.ts';
import { shortenQuoted } from './shorten-quoted.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

/** One entry of a report: place, severity, check, message. */
export interface Entry {
  readonly place: string;
  readonly severity: Severity;
  readonly check: string;
  readonly message: string;
  readonly fixable: boolean;
  /** How many lines the message may take. */
  readonly maxLines?: number;
}

/** Widths of the columns in front of the message; a place of 0 columns is left out. */
export interface EntryColumns {
  readonly place: number;
  readonly severity: number;
  readonly check: number;
}

/** A message longer than this has its long quoted names and values cut. */
const fullLines = 6;
/** Less room than this beside the columns, and the message goes below them. */
const minMessage = 30;

/** Where the message of an entry starts. */
export function messageIndent(columns: EntryColumns): number {
  return severityIndent(columns) + columns.severity + 2 + columns.check + 2;
}

/** Where the severity of an entry starts, and what belongs to the entry below. */
export function severityIndent({ place }: EntryColumns): number {
  return place === 0 ? 2 : 2 + place + 2;
}

/**
 * The entry as lines no wider than the page, the message wrapped with a hanging indent:
 * `  4:3   error  field/renamed   …`
 */
export function* entryLines(page: Page, entry: Entry, columns: EntryColumns): Generator<string> {
  const severity = page.severity[entry.severity](
    padEnd(page.texts.severity[entry.severity], columns.severity),
  );
  const check = visible(entry.check);
  const place = columns.place === 0 ? '' : `${padEnd(entry.place, columns.place)}  `;
  const head = `  ${place}${severity}  ${page.dim(padEnd(check, columns.check))}`;
  const isBroad = columnsOf(entry.place) > columns.place || columnsOf(check) > columns.check;
  const indent = messageIndent(columns);
  const isBelow = isBroad || page.options.width - indent < minMessage;
  const start = isBelow ? severityIndent(columns) + columns.severity + 2 : indent;
  const lines = messageLines(page, entry, page.options.width - start);
  if (isBelow) yield head;
  for (const [index, line] of lines.entries()) {
    yield !isBelow && index === 0 ? `${head}  ${line}` : ' '.repeat(start) + line;
  }
}

function messageLines(page: Page, { message, fixable, maxLines }: Entry, columns: number): string[] {
  const width = Math.max(10, columns);
  const text = visible(message);
  const room = (maxLines ?? (page.options.verbose ? Number.POSITIVE_INFINITY : fullLines)) * width;
  const all = wrap(shortenQuoted(text, room), width);
  const lines = all.slice(0, maxLines);
  if (lines.length < all.length) lines.push(cutEnd(`${lines.pop() ?? ''} …`, width));
  if (!fixable) return lines;
  const tag = page.good(page.texts.fixable);
  const last = lines.at(-1) ?? '';
  const gap = columns - columnsOf(last) - columnsOf(page.texts.fixable);
  return gap >= 2 ? [...lines.slice(0, -1), `${last}  ${tag}`] : [...lines, tag];
}
