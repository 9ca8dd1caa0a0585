import { columnsOf, cutEnd } from './columns.ts';
import type { EntryColumns } from './entry-lines.ts';
import { entryLines, severityIndent } from './entry-lines.ts';
import type { FoldedCause } from './fold-causes.ts';
import type { Page } from './page.ts';
import { pathAndPlace, widest } from './page.ts';
import { visible } from './visible.ts';

/** Longer messages are cut here; `--verbose` and the other formats have all of them. */
const messageLines = 3;

/** Each cause once: what is wrong, how often and where, and its first places. */
export function* causeLines(page: Page, causes: readonly FoldedCause[]): Generator<string> {
  const columns: EntryColumns = {
    place: 0,
    severity: widest(
      causes.map(({ cause }) => page.texts.severity[cause.severity]),
      12,
    ),
    check: widest(
      causes.map(({ cause }) => cause.check),
      28,
    ),
  };
  const indent = severityIndent(columns) + columns.severity + 2;
  const maxLines = page.options.verbose ? Number.POSITIVE_INFINITY : messageLines;
  for (const folded of causes) {
    yield* entryLines(page, { ...folded.cause, place: '', maxLines }, columns);
    for (const line of whereLines(page, folded, page.options.width - indent))
      yield ' '.repeat(indent) + page.dim(line);
  }
}

/** `4,893 records of 7 departments  first: a.json:4:3, b.json:9:1`, as many places as fit; one at least, on a line of its own. */
function whereLines(page: Page, { cause, first, causes }: FoldedCause, columns: number): string[] {
  const { count, records } = cause;
  const departments = page.assessment.departments.length > 1 ? cause.departments : [];
  const often = visible(page.texts.occurrences({ count, records, departments, causes }));
  const places = [...new Set(first.map(pathAndPlace))];
  for (; places.length > 0; places.pop()) {
    const line = `${often}  ${page.texts.first(places)}`;
    if (columnsOf(line) <= columns) return [line];
  }
  const [place] = first.map(pathAndPlace);
  return [cutEnd(often, columns), ...(place === undefined ? [] : [page.texts.first([place])])];
}
