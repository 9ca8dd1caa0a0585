import { isatty } from 'node:tty';
import { exactWriter } from '../workspace/write-stdout.ts';
import type { Streams } from './streams.ts';

/**
 * The streams of this process. `process.stdout` is touched only on a terminal: merely looking at it makes Node set
 * pipes to non-blocking.
 */
export function processStreams(): Streams {
  const isOutTerminal = isatty(1);
  const isErrTerminal = isatty(2);
  // A terminal that does not know its width says 0.
  const columns = (isOutTerminal && process.stdout.columns) || undefined;
  const errColumns = (isErrTerminal && process.stderr.columns) || undefined;
  return {
    out: exactWriter(1),
    err: exactWriter(2),
    stdin: () => process.stdin,
    env: process.env,
    cwd: process.cwd(),
    isOutTerminal,
    isErrTerminal,
    ...(columns === undefined ? {} : { columns }),
    ...(errColumns === undefined ? {} : { errColumns }),
    now: () => new Date(),
  };
}
