import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { Option } from 'commander';
import { Failure } from '../model/failure.ts';
import type { Locale } from '../model/locale.ts';
import { locales } from '../model/locale.ts';
import type { FailOn } from './exit-code.ts';
import { failOnLevels } from './exit-code.ts';

/** The flags of `check` as commander hands them over. */
export interface CheckFlags {
  readonly standard?: string;
  readonly departmentFrom?: string;
  readonly format: readonly string[];
  readonly failOn: FailOn;
  /** `Infinity` when everything is to be shown. */
  readonly maxShown: number;
  readonly color: 'auto' | 'always' | 'never';
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly stdinFilepath?: string;
  readonly errorOnUnmatchedPattern: boolean;
  readonly workers: number;
  readonly today?: string;
}

const texts = {
  paths: {
    en: 'files, folders and quoted patterns; - for standard input',
    'zh-CN': '文件、目录或加引号的通配符；- 表示标准输入',
  },
  standard: {
    en: 'a built-in standard (concordat standard list), a package folder, or a JSON Schema file',
    'zh-CN': '内置标准（见 concordat standard list）、标准目录或 JSON Schema 文件',
  },
  department: {
    en: 'where the name of a department comes from: folder, file, or a JSON Pointer into each record',
    'zh-CN': '部门名称的来源：folder（目录）、file（文件名），或指向记录字段的 JSON Pointer',
  },
  format: {
    en: 'a report and where it goes, repeatable: terminal, summary, json',
    'zh-CN': '报告格式及输出文件，可重复：terminal、summary、json',
  },
  failOn: { en: 'from which severity on the exit code is 1', 'zh-CN': '从哪一级别起退出码为 1' },
  maxShown: {
    en: 'entries shown in reports for people; 0 shows all',
    'zh-CN': '阅读用报告最多显示的条目数；0 为全部',
  },
  locale: { en: 'language of the texts', 'zh-CN': '文字语言' },
  color: { en: 'colour on standard output', 'zh-CN': '是否使用颜色' },
  quiet: { en: 'errors only, no progress', 'zh-CN': '只显示错误，不显示进度' },
  verbose: {
    en: 'pointers, keywords and clauses of every divergence',
    'zh-CN': '显示每个偏差的指针、关键字和依据',
  },
  stdin: {
    en: 'the name that standard input goes by; its ending tells the format',
    'zh-CN': '标准输入对应的文件名，由扩展名确定格式',
  },
  unmatched: {
    en: 'let pass paths and patterns that match nothing',
    'zh-CN': '路径或通配符没有匹配时不报错',
  },
  workers: { en: 'how many processor cores to use', 'zh-CN': '使用的处理器核心数' },
  today: {
    en: 'the date that rules see, for runs that can be repeated',
    'zh-CN': '规则使用的当天日期，便于重复运行',
  },
} as const;

const examples: Readonly<Record<Locale, string>> = {
  en: `
Examples:
  concordat check --standard cn-gov-catalogue submissions/
  concordat check --standard schema.json "health/**/*.json" --format json:report.json --format terminal
  curl … | concordat check --standard cn-gov-catalogue - --stdin-filepath health/catalogue.json

Exit codes: 0 conforms, 1 diverges, 2 could not do the job.`,
  'zh-CN': `
示例：
  concordat check --standard cn-gov-catalogue 提交/
  concordat check --standard schema.json "卫生/**/*.json" --format json:report.json --format terminal
  curl … | concordat check --standard cn-gov-catalogue - --stdin-filepath 卫生/目录.json

退出码：0 符合标准，1 存在偏差，2 无法完成检查。`,
};

/** Tells commander the flags of `check`. */
export function defineCheckFlags(command: Command, locale: Locale): void {
  const text = (name: keyof typeof texts) => texts[name][locale];
  command
    .argument('[paths...]', text('paths'))
    .option('-s, --standard <standard>', text('standard'))
    .option('--department-from <source>', text('department'))
    .addOption(
      new Option('-f, --format <name[:file]>', text('format')).default([], 'terminal').argParser(append),
    )
    .addOption(new Option('--fail-on <severity>', text('failOn')).choices(failOnLevels).default('error'))
    .addOption(new Option('--max-shown <n>', text('maxShown')).default(30).argParser(parseMaxShown))
    .addOption(new Option('--locale <locale>', text('locale')).choices(locales))
    .addOption(
      new Option('--color <when>', text('color')).choices(['auto', 'always', 'never']).default('auto'),
    )
    .option('-q, --quiet', text('quiet'))
    .option('--verbose', text('verbose'))
    .option('--stdin-filepath <path>', text('stdin'))
    .option('--no-error-on-unmatched-pattern', text('unmatched'))
    .addOption(
      new Option('--workers <n>', text('workers'))
        .default(Math.min(availableParallelism(), maxDefaultWorkers))
        .argParser(parseWorkers),
    )
    .addOption(new Option('--today <date>', text('today')).argParser(parseToday))
    .addHelpText('after', examples[locale]);
}

/** Beyond this many, threads mostly wait for the disk. */
const maxDefaultWorkers = 8;

function append(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

function parseMaxShown(value: string): number {
  const count = wholeNumber('--max-shown', value, 0);
  return count === 0 ? Number.POSITIVE_INFINITY : count;
}

function parseWorkers(value: string): number {
  return wholeNumber('--workers', value, 1);
}

function wholeNumber(flag: string, value: string, least: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least) return number;
  throw new Failure('usage', `${flag} ${JSON.stringify(value)} is not a whole number of at least ${least}.`);
}

/** CCYY-MM-DD, and a day that exists. */
function parseToday(value: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const exists = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= lastDay;
  if (exists) return value;
  throw new Failure('usage', `--today ${JSON.stringify(value)} is not a date.`, {
    hint: 'Write it as 2026-05-01.',
  });
}
