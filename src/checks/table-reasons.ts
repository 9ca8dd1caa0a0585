import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { counted } from './shown-value.ts';

type Texts = Readonly<Record<Locale, (facts: Facts) => string>>;

const text = (en: string, zh: string): Texts => ({ en: () => en, 'zh-CN': () => zh });

/** What `document/syntax` says of the headings and rows of data tables. */
export const tableReasons: Readonly<Record<string, Texts>> = {
  'not-a-row': text(
    'a row of data is an object with a value for each column; this is something else and is not checked',
    '数据行应为包含各列取值的对象，此处不是，未检查',
  ),
  'no-rows': text('there is not a single row of data in it', '其中没有任何数据行'),
  'no-heading-row': text(
    'the table has no heading row: its first row holds data. Its columns are taken in the order in which they are declared; put the headings above them',
    '表格没有列名行，首行就是数据；已按声明的顺序对应各列，请在首行补上列名',
  ),
  'no-heading-row-unlike': {
    en: ({ columns, declared }) =>
      `the table has no heading row: its first row holds data. It has ${counted(columns, 'column')} and ${String(declared)} ${declared === 1 ? 'is' : 'are'} declared, so nobody can tell which is which; no cell was checked. Put the headings above them`,
    'zh-CN': ({ columns, declared }) =>
      `表格没有列名行，首行就是数据；数据有 ${String(columns)} 列，声明了 ${String(declared)} 列，无法判断对应关系，未检查任何单元格；请在首行补上列名`,
  },
  'lines-above-headings': {
    en: ({ lines, stands }) =>
      `${counted(lines, 'line')} ${lines === 1 ? 'stands' : 'stand'} above the ${stands === 'data' ? 'data' : 'headings'}, a title or notes; programs take the first line for the headings. Remove ${lines === 1 ? 'it' : 'them'}`,
    'zh-CN': ({ lines, stands }) =>
      `${stands === 'data' ? '数据' : '列名'}之前有 ${String(lines)} 行标题或说明；系统会把首行当作列名，请删除`,
  },
  'empty-lines-above-headings': {
    en: ({ lines, stands }) =>
      `${counted(lines, 'empty line')} ${lines === 1 ? 'stands' : 'stand'} above the ${stands === 'data' ? 'data' : 'headings'}; remove ${lines === 1 ? 'it' : 'them'}`,
    'zh-CN': ({ lines, stands }) =>
      `${stands === 'data' ? '数据' : '列名'}之前有 ${String(lines)} 个空行，请删除`,
  },
  'header-only': text('the table has headings and not a single row', '表格只有表头，没有任何数据行'),
  'unreadable-header': text(
    'the heading row cannot be read: it is too long, or a quotation mark in it is never closed; nothing was checked',
    '无法读取表头行：行过长，或其中的引号没有结束，未检查任何内容',
  ),
};
