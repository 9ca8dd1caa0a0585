import type { Option } from 'commander';
import { Command, CommanderError } from 'commander';
import type { Locale } from '../model/locale.ts';
import { columnsOf } from '../reporters/columns.ts';
import { wrap } from '../reporters/wrap.ts';
import type { CommandEntry, CommandModule } from './command.ts';
import type { ReadArguments } from './plain-flags.ts';
import type { Streams } from './streams.ts';
import { usageFailure } from './usage-failure.ts';
import { widthOf } from './width.ts';

const helpTitles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
};

/** What a flag does, what it takes, and what it is where nobody says: `… (error, warning; otherwise error)`. */
function optionText(
  { description, argChoices, defaultValue, defaultValueDescription }: Option,
  locale: Locale,
): string {
  const initial = defaultValueDescription ?? (defaultValue === undefined ? undefined : String(defaultValue));
  const isEnglish = locale === 'en';
  const parts = [
    ...(argChoices === undefined ? [] : [argChoices.join(isEnglish ? ', ' : '、')]),
    ...(initial === undefined ? [] : [isEnglish ? `default ${initial}` : `默认 ${initial}`]),
  ];
  if (parts.length === 0) return description;
  return isEnglish ? `${description} (${parts.join('; ')})` : `${description}（${parts.join('；')}）`;
}

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
      getOutHelpWidth: () => widthOf(streams),
      getOutHasColors: () => false,
    })
    .configureHelp({
      styleTitle: (title) => (locale === 'en' ? title : (helpTitles[title] ?? title)),
      optionDescription: (option) => optionText(option, locale),
      displayWidth: columnsOf,
      boxWrap: (text, width) => wrap(text, width).join('\n'),
    });
  await module.define(command, locale);
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    throw usageFailure(error, entry.words);
  }
  return { operands: command.args, flags: command.opts() };
}
