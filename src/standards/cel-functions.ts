import { dayFault } from '../formats/calendar.ts';
import { findFormat } from '../formats/index.ts';
import type { CodeList } from '../model/code-list.ts';
import { comparableText } from '../model/comparable-text.ts';
import { compilePattern } from '../schema/pattern/pattern.ts';
import type { Budget } from './cel-values.ts';
import { equal, isMap, noOverload, RuleTrouble, spend } from './cel-values.ts';

/** What functions may look at besides their arguments. */
export interface RuleSurroundings extends Budget {
  readonly today: string;
  readonly codelists: ReadonlyMap<string, CodeList>;
}

type Implementation = (values: readonly unknown[], around: RuleSurroundings) => unknown;

/** A function of the rule language: its CEL signature where it is ours, and how it is judged. */
export interface RuleFunction {
  /** Name, with `.` before it when it is called on a value, and how many arguments it takes besides that value. */
  readonly name: string;
  readonly arity: number;
  /** Ours have a signature; the others are CEL's own. */
  readonly signature?: string;
  readonly run: Implementation;
}

/** Which format stands behind a test of an identifier. */
const identifierTests: readonly (readonly [string, string])[] = [
  ['isUscc', 'uscc'],
  ['isOrganisationCode', 'organisation-code'],
  ['isDivisionCode', 'division-code'],
  ['isResourceCode', 'cn-resource-code'],
];

const text =
  (run: (own: string, other: string) => unknown): Implementation =>
  ([own, other = '']) => {
    if (typeof own !== 'string' || typeof other !== 'string') throw noOverload('this function', own, other);
    return run(own, other);
  };

/** A function of ours, from its CEL signature. */
function own(signature: string, run: Implementation): RuleFunction {
  const [, name = '', written = ''] = /^(\w+)\(([^)]*)\)/.exec(signature) ?? [];
  return { name, arity: written === '' ? 0 : written.split(',').length, signature, run };
}

const standard = (name: string, arity: number, run: Implementation): RuleFunction => ({ name, arity, run });

/** Every function that a rule may call. */
export const ruleFunctions: readonly RuleFunction[] = [
  ...identifierTests.map(([name, format]) =>
    own(
      `${name}(dyn): bool`,
      ([value]) => typeof value === 'string' && findFormat(format)?.check(value) === true,
    ),
  ),
  own('codeOf(string, dyn): dyn', ([list, value], { codelists }) =>
    codeOf(codelists.get(String(list)), value),
  ),
  own('parentOf(string, dyn): dyn', ([list, code], { codelists }) =>
    typeof code === 'string' ? (codelists.get(String(list))?.byCode.get(code)?.parent ?? null) : null,
  ),
  own('date(dyn): dyn', ([value]) => (typeof value === 'string' ? dayIn(value) : null)),
  own('today(): string', (_, { today }) => today),
  own('normalised(dyn): dyn', ([value]) =>
    typeof value === 'string' ? comparableText(value.slice(0, 10_000)) : null,
  ),
  own('unique(list): bool', ([list], around) => unique(list, around)),
  standard('size', 1, ([value]) => size(value)),
  standard('.size', 0, ([value]) => size(value)),
  standard('string', 1, ([value]) => toText(value)),
  standard('double', 1, ([value]) => toDouble(value)),
  standard('int', 1, ([value]) => toInt(value)),
  standard(
    '.startsWith',
    1,
    text((one, other) => one.startsWith(other)),
  ),
  standard(
    '.endsWith',
    1,
    text((one, other) => one.endsWith(other)),
  ),
  standard(
    '.contains',
    1,
    text((one, other) => one.includes(other)),
  ),
  standard(
    '.lowerAscii',
    0,
    text((one) => one.replaceAll(/[A-Z]+/g, (part) => part.toLowerCase())),
  ),
  standard(
    '.upperAscii',
    0,
    text((one) => one.replaceAll(/[a-z]+/g, (part) => part.toUpperCase())),
  ),
  standard(
    '.trim',
    0,
    text((one) => one.trim()),
  ),
  standard(
    '.indexOf',
    1,
    text((one, other) => BigInt(one.indexOf(other))),
  ),
  standard(
    '.lastIndexOf',
    1,
    text((one, other) => BigInt(one.lastIndexOf(other))),
  ),
  standard('.substring', 1, ([value, start]) => substring(value, start, undefined)),
  standard('.substring', 2, ([value, start, end]) => substring(value, start, end)),
  standard(
    '.split',
    1,
    text((one, other) => one.split(other, 10_000)),
  ),
  standard('.matches', 1, matches),
];

const byName = new Map(ruleFunctions.map((one) => [`${one.name}/${one.arity}`, one]));

/** The function with that name (`.` first when called on a value) and number of arguments. */
export function findRuleFunction(name: string, arity: number): RuleFunction | undefined {
  return byName.get(`${name}/${arity}`);
}

/** The code that a value means: the code itself, or the one code that has it as label or alias, whatever its case and width. */
function codeOf(list: CodeList | undefined, value: unknown): string | null {
  if (list === undefined || typeof value !== 'string') return null;
  if (list.byCode.has(value)) return value;
  return spellingsOf(list).get(folded(value)) ?? null;
}

const spellings = new WeakMap<CodeList, ReadonlyMap<string, string | null>>();

/** Folded spelling → code; null where several codes share it. A code as it is written goes before labels and aliases of others. */
function spellingsOf(list: CodeList): ReadonlyMap<string, string | null> {
  const known = spellings.get(list);
  if (known !== undefined) return known;
  const others = list.codes.flatMap(({ code, labels, aliases }) =>
    [...Object.values(labels), ...aliases].map((name) => ({ code, name })),
  );
  const made = unambiguous(others);
  for (const [name, code] of unambiguous(list.codes.map(({ code }) => ({ code, name: code }))))
    made.set(name, code);
  spellings.set(list, made);
  return made;
}

function unambiguous(
  pairs: readonly { readonly code: string; readonly name: string }[],
): Map<string, string | null> {
  const made = new Map<string, string | null>();
  for (const { code, name } of pairs) {
    const key = folded(name);
    const other = made.get(key);
    made.set(key, other === undefined || other === code ? code : null);
  }
  return made;
}

function folded(value: string): string {
  return value.slice(0, 1000).normalize('NFKC').trim().toLowerCase();
}

const dateForms = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ].*)?$/s,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?: .*)?$/s,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** The day that a text names, as CCYY-MM-DD, so that days compare as texts; null where it names none. */
function dayIn(value: string): string | null {
  const plain = value.slice(0, 64).trim();
  for (const form of dateForms) {
    const [, year = '', month = '', day = ''] = form.exec(plain) ?? [];
    if (year === '' || dayFault(Number(year), Number(month), Number(day)) !== undefined) continue;
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  return null;
}

/** Without punctuation, spaces, width and case: equal where people would call two texts the same. */
function unique(list: unknown, around: RuleSurroundings): boolean {
  if (!Array.isArray(list)) throw noOverload('unique', list);
  const texts = new Set(list.filter((item) => typeof item === 'string'));
  const others: unknown[] = list.filter((item) => typeof item !== 'string');
  if (texts.size + others.length < list.length) return false;
  return others.every((item, index) => !others.slice(0, index).some((other) => equal(item, other, around)));
}

/** Characters of a text, items of a list, members of a map. */
function size(value: unknown): bigint {
  if (typeof value === 'string') return BigInt([...value].length);
  if (Array.isArray(value)) return BigInt(value.length);
  if (isMap(value)) return BigInt(Object.keys(value).length);
  throw noOverload('size', value);
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'bigint')
    return String(value);
  throw noOverload('string', value);
}

function toDouble(value: unknown): number {
  const written = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof written === 'bigint') return Number(written);
  if (typeof written === 'number' && !Number.isNaN(written)) return written;
  throw new RuleTrouble('a value is no number');
}

function toInt(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'string' && /^[-+]?\d{1,18}$/.test(value)) return BigInt(value);
  if (typeof value === 'number' && Math.abs(value) < 2 ** 63) return BigInt(Math.trunc(value));
  throw new RuleTrouble('a value is no whole number');
}

function substring(value: unknown, start: unknown, end: unknown): string {
  if (typeof value !== 'string') throw noOverload('substring', value);
  const characters = [...value];
  const from = Number(start);
  const to = end === undefined ? characters.length : Number(end);
  if (!(from >= 0 && from <= to && to <= characters.length))
    throw new RuleTrouble('the text is shorter than the part that is asked for');
  return characters.slice(from, to).join('');
}

function matches([value, pattern]: readonly unknown[], around: RuleSurroundings): boolean {
  if (typeof value !== 'string' || typeof pattern !== 'string') throw noOverload('matches', value, pattern);
  spend(around, value.length);
  const verdict = compilePattern(pattern).test(value);
  if (verdict === undefined) throw new RuleTrouble('matching the pattern could take for ever');
  return verdict;
}
