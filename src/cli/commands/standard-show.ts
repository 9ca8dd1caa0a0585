import type { Command } from 'commander';
import type { CodeList } from '../../model/code-list.ts';
import type { NotChecked } from '../../model/fault.ts';
import { obligations, usualWeights } from '../../model/field.ts';
import type { Locale } from '../../model/locale.ts';
import type { Rule } from '../../model/rule.ts';
import type { SampleBinding } from '../../model/sample-binding.ts';
import type { RecordKind, Standard } from '../../model/standard.ts';
import { columnsOf, padEnd } from '../../reporters/columns.ts';
import { wrap } from '../../reporters/wrap.ts';
import type { CommandModule, Invocation } from '../command.ts';
import type { ExitCode } from '../exit-code.ts';
import { localeOption } from '../locale-option.ts';
import { printable } from '../printable.ts';
import { sampleBindingLines } from '../sample-binding-lines.ts';
import { widthOf } from '../width.ts';

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
    .addOption(localeOption(locale));
}

async function run({ operands: [value = ''], streams, locale }: Invocation): Promise<ExitCode> {
  const { loadStandard } = await import('../engine.ts');
  const standard = await loadStandard(value, streams);
  streams.out(`${printable([...lines(standard, { locale, width: widthOf(streams) })].join('\n'))}\n`);
  return 0;
}

/** Words of this page in every language. */
const words = {
  en: {
    digest: 'digest',
    draft: 'JSON Schema',
    source: 'source',
    licence: 'licence',
    at: 'at',
    codelists: 'Code lists',
    notChecked: 'Not checked',
    open: 'open',
    closed: 'closed',
    rules: 'Rules',
    weight: 'weight',
    obligation: {
      mandatory: 'mandatory',
      conditional: 'conditional',
      recommended: 'recommended',
      optional: 'optional',
    },
    severity: { error: 'error', warning: 'warning', info: 'info' },
    comma: ', ',
    labelled: (code: string, label: string) => `${code} (${label})`,
    codes: (list: string, kind: string, codes: string) => `${list} (${kind}): ${codes}`,
  },
  'zh-CN': {
    digest: '摘要值',
    draft: 'JSON Schema',
    source: '来源',
    licence: '许可',
    at: '位于',
    codelists: '代码表',
    notChecked: '未检查',
    open: '开放',
    closed: '封闭',
    rules: '规则',
    weight: '权重',
    obligation: { mandatory: '必填', conditional: '有条件必填', recommended: '推荐', optional: '选填' },
    severity: { error: '错误', warning: '警告', info: '提示' },
    comma: '、',
    labelled: (code: string, label: string) => `${code}（${label}）`,
    codes: (list: string, kind: string, codes: string) => `${list}（${kind}）：${codes}`,
  },
} as const;

/** Codes of a list are named up to this many. */
const shownCodes = 12;
/** Narrower than this nothing is broken. */
const minWidth = 40;

interface Page {
  readonly locale: Locale;
  readonly width: number;
}

function* lines(standard: Standard, page: Page): Generator<string> {
  const { id, version, title, digest, draft, source, licence, kinds, samples, codelists, notChecked } =
    standard;
  const { locale } = page;
  const text = words[locale];
  yield `${id}${version === '' ? '' : `@${version}`}  ${title[locale]}`;
  yield* headLines(
    [
      [text.digest, digest],
      [text.draft, draft],
      [text.source, [source?.title, source?.url].filter((part) => part !== undefined).join('  ')],
      [text.licence, licence ?? ''],
    ],
    page,
  );
  if (source?.note !== undefined) yield '';
  for (const line of source?.note === undefined ? [] : wrap(source.note, Math.max(minWidth, page.width - 2)))
    yield `  ${line}`;
  for (const kind of kinds) yield* kindLines(kind, page);
  if (samples !== undefined) yield* ['', ...sampleLines(samples, page)];
  if (codelists.size > 0) yield* ['', text.codelists];
  for (const list of codelists.values()) yield* indented('  ', codesText(list, locale), page);
  yield* uncheckedLines(notChecked, page);
}

function* uncheckedLines(notes: readonly NotChecked[], page: Page): Generator<string> {
  if (notes.length > 0) yield* ['', words[page.locale].notChecked];
  for (const { what, where, reason, zh } of notes) {
    const said =
      page.locale === 'en' ? `${what} (${where}): ${reason}` : `${zh.what}（${where}）：${zh.reason}`;
    yield* indented('  ', said, page);
  }
}

function codesText({ id, open, codes }: CodeList, locale: Locale): string {
  const text = words[locale];
  const names = codes.slice(0, shownCodes).map(({ code, labels }) => {
    const label = labels[locale];
    return label === undefined || label === code ? code : text.labelled(code, label);
  });
  const more = codes.length > shownCodes ? [`… (${codes.length})`] : [];
  return text.codes(id, open ? text.open : text.closed, [...names, ...more].join(text.comma));
}

/** A text behind the blanks before it, its further lines indented two more. */
function* indented(before: string, text: string, { width }: Page): Generator<string> {
  const [first = '', ...rest] = wrap(before + text, Math.max(minWidth, width - 4));
  yield first;
  for (const line of rest) yield `${before}  ${line.trimStart()}`;
}

function* headLines(rows: readonly (readonly [string, string])[], page: Page): Generator<string> {
  const width = Math.max(...rows.map(([name]) => columnsOf(name)));
  for (const [name, value] of rows) {
    if (value === '') continue;
    const room = Math.max(minWidth, page.width - width - 4);
    // A digest is copied; only sentences are broken.
    for (const [index, line] of (value.includes(' ') ? wrap(value, room) : [value]).entries())
      yield `  ${padEnd(index === 0 ? name : '', width)}  ${line}`;
  }
}

/** How records declare their data; lists of words are long. */
function* sampleLines(binding: SampleBinding, page: Page): Generator<string> {
  for (const line of sampleBindingLines(binding, page.locale)) {
    const indent = line.length - line.trimStart().length;
    yield* indented(' '.repeat(indent), line.slice(indent), page);
  }
}

function* kindLines({ kind, at, fields, rules }: RecordKind, page: Page): Generator<string> {
  const { locale } = page;
  const text = words[locale];
  const all = [...fields.values()];
  const named = obligations.flatMap((obligation) => all.filter((field) => field.obligation === obligation));
  const pointerWidth = Math.max(0, ...all.map(({ pointer }) => columnsOf(pointer)));
  const obligationWidth = Math.max(
    ...obligations.map((obligation) => columnsOf(text.obligation[obligation])),
  );
  yield* [
    '',
    `${kind}  ${text.at} ${at.map((pattern) => (pattern === '' ? '/' : pattern)).join(text.comma)}`,
  ];
  for (const { pointer, obligation, titles, codelist, weight } of named) {
    const title = titles[locale] ?? titles['en'] ?? '';
    const list = codelist === undefined ? '' : `  [${codelist}]`;
    const heavy = weight === usualWeights[obligation] ? '' : `  ${text.weight} ${weight}`;
    yield `  ${padEnd(pointer, pointerWidth)}  ${padEnd(text.obligation[obligation], obligationWidth)}  ${title}${list}${heavy}`.trimEnd();
  }
  if (rules.length > 0) yield* ['', text.rules];
  for (const rule of rules) yield* ruleLines(rule, page);
}

/** `  warning  rule/class-fits-code`, and below what it says. */
function* ruleLines({ id, severity, message }: Rule, page: Page): Generator<string> {
  const text = words[page.locale];
  const width = Math.max(...Object.values(text.severity).map(columnsOf));
  yield `  ${padEnd(text.severity[severity], width)}  rule/${id}`;
  const indent = ' '.repeat(width + 4);
  for (const line of wrap(message[page.locale], Math.max(minWidth, page.width - indent.length)))
    yield indent + line;
}
