import type { Command } from 'commander';
import type { Locale, Localized } from '../model/locale.ts';
import type { ExitCode } from './exit-code.ts';
import type { Flag } from './plain-flags.ts';
import type { Streams } from './streams.ts';

/** What a command is run with. */
export interface Invocation {
  readonly operands: readonly string[];
  readonly flags: Readonly<Record<string, unknown>>;
  readonly streams: Streams;
  readonly locale: Locale;
}

/** A command: its flags and what it does. One per file in `commands/`. */
export interface CommandModule {
  /** Tells commander the arguments, for help, errors, and commands without `plainFlags`. */
  define(command: Command, locale: Locale): void | Promise<void>;
  /** The flags in a form that can be read without commander, for commands whose start-up time matters. */
  readonly plainFlags?: readonly Flag[];
  run(invocation: Invocation): Promise<ExitCode>;
}

/** A line of the registry. The module is loaded only when the command is called. */
export interface CommandEntry {
  /** `['standard', 'list']` */
  readonly words: readonly string[];
  readonly operands: string;
  readonly summary: Localized;
  load(): Promise<CommandModule>;
}
