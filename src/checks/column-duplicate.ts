import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { defineCheck } from './define-check.ts';
import { columnText, quotedNames } from './sample-words.ts';

export const columnDuplicate = defineCheck({
  id: 'column/duplicate',
  severity: 'error',
  title: { en: 'Columns with the same heading', 'zh-CN': '列名重复' },
  rationale: {
    en: 'Nobody can tell which of the columns is meant; most programs read the last one and drop the others.',
    'zh-CN': '无法判断以哪一列为准；多数系统只读取最后一列，其余被丢弃。',
  },
  mend: {
    en: 'Keep one of the columns, or give each a heading of its own.',
    'zh-CN': '只保留一列，或为各列分别命名。',
  },
  message: {
    en: (facts) =>
      otherNames(facts, 'en') ??
      `the heading “${columnText(facts, 'en')}” stands ${times(facts['count'])}${places(facts, 'en')}; only the first of these columns is checked`,
    'zh-CN': (facts) =>
      otherNames(facts, 'zh-CN') ??
      `列名“${columnText(facts, 'zh-CN')}”出现 ${facts['count']} 次${places(facts, 'zh')}，只检查其中第一列`,
  },
});

/** Headings that mean one item: its name and its English name. */
function otherNames(facts: Facts, locale: Locale): string | undefined {
  const { others, reason } = facts;
  if (reason !== 'item') return undefined;
  const names = quotedNames([columnText(facts, locale), ...(Array.isArray(others) ? others : [])], locale);
  return locale === 'en'
    ? `the headings ${names} mean the same item${places(facts, 'en')}; only the first of these columns is checked`
    : `列名${names}指同一信息项${places(facts, 'zh')}，只检查其中第一列`;
}

function times(count: Facts[string] | undefined): string {
  return count === 2 ? 'twice' : `${count} times`;
}

/** More places than a line has room for are left out. */
function listed(positions: readonly string[], sign = ', '): string {
  const shown = positions.slice(0, mostPlaces);
  return [...shown, ...(positions.length > shown.length ? ['…'] : [])].join(sign);
}

const mostPlaces = 8;

/** ` (columns 2 and 7, which hold the same)` */
function places({ positions, same }: Facts, language: 'en' | 'zh'): string {
  if (!Array.isArray(positions)) return '';
  if (language === 'en') {
    const sameness = same === true ? ', which hold the same' : ', which do not hold the same';
    return ` (columns ${listed(positions)}${same === undefined ? '' : sameness})`;
  }
  const sameness = same === true ? '，内容相同' : '，内容不同';
  return `（第 ${listed(positions, '、')} 列${same === undefined ? '' : sameness}）`;
}
