import type { Command } from 'commander';
import type { CheckDescription } from '../../model/check.ts';
import { Failure } from '../../model/failure.ts';
import type { Locale } from '../../model/locale.ts';
import { locales } from '../../model/locale.ts';
import { nearestName } from '../../workspace/nearest-name.ts';
import type { CommandModule, Invocation } from '../command.ts';
import type { ExitCode } from '../exit-code.ts';

const headings = {
  en: { why: 'Why it matters', mend: 'How to mend it', severity: 'Severity' },
  'zh-CN': { why: '为什么重要', mend: '如何修改', severity: '级别' },
} as const;

/** `concordat explain [check]`: the texts of one check, or the list of all. */
export const explainCommand: CommandModule = { define, run };

function define(command: Command, locale: Locale): void {
  command
    .argument(
      '[check]',
      locale === 'en'
        ? 'a check as reports name it; all of them when left out'
        : '报告中的检查名称；省略时列出全部',
    )
    .option('--locale <locale>', locales.join(', '))
    .addHelpText('after', '\nconcordat explain code/spelling');
}

async function run({ operands: [id], streams, locale }: Invocation): Promise<ExitCode> {
  const { checks } = await import('../../checks/index.ts');
  streams.out(id === undefined ? list(checks, locale) : explanation(id, checks, locale));
  return 0;
}

function list(checks: readonly CheckDescription[], locale: Locale): string {
  const width = Math.max(...checks.map(({ id }) => id.length));
  return checks.map((check) => `${check.id.padEnd(width)}  ${check.title[locale]}\n`).join('');
}

function explanation(id: string, checks: readonly CheckDescription[], locale: Locale): string {
  const check = checks.find((one) => one.id === (id.startsWith('rule/') ? 'rule' : id));
  if (check === undefined) {
    const near = nearestName(
      id,
      checks.map((one) => one.id),
    );
    throw new Failure('usage', `There is no check ${JSON.stringify(id)}.`, {
      hint: `${near === undefined ? '' : `Did you mean ${near}? `}\`concordat explain\` lists all checks.`,
    });
  }
  const { why, mend, severity } = headings[locale];
  return [
    `${check.id}: ${check.title[locale]}`,
    '',
    `${severity}: ${check.severity}`,
    '',
    why,
    `  ${check.rationale[locale]}`,
    '',
    mend,
    `  ${check.mend[locale]}`,
    '',
  ].join('\n');
}
