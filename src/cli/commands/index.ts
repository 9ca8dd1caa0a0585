import type { CommandEntry } from '../command.ts';

/** Every command, in the order of the help text. The first one is meant when none is named. */
export const commands: readonly [CommandEntry, ...CommandEntry[]] = [
  {
    words: ['check'],
    operands: '[paths…]',
    summary: {
      en: 'assess metadata against a standard (the default command)',
      'zh-CN': '按标准检查元数据（默认命令）',
    },
    load: async () => (await import('./check.ts')).checkCommand,
  },
  {
    words: ['explain'],
    operands: '[check]',
    summary: {
      en: 'what a check looks for, why, and how to mend it',
      'zh-CN': '说明某项检查的内容、原因和修改方法',
    },
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  {
    words: ['standard', 'list'],
    operands: '',
    summary: { en: 'the standards that come with this tool', 'zh-CN': '列出内置标准' },
    load: async () => (await import('./standard-list.ts')).standardListCommand,
  },
  {
    words: ['standard', 'show'],
    operands: '<standard>',
    summary: {
      en: 'records, fields, code lists and rules of a standard',
      'zh-CN': '显示标准的记录、字段、代码表和规则',
    },
    load: async () => (await import('./standard-show.ts')).standardShowCommand,
  },
];
