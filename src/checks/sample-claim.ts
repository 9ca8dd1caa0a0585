import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { defineCheck } from './define-check.ts';
import type { Predicate } from './sample-words.ts';
import { columnText, figure, howMany, predicateFor } from './sample-words.ts';
import { cut } from './shown-value.ts';

export const sampleClaim = defineCheck({
  id: 'sample/claim',
  severity: 'error',
  title: { en: 'Data that are not what their record says', 'zh-CN': '数据与目录记录的描述不符' },
  rationale: {
    en: 'Others choose, load and renew data by what the record says of format, size and time; a wrong claim breaks their programs.',
    'zh-CN': '使用者依据目录中的格式、数据量和时间来选择、导入和更新数据，描述有误会导致出错。',
  },
  mend: {
    en: 'Correct the record, or hand in the data that it describes.',
    'zh-CN': '更正目录记录，或提交其所描述的数据。',
  },
  message: { en: (facts) => sentence(facts, 'en'), 'zh-CN': (facts) => sentence(facts, 'zh-CN') },
});

function sentence(facts: Facts, locale: Locale): string {
  return predicateFor(facts['claim'], sampleClaims, other)[locale](facts);
}

const other: Predicate = {
  en: ({ claim, declared, found }) =>
    `the record says of its data: ${claim} ${told(declared)}; the file has ${told(found)}`,
  'zh-CN': ({ claim, declared, found }) =>
    `记录声明 ${claim} 为 ${told(declared)}，文件实际为 ${told(found)}`,
};

/** What is said by claim. */
export const sampleClaims: Readonly<Record<string, Predicate>> = {
  format: isOtherwise('the format', '格式'),
  mediaType: isOtherwise('the media type', '媒体类型'),
  encoding: isOtherwise('the encoding', '编码'),
  hash: {
    en: () => 'the digest in the record is not that of the file: it is another version, or was changed',
    'zh-CN': () => '记录中的校验值与文件不符，文件可能是其他版本或被修改过',
  },
  bytes: {
    en: ({ declared, found }) => `the record says ${figure(declared)} bytes; the file has ${figure(found)}`,
    'zh-CN': ({ declared, found }) =>
      `记录声明大小为 ${figure(declared)} 字节，文件实际为 ${figure(found)} 字节`,
  },
  rows: {
    en: ({ declared, found }) => `the record says ${figure(declared)} rows; the file has ${figure(found)}`,
    'zh-CN': ({ declared, found }) => `记录声明 ${figure(declared)} 行，文件实际有 ${figure(found)} 行`,
  },
  lastUpdate: {
    en: (facts) =>
      `the record says the data were last updated on ${facts['declared']}, but ${later(facts, 'en')}`,
    'zh-CN': (facts) => `记录声明最近更新日期为 ${facts['declared']}，但${later(facts, 'zh-CN')}`,
  },
  period: {
    en: (facts) =>
      `the record says the data cover ${span(facts['declared'], 'en')}, but ${beyond(facts, 'en')}`,
    'zh-CN': (facts) =>
      `记录声明数据的时间范围为 ${span(facts['declared'], 'zh-CN')}，但${beyond(facts, 'zh-CN')}`,
  },
};

function isOtherwise(en: string, zh: string): Predicate {
  return {
    en: ({ declared, found }) => `the record says ${en} is ${told(declared)}; the file is ${told(found)}`,
    'zh-CN': ({ declared, found }) => `记录声明${zh}为 ${told(declared)}，文件实际为 ${told(found)}`,
  };
}

function told(value: Facts[string] | undefined): string {
  return typeof value === 'number' ? figure(value) : cut(String(value ?? '?'), 40);
}

/** What tells of a later update: a column, else the file as a whole. */
function later(facts: Facts, locale: Locale): string {
  const { column, found } = facts;
  if (column === undefined) return locale === 'en' ? `the file is of ${found}` : `文件日期为 ${found}`;
  const name = columnText(facts, locale);
  return locale === 'en' ? `“${name}” holds days up to ${found}` : `“${name}”中有晚至 ${found} 的日期`;
}

/** What lies outside the period: cells of a column where they were counted. */
function beyond(facts: Facts, locale: Locale): string {
  const { column, count, found } = facts;
  if (column === undefined)
    return locale === 'en' ? `they cover ${span(found, 'en')}` : `实际为 ${span(found, 'zh-CN')}`;
  const name = columnText(facts, locale);
  if (count === undefined)
    return locale === 'en' ? `“${name}” covers ${span(found, 'en')}` : `“${name}”为 ${span(found, 'zh-CN')}`;
  const share = howMany(facts, {
    noun: 'cell',
    says: locale === 'en' ? 'are outside' : '超出该范围',
    locale,
  });
  return locale === 'en'
    ? `in “${name}” ${share} (${span(found, 'en')})`
    : `“${name}”的 ${share}（${span(found, 'zh-CN')}）`;
}

/** `2017-01-01/..` → `2017-01-01 and later`. */
function span(period: Facts[string] | undefined, locale: Locale): string {
  const [from = '', to = ''] = String(period ?? '').split('/', 2);
  const isOpen = (end: string): boolean => end === '' || end === '..';
  const words = spans[locale];
  if (isOpen(from)) return isOpen(to) ? String(period ?? '?') : words.until(to);
  return isOpen(to) ? words.since(from) : words.both(from, to);
}

interface SpanWords {
  since(from: string): string;
  until(to: string): string;
  both(from: string, to: string): string;
}

const spans: Readonly<Record<Locale, SpanWords>> = {
  en: {
    since: (from) => `${from} and later`,
    until: (to) => `${to} and earlier`,
    both: (from, to) => `${from} to ${to}`,
  },
  'zh-CN': {
    since: (from) => `${from} 起`,
    until: (to) => `截至 ${to}`,
    both: (from, to) => `${from} 至 ${to}`,
  },
};
