import type { Divergence } from '../model/divergence.ts';
import { severities } from '../model/severity.ts';
import type { Folded } from './fold-causes.ts';
import { foldCauses } from './fold-causes.ts';
import type { Page } from './page.ts';
import { makePage } from './page.ts';
import type { Reporter } from './reporter.ts';
import { causeLines } from './terminal-causes.ts';
import { detailLines } from './terminal-details.ts';
import { statisticsLines } from './terminal-statistics.ts';
import { departmentLines, notCheckedLines, totalsLines } from './terminal-totals.ts';
import { inert } from './visible.ts';

/**
 * The report that people read: causes that repeat once each, then single divergences with their source line, a row per
 * department, what was not checked, and the totals last, where the prompt is.
 */
export const terminalReporter: Reporter = {
  format: 'terminal',
  summary: { en: 'for people: causes, places, source lines', 'zh-CN': '供阅读：原因、位置和源文件行' },
  *render(assessment, options) {
    for (const line of pageLines(makePage(assessment, options))) yield `${inert(line)}\n`;
  },
};

function* pageLines(page: Page): Generator<string> {
  const { texts } = page;
  const folded = foldCauses(page.assessment, page.options.maxShown);
  const { causes, details } = withinLimit(folded, page.options.maxShown);
  if (causes.length > 0) yield* [page.bold(texts.causes), ''];
  yield* causeLines(page, causes);
  if (causes.length > 0) yield '';
  if (causes.length < folded.causes.length) {
    yield* [page.dim(`${texts.shownCauses(causes.length, folded.causes.length)}${texts.showAll}`), ''];
  }
  if (details.length > 0 && folded.causes.length > 0) yield* [page.bold(texts.details), ''];
  yield* detailLines(page, details);
  if (details.length < folded.details.length) {
    yield* [page.dim(`${texts.shownDetails(details.length, folded.details.length)}${texts.showAll}`), ''];
  }
  yield* statisticsLines(page);
  yield* departmentLines(page);
  yield* notCheckedLines(page);
  yield* totalsLines(page);
}

/** Causes stand for many places, so at least half of the entries are theirs; the heaviest details take the rest. */
function withinLimit({ causes, details }: Folded, maxShown: number): Folded {
  const shownCauses = Math.min(causes.length, Math.max(maxShown - details.length, Math.ceil(maxShown / 2)));
  return { causes: causes.slice(0, shownCauses), details: heaviest(details, maxShown - shownCauses) };
}

/** The heaviest `count`, still in report order. */
function heaviest(details: readonly Divergence[], count: number): readonly Divergence[] {
  if (details.length <= count) return details;
  const chosen = new Set<Divergence>();
  for (const severity of severities) {
    for (const divergence of details) {
      if (chosen.size < count && divergence.severity === severity) chosen.add(divergence);
    }
  }
  return details.filter((divergence) => chosen.has(divergence));
}
