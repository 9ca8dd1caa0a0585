import type { Facts } from '../model/check.ts';
import type { Localized } from '../model/locale.ts';
import { counted as countedNumber, thousands } from '../model/numbers.ts';
import { defineCheck } from './define-check.ts';
import { counted } from './shown-value.ts';

export const columnMissing = defineCheck({
  id: 'column/missing',
  severity: 'error',
  title: { en: 'A table without a column that is demanded of it', 'zh-CN': '表格缺少要求的列' },
  rationale: {
    en: 'Every row of the table lacks it; one column mends them all.',
    'zh-CN': '表中每一行都缺少该内容，补一列即可全部解决。',
  },
  mend: { en: 'Add a column with this heading.', 'zh-CN': '增加该列。' },
  message: {
    en: (facts) =>
      facts['sample'] === true
        ? sampleText(facts).en
        : `the column “${facts['expected']}” is missing (${counted(facts['rows'], 'row')}); the standard ${facts['obligation'] === 'recommended' ? 'recommends' : 'demands'} it`,
    'zh-CN': (facts) =>
      facts['sample'] === true
        ? sampleText(facts)['zh-CN']
        : `缺少“${facts['expected']}”列（${facts['rows']} 行），标准${facts['obligation'] === 'recommended' ? '建议填写' : '要求必填'}`,
  },
});

/** Of a data table the record says what columns it has. */
function sampleText({ expected, rows, mandatory }: Facts): Localized {
  const [many, manyZh] = [countedNumber(Number(rows), 'row'), `${thousands(Number(rows))} 行`];
  return mandatory === false
    ? {
        en: `the column “${expected}” is declared, but the data do not have it (${many})`,
        'zh-CN': `声明了“${expected}”列，数据中没有该列（${manyZh}）`,
      }
    : {
        en: `the column “${expected}” is missing from the data (${many}); the declaration demands it`,
        'zh-CN': `数据缺少“${expected}”列（${manyZh}），声明要求必须有该列`,
      };
}
