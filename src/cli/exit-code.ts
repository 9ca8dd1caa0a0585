import type { Summary } from '../model/assessment.ts';

/** From which severity on a run counts as diverging. */
export const failOnLevels = ['error', 'warning', 'info', 'never'] as const;
export type FailOn = (typeof failOnLevels)[number];

/** What a run may end with: it conforms, it diverges, the tool could not do its job. */
export type ExitCode = 0 | 1 | 2;

export interface Outcome {
  readonly summary: Pick<Summary, 'errors' | 'warnings' | 'infos'>;
  /** How many of the documents that were asked for could not be read. They count whatever `failOn` says. */
  readonly unread: number;
}

/** 1 when something at or above `failOn` diverges, or a document could not be read; else 0. */
export function exitCode({ summary, unread }: Outcome, failOn: FailOn): ExitCode {
  if (unread > 0) return 1;
  const counts = { error: summary.errors, warning: summary.warnings, info: summary.infos };
  const heavy = (['error', 'warning', 'info'] as const).slice(0, failOnLevels.indexOf(failOn) + 1);
  return failOn !== 'never' && heavy.some((severity) => counts[severity] > 0) ? 1 : 0;
}
