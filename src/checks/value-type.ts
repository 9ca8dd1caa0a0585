import { matchCode } from '../alignment/match-code.ts';
import type { Facts } from '../model/check.ts';
import type { Pointer } from '../model/pointer.ts';
import type { Observation } from './define-check.ts';
import { defineCheck } from './define-check.ts';
import type { RecordView } from './record-view.ts';
import { typeName } from './shown-value.ts';
import { typesInWords } from './type-words.ts';
import { valueFaults } from './value-fault.ts';

export const valueType = defineCheck({
  id: 'value/type',
  severity: 'error',
  title: { en: 'A value of another type', 'zh-CN': '取值类型不符' },
  rationale: {
    en: 'A program that expects text, a number or a list fails on anything else, or silently changes it.',
    'zh-CN': '系统按约定的类型读取，类型不符会导致出错或被悄悄改写。',
  },
  mend: { en: 'Write the value in the type that the standard names.', 'zh-CN': '按标准规定的类型填写。' },
  message: {
    en: ({ field, found, expected, is, quote, list, code }) => {
      if (code !== undefined) return `${field} ${found} must be text, a code of ${list}: write "${code}"`;
      return typeof quote === 'string'
        ? `${field} ${found} must be text: quote it, "${quote}"`
        : `${field} must be ${typesInWords(expected, 'en')}; ${is === 'null' ? 'it' : found} is ${typesInWords(is, 'en')}`;
    },
    'zh-CN': ({ field, found, expected, is, quote, list, code }) => {
      if (code !== undefined) return `${field} ${found} 应为文本，且为代码表 ${list} 中的代码“${code}”`;
      return typeof quote === 'string'
        ? `${field} ${found} 应为文本，请加引号："${quote}"`
        : `${field} 应为${typesInWords(expected, 'zh-CN')}，${is === 'null' ? '实际' : `${found} `}是${typesInWords(is, 'zh-CN')}`;
    },
  },
  *run(view) {
    for (const { fault, value, base } of valueFaults(view, ['type'])) {
      const expected = Array.isArray(fault.expected) ? fault.expected.map(String) : [String(fault.expected)];
      const scalar = typeof value !== 'object' && value !== undefined;
      const written = scalar && expected.includes('string') ? view.sourceText(fault.pointer) : undefined;
      const remedy = written === undefined ? {} : remedyFor(view, fault.pointer, written);
      yield {
        ...base,
        ...remedy.suggestion,
        facts: { ...base.facts, ...remedy.facts, expected, is: typeName(value) },
        // One code is one decision; everything else is mended by one edit of the template or export.
        causeKey: `${expected.join('|')}←${typeName(value)}${remedy.facts?.['code'] === undefined ? '' : `|${written}`}`,
      };
    }
  },
});

interface Remedy {
  readonly facts?: Facts;
  readonly suggestion?: Pick<Observation, 'suggestion' | 'fixable'>;
}

/** A number or truth value where text belongs: the code that it stands for where the field has a code list, else its own text in quotes. */
function remedyFor(view: RecordView, pointer: Pointer, written: string): Remedy {
  const listId = view.fieldAt(pointer).field?.codelist;
  const list = listId === undefined ? undefined : view.standard.codelists.get(listId);
  if (list === undefined || list.byCode.has(written)) {
    return {
      facts: { found: written, quote: written },
      suggestion: { suggestion: { replace: written }, fixable: true },
    };
  }
  const match = matchCode(written, list);
  if (match?.certain !== true) return { facts: { found: written } };
  const { code } = match.code;
  return {
    facts: { found: written, list: list.id, code },
    suggestion: { suggestion: { replace: code }, fixable: true },
  };
}
