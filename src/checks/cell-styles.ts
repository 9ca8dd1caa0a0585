import type { Localized } from '../model/locale.ts';

/**
 * A way of writing that the data use instead of the declared one. The examples are invented and all mean the same: the 1st of May 2017,
 * half past eight, a plain amount.
 */
export interface CellStyle {
  readonly found?: string;
  /** How much of a date or time it says; the same as the item wants it is made from this. */
  readonly level?: StyleLevel;
  /** The same as it is wanted, for what is no date. */
  readonly wanted?: string;
  /** What is said of the cells where “are written as …” would not do. */
  readonly says?: Localized;
  /** The same where the item wants more than it tells. */
  readonly lacks?: Localized;
}

/** What a way of writing tells: how much of a date, or truth. */
export type StyleLevel = 'year' | 'month' | 'day' | 'moment' | 'time' | 'truth';

const dated = (level: StyleLevel, found: string): CellStyle => ({ level, found });

function said(en: string, zh: string, more: Omit<CellStyle, 'says'> = {}): CellStyle {
  return { ...more, says: { en, 'zh-CN': zh } };
}

const dateStyles: Readonly<Record<string, CellStyle>> = {
  'CCYY-MM-DD': dated('day', '2017-05-01'),
  'CCYY-M-D': dated('day', '2017-5-1'),
  'CCYY/M/D': dated('day', '2017/5/1'),
  'CCYY.M.D': dated('day', '2017.5.1'),
  CCYYMMDD: dated('day', '20170501'),
  CCYY年M月D日: dated('day', '2017年5月1日'),
  'chinese-numerals': dated('day', '二〇一七年五月一日'),
  'DD-MON-YYYY': dated('day', '01-May-2017'),
  'CCYY-MM-DDThh:mm:ss': dated('moment', '2017-05-01T08:30:00Z'),
  'CCYY-MM-DD hh:mm:ss': dated('moment', '2017-05-01 08:30:00'),
  'CCYY/M/D hh:mm:ss': dated('moment', '2017/5/1 8:30'),
  'CCYY-MM-DD hh:mm;ss': dated('moment', '2017-05-01 08:30;00'),
  'CCYY年M月D日 hh:mm:ss': dated('moment', '2017年5月1日 08:30:00'),
  CCYYMMDDhhmmss: dated('moment', '20170501083000'),
  'DD/MM/YYYY': said(
    'are written as 01/05/2017, where it cannot be told which is the day and which the month',
    '写作 01/05/2017，无法分辨日和月',
  ),
  'YY-MM-DD': said('are written as 17-05-01, with a year of two digits', '写作 17-05-01，年份只有两位'),
  'CCYY-MM': {
    ...dated('month', '2017-05'),
    lacks: { en: 'hold only a year and a month (2017-05)', 'zh-CN': '只有年月（2017-05）' },
  },
  'CCYY-M': dated('month', '2017-5'),
  'CCYY/M': dated('month', '2017/5'),
  CCYY年M月: dated('month', '2017年5月'),
  CCYYMM: dated('month', '201705'),
  CCYY年: dated('year', '2017年'),
  'CCYY.0': dated('year', '2017.0'),
  CCYY: {
    ...dated('year', '2017'),
    lacks: { en: 'hold only a year (2017)', 'zh-CN': '只有年份（2017）' },
  },
  'several-dates': said(
    'hold more than one date (2025/04/27-2026/01/01)',
    '含有不止一个日期（2025/04/27-2026/01/01）',
  ),
  'excel-serial': said('hold the day count of a spreadsheet (42856)', '是电子表格的日期序列值（42856）', {
    level: 'day',
  }),
  'epoch-seconds': said('count seconds since 1970 (1493596800)', '是 1970 年以来的秒数（1493596800）', {
    level: 'day',
  }),
  'epoch-milliseconds': said(
    'count milliseconds since 1970 (1493596800000)',
    '是 1970 年以来的毫秒数（1493596800000）',
    { level: 'day' },
  ),
  'hh:mm:ss': dated('time', '08:30:00'),
  'h:mm:ss': dated('time', '8:30:00'),
  'hh:mm': dated('time', '08:30'),
  hhmmss: dated('time', '083000'),
  hh时mm分ss秒: dated('time', '8时30分0秒'),
};

const truth = (found: string): CellStyle => ({ level: 'truth', found });

const booleanStyles: Readonly<Record<string, CellStyle>> = {
  'true/false': truth('TRUE/FALSE'),
  '1/0': truth('1/0'),
  '是/否': truth('是/否'),
  'Y/N': truth('Y/N'),
  'yes/no': truth('yes/no'),
  'T/F': truth('T/F'),
  'on/off': truth('on/off'),
  '真/假': truth('真/假'),
  '对/错': truth('对/错'),
  '√/×': truth('√/×'),
};

const numberStyles: Readonly<Record<string, CellStyle>> = {
  thousands: said('have separators between thousands (1,234,567)', '带千位分隔符（1,234,567）', {
    wanted: '1234567',
  }),
  'decimal-comma': said('have another decimal sign (3,14)', '小数点写法不同（3,14）', { wanted: '3.14' }),
  'decimal-zero': said('have decimals that are only zeros (12.0)', '带多余的零小数（12.0）', {
    wanted: '12',
  }),
  decimals: said('have decimals (12.5), where whole numbers belong', '带小数（12.5），应为整数'),
  exponent: said('are written with an exponent (1.5E+3)', '使用科学计数法（1.5E+3）', { wanted: '1500' }),
  'spreadsheet-number': said(
    'were turned into numbers by a spreadsheet (9.13102E+17) and have lost their last digits; enter them again as text',
    '被电子表格转成数值（9.13102E+17），末尾数字已丢失，请以文本重新录入',
  ),
  percent: said('have a percent sign (12.5%)', '带百分号（12.5%）'),
  unit: said('have a unit in the cell (12 kg)', '数值带有单位（12元）', { wanted: '12' }),
  'minus-sign': said('have another sign for minus (−12)', '负号写法不同（−12）', { wanted: '-12' }),
};

const storedStyles: Readonly<Record<string, CellStyle>> = {
  'number-as-text': said('hold a number written as text ("12")', '将数值写成了文本（"12"）', {
    wanted: '12',
  }),
  'truth-as-text': said('hold true or false written as text ("true")', '将布尔值写成了文本（"true"）', {
    wanted: 'true',
  }),
  'number-for-text': said('hold a number (12), where text belongs', '是数值（12），应为文本', {
    wanted: '"12"',
  }),
  'truth-for-text': said('hold true or false (true), where text belongs', '是布尔值（true），应为文本', {
    wanted: '"true"',
  }),
};

const textStyles: Readonly<Record<string, CellStyle>> = {
  'full-width': said('are written with full-width characters (２０１７)', '使用了全角字符（２０１７）', {
    wanted: '2017',
  }),
};

/** Every style that has words of its own, by its name in `CellFault.style`. */
export const cellStyles: Readonly<Record<string, CellStyle>> = {
  ...dateStyles,
  ...booleanStyles,
  ...numberStyles,
  ...storedStyles,
  ...textStyles,
};
