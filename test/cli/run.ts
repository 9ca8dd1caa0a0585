import { main } from '../../src/cli/main.ts';
import type { Streams } from '../../src/cli/streams.ts';

/** What a run of the command line gave. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `concordat` in this process. */
export async function run(
  args: readonly string[],
  streams: Partial<Streams> & { input?: string } = {},
): Promise<Run> {
  let out = '';
  let err = '';
  const code = await main(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdin: async function* () {
      yield Buffer.from(streams.input ?? '');
    },
    env: { CONCORDAT_CACHE: 'off' },
    cwd: process.cwd(),
    isOutTerminal: false,
    isErrTerminal: false,
    columns: 80,
    now: () => new Date(2026, 4, 1, 12),
    ...streams,
  });
  return { code, out, err };
}
