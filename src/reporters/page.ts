import { Chalk } from 'chalk';
import type { Assessment } from '../model/assessment.ts';
import type { Divergence } from '../model/divergence.ts';
import { placeText } from '../model/place.ts';
import type { Severity } from '../model/severity.ts';
import { columnsOf, cutEnd } from './columns.ts';
import type { RenderOptions } from './reporter.ts';
import type { TerminalTexts } from './terminal-texts.ts';
import { terminalTexts } from './terminal-texts.ts';
import { visible } from './visible.ts';

type Paint = (text: string) => string;

/** What every part of a report for people needs. */
export interface Page {
  readonly assessment: Assessment;
  readonly options: RenderOptions;
  readonly texts: TerminalTexts;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

/** Narrower than this, columns make no sense any more. */
const minWidth = 40;

export function makePage(assessment: Assessment, options: RenderOptions): Page {
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  return {
    assessment,
    options: { ...options, width: Math.max(minWidth, options.width) },
    texts: terminalTexts[options.locale],
    bold: chalk.bold,
    dim: chalk.dim,
    good: chalk.green,
    severity: { error: chalk.red, warning: chalk.yellow, info: chalk.blue },
  };
}

/** A heading that takes more columns than this is cut where it tells the place. */
const maxHeading = 60;

/** The place of a divergence inside its document, in the words of the reader. */
export function placeOf(page: Page, { place }: Divergence): string {
  if (place === undefined) return page.texts.wholeDocument;
  const text = visible(placeText(place));
  return 'row' in place ? cutEnd(text, maxHeading) : text;
}

/** `health/catalogue.json:4:3`, for a click in a terminal. */
export function pathAndPlace({ path, place }: Divergence): string {
  if (place === undefined) return visible(path);
  const where = 'row' in place ? `${place.line}` : placeText(place);
  return visible(`${path}:${where}`);
}

/** Columns that the widest of some texts takes, up to a limit. */
export function widest(texts: Iterable<string>, limit: number): number {
  let columns = 0;
  for (const text of texts) columns = Math.max(columns, columnsOf(text));
  return Math.min(columns, limit);
}
