import type { Command } from 'commander';
import type { CheckDescription } from '../../model/check.ts';
import { Failure } from '../../model/failure.ts';
import type { Locale } from '../../model/locale.ts';
import { locales } from '../../model/locale.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Standard } from '../../model/standard.ts';
import { checkExample } from '../check-example.ts';
import type { CommandModule, Invocation } from '../command.ts';
import type { ExitCode } from '../exit-code.ts';
import { ruleExplanation, severityText } from '../explain-rule.ts';
import { printable } from '../printable.ts';

const headings = {
  en: {
    why: 'Why it matters',
    mend: 'How to mend it',
    severity: 'Severity',
    example: 'Example',
    says: 'concordat says',
  },
  'zh-CN': {
    why: '为什么重要',
    mend: '如何修改',
    severity: '级别',
    example: '示例',
    says: 'concordat 的报告',
  },
} as const;

/** `concordat explain [check]`: the texts and an example of one check, a rule of a standard, or the list of all. */
export const explainCommand: CommandModule = { define, run };

function define(command: Command, locale: Locale): void {
  const isEnglish = locale === 'en';
  command
    .argument(
      '[check]',
      isEnglish
        ? 'a check as reports name it; all of them when left out'
        : '报告中的检查名称；省略时列出全部',
    )
    .option(
      '-s, --standard <standard>',
      isEnglish ? 'the standard whose rule or severity is meant' : '所指规则或级别所属的标准',
    )
    .option('--locale <locale>', locales.join(', '))
    .addHelpText(
      'after',
      '\nconcordat explain code/spelling\nconcordat explain rule/refused-is-not-open --standard cn-gov-catalogue',
    );
}

async function run({ operands: [id], flags, streams, locale }: Invocation): Promise<ExitCode> {
  const { checks } = await import('../../checks/index.ts');
  const named = flags['standard'];
  const standard =
    typeof named === 'string' ? await (await import('../engine.ts')).loadStandard(named, streams) : undefined;
  const lines = linesFor(id, { checks, standard, locale });
  streams.out(`${printable(lines.join('\n'))}\n`);
  return 0;
}

interface Subject {
  readonly checks: readonly CheckDescription[];
  readonly standard: Standard | undefined;
  readonly locale: Locale;
}

function linesFor(id: string | undefined, subject: Subject): string[] {
  if (id === undefined) return list(subject);
  const { standard, locale } = subject;
  return id.startsWith('rule/') && standard !== undefined
    ? ruleExplanation(id, standard, locale)
    : explanation(id, subject);
}

function list({ checks, standard, locale }: Subject): string[] {
  const rules = (standard?.kinds ?? [])
    .flatMap((kind) => kind.rules)
    .map(({ id, message }) => ({ id: `rule/${id}`, title: message }));
  const all = [...checks, ...rules];
  const width = Math.max(...all.map(({ id }) => id.length));
  return all.map(({ id, title }) => `${id.padEnd(width)}  ${title[locale]}`);
}

function explanation(id: string, { checks, standard, locale }: Subject): string[] {
  const isRule = id.startsWith('rule/');
  const check = checks.find((one) => one.id === (isRule ? 'rule' : id)) ?? unknown(id, checks);
  const { why, mend, severity } = headings[locale];
  const grade = standard?.severity.get(check.id) ?? check.severity;
  return [
    `${check.id}: ${check.title[locale]}`,
    '',
    `${severity}: ${severityText(grade, locale)}`,
    '',
    why,
    `  ${check.rationale[locale]}`,
    '',
    mend,
    `  ${check.mend[locale]}`,
    ...example(check.id, locale),
    ...(isRule ? ['', whichRule(id, locale)] : []),
  ];
}

function example(id: string, locale: Locale): string[] {
  const found = checkExample(id, locale);
  if (found === undefined) return [];
  const { example: title, says } = headings[locale];
  const source = found.source === undefined ? [] : ['', title, ...indented(found.source)];
  return [...source, '', source.length > 0 ? says : title, ...indented(found.transcript)];
}

function indented(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`.trimEnd());
}

function whichRule(id: string, locale: Locale): string {
  const command = `concordat explain ${id} --standard <standard>`;
  return locale === 'en' ? `What this very rule says: ${command}` : `查看该规则的具体内容：${command}`;
}

function unknown(id: string, checks: readonly CheckDescription[]): never {
  const near = nearestName(
    id,
    checks.map((one) => one.id),
  );
  throw new Failure('usage', `There is no check ${JSON.stringify(id)}.`, {
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}\`concordat explain\` lists all checks.`,
  });
}
