import { matchCode } from '../alignment/match-code.ts';
import type { Facts } from '../model/check.ts';
import type { CodeList } from '../model/code-list.ts';
import type { Fault } from '../model/fault.ts';
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
    en: ({ field, found, expected, is, quote, list, code, one }) => {
      if (code !== undefined) return `${field} ${found} must be text, a code of ${list}: write "${code}"`;
      return typeof quote === 'string'
        ? `${field} ${found} must be text: quote it, "${quote}"`
        : `${field} must be ${typesInWords(expected, 'en')}; ${is === 'null' ? 'it' : found} is ${typesInWords(is, 'en')}${one === undefined ? '' : `: write "${one}"`}`;
    },
    'zh-CN': ({ field, found, expected, is, quote, list, code, one }) => {
      if (code !== undefined) return `${field} ${found} 应为文本，且为代码表 ${list} 中的代码“${code}”`;
      return typeof quote === 'string'
        ? `${field} ${found} 应为文本，请加引号："${quote}"`
        : `${field} 应为${typesInWords(expected, 'zh-CN')}，${is === 'null' ? '实际' : `${found} `}是${typesInWords(is, 'zh-CN')}${one === undefined ? '' : `，请写作“${one}”`}`;
    },
  },
  *run(view) {
    for (const { fault, value, base } of valueFaults(view, ['type'])) {
      const expected = Array.isArray(fault.expected) ? fault.expected.map(String) : [String(fault.expected)];
      const remedy = remedyOf(view, { fault, value, expected });
      yield {
        ...base,
        ...remedy.suggestion,
        facts: { ...base.facts, ...remedy.facts, expected, is: typeName(value) },
        // One code is one decision; everything else is mended by one edit of the template or export.
        causeKey: `${expected.join('|')}←${typeName(value)}${remedy.key ?? ''}`,
      };
    }
  },
});

interface Remedy {
  readonly facts?: Facts;
  readonly suggestion?: Pick<Observation, 'suggestion' | 'fixable'>;
  /** What tells the cause from others with the same two types. */
  readonly key?: string;
}

interface Mistyped {
  readonly fault: Fault;
  readonly value: unknown;
  readonly expected: readonly string[];
}

/** What to write where text belongs and something else stands; nothing where another type belongs. */
function remedyOf(view: RecordView, { fault, value, expected }: Mistyped): Remedy {
  if (!expected.includes('string')) return {};
  const list = listOf(view, fault.pointer);
  if (Array.isArray(value)) return remedyForList(value, list);
  const written =
    typeof value === 'object' || value === undefined ? undefined : view.sourceText(fault.pointer);
  return written === undefined ? {} : remedyForScalar(written, list);
}

function listOf(view: RecordView, pointer: Pointer): CodeList | undefined {
  const id = view.fieldAt(pointer).field?.codelist;
  return id === undefined ? undefined : view.standard.codelists.get(id);
}

/** Longer texts are not repeated in a message. */
const maxOne = 80;

/** A list of one text: that text, unless the field wants a code and it is none. */
function remedyForList(value: readonly unknown[], list: CodeList | undefined): Remedy {
  const [one, ...others] = new Set(value);
  if (others.length > 0 || typeof one !== 'string' || one.trim() === '' || one.length > maxOne) return {};
  if (list !== undefined && list.byCode.get(one)?.status !== 'active') return {};
  return { facts: { one }, suggestion: { suggestion: { replace: one }, fixable: true }, key: '|one' };
}

/** A number or truth value: the code that it stands for where the field has a code list, else its own text in quotes. */
function remedyForScalar(written: string, list: CodeList | undefined): Remedy {
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
    key: `|${written}`,
  };
}
