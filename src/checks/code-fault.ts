import { matchCode, matchValue } from '../alignment/match-code.ts';
import type { Facts } from '../model/check.ts';
import type { Code, CodeList } from '../model/code-list.ts';
import type { Fault } from '../model/fault.ts';
import type { Locale } from '../model/locale.ts';
import { clauseOf } from './clause-of.ts';
import type { Observation } from './define-check.ts';
import { listInText } from './list-in-text.ts';
import type { RecordView } from './record-view.ts';
import { cut, listed, shown } from './shown-value.ts';
import { valueFaults } from './value-fault.ts';

/** What is wrong with a code: each kind has a check of its own. */
type CodeTrouble = 'unknown' | 'spelling' | 'label' | 'retired';

/** What a wrong value most likely means. */
interface Reading {
  readonly trouble: CodeTrouble;
  readonly code?: string;
  readonly certain: boolean;
  /** Whether the value is a whole list in one text. */
  readonly asList?: true;
}

const codeKeywords = ['codelist', 'enum', 'const'];

/** Every value that is not a code it should be, told apart by what mends it. A plain `enum` is a code list without a name. */
export function* codeFaults(view: RecordView, trouble: CodeTrouble): Generator<Observation> {
  for (const { fault, value, base } of valueFaults(view, codeKeywords)) {
    const list = fault.keyword === 'codelist' ? view.standard.codelists.get(fault.name ?? '') : undefined;
    const reading = list === undefined ? readEnum(fault, value) : readCode(list, value);
    if (reading.trouble !== trouble) continue;
    yield observe({ view, fault, value, base, list, reading });
  }
}

interface Found {
  readonly view: RecordView;
  readonly fault: Fault;
  readonly value: unknown;
  readonly base: Observation;
  readonly list: CodeList | undefined;
  readonly reading: Reading;
}

function observe({ view, fault, value, base, list, reading }: Found): Observation {
  return {
    ...base,
    // A code that is being phased out may still be used for a while.
    severity: list?.open === true || fault.detail?.['status'] === 'deprecated' ? 'warning' : 'error',
    facts: {
      ...base.facts,
      ...(list === undefined ? enumCodes(fault) : codeListFacts(list)),
      ...(reading.code === undefined ? {} : meant(reading.code, list)),
      ...(reading.asList === undefined ? {} : { asList: true }),
    },
    clause: list === undefined ? clauseOf(fault, view.fieldAt(fault.pointer).field) : { codelist: list.id },
    ...(reading.code !== undefined && reading.certain
      ? { suggestion: { replace: reading.code }, fixable: true }
      : {}),
    // However many lists there are, one change to the export mends them.
    causeKey: reading.asList ? `list|${reading.certain}` : valueKey(value),
  };
}

function valueKey(value: unknown): string {
  return typeof value === 'string' ? cut(value) : shown(value);
}

const troubleOf = {
  label: 'label',
  alias: 'spelling',
  case: 'spelling',
  spelling: 'spelling',
  nearest: 'unknown',
} as const;

/** A code list is asked for the same few values again and again. */
const memo = new WeakMap<CodeList, Map<string, Reading>>();
const memoSize = 10_000;

function readCode(list: CodeList, value: unknown): Reading {
  if (typeof value !== 'string') return { trouble: 'unknown', certain: false };
  const known = memo.get(list) ?? new Map<string, Reading>();
  memo.set(list, known);
  let reading = known.get(value);
  if (reading === undefined) {
    if (known.size >= memoSize) known.clear();
    reading = readText(list, value);
    known.set(value, reading);
  }
  return reading;
}

function readText(list: CodeList, value: string): Reading {
  const retired = list.byCode.get(value);
  if (retired !== undefined) {
    return {
      trouble: 'retired',
      certain: retired.replacedBy !== undefined,
      ...(retired.replacedBy === undefined ? {} : { code: retired.replacedBy }),
    };
  }
  const members = listInText(value);
  if (members !== undefined) return readList(list, members);
  const match = matchCode(value, list);
  if (match === undefined) return { trouble: 'unknown', certain: false };
  return { trouble: troubleOf[match.how], code: match.code.code, certain: match.certain };
}

/** A list of one code means that code. */
function readList(list: CodeList, [only, ...others]: readonly string[]): Reading {
  const isCode = others.length === 0 && only !== undefined && list.byCode.get(only)?.status === 'active';
  return { trouble: 'unknown', asList: true, certain: isCode, ...(isCode ? { code: only } : {}) };
}

function readEnum(fault: Fault, value: unknown): Reading {
  if (typeof value !== 'string') return { trouble: 'unknown', certain: false };
  const match = matchValue(value, enumTexts(fault));
  if (match === undefined) return { trouble: 'unknown', certain: false };
  return { trouble: match.certain ? 'spelling' : 'unknown', code: match.value, certain: match.certain };
}

const enumMemo = new WeakMap<object, readonly string[]>();

/** The allowed values as texts; the same array for the same keyword, which keeps the index that is built on it. */
function enumTexts({ keyword, expected }: Fault): readonly string[] {
  // The one value of a `const` may be a list itself.
  if (keyword === 'const' || !Array.isArray(expected)) return textsOfValues([expected]);
  const known = enumMemo.get(expected);
  if (known !== undefined) return known;
  const texts = textsOfValues(expected);
  enumMemo.set(expected, texts);
  return texts;
}

function textsOfValues(allowed: readonly unknown[]): readonly string[] {
  return allowed.map((item) => (typeof item === 'string' ? item : (JSON.stringify(item) ?? '')));
}

/** The one value allowed, as a sentence names it. */
function only({ keyword, expected }: Fault, text: string): Facts {
  const value: unknown = keyword === 'enum' && Array.isArray(expected) ? expected[0] : expected;
  const { en, 'zh-CN': zh } = nothings.get(text) ?? { en: shown(value), 'zh-CN': shown(value) };
  return { only: en, onlyZh: zh };
}

/** Values that would be invisible, or mere signs, in a sentence. */
const nothings: ReadonlyMap<string, Readonly<Record<Locale, string>>> = new Map([
  ['', { en: 'an empty text', 'zh-CN': '空文本' }],
  ['[]', { en: 'an empty list', 'zh-CN': '空列表' }],
  ['{}', { en: 'an empty object', 'zh-CN': '空对象' }],
]);

const enumFactsMemo = new WeakMap<readonly string[], Facts>();

/** Once for each keyword: a schema may allow a hundred thousand values. */
function enumCodes(fault: Fault): Facts {
  const texts = enumTexts(fault);
  let facts = enumFactsMemo.get(texts);
  if (facts === undefined) {
    const inWords = (locale: Locale): readonly string[] =>
      texts.map((code) => nothings.get(code)?.[locale] ?? cut(code, 40));
    facts = {
      codes: listed(inWords('en')),
      codesZh: listed(inWords('zh-CN'), { separator: '、' }),
      ...(texts.length === 1 ? only(fault, texts[0] ?? '') : {}),
    };
    enumFactsMemo.set(texts, facts);
  }
  return facts;
}

const listMemo = new WeakMap<CodeList, Facts>();

/** The codes in use, in the standard's own order, each with its label in the reader's language. */
export function codeListFacts(list: CodeList): Facts {
  let facts = listMemo.get(list);
  if (facts === undefined) {
    const active = list.codes.filter(({ status }) => status === 'active');
    const inWords = (locale: Locale): readonly string[] =>
      active.map((code) => `${cut(code.code, 40)}${labelText(labelOf(code, locale), locale)}`);
    facts = {
      list: list.id,
      codes: listed(inWords('en')),
      codesZh: listed(inWords('zh-CN'), { separator: '、' }),
    };
    listMemo.set(list, facts);
  }
  return facts;
}

/** The code that is meant, with its label where that says more than the code. */
export function meant(code: string, list: CodeList | undefined): Facts {
  const row = list?.byCode.get(code);
  const [label, labelZh] = [labelOf(row, 'en'), labelOf(row, 'zh-CN')];
  return {
    code,
    ...(label === undefined ? {} : { label }),
    ...(labelZh === undefined ? {} : { labelZh }),
  };
}

function labelOf(code: Code | undefined, locale: Locale): string | undefined {
  const label = code?.labels[locale] ?? code?.labels['en'] ?? code?.labels['zh-CN'];
  return label?.toLowerCase() === code?.code.toLowerCase() ? undefined : label;
}

/** A label as it stands behind its code. */
export function labelText(label: Facts[string] | undefined, locale: Locale): string {
  if (typeof label !== 'string') return '';
  return locale === 'en' ? ` (${cut(label, 40)})` : `（${cut(label, 40)}）`;
}
