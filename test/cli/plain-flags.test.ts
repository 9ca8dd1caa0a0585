import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFlagTable } from '../../src/cli/check-flags.ts';
import type { CommandEntry } from '../../src/cli/command.ts';
import { readFlags } from '../../src/cli/commander-flags.ts';
import { checkCommand } from '../../src/cli/commands/check.ts';
import { commands } from '../../src/cli/commands/index.ts';
import { readPlainFlags } from '../../src/cli/plain-flags.ts';
import type { Streams } from '../../src/cli/streams.ts';

const [check] = commands;
const streams: Streams = {
  out: () => {},
  err: () => {},
  stdin: async function* () {},
  env: {},
  cwd: '/',
  isOutTerminal: false,
  isErrTerminal: false,
  now: () => new Date(0),
};

/** What commander makes of the arguments; undefined where it has something to say about them. */
async function byCommander(args: readonly string[], entry: CommandEntry = check) {
  try {
    const read = await readFlags({ entry, module: checkCommand }, args, { streams, locale: 'en' });
    return read && { operands: [...read.operands], flags: { ...read.flags } };
  } catch {
    return undefined;
  }
}

/** Every flag of the table, and what people get wrong about flags. */
const words = [
  ...checkFlagTable.flatMap((flag) => [`--${flag.name}`, ...('short' in flag ? [`-${flag.short}`] : [])]),
  '--standard=x',
  '--standard=',
  '--format=json:report.json',
  '--max-shown=0',
  '--today=2026-02-30',
  '--quiet=yes',
  '--error-on-unmatched-pattern',
  '--unknown',
  '--__proto__',
  '-qs',
  '-sq',
  '-s=x',
  '-5',
  '--',
  '-',
  '-h',
  '--help',
  'json',
  'error',
  'never',
  'zh-CN',
  '7',
  '0',
  '2026-05-01',
  'health/目录.json',
  '',
];

describe('arguments read without commander', () => {
  it('mean what commander takes them for, or are left to it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 6 }), async (args) => {
        const plain = readPlainFlags(args, checkFlagTable);
        if (plain !== undefined) expect(plain).toEqual(await byCommander(args));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [['--standard', 'x', 'a.json', 'b.json']],
    [['a.json', '-s', 'x', '-f', 'json', '--format', 'summary:s.txt', '-q', '--max-shown', '0']],
    [['--standard', 'x', '--no-error-on-unmatched-pattern', '--', '--odd-name.json']],
    [['-', '--stdin-filepath', 'a.json', '--standard=x', '--today', '2024-02-29', '--workers', '1']],
  ])('%j needs no commander', async (args) => {
    const plain = readPlainFlags(args, checkFlagTable);
    expect(plain).toBeDefined();
    expect(plain).toEqual(await byCommander(args));
  });

  it.each([
    [['--help']],
    [['--unknown']],
    [['--color', 'red']],
    [['--workers', '0']],
    [['--today', '2026-02-30']],
    [['--standard']],
  ])('%j is left to commander', (args) => {
    expect(readPlainFlags(args, checkFlagTable)).toBeUndefined();
  });
});
