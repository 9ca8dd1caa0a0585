import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { defineCheck } from './define-check.ts';
import type { Predicate } from './sample-words.ts';
import { predicateFor, quotedNames } from './sample-words.ts';
import { cut } from './shown-value.ts';

export const sampleMissing = defineCheck({
  id: 'sample/missing',
  severity: 'warning',
  title: { en: 'A record whose data were not found', 'zh-CN': '目录记录没有对应的数据' },
  rationale: {
    en: 'What a record says of its data was not checked; a record that promises data and has none misleads those who look for them.',
    'zh-CN': '记录对数据的描述未经核对；只有目录没有数据会误导使用者。',
  },
  mend: {
    en: 'Hand in the file under the name that the record gives, correct the name, or say which file belongs to it with --sample file=record.',
    'zh-CN': '按记录中的名称提交数据文件，或更正名称，或用 --sample 文件=记录 指明对应关系。',
  },
  message: { en: (facts) => sentence(facts, 'en'), 'zh-CN': (facts) => sentence(facts, 'zh-CN') },
});

function sentence(facts: Facts, locale: Locale): string {
  return predicateFor(facts['reason'], sampleMissingReasons, notFound)[locale](facts);
}

const named = ({ expected }: Facts): string => `“${cut(String(expected ?? ''), 80)}”`;

const notFound: Predicate = {
  en: (facts) =>
    `the data that are declared were not found: ${named(facts)} was not handed in${near(facts, 'en')}`,
  'zh-CN': (facts) => `未找到所声明的数据：没有提交${named(facts)}${near(facts, 'zh-CN')}`,
};

/** What is said by reason. */
export const sampleMissingReasons: Readonly<Record<string, Predicate>> = {
  'not-found': notFound,
  ambiguous: {
    en: ({ candidates }) =>
      `several files could be the data of the record, none was checked: ${quotedNames(candidates, 'en')}; say which with --sample file=record`,
    'zh-CN': ({ candidates }) =>
      `有多个文件可能是该记录的数据，均未检查：${quotedNames(candidates, 'zh-CN')}；请用 --sample 文件=记录 指明`,
  },
  outside: {
    en: (facts) => `the data of the record lie outside what was handed in: ${named(facts)}; not read`,
    'zh-CN': (facts) => `记录指向提交目录之外的数据${named(facts)}，未读取`,
  },
  unreadable: {
    en: (facts) => `the data of the record could not be read: ${named(facts)}`,
    'zh-CN': (facts) => `无法读取记录的数据${named(facts)}`,
  },
};

function near({ nearest }: Facts, locale: Locale): string {
  if (typeof nearest !== 'string') return '';
  const name = cut(nearest, 80);
  return locale === 'en' ? `; “${name}” has a similar name` : `；“${name}”名称相近`;
}
