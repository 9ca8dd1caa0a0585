import type { Locale } from '../model/locale.ts';
import type { CommandEntry } from './command.ts';
import { commands } from './commands/index.ts';

/** The text of `concordat --help`. Loads no command. */
export function overview(locale: Locale): string {
  const lines = commandLines(commands, locale);
  return locale === 'en' ? english(lines) : chinese(lines);
}

/** The text of `concordat standard --help`: the commands that share their first word. */
export function groupOverview(members: readonly CommandEntry[], locale: Locale): string {
  const more =
    locale === 'en'
      ? 'concordat <command> --help: flags and examples'
      : 'concordat <命令> --help：参数和示例';
  return `${titles[locale]}\n${commandLines(members, locale).join('\n')}\n\n${more}\n`;
}

const titles: Readonly<Record<Locale, string>> = { en: 'Commands', 'zh-CN': '命令' };

function commandLines(entries: readonly CommandEntry[], locale: Locale): string[] {
  const usages = entries.map(({ words, operands }) => `concordat ${words.join(' ')} ${operands}`.trimEnd());
  const width = Math.max(...usages.map((usage) => usage.length));
  return entries.map(({ summary }, index) => `  ${(usages[index] ?? '').padEnd(width)}  ${summary[locale]}`);
}

function english(lines: readonly string[]): string {
  return `concordat holds departments' metadata against a common catalogue standard and reports where they diverge.

Commands
${lines.join('\n')}

  concordat <command> --help          flags and examples of a command
  concordat --version

Examples
  concordat check --standard cn-gov-catalogue submissions/
  concordat check --standard our-standard/ --format terminal --format json:report.json health/catalogue.json
  concordat explain code/spelling

Exit codes
  0  conforms    1  diverges    2  could not do the job
`;
}

function chinese(lines: readonly string[]): string {
  return `concordat 按统一的目录标准检查各部门的元数据，报告与标准的偏差。

命令
${lines.join('\n')}

  concordat <命令> --help             命令的参数和示例
  concordat --version

示例
  concordat check --standard cn-gov-catalogue 提交/
  concordat check --standard 本地标准/ --format terminal --format json:report.json 卫生/目录.json
  concordat explain code/spelling

退出码
  0  符合标准    1  存在偏差    2  无法完成检查
`;
}
