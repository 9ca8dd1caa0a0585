import type { Locale } from '../model/locale.ts';
import { cutEnd } from '../reporters/columns.ts';
import { progressLine } from '../workspace/progress.ts';
import type { ProgressTotals } from './progress-text.ts';
import { progressText } from './progress-text.ts';
import type { Streams } from './streams.ts';

/** Where the terminal does not say how wide it is. */
const usualWidth = 80;

/** The progress of a check on standard error, cut to the width of that terminal. */
export function checkProgress(
  totals: ProgressTotals,
  streams: Streams,
  locale: Locale,
): ReturnType<typeof progressLine> {
  const width = (streams.errColumns ?? usualWidth) - 1;
  return progressLine({
    line: (moment) => cutEnd(progressText(moment, totals, locale), width),
    write: streams.err,
    clock: () => streams.now().getTime(),
  });
}
