import type { UncheckedNote } from '../model/assessment.ts';
import type { Locale } from '../model/locale.ts';
import { counted, thousands } from '../model/numbers.ts';
import type { Severity } from '../model/severity.ts';

/** Every text of the reports for people, in one language. */
export interface TerminalTexts {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly fixable: string;
  readonly causes: string;
  readonly details: string;
  readonly columns: Readonly<
    Record<'department' | 'records' | 'conforming' | 'samples' | 'errors' | 'warnings', string>
  >;
  readonly notChecked: string;
  readonly wholeDocument: string;
  readonly verbose: Readonly<Record<'pointer' | 'keyword' | 'clause' | 'fingerprint', string>>;
  occurrences(cause: Occurrences): string;
  first(places: readonly string[]): string;
  shownDetails(shown: number, all: number): string;
  shownCauses(shown: number, all: number): string;
  showAll: string;
  moreDepartments(count: number): string;
  moreNotChecked(count: number): string;
  /** `more`: how many others have the same reason. */
  unchecked(note: UncheckedNote & { readonly more: number }): string;
  nothing: string;
  conforms(numbers: CheckedNumbers & { documents: number; standard: string }): string;
  checked(numbers: CheckedNumbers): string;
  totals(numbers: TotalNumbers): string;
}

/** How often and where a cause occurs. */
export interface Occurrences {
  readonly count: number;
  readonly records: number;
  /** Empty when there is only one department anyway. */
  readonly departments: readonly string[];
  /** More than 1 when similar causes are told together. */
  readonly causes: number;
}

/** What was looked at; `rows` are those of the samples. */
export interface CheckedNumbers {
  readonly records: number;
  readonly samples: number;
  readonly rows: number;
}

/** The figures of the last sentence. */
export interface TotalNumbers {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Records that the heaviest kind touches, and files that it touches outside any record. */
  readonly records: number;
  readonly files: number;
  readonly causes: number;
  readonly fixable: number;
}

const en: TerminalTexts = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  fixable: 'fixable',
  causes: 'Causes that repeat',
  details: 'Single divergences',
  columns: {
    department: 'Department',
    records: 'Records',
    conforming: 'Conforming',
    samples: 'Samples',
    errors: 'Errors',
    warnings: 'Warnings',
  },
  notChecked: 'Not checked',
  wholeDocument: 'file',
  verbose: { pointer: 'at', keyword: 'keyword', clause: 'clause', fingerprint: 'fingerprint' },
  occurrences: ({ count, records, departments, causes }) => {
    const often = causes > 1 ? `this and ${thousands(count - 1)} more of this check` : counted(count, 'time');
    const where = records === 0 ? often : `${often} in ${counted(records, 'record')}`;
    const whole = causes === 1 && records === count ? counted(records, 'record') : where;
    if (departments.length === 0) return whole;
    const who = departments.length === 1 ? departments[0] : counted(departments.length, 'department');
    return `${whole} ${records === 0 ? 'in' : 'of'} ${who}`;
  },
  first: (places) => `first: ${places.join(', ')}`,
  shownDetails: (shown, all) => `${thousands(shown)} of ${thousands(all)} single divergences shown.`,
  shownCauses: (shown, all) => `${thousands(shown)} of ${thousands(all)} repeated causes shown.`,
  showAll: ' --max-shown 0 shows all.',
  moreDepartments: (count) => `… and ${counted(count, 'more department')}`,
  moreNotChecked: (count) => `… and ${thousands(count)} more`,
  unchecked: ({ what, where, reason, more }) =>
    `${what} (${where})${more > 0 ? ` and ${counted(more, 'other')}` : ''}: ${reason}`,
  nothing: 'Nothing was checked: there was no file to read.',
  conforms: ({ records, documents, samples, rows, standard }) => {
    const what = [
      ...(documents > 0 ? [`${counted(records, 'record')} in ${counted(documents, 'file')}`] : []),
      ...(samples > 0 ? [samplesText({ samples, rows })] : []),
    ];
    const isOne = (documents > 0 ? records : 0) + samples === 1;
    return `${what.join(' and ')} ${isOne ? 'conforms' : 'conform'} to ${standard}.`;
  },
  checked: ({ records, samples, rows }) => {
    const what = [...(records > 0 ? [counted(records, 'record')] : []), samplesText({ samples, rows })];
    return `Checked ${what.join(' and ')}.`;
  },
  totals: ({ errors, warnings, infos, records, files, causes, fixable }) => {
    const [heavy = '', ...lighter] = [
      errors > 0 ? counted(errors, 'error') : '',
      warnings > 0 ? counted(warnings, 'warning') : '',
      infos > 0 ? counted(infos, 'note') : '',
    ].filter((kind) => kind !== '');
    const where = [
      records > 0 ? counted(records, 'record') : '',
      files > 0 ? counted(files, 'file') : '',
    ].filter((part) => part !== '');
    const tail = fixable > 0 ? `, ${thousands(fixable)} fixable` : '';
    const source = `from ${counted(causes, 'cause')}${tail}.`;
    const place = where.length === 0 ? '' : ` in ${where.join(' and ')}`;
    return lighter.length === 0
      ? `${heavy}${place} ${source}`
      : `${heavy}${place}, ${lighter.join(', ')}, ${source}`;
  },
};

function samplesText({ samples, rows }: Pick<CheckedNumbers, 'samples' | 'rows'>): string {
  return `${counted(samples, 'sample')} with ${counted(rows, 'row')}`;
}

const zh: TerminalTexts = {
  severity: { error: '错误', warning: '警告', info: '提示' },
  fixable: '可自动修复',
  causes: '重复出现的原因',
  details: '单个偏差',
  columns: {
    department: '部门',
    records: '记录',
    conforming: '符合',
    samples: '样本',
    errors: '错误',
    warnings: '警告',
  },
  notChecked: '未检查',
  wholeDocument: '文件',
  verbose: { pointer: '位置', keyword: '关键字', clause: '依据', fingerprint: '指纹' },
  occurrences: ({ count, records, departments, causes }) => {
    const who = departments.length === 1 ? `${departments[0]} ` : `${thousands(departments.length)} 个部门 `;
    const where = records === 0 ? '' : `${thousands(records)} 条记录`;
    const often = causes > 1 ? `该处及同类检查的其他 ${thousands(count - 1)} 处` : `${thousands(count)} 处`;
    const whole =
      causes === 1 && records === count ? where : [where, often].filter((part) => part !== '').join('，');
    return departments.length === 0 ? whole : who + whole;
  },
  first: (places) => `最先见于：${places.join('、')}`,
  shownDetails: (shown, all) => `单个偏差共 ${thousands(all)} 处，显示 ${thousands(shown)} 处。`,
  shownCauses: (shown, all) => `重复原因共 ${thousands(all)} 个，显示 ${thousands(shown)} 个。`,
  showAll: '用 --max-shown 0 显示全部。',
  moreDepartments: (count) => `……另有 ${thousands(count)} 个部门`,
  moreNotChecked: (count) => `……另有 ${thousands(count)} 项`,
  unchecked: ({ what, where, reason, more }) =>
    `${what}（${where}）${more > 0 ? `等 ${thousands(more + 1)} 项` : ''}：${reason}`,
  nothing: '没有可读取的文件，未做任何检查。',
  conforms: ({ records, documents, samples, rows, standard }) => {
    const what = [
      ...(documents > 0 ? [`${thousands(documents)} 个文件中的 ${thousands(records)} 条记录`] : []),
      ...(samples > 0 ? [`${thousands(samples)} 个数据样本（${thousands(rows)} 行）`] : []),
    ];
    return `${what.join('和 ')}符合 ${standard}。`;
  },
  checked: ({ records, samples, rows }) => {
    const what = [
      ...(records > 0 ? [`${thousands(records)} 条记录`] : []),
      `${thousands(samples)} 个数据样本（${thousands(rows)} 行）`,
    ];
    return `已检查 ${what.join('和 ')}。`;
  },
  totals: ({ errors, warnings, infos, records, files, causes, fixable }) => {
    const [first = '', ...lighter] = [
      errors > 0 ? `${thousands(errors)} 个错误` : '',
      warnings > 0 ? `${thousands(warnings)} 个警告` : '',
      infos > 0 ? `${thousands(infos)} 个提示` : '',
    ].filter((kind) => kind !== '');
    const where = [
      records > 0 ? `${thousands(records)} 条记录` : '',
      files > 0 ? `${thousands(files)} 个文件` : '',
    ].filter((part) => part !== '');
    const tail = fixable > 0 ? `，其中 ${thousands(fixable)} 处可自动修复` : '';
    const source = `源于 ${thousands(causes)} 个原因${tail}。`;
    const heavy = where.length === 0 ? first : `${where.join('和 ')}中有 ${first}`;
    return lighter.length === 0 ? `${heavy}，${source}` : `${heavy}，另有 ${lighter.join('、')}，${source}`;
  },
};

export const terminalTexts: Readonly<Record<Locale, TerminalTexts>> = { en, 'zh-CN': zh };
