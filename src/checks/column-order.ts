import { defineCheck } from './define-check.ts';
import { columnText } from './sample-words.ts';

export const columnOrder = defineCheck({
  id: 'column/order',
  severity: 'warning',
  title: { en: 'Columns in another order than declared', 'zh-CN': '列的顺序与声明不符' },
  rationale: {
    en: 'Programs that load a table by the place of its columns put the values under the wrong names.',
    'zh-CN': '按列的位置导入数据的系统会把取值放到错误的列中。',
  },
  mend: { en: 'Put the columns in the order declared.', 'zh-CN': '按声明的顺序排列各列。' },
  message: {
    en: (facts) =>
      `${columnText(facts, 'en')} stands as column ${facts['position']}; it is declared as column ${facts['expected']}${others(facts['count'], 'en')}`,
    'zh-CN': (facts) =>
      `“${columnText(facts, 'zh-CN')}”是第 ${facts['position']} 列，声明中为第 ${facts['expected']} 列${others(facts['count'], 'zh')}`,
  },
});

/** The other columns that stand elsewhere. */
function others(count: unknown, language: 'en' | 'zh'): string {
  const more = Number(count) - 1;
  if (!(more > 0)) return '';
  if (language === 'zh') return `，另有 ${more} 列位置不同`;
  return `; ${more} other column${more === 1 ? ' stands' : 's stand'} elsewhere as well`;
}
