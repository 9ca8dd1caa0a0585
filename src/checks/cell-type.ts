import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { cellSentence, styleSentence } from './cell-sentence.ts';
import { defineCheck } from './define-check.ts';
import type { Predicate } from './sample-words.ts';
import { predicate, predicateFor, withoutMask } from './sample-words.ts';
import { wantedClause } from './wanted-words.ts';

export const cellType = defineCheck({
  id: 'cell/type',
  severity: 'error',
  title: {
    en: 'Cells that do not hold what their column is declared to hold',
    'zh-CN': '单元格与声明的数据类型不符',
  },
  rationale: {
    en: 'Who reads the column by its declaration fails on these cells, or takes them for something else.',
    'zh-CN': '按声明的类型读取该列时，这些单元格会出错或被误读。',
  },
  mend: {
    en: 'Write the cells in the type that is declared; where all of them are right and the declaration is not, correct the declaration.',
    'zh-CN': '按声明的类型填写；若数据无误而声明有误，请更正声明。',
  },
  message: { en: (facts) => sentence(facts, 'en'), 'zh-CN': (facts) => sentence(facts, 'zh-CN') },
});

function sentence(facts: Facts, locale: Locale): string {
  // A day or a month that does not exist stays wrong in any way of writing.
  const style = hasOwnSentence(facts) ? undefined : styleSentence(facts, locale, wantedClause);
  return (
    style ??
    // A mask does not show which day it is.
    cellSentence(hasOwnSentence(facts) ? withoutMask(facts) : facts, locale, {
      says: predicateFor(facts['reason'], cellTypeReasons, other),
      ...(saysAll.has(String(facts['reason'])) ? {} : { after: wantedClause }),
    })
  );
}

/** Reasons whose words say what is wanted. */
const saysAll: ReadonlySet<string> = new Set(['nested', 'no-offset']);

function hasOwnSentence({ reason }: Facts): boolean {
  return String(reason).startsWith('no-such-') || saysAll.has(String(reason));
}

const other: Predicate = predicate('hold something other than declared', '不是该列声明的内容');

/** What is said by reason where the way of writing is not known. */
export const cellTypeReasons: Readonly<Record<string, Predicate>> = {
  'other-style': predicate('are written in another way than declared', '的写法与声明不同'),
  'no-such-day': predicate('name a day that does not exist', '的日期不存在'),
  'no-such-month': predicate('name a month that does not exist', '的月份不存在'),
  'no-such-time': predicate('name a time that does not exist', '的时间不存在'),
  'no-offset': predicate(
    'have no offset from UTC, so that it is open which moment is meant; write it behind (08:30:00+08:00)',
    '未写明时区偏移，无法确定是哪一时刻，应写在时间之后（08:30:00+08:00）',
  ),
  nested: predicate('hold a list or an object, where a single value belongs', '是列表或对象，应为单个值'),
  'not-integer': predicate('hold something other than a whole number', '不是整数'),
  'not-number': predicate('hold something other than a number', '不是数值'),
  'not-boolean': predicate('hold something other than true or false', '不是布尔值'),
  'not-date': predicate('hold something other than a date', '不是日期'),
  'not-time': predicate('hold something other than a time of day', '不是时间'),
  'not-date-time': predicate('hold something other than a date with time', '不是日期时间'),
  'not-year': predicate('hold something other than a year', '不是年份'),
  'not-year-month': predicate('hold something other than a year and month', '不是年月'),
};
