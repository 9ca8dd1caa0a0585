import type { Command } from 'commander';
import { obligations } from '../../model/field.ts';
import type { Locale } from '../../model/locale.ts';
import { locales } from '../../model/locale.ts';
import type { RecordKind, Standard } from '../../model/standard.ts';
import { columnsOf, padEnd } from '../../reporters/columns.ts';
import { wrap } from '../../reporters/wrap.ts';
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
  streams.out(`${printable([...lines(standard, locale)].join('\n'))}\n`);
  return 0;
}

/** Words of this page in every language. */
const words = {
  en: {
    digest: 'digest',
    draft: 'draft',
    source: 'source',
    licence: 'licence',
    at: 'at',
    codelists: 'Code lists',
    notChecked: 'Not checked',
    open: 'open',
    closed: 'closed',
    rules: 'Rules',
    obligation: {
      mandatory: 'mandatory',
      conditional: 'conditional',
      recommended: 'recommended',
      optional: 'optional',
    },
    severity: { error: 'error', warning: 'warning', info: 'note' },
  },
  'zh-CN': {
    digest: '摘要值',
    draft: '草案',
    source: '来源',
    licence: '许可',
    at: '位于',
    codelists: '代码表',
    notChecked: '未检查',
    open: '开放',
    closed: '封闭',
    rules: '规则',
    obligation: { mandatory: '必填', conditional: '有条件必填', recommended: '推荐', optional: '选填' },
    severity: { error: '错误', warning: '警告', info: '提示' },
  },
} as const;

/** Codes of a list are named up to this many. */
const shownCodes = 12;

function* lines(standard: Standard, locale: Locale): Generator<string> {
  const { id, version, title, digest, draft, source, licence, kinds, codelists, notChecked } = standard;
  const text = words[locale];
  yield `${id}${version === '' ? '' : `@${version}`}  ${title[locale]}`;
  yield* headLines([
    [text.digest, digest],
    [text.draft, draft],
    [text.source, [source?.title, source?.url].filter((part) => part !== undefined).join('  ')],
    [text.licence, licence ?? ''],
  ]);
  if (source?.note !== undefined) yield* wrap(source.note, 96).map((line) => `  ${line}`);
  for (const kind of kinds) yield* kindLines(kind, locale);
  if (codelists.size > 0) yield* ['', text.codelists];
  for (const { id: list, open, codes } of codelists.values()) {
    const names = codes.slice(0, shownCodes).map(({ code }) => code);
    const more = codes.length > shownCodes ? `, … (${codes.length})` : '';
    yield `  ${list} (${open ? text.open : text.closed}): ${names.join(', ')}${more}`;
  }
  if (notChecked.length > 0) yield* ['', text.notChecked];
  for (const { what, where, reason } of notChecked) yield `  ${what} (${where}): ${reason}`;
}

function* headLines(rows: readonly (readonly [string, string])[]): Generator<string> {
  const width = Math.max(...rows.map(([name]) => columnsOf(name)));
  for (const [name, value] of rows) if (value !== '') yield `  ${padEnd(name, width)}  ${value}`;
}

function* kindLines({ kind, at, fields, rules }: RecordKind, locale: Locale): Generator<string> {
  const text = words[locale];
  const all = [...fields.values()];
  const named = obligations.flatMap((obligation) => all.filter((field) => field.obligation === obligation));
  const pointerWidth = Math.max(0, ...all.map(({ pointer }) => columnsOf(pointer)));
  const obligationWidth = Math.max(
    ...obligations.map((obligation) => columnsOf(text.obligation[obligation])),
  );
  yield* ['', `${kind}  ${text.at} ${at.map((pattern) => (pattern === '' ? '/' : pattern)).join(', ')}`];
  for (const { pointer, obligation, titles, codelist } of named) {
    const title = titles[locale] ?? titles['en'] ?? '';
    const list = codelist === undefined ? '' : `  [${codelist}]`;
    yield `  ${padEnd(pointer, pointerWidth)}  ${padEnd(text.obligation[obligation], obligationWidth)}  ${title}${list}`.trimEnd();
  }
  if (rules.length > 0) yield* ['', text.rules];
  for (const { id, severity, message } of rules)
    yield `  rule/${id}  ${text.severity[severity]}  ${message[locale]}`;
}
