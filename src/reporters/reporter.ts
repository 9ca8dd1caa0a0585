import type { Assessment } from '../model/assessment.ts';
import type { Locale, Localized } from '../model/locale.ts';

/** How a report is to look. Nothing here changes what is counted. */
export interface RenderOptions {
  readonly color: boolean;
  /** Columns that a line may take. */
  readonly width: number;
  readonly locale: Locale;
  /** Entries shown in reports for people; the rest is counted. `Infinity` shows all. */
  readonly maxShown: number;
  /** Adds pointers, schema locations and keywords. */
  readonly verbose: boolean;
}

/** Turns an assessment into one format. Pure: text out, in pieces, so that a long report need not be held whole. */
export interface Reporter {
  /** As named after `--format`. */
  readonly format: string;
  /** One line for the help text. */
  readonly summary: Localized;
  render(assessment: Assessment, options: RenderOptions): Iterable<string>;
}
