import { jsonReporter } from './json.ts';
import type { Reporter } from './reporter.ts';
import { summaryReporter } from './summary.ts';
import { terminalReporter } from './terminal.ts';

/** Every format of `--format`, in the order of the help text. */
export const reporters: readonly Reporter[] = [terminalReporter, summaryReporter, jsonReporter];
