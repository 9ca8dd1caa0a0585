import { isatty } from 'node:tty';
import { exactWriter } from '../workspace/write-stdout.ts';
import type { Streams } from './streams.ts';

/**
 * The streams of this process. `process.stdout` is touched only on a terminal: merely looking at it makes Node set
 * pipes to non-blocking.
 */
export function processStreams(): Streams {
  const isOutTerminal = isatty(1);
  const columns = isOutTerminal ? process.stdout.columns : undefined;
  return {
    out: exactWriter(1),
    err: exactWriter(2),
    stdin: () => process.stdin,
    env: process.env,
    cwd: process.cwd(),
    isOutTerminal,
    isErrTerminal: isatty(2),
    ...(columns === undefined ? {} : { columns }),
    now: () => new Date(),
  };
}
