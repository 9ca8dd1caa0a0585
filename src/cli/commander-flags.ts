import { Command, CommanderError } from 'commander';
import { Failure } from '../model/failure.ts';
import type { Locale } from '../model/locale.ts';
import type { CommandEntry, CommandModule } from './command.ts';
import type { ReadArguments } from './plain-flags.ts';
import type { Streams } from './streams.ts';

const helpTitles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
};

/**
 * Reads the arguments of a command with commander; undefined when help was asked for, which is then written.
 * @throws Failure `usage` for flags that do not exist or have a wrong value.
 */
export async function readFlags(
  { entry, module }: { readonly entry: CommandEntry; readonly module: CommandModule },
  args: readonly string[],
  { streams, locale }: { readonly streams: Streams; readonly locale: Locale },
): Promise<ReadArguments | undefined> {
  const command = new Command(`concordat ${entry.words.join(' ')}`)
    .description(entry.summary[locale])
    .helpOption('-h, --help', locale === 'en' ? 'show this text' : '显示本说明')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.out(text),
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => streams.columns ?? 100,
      getOutHasColors: () => false,
    })
    .configureHelp({ styleTitle: (title) => (locale === 'en' ? title : (helpTitles[title] ?? title)) });
  await module.define(command, locale);
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    throw usageFailure(error, entry);
  }
  return { operands: command.args, flags: command.opts() };
}

/** `error: unknown option '--formt'\n(Did you mean --format?)` → a sentence and a hint. */
function usageFailure(error: CommanderError, entry: CommandEntry): Failure {
  const [sentence = '', suggestion = ''] = error.message.replace(/^error: /, '').split('\n');
  const help = `concordat ${entry.words.join(' ')} --help lists the flags.`;
  return new Failure('usage', sentence.endsWith('.') ? sentence : `${sentence}.`, {
    hint: suggestion === '' ? help : `${suggestion.replace(/^\((.*)\)$/, '$1')} ${help}`,
  });
}
