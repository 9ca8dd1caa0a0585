import { checkFlagTable } from '../check-flags.ts';
import type { CommandModule } from '../command.ts';

/** `concordat check [paths…]`: assesses documents against a standard. The help text does not load the engine. */
export const checkCommand: CommandModule = {
  plainFlags: checkFlagTable,
  define: async (command, locale) => (await import('../check-help.ts')).defineCheckFlags(command, locale),
  run: async (invocation) => (await import('../run-check.ts')).runCheck(invocation),
};
