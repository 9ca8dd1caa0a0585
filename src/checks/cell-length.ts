import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { cellSentence } from './cell-sentence.ts';
import { defineCheck } from './define-check.ts';
import type { Predicate } from './sample-words.ts';
import { figure, predicate, predicateFor, withoutMask } from './sample-words.ts';

export const cellLength = defineCheck({
  id: 'cell/length',
  severity: 'error',
  title: { en: 'Cells that are longer or shorter than declared', 'zh-CN': '单元格长度超出声明' },
  rationale: {
    en: 'A database that was built for the declared length cuts longer texts or refuses the whole row.',
    'zh-CN': '按声明长度建库时，超长内容会被截断，甚至整行无法入库。',
  },
  mend: {
    en: 'Shorten or complete the cells, or declare the length that the data need.',
    'zh-CN': '缩短或补全内容，或按实际需要更正声明的长度。',
  },
  message: { en: (facts) => sentence(facts, 'en'), 'zh-CN': (facts) => sentence(facts, 'zh-CN') },
});

function sentence(facts: Facts, locale: Locale): string {
  // How it is written is not what is wrong with it.
  return cellSentence(withoutMask(facts), locale, {
    says: predicateFor(facts['reason'], cellLengthReasons, other),
    after: extreme,
  });
}

const other: Predicate = predicate('have another length than declared', '长度与声明不符');

/** What is said by reason. */
export const cellLengthReasons: Readonly<Record<string, Predicate>> = {
  'too-long': {
    en: (facts) => `are longer than ${size(facts, 'maximum', 'en')}`,
    'zh-CN': (facts) => `超过${size(facts, 'maximum', 'zh-CN')}`,
  },
  'too-short': {
    en: (facts) => `are shorter than ${size(facts, 'minimum', 'en')}`,
    'zh-CN': (facts) => `不足${size(facts, 'minimum', 'zh-CN')}`,
  },
};

/** `50 bytes in GB18030`, `50 字节（按 GB18030 编码）` */
function size(facts: Facts, bound: 'minimum' | 'maximum', locale: Locale): string {
  const { unit, encoding } = facts;
  const limit = facts[bound];
  const isBytes = unit === 'bytes';
  const code = isBytes && typeof encoding === 'string' ? encoding.toUpperCase() : undefined;
  if (locale === 'en') {
    const noun = `${isBytes ? 'byte' : 'character'}${limit === 1 ? '' : 's'}`;
    return `the ${figure(limit)} ${noun} declared${code === undefined ? '' : `, counted in ${code}`}`;
  }
  return `声明的 ${figure(limit)} ${isBytes ? '字节' : '个字符'}${code === undefined ? '' : `（按 ${code} 编码计）`}`;
}

/** `; the longest has 62` */
function extreme({ longest, shortest }: Facts, locale: Locale): string {
  if (longest !== undefined)
    return locale === 'en' ? `; the longest has ${figure(longest)}` : `，最长 ${figure(longest)}`;
  if (shortest === undefined) return '';
  return locale === 'en' ? `; the shortest has ${figure(shortest)}` : `，最短 ${figure(shortest)}`;
}
