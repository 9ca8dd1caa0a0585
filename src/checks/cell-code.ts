import type { Facts } from '../model/check.ts';
import type { Locale } from '../model/locale.ts';
import { cellSentence } from './cell-sentence.ts';
import { defineCheck } from './define-check.ts';
import type { Predicate } from './sample-words.ts';
import { predicateFor, withoutMask } from './sample-words.ts';
import { cut } from './shown-value.ts';

export const cellCode = defineCheck({
  id: 'cell/code',
  severity: 'error',
  title: { en: 'Cells that are not in the code list of their column', 'zh-CN': '单元格取值不在代码表中' },
  rationale: {
    en: 'Only agreed codes can be counted and compared across departments; every other spelling is a value of its own.',
    'zh-CN': '只有使用约定代码，各部门的数据才能汇总比对；不同写法会被当作不同取值。',
  },
  mend: {
    en: 'Write the codes of the list; if none fits, ask for a new one.',
    'zh-CN': '按代码表填写；确无合适代码时申请增补。',
  },
  message: { en: (facts) => sentence(facts, 'en'), 'zh-CN': (facts) => sentence(facts, 'zh-CN') },
});

function sentence(facts: Facts, locale: Locale): string {
  return cellSentence(withoutMask(facts), locale, {
    says: predicateFor(facts['reason'], cellCodeReasons, unknown),
    after: choice,
  });
}

const unknown: Predicate = {
  en: ({ list }) =>
    list === undefined ? 'hold a value that is not allowed' : `hold a value that is not in code list ${list}`,
  'zh-CN': ({ list }) => (list === undefined ? '的取值不在允许范围内' : `的取值不在代码表 ${list} 中`),
};

/** ` of code list gbt-2261.1`; nothing for a list without a name. */
function ofList({ list }: Facts, locale: Locale): string {
  if (list === undefined) return '';
  return locale === 'en' ? ` of code list ${list}` : `（代码表 ${list}）`;
}

/** What is said by reason. */
export const cellCodeReasons: Readonly<Record<string, Predicate>> = {
  unknown,
  label: {
    en: (facts) => `hold a label${ofList(facts, 'en')}, where the code belongs`,
    'zh-CN': (facts) => `填写了名称，应填代码${ofList(facts, 'zh-CN')}`,
  },
  spelling: {
    en: (facts) => `hold a code${ofList(facts, 'en')} spelt another way`,
    'zh-CN': (facts) => `的代码写法不一致${ofList(facts, 'zh-CN')}`,
  },
  retired: {
    en: (facts) => `hold a code${ofList(facts, 'en')} that is no longer in use`,
    'zh-CN': (facts) => `使用了已停用的代码${ofList(facts, 'zh-CN')}`,
  },
};

/** `; the first means “2”. Codes: 1 (male), 2 (female)`; where all can be converted the list is not needed. */
function choice(facts: Facts, locale: Locale): string {
  const { codes, codesZh, safe, list: name } = facts;
  const list = safe === true ? undefined : listText(locale === 'en' ? codes : (codesZh ?? codes), locale);
  if (list === undefined) return meaning(facts, locale);
  const what = name === undefined ? 'Allowed' : 'Codes';
  const title = locale === 'en' ? `. ${what}: ` : '。可选：';
  return `${meaning(facts, locale)}${title}${list}`;
}

function meaning({ nearest, reason }: Facts, locale: Locale): string {
  if (typeof nearest !== 'string') return '';
  const code = `“${cut(nearest, 40)}”`;
  const isKnown = reason !== 'unknown';
  if (locale === 'en') return `; the first ${isKnown ? 'means' : 'is nearest to'} ${code}`;
  return `，首个${isKnown ? '应为' : '最接近'}${code}`;
}

function listText(codes: Facts[string] | undefined, locale: Locale): string | undefined {
  if (Array.isArray(codes)) return codes.join(locale === 'en' ? ', ' : '、');
  return typeof codes === 'string' && codes !== '' ? codes : undefined;
}
