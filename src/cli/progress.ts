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
  const clock = (): number => streams.now().getTime();
  /** Before something was read, nothing can be said of its speed. */
  let began: number | undefined;
  const { update, clear } = progressLine({
    line: (moment) => {
      const elapsed = clock() - (began ?? clock());
      return cutEnd(progressText({ ...moment, elapsed }, totals, { locale, width }), width);
    },
    write: streams.err,
    clock,
  });
  return {
    update: (state) => {
      began ??= clock();
      update(state);
    },
    clear,
  };
}
