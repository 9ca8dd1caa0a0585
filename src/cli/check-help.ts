import type { Command } from 'commander';
import { Option } from 'commander';
import type { Locale, Localized } from '../model/locale.ts';
import { checkFlagTable } from './check-flags.ts';
import type { Flag } from './plain-flags.ts';

const paths = {
  en: 'files, folders and quoted patterns; - for standard input',
  'zh-CN': '文件、目录或加引号的通配符；- 表示标准输入',
};

const texts = {
  standard: {
    en: 'a built-in standard (concordat standard list), a package folder, or a JSON Schema file',
    'zh-CN': '内置标准（见 concordat standard list）、标准目录或 JSON Schema 文件',
  },
  schema: {
    en: 'checks data alone against a Table Schema, a JSON Schema of a row, or a data package',
    'zh-CN': '单独检查数据：Table Schema、行的 JSON Schema 或数据包描述文件',
  },
  sample: {
    en: 'the record (its id or title) that declares the data in a file, repeatable',
    'zh-CN': '数据文件对应的记录（代码或名称），可重复',
  },
  'department-from': {
    en: 'where the name of a department comes from: folder, file, or a JSON Pointer into each record',
    'zh-CN': '部门名称的来源：folder（目录）、file（文件名），或指向记录字段的 JSON Pointer',
  },
  format: {
    en: 'a report and where it goes, repeatable: terminal, summary, json',
    'zh-CN': '报告格式及输出文件，可重复：terminal、summary、json',
  },
  'fail-on': { en: 'from which severity on the exit code is 1', 'zh-CN': '从哪一级别起退出码为 1' },
  'max-shown': {
    en: 'entries shown in reports for people; 0 shows all',
    'zh-CN': '阅读用报告最多显示的条目数；0 为全部',
  },
  locale: {
    en: 'language of the texts; otherwise that of the environment (LC_ALL, LC_MESSAGES, LANG)',
    'zh-CN': '文字语言；省略时取自环境变量（LC_ALL、LC_MESSAGES、LANG）',
  },
  color: { en: 'colour on standard output', 'zh-CN': '是否使用颜色' },
  quiet: { en: 'errors only, no progress', 'zh-CN': '只显示错误，不显示进度' },
  verbose: {
    en: 'pointers, keywords and clauses of every divergence',
    'zh-CN': '显示每个偏差的指针、关键字和依据',
  },
  'show-values': {
    en: 'shows values of data samples, which are masked otherwise',
    'zh-CN': '显示数据样本中的取值（默认脱敏）',
  },
  statistics: {
    en: 'sums up what each column of the data samples holds; reads them once more',
    'zh-CN': '汇总数据样本各列的内容（需再读取一遍）',
  },
  'stdin-filepath': {
    en: 'the name that standard input goes by; its ending tells the format',
    'zh-CN': '标准输入对应的文件名，由扩展名确定格式',
  },
  'no-error-on-unmatched-pattern': {
    en: 'let pass paths and patterns that match nothing',
    'zh-CN': '路径或通配符没有匹配时不报错',
  },
  workers: { en: 'how many processor cores to use', 'zh-CN': '使用的处理器核心数' },
  today: {
    en: 'the date that rules see, for runs that can be repeated',
    'zh-CN': '规则使用的当天日期，便于重复运行',
  },
} as const satisfies Readonly<Record<(typeof checkFlagTable)[number]['name'], Localized>>;

const examples: Readonly<Record<Locale, string>> = {
  en: `
Examples:
  concordat check --standard cn-gov-catalogue submissions/
  concordat check --standard schema.json "health/**/*.json" --format json:report.json --format terminal
  concordat check beds.csv --schema beds.schema.json
  curl … | concordat check --standard cn-gov-catalogue - --stdin-filepath health/catalogue.json

Exit codes: 0 conforms, 1 diverges, 2 could not do the job.`,
  'zh-CN': `
示例：
  concordat check --standard cn-gov-catalogue 提交/
  concordat check --standard schema.json "卫生/**/*.json" --format json:report.json --format terminal
  concordat check 床位.csv --schema 床位.schema.json
  curl … | concordat check --standard cn-gov-catalogue - --stdin-filepath 卫生/目录.json

退出码：0 符合标准，1 存在偏差，2 无法完成检查。`,
};

/** Tells commander the flags of `check`. */
export function defineCheckFlags(command: Command, locale: Locale): void {
  command.argument('[paths...]', paths[locale]);
  for (const flag of checkFlagTable) command.addOption(optionOf(flag, texts[flag.name][locale]));
  command.addHelpText('after', examples[locale]);
}

function optionOf({ name, short, takes, choices, initial, initialText, parse }: Flag, text: string): Option {
  const option = new Option(
    `${short === undefined ? '' : `-${short}, `}--${name}${takes === undefined ? '' : ` ${takes}`}`,
    text,
  );
  if (choices !== undefined) option.choices(choices);
  if (parse !== undefined) option.argParser(parse);
  return initial === undefined || takes === undefined ? option : option.default(initial, initialText);
}
