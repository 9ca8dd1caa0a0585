import type { Assessment } from '../model/assessment.ts';
import { thousands } from '../model/numbers.ts';
import { columnsOf, cutEnd, padEnd, padStart } from './columns.ts';
import { sortedCauses } from './fold-causes.ts';
import type { Page } from './page.ts';
import { makePage, widest } from './page.ts';
import type { Reporter } from './reporter.ts';
import { shortenQuoted } from './shorten-quoted.ts';
import { departmentLines, notCheckedLines, totalsLines } from './terminal-totals.ts';
import { inert, visible } from './visible.ts';

/** A message gets this much room at least, however narrow the page. */
const minMessage = 30;

/** Causes only, one line each, and the totals. */
export const summaryReporter: Reporter = {
  format: 'summary',
  summary: { en: 'causes only, one line each', 'zh-CN': '只列原因，每个一行' },
  *render(assessment, options) {
    for (const line of pageLines(makePage(assessment, options))) yield `${inert(line)}\n`;
  },
};

/** By cause in a data table: the name of its file. Each table is a cause for itself, and many have the same headings. */
function sampleFiles({ divergences, causeOf, samples }: Assessment): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  if (samples.length < 2) return files;
  for (const { insideSample, path, causeKey } of divergences) {
    const id = causeOf.get(causeKey);
    if (insideSample === true && id !== undefined && !files.has(id))
      files.set(id, `${path.slice(path.lastIndexOf('/') + 1)}: `);
  }
  return files;
}

function* pageLines(page: Page): Generator<string> {
  const { texts, options } = page;
  const all = sortedCauses(page.assessment.causes);
  const causes = all.slice(0, options.maxShown);
  const columns = {
    severity: widest(
      causes.map(({ severity }) => texts.severity[severity]),
      12,
    ),
    check: widest(
      causes.map(({ check }) => check),
      40,
    ),
    count: widest(
      causes.map(({ count }) => thousands(count)),
      14,
    ),
  };
  const files = sampleFiles(page.assessment);
  for (const { id, severity, check, count, message } of causes) {
    const head = `${padEnd(texts.severity[severity], columns.severity)}  ${padStart(thousands(count), columns.count)}  ${padEnd(check, columns.check)}  `;
    const room = Math.max(minMessage, options.width - columnsOf(head));
    const told = visible(`${files.get(id) ?? ''}${message}`);
    const line = cutEnd(visible(head) + shortenQuoted(told, room), options.width);
    const name = texts.severity[severity];
    yield page.severity[severity](name) + line.slice(name.length);
  }
  if (all.length > 0) yield '';
  if (causes.length < all.length)
    yield* [page.dim(`${texts.shownCauses(causes.length, all.length)}${texts.showAll}`), ''];
  yield* departmentLines(page);
  yield* notCheckedLines(page);
  yield* totalsLines(page);
}
