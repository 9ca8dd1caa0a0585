import type { Facts } from '../model/check.ts';
import { defineCheck } from './define-check.ts';
import { columnText } from './sample-words.ts';
import { cut } from './shown-value.ts';

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
      twoNames(facts, 'en') ??
      `the heading “${columnText(facts, 'en')}” stands ${times(facts['count'])}${places(facts, 'en')}; only the first of these columns is checked`,
    'zh-CN': (facts) =>
      twoNames(facts, 'zh') ??
      `列名“${columnText(facts, 'zh-CN')}”出现 ${facts['count']} 次${places(facts, 'zh')}，只检查其中第一列`,
  },
});

/** Two headings that mean one item: its name and its English name. */
function twoNames(facts: Facts, language: 'en' | 'zh'): string | undefined {
  const { other, reason } = facts;
  if (reason !== 'item' && typeof other !== 'string') return undefined;
  if (typeof other !== 'string')
    return language === 'en'
      ? `the heading “${columnText(facts, 'en')}” is another name of an item that has a column already${places(facts, 'en')}; only the first of these columns is checked`
      : `列名“${columnText(facts, 'zh-CN')}”所指的信息项已有对应的列${places(facts, 'zh')}，只检查其中第一列`;
  const [one, second] = [columnText(facts, language === 'en' ? 'en' : 'zh-CN'), cut(other, 40)];
  return language === 'en'
    ? `the headings “${one}” and “${second}” mean the same item${places(facts, 'en')}; only the first of these columns is checked`
    : `列名“${one}”与“${second}”指同一信息项${places(facts, 'zh')}，只检查其中第一列`;
}

function times(count: Facts[string] | undefined): string {
  return count === 2 ? 'twice' : `${count} times`;
}

/** ` (columns 2 and 7, which hold the same)` */
function places({ positions, same }: Facts, language: 'en' | 'zh'): string {
  if (!Array.isArray(positions)) return '';
  if (language === 'en') {
    const sameness = same === true ? ', which hold the same' : ', which do not hold the same';
    return ` (columns ${positions.join(', ')}${same === undefined ? '' : sameness})`;
  }
  const sameness = same === true ? '，内容相同' : '，内容不同';
  return `（第 ${positions.join('、')} 列${same === undefined ? '' : sameness}）`;
}
