import type { Command } from 'commander';
import { obligations } from '../../model/field.ts';
import type { Locale } from '../../model/locale.ts';
import { locales } from '../../model/locale.ts';
import type { RecordKind, Standard } from '../../model/standard.ts';
import type { CommandModule, Invocation } from '../command.ts';
import type { ExitCode } from '../exit-code.ts';
import { printable } from '../printable.ts';

/** `concordat standard show <standard>`: what a standard asks for, in short. */
export const standardShowCommand: CommandModule = { define, run };

function define(command: Command, locale: Locale): void {
  command
    .argument(
      '<standard>',
      locale === 'en'
        ? 'built-in id, package folder or JSON Schema file'
        : '内置标准、标准目录或 JSON Schema 文件',
    )
    .option('--locale <locale>', locales.join(', '));
}

async function run({ operands: [value = ''], streams, locale }: Invocation): Promise<ExitCode> {
  const { loadStandard } = await import('../engine.ts');
  const standard = await loadStandard(value, streams);
  streams.out(`${printable(lines(standard, locale).join('\n'))}\n`);
  return 0;
}

function lines(standard: Standard, locale: Locale): string[] {
  const { id, version, title, digest, draft, source, licence, kinds, codelists, notChecked } = standard;
  return [
    `${id}@${version}  ${title[locale]}`,
    `  digest    ${digest}`,
    `  draft     ${draft}`,
    ...(source === undefined
      ? []
      : [`  source    ${source.title}${source.url === undefined ? '' : `  ${source.url}`}`]),
    ...(licence === undefined ? [] : [`  licence   ${licence}`]),
    ...kinds.flatMap((kind) => ['', ...kindLines(kind, locale)]),
    ...(codelists.size === 0 ? [] : ['', 'code lists']),
    ...[...codelists.values()].map(
      (list) => `  ${list.id}  ${list.codes.length} ${list.open ? 'open' : 'closed'}`,
    ),
    ...(notChecked.length === 0 ? [] : ['', 'not checked']),
    ...notChecked.map(({ what, where, reason }) => `  ${what} (${where}): ${reason}`),
  ];
}

function kindLines({ kind, at, fields, rules }: RecordKind, locale: Locale): string[] {
  const all = [...fields.values()];
  const named = obligations.flatMap((obligation) => all.filter((field) => field.obligation === obligation));
  const width = Math.max(0, ...all.map(({ pointer }) => pointer.length));
  return [
    `${kind}  at ${at.map((pattern) => (pattern === '' ? '/' : pattern)).join(', ')}`,
    ...named.map(({ pointer, obligation, titles, codelist }) => {
      const title = titles[locale] ?? titles['en'] ?? '';
      const list = codelist === undefined ? '' : `  [${codelist}]`;
      return `  ${pointer.padEnd(width)}  ${obligation.padEnd(11)}  ${title}${list}`.trimEnd();
    }),
    ...rules.map(({ id, severity, message }) => `  rule/${id}  ${severity}  ${message[locale]}`),
  ];
}
