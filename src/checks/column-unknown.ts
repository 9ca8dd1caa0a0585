import type { Facts } from '../model/check.ts';
import type { Localized } from '../model/locale.ts';
import { counted as countedNumber, thousands } from '../model/numbers.ts';
import { defineCheck } from './define-check.ts';
import { counted, cut } from './shown-value.ts';

export const columnUnknown = defineCheck({
  id: 'column/unknown',
  severity: 'warning',
  title: { en: 'A column that the standard does not know', 'zh-CN': '标准中没有的列' },
  rationale: {
    en: 'What stands in it is not read; it is often a known column under another heading.',
    'zh-CN': '该列内容不会被读取；它往往是已有列的另一种叫法。',
  },
  mend: {
    en: 'Use the heading of the standard, or remove the column.',
    'zh-CN': '改用标准列名，或删除该列。',
  },
  message: {
    en: (facts) => (facts['sample'] === true ? sampleText(facts).en : sheetText(facts).en),
    'zh-CN': (facts) => (facts['sample'] === true ? sampleText(facts)['zh-CN'] : sheetText(facts)['zh-CN']),
  },
});

function sheetText({ found, rows, repeated }: Facts): Localized {
  const many = counted(rows, 'row');
  return repeated === true
    ? {
        en: `the heading “${found}” stands twice; the second column is not read (${many})`,
        'zh-CN': `列名“${found}”重复，后一列未读取（${rows} 行）`,
      }
    : {
        en: `“${found}” is not a heading of the standard; the column is not read (${many})`,
        'zh-CN': `“${found}”不是标准列名，该列未读取（${rows} 行）`,
      };
}

/** Of a data table the record says what columns it has. */
function sampleText(facts: Facts): Localized {
  const { found, rows, nearest, position, reason } = facts;
  if (reason === 'beyond')
    return {
      en: `column ${position ?? '?'} is not declared: the table has no headings, and the declaration fewer columns; its cells are not checked (${countedNumber(Number(rows), 'row')})`,
      'zh-CN': `第 ${position ?? '?'} 列未声明：该表没有列名，且列数多于声明，未检查其单元格（${thousands(Number(rows))} 行）`,
    };
  if (reason === 'empty' || found === '' || found === undefined)
    return {
      en: `column ${position ?? '?'} has no heading; its cells are not checked (${countedNumber(Number(rows), 'row')})`,
      'zh-CN': `第 ${position ?? '?'} 列没有列名，未检查其单元格（${thousands(Number(rows))} 行）`,
    };
  const near = typeof nearest === 'string' ? cut(nearest, 40) : undefined;
  return {
    en: `the column “${found}” is not declared${near === undefined ? '' : `; nearest is “${near}”`}; its cells are not checked (${countedNumber(Number(rows), 'row')})`,
    'zh-CN': `“${found}”列未声明${near === undefined ? '' : `，最接近的是“${near}”`}，未检查其单元格（${thousands(Number(rows))} 行）`,
  };
}
