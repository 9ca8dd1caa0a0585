import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { defineCheck } from './define-check.ts';
import type { Predicate } from './sample-words.ts';
import { predicateFor, quotedNames } from './sample-words.ts';
import { cut } from './shown-value.ts';

export const sampleUndeclared = defineCheck({
  id: 'sample/undeclared',
  severity: 'warning',
  title: { en: 'Data that no record describes', 'zh-CN': '没有目录记录的数据' },
  rationale: {
    en: 'Nobody finds data that are in no catalogue, and nothing says what their columns mean or who may see them.',
    'zh-CN': '未编入目录的数据无人能找到，也没有说明各列含义和共享、开放范围。',
  },
  mend: {
    en: 'Write a record for the data, or say which record they belong to with --sample file=record.',
    'zh-CN': '为数据编制目录记录，或用 --sample 文件=记录 指明对应关系。',
  },
  message: { en: (facts) => sentence(facts, 'en'), 'zh-CN': (facts) => sentence(facts, 'zh-CN') },
});

function sentence(facts: Facts, locale: Locale): string {
  return predicateFor(facts['reason'], sampleUndeclaredReasons, noRecord)[locale](facts);
}

const noRecord: Predicate = {
  en: (facts) =>
    `no record that was handed in describes these data${near(facts, 'en')}; they were not checked`,
  'zh-CN': (facts) => `提交的目录中没有描述该数据的记录${near(facts, 'zh-CN')}，未检查其内容`,
};

/** What is said by reason. */
export const sampleUndeclaredReasons: Readonly<Record<string, Predicate>> = {
  'no-record': noRecord,
  ambiguous: {
    en: ({ candidates }) =>
      `several records could describe these data, which were not checked: ${quotedNames(candidates, 'en')}; say which with --sample file=record`,
    'zh-CN': ({ candidates }) =>
      `有多条记录可能描述该数据，未检查其内容：${quotedNames(candidates, 'zh-CN')}；请用 --sample 文件=记录 指明`,
  },
  'no-columns': {
    en: () => 'the record of these data declares no columns; their cells were not checked',
    'zh-CN': () => '该数据的目录记录没有声明信息项，未检查其单元格',
  },
};

function near({ nearest }: Facts, locale: Locale): string {
  if (typeof nearest !== 'string') return '';
  const name = cut(nearest, 80);
  return locale === 'en' ? ` (“${name}” has a similar name)` : `（“${name}”名称相近）`;
}
