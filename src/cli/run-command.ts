import type { Locale } from '../model/locale.ts';
import type { CommandEntry, CommandModule } from './command.ts';
import type { ExitCode } from './exit-code.ts';
import type { ReadArguments } from './plain-flags.ts';
import { readPlainFlags } from './plain-flags.ts';
import type { Streams } from './streams.ts';

interface Surroundings {
  readonly streams: Streams;
  readonly locale: Locale;
}

/**
 * Reads the flags of one command and runs it.
 * @throws Failure `usage` for flags that do not exist or have a wrong value.
 */
export async function runCommand(
  entry: CommandEntry,
  args: readonly string[],
  surroundings: Surroundings,
): Promise<ExitCode> {
  const module = await entry.load();
  const read =
    readPlainFlags(args, module.plainFlags) ?? (await explained({ entry, module }, args, surroundings));
  return read === undefined ? 0 : module.run({ ...read, ...surroundings });
}

/** Commander is loaded for help, for errors, and for commands that are not run often. */
async function explained(
  command: { readonly entry: CommandEntry; readonly module: CommandModule },
  args: readonly string[],
  surroundings: Surroundings,
): Promise<ReadArguments | undefined> {
  const { readFlags } = await import('./commander-flags.ts');
  return readFlags(command, args, surroundings);
}
