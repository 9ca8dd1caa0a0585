import type { Command } from 'commander';
import type { Locale } from '../../model/locale.ts';
import { builtInStandards } from '../../workspace/builtin-standards.ts';
import { toolFiles } from '../../workspace/tool-files.ts';
import type { CommandModule, Invocation } from '../command.ts';
import type { ExitCode } from '../exit-code.ts';
import { localeOption } from '../locale-option.ts';

/** `concordat standard list`: the built-in standards, one per line. */
export const standardListCommand: CommandModule = { define, run };

function define(command: Command, locale: Locale): void {
  command.addOption(localeOption(locale));
}

async function run({ streams, locale }: Invocation): Promise<ExitCode> {
  const { loadStandard } = await import('../engine.ts');
  const names = builtInStandards(toolFiles().root).map(({ id, version }) => `${id}@${version}`);
  const width = Math.max(...names.map((name) => name.length), 0);
  for (const name of names) {
    const { title } = await loadStandard(name, streams);
    streams.out(`${name.padEnd(width)}  ${title[locale]}\n`);
  }
  return 0;
}
