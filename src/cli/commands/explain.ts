import type { Command } from 'commander';
import type { CheckDescription } from '../../model/check.ts';
import { Failure } from '../../model/failure.ts';
import type { Locale } from '../../model/locale.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Standard } from '../../model/standard.ts';
import { wrap } from '../../reporters/wrap.ts';
import { builtInStandards } from '../../workspace/builtin-standards.ts';
import { toolFiles } from '../../workspace/tool-files.ts';
import { checkExample } from '../check-example.ts';
import type { CommandModule, Invocation } from '../command.ts';
import type { ExitCode } from '../exit-code.ts';
import { ruleExplanation, severityText } from '../explain-rule.ts';
import { colon } from '../locale.ts';
import { localeOption } from '../locale-option.ts';
import { printable } from '../printable.ts';
import { widthOf } from '../width.ts';

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
    .addOption(localeOption(locale))
    .addHelpText(
      'after',
      '\nconcordat explain code/spelling\nconcordat explain rule/refused-is-not-open --standard cn-gov-catalogue',
    );
}

async function run({ operands: [id], flags, streams, locale }: Invocation): Promise<ExitCode> {
  const { checks } = await import('../../checks/index.ts');
  const named = flags['standard'];
  const standard =
    typeof named === 'string'
      ? await (await import('../engine.ts')).loadStandard(named, streams)
      : await builtInWithRule(id, streams);
  const lines = linesFor(id, { checks, standard, locale, width: widthOf(streams) });
  streams.out(`${printable(lines.join('\n'))}\n`);
  return 0;
}

/** The built-in standard that a rule belongs to, so that what a report names can be asked for as it stands there. */
async function builtInWithRule(
  id: string | undefined,
  streams: Invocation['streams'],
): Promise<Standard | undefined> {
  if (id?.startsWith('rule/') !== true) return undefined;
  const { loadStandard } = await import('../engine.ts');
  for (const { id: name, version } of builtInStandards(toolFiles().root)) {
    const standard = await loadStandard(`${name}@${version}`, streams);
    if (standard.kinds.some(({ rules }) => rules.some((rule) => `rule/${rule.id}` === id))) return standard;
  }
  return undefined;
}

interface Subject {
  readonly checks: readonly CheckDescription[];
  readonly standard: Standard | undefined;
  readonly locale: Locale;
  readonly width: number;
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

function explanation(id: string, { checks, standard, locale, width }: Subject): string[] {
  const isRule = id.startsWith('rule/');
  const check = checks.find((one) => one.id === (isRule ? 'rule' : id)) ?? unknown(id, checks);
  const { why, mend, severity } = headings[locale];
  const grade = standard?.severity.get(check.id) ?? check.severity;
  return [
    `${check.id}${colon(locale)}${check.title[locale]}`,
    '',
    `${severity}${colon(locale)}${severityText(grade, locale)}`,
    '',
    why,
    ...paragraph(check.rationale[locale], width),
    '',
    mend,
    ...paragraph(check.mend[locale], width),
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

/** A text of the page, indented. Examples are never broken: they are shown as they stand in their file. */
function paragraph(text: string, width: number): string[] {
  return wrap(text, Math.max(minWidth, width - 2)).map((line) => `  ${line}`);
}

/** Narrower than this nothing is broken. */
const minWidth = 40;

function unknown(id: string, checks: readonly CheckDescription[]): never {
  const near = nearestName(
    id,
    checks.map((one) => one.id),
  );
  const shown = JSON.stringify(id);
  if (/^c\d+$/.test(id)) {
    throw new Failure('usage', `${shown} is the number of a cause in one report, not a check.`, {
      hint: 'Name the check that stands with it, such as code/spelling.',
      zh: {
        message: `${shown} 是报告中原因的编号，不是检查名称。`,
        hint: '请写它的检查名称，如 code/spelling。',
      },
    });
  }
  throw new Failure('usage', `There is no check ${shown}.`, {
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}\`concordat explain\` lists all checks.`,
    zh: {
      message: `没有 ${shown} 这项检查。`,
      hint: `${near === undefined ? '' : `是否想用 ${near}？`}concordat explain 列出全部检查。`,
    },
  });
}
