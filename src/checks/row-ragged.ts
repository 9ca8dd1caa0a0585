import type { Facts } from '../model/check.ts';
import type { Locale, Localized } from '../model/locale.ts';
import { defineCheck } from './define-check.ts';
import type { Predicate } from './sample-words.ts';
import { figure, firstPlaces, howMany } from './sample-words.ts';
import { counted } from './shown-value.ts';

export const rowRagged = defineCheck({
  id: 'row/ragged',
  severity: 'error',
  title: { en: 'A row with more or fewer cells than the heading', 'zh-CN': '行的单元格数量与表头不符' },
  rationale: {
    en: 'From the first surplus or missing cell on, values stand under the wrong headings.',
    'zh-CN': '从多出或缺少的单元格起，其后的取值都会错位。',
  },
  mend: {
    en: 'Quote cells that hold the delimiter or a line break; fill in the missing cells.',
    'zh-CN': '含分隔符或换行的单元格应加引号；补齐缺少的单元格。',
  },
  message: {
    en: (facts) => (facts['count'] === undefined ? rowText(facts).en : sampleText(facts, 'en')),
    'zh-CN': (facts) => (facts['count'] === undefined ? rowText(facts)['zh-CN'] : sampleText(facts, 'zh-CN')),
  },
});

/** What to do about rows that are too long or too short. */
function remedy({ cells, atLeast, expected }: Facts): Localized {
  return Number(cells ?? atLeast) > Number(expected)
    ? {
        en: 'quote the cell that holds the delimiter, or remove what is too much',
        'zh-CN': '含分隔符的单元格请加引号，或删除多余内容',
      }
    : { en: 'fill in the missing cells', 'zh-CN': '请补齐缺少的单元格' };
}

/** Rows of which most is missing are mostly the rest of a row with a line break in it. */
function sampleRemedy(facts: Facts): Localized {
  const { cells, expected } = facts;
  if (cells === undefined || Number(cells) * 2 > Number(expected)) return remedy(facts);
  return {
    en: 'fill in the missing cells, or quote the cell with the line break that tore a row apart',
    'zh-CN': '请补齐缺少的单元格；若因单元格内换行而断行，请为该单元格加引号',
  };
}

function rowText(facts: Facts): Localized {
  const { cells, expected } = facts;
  const { en, 'zh-CN': zh } = remedy(facts);
  return {
    en: `the row has ${counted(cells, 'cell')}, the heading has ${expected}; ${en}`,
    'zh-CN': `该行有 ${cells} 个单元格，表头有 ${expected} 个；${zh}`,
  };
}

/** In a data table rows of the same length are told together. */
function sampleText(facts: Facts, locale: Locale): string {
  const known = Object.hasOwn(raggedReasons, String(facts['reason']))
    ? raggedReasons[String(facts['reason'])]
    : undefined;
  const sentence = (known ?? raggedRows)[locale](facts);
  return `${sentence}${firstPlaces(facts, locale)}`;
}

const raggedRows: Predicate = {
  en: (facts) => {
    const says = `have ${facts['cells'] === undefined ? `${facts['atLeast']} or more cells` : counted(facts['cells'], 'cell')}`;
    return `${howMany(facts, { noun: 'row', says, locale: 'en' })}, the heading has ${facts['expected']}; ${sampleRemedy(facts).en}`;
  },
  'zh-CN': (facts) => {
    const says = `有 ${facts['cells'] ?? `${facts['atLeast']} 个以上`}${facts['cells'] === undefined ? '' : ' 个'}单元格`;
    return `${howMany(facts, { noun: 'row', says, locale: 'zh-CN' })}，表头有 ${facts['expected']} 个；${sampleRemedy(facts)['zh-CN']}`;
  },
};

/** What is said by reason of rows that are more than too long or too short. */
export const raggedReasons: Readonly<Record<string, Predicate>> = {
  ragged: raggedRows,
  'cut-off': {
    en: ({ cells, expected }) =>
      `the last row ends in the middle: it has ${counted(cells, 'cell')}, the heading has ${expected}, and no line end follows; hand the whole file in again`,
    'zh-CN': ({ cells, expected }) =>
      `最后一行不完整：只有 ${cells} 个单元格（表头有 ${expected} 个），且没有换行符；请重新提交完整的文件`,
  },
  'empty-line': {
    en: ({ count }) =>
      `${lines(count)} between the rows ${count === 1 ? 'is' : 'are'} empty; remove ${count === 1 ? 'it' : 'them'}`,
    'zh-CN': ({ count }) => `数据行之间有 ${figure(count)} 个空行，请删除`,
  },
  'empty-line-at-end': {
    en: ({ count }) =>
      `${lines(count)} behind the last row ${count === 1 ? 'is' : 'are'} empty; remove ${count === 1 ? 'it' : 'them'}`,
    'zh-CN': ({ count }) => `最后一行数据之后有 ${figure(count)} 个空行，请删除`,
  },
};

function lines(count: Facts[string] | undefined): string {
  return `${figure(count)} line${count === 1 ? '' : 's'}`;
}
